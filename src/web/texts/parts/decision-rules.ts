import type { Text } from '../../../charter/texts/state.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';

/** What the rules in force make of a decision, in words and in numbers of organisations. */
export const decisionRules = (context: Context, kind: Text['kind']): Html => {
  const { reader, t } = context;
  const words = t.texts.decision.rules;
  const { silence, minimumDays, broadConsensus } = reader.rules().decision;
  const participants = reader.participants().length;
  const most = (percent: number): number => Math.floor((percent * participants) / 100);
  const otherwise =
    kind === 'charter'
      ? words.charter
      : broadConsensus === null
        ? words.none
        : words.broad(most(broadConsensus.objectingPercent), most(broadConsensus.notAgreeingPercent), participants);
  return html`<ul>
    <li>${words.unanimous}</li>
    <li>${otherwise}</li>
    <li>${words.silence[silence]}</li>
    <li>${words.minimum(minimumDays)}</li>
  </ul>`;
};
