import { openDisagreement } from '../../../charter/law/disagreement.ts';
import type { Revision, Text } from '../../../charter/texts/state.ts';
import { present } from '../../../charter/texts/texts.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { paragraphs } from '../../kit/prose.ts';
import { mayWork } from './text-facts.ts';
import { dayText, listText, nameOf, org } from '../../kit/words.ts';

/** Who finds that a revision does not reflect what was agreed (13.2). */

/** The box above a text whose present revision is objected to, with the reasons. */
export const contestedBox = (context: Context, text: Text): Html | '' => {
  const objections = present(text).objections.filter(({ withdrawn }) => withdrawn === null);
  if (objections.length === 0 || text.stage !== 'negotiation') return '';
  const words = context.t.texts.objection;
  const names = listText(
    context,
    objections.map(({ by }) => nameOf(context, by)),
  );
  return html`<section class="panel contested-revision">
    <h2><span aria-hidden="true">⚑ </span><bdi>${words.contested(names)}</bdi></h2>
    <p>${words.meaning}</p>
    ${objections.map(({ by, reasons }) => html`<div class="note">${org(context, by)}: ${paragraphs(reasons)}</div>`)}
  </section>`;
};

/** Every objection to a revision, those withdrawn too. */
export const objectionsList = (context: Context, { objections }: Revision): Html | '' => {
  if (objections.length === 0) return '';
  const words = context.t.texts.objection;
  return html`<p class="label">${words.earlier}</p>
    ${objections.map(
      ({ by, reasons, withdrawn }) =>
        html`<div class="note">
          ${org(context, by)}${withdrawn === null ? '' : ` (${words.withdrawnOn(dayText(context, withdrawn.at))})`}:
          ${paragraphs(reasons)}
        </div>`,
    )}`;
};

/** The reader's own step about the present revision: to object to it, or to object no longer. */
export const objectionStep = (context: Context, text: Text): Html | '' => {
  const { base, me, t } = context;
  const revision = present(text);
  if (me === null || !mayWork(context) || text.stage !== 'negotiation' || revision.number === 1) return '';
  const own = me.organisation.id;
  const upheld = openDisagreement({ disagreements: revision.objections }, own) !== undefined;
  if (!upheld && revision.by === own && context.reader.rapporteur(text) === own) return '';
  const [kind, label] = upheld
    ? (['revision.withdraw-objection', t.texts.objection.withdraw] as const)
    : (['revision.object', t.texts.objection.object] as const);
  return html`<p><a href="${base}/do/${kind}?text=${text.number}">${label}</a></p>`;
};
