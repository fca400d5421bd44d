import { type Html, html } from '../../../markup/html.ts';
import { theirs } from '../../kit/theirs.ts';
import { unreachable } from '../../../base/result.ts';
import type { Position } from '../../../charter/texts/position-state.ts';
import type { Revision, Text } from '../../../charter/texts/state.ts';
import type { Context } from '../../kit/context.ts';
import { consultationBox } from '../parts/consultations.ts';
import { conditionsSaid } from '../parts/conditions.ts';
import { paragraphs } from '../../kit/prose.ts';
import { objectionsList } from '../parts/revision-objections.ts';
import { standWord } from '../parts/stands.ts';
import { type TextPage, textPath } from '../parts/text-places.ts';
import { whereText } from '../parts/principle.ts';
import { targetName } from '../parts/text-target.ts';
import type { TextEvent } from '../parts/text-events.ts';
import { listText, moment, momentText, org } from '../../kit/words.ts';

/** One thing that happened to a text: when, with its entry in the record, and what. */
export const eventItem = (context: Context, text: Text, event: TextEvent): Html => {
  const { on, by } = event;
  const first = event.kind === 'consultation' && event.consultation.number === 1;
  return html`<li ${first ? html`id="consultations"` : ''}>
    <p class="when">
      ${moment(context, on.at)}
      ${event.kind === 'outcome' || event.kind === 'positions' ? '' : html`<span class="block">${entry(context, on.index)}</span>`}
    </p>
    <div>
      <p class="head">${by === null ? '' : org(context, by)} ${lineOf(context, text, event)}</p>
      ${detail(context, text, event)}
    </div>
  </li>`;
};

const entry = ({ base, t }: Context, index: number): Html =>
  html`<a href="${base}/record/${index}">${t.texts.history.entry(index)}</a>`;

const lineOf = (context: Context, text: Text, event: TextEvent): string | Html => {
  const words = context.t.texts.history;
  const linked = (tab: TextPage, anchor: string, label: string): Html =>
    html`<a href="${textPath(context, text, tab)}${anchor}">${label}</a>`;
  switch (event.kind) {
    case 'revision':
      return event.revision.number === 1 ? words.tabled : words.revision(event.revision.number);
    case 'objection':
      return context.t.texts.objection.happened(event.revision.number);
    case 'thread':
      return linked(
        'debate',
        `?at=${event.thread.number}#t-${event.thread.number}`,
        words.opensThread(event.thread.number),
      );
    case 'proposal':
      return linked(
        'proposals',
        `?at=${event.proposal.number}#p-${event.proposal.number}`,
        context.t.texts.proposals.happened(event.proposal.number),
      );
    case 'amendment':
      return linked(
        'amendments',
        `?at=${event.amendment.number}#a-${event.amendment.number}`,
        words.proposes(event.amendment.number),
      );
    case 'amendment-withdrawn':
      return words.withdrawsAmendment(event.amendment.number);
    case 'positions':
      return words.takes(event.positions.length);
    case 'consultation':
      return words.consultation;
    case 'decision':
      return words.putToDecision(momentText(context, text.decision?.deadline ?? event.on.at));
    case 'outcome':
      return linked('stand', '#decision', context.t.texts.head.result[text.decision?.outcome?.result ?? 'not-adopted']);
    case 'signature':
      return words.signs;
    case 'confirmation':
      return words.confirms;
    case 'signature-withdrawn':
      return words.withdrawsSignature;
    case 'observation':
      return linked('observations', `?at=${event.observation.number}#o-${event.observation.number}`, words.observes);
    default:
      return unreachable(event);
  }
};

const detail = (context: Context, text: Text, event: TextEvent): Html | '' => {
  switch (event.kind) {
    case 'revision':
      return revisionDetail(context, text, event.revision);
    case 'positions':
      return positionsDetail(context, text, event.positions);
    case 'consultation':
      return consultationBox(context, text, event.consultation);
    case 'decision':
      return text.decision === null ? '' : html`<p>${theirs(whereText(context, text.decision.where))}</p>`;
    case 'objection':
      return paragraphs(event.objection.reasons);
    case 'proposal':
      return html`<p>${context.t.texts.proposals.kind[event.proposal.what.kind]}</p>`;
    case 'thread':
      return html`<p>${targetName(context, text, event.thread.on, event.thread.revision)}</p>`;
    case 'signature-withdrawn':
      return paragraphs(event.signature.withdrawn?.reason ?? '');
    case 'amendment':
    case 'outcome':
    case 'observation':
    case 'amendment-withdrawn':
    case 'signature':
    case 'confirmation':
      return '';
    default:
      return unreachable(event);
  }
};

const revisionDetail = (context: Context, text: Text, revision: Revision): Html | '' => {
  const { number, tookIn, note } = revision;
  const words = context.t.texts.history;
  if (number === 1) return '';
  return html`${tookIn.length === 0 ? '' : html`<p>${words.tookIn(listText(context, tookIn.map(String)))}</p>`}
    ${note === null ? '' : paragraphs(note)} ${objectionsList(context, revision)}
    <p><a href="${textPath(context, text)}/changes?from=${number - 1}&to=${number}">${words.see}</a></p>`;
};

const positionsDetail = (context: Context, text: Text, positions: readonly Position[]): Html => {
  const items = positions.map(
    (position) =>
      html`<li>
        ${targetName(context, text, position.on, position.revision)}:
        ${position.stand === null ? context.t.texts.history.takesBack : standWord(context, position.stand)}
        <span class="quiet">· ${entry(context, position.mark.index)}</span>
        ${position.reason === null ? '' : paragraphs(position.reason)}
        ${position.conditions.length === 0 ? '' : conditionsSaid(context, text, position)}
      </li>`,
  );
  return positions.length < 3
    ? html`<ul class="plain">
        ${items}
      </ul>`
    : html`<details>
        <summary>${context.t.texts.history.each}</summary>
        <ul class="plain">
          ${items}
        </ul>
      </details>`;
};
