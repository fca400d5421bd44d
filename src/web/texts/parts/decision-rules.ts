import type { Decision, Text } from '../../../charter/texts/state.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';

/** What the rules in force make of a decision, in words and in numbers of organisations; of one that is not open, of a decision in writing, and what would differ in a room. */
export const decisionRules = (context: Context, kind: Text['kind'], decision: Decision | null = null): Html => {
  const { reader, t } = context;
  const words = t.texts.decision.rules;
  const { silence, silenceInRoom, minimumDays, broadConsensus, unanimityOfPresent, assemblyFinds } =
    reader.rules().decision;
  const participants = reader.participants().length;
  const most = (percent: number): number => Math.floor((percent * participants) / 100);
  const otherwise =
    kind === 'charter'
      ? words.charter
      : broadConsensus === null
        ? words.none
        : words.broad(most(broadConsensus.objectingPercent), most(broadConsensus.notAgreeingPercent), participants);
  const inWriting = decision?.where.kind === 'writing';
  const inAssembly = decision?.where.kind === 'meeting' && decision.where.of === 'assembly';
  const mayBeThere = decision === null || inAssembly;
  return html`<ul>
    <li>${words.unanimous}</li>
    ${mayBeThere && unanimityOfPresent !== null ? html`<li>${words.present(unanimityOfPresent.absentDays)}</li>` : ''}
    <li>${otherwise}</li>
    ${mayBeThere && assemblyFinds && kind !== 'charter' ? html`<li>${words.found}</li>` : ''}
    <li>${words.silence[decision === null || inWriting ? silence : silenceInRoom]}</li>
    ${decision === null && silence !== silenceInRoom ? html`<li>${words.silenceInRoom[silenceInRoom]}</li>` : ''}
    <li>${words.minimum(minimumDays)}</li>
  </ul>`;
};
