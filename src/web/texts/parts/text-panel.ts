import { targetKey } from '../../../charter/texts/position-state.ts';
import type { Friction, Text } from '../../../charter/texts/state.ts';
import { present } from '../../../charter/texts/texts.ts';
import type { OrganisationId } from '../../../base/ids.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { type ClauseNames, clauseNames, longName } from './clause-names.ts';
import { SHOWN, type Shown, heldBy, mark, marksKey } from './stands.ts';
import { objectionStep } from './revision-objections.ts';
import { principleNote } from './principle.ts';
import { waitingIn, waitingLines } from './renewals.ts';
import { frictionIn, isMine } from './text-facts.ts';
import { filesPanel } from './text-files.ts';
import { textPath } from './text-places.ts';
import { frictionPath, targetName } from './text-target.ts';
import { orgs, sentence } from '../../kit/theirs.ts';
import { listText, nameOf } from '../../kit/words.ts';

/** Beside a text: what comes next, where the friction is, and where the reader's organisation stands. */

export const textPanel = (context: Context, text: Text): Html => {
  const names = clauseNames(context, present(text).clauses);
  return html`<div class="side">
    ${nextPanel(context, text)} ${frictionPanel(context, text, names)} ${ownPanel(context, text, names)}
    ${text.standing.size === 0 ? '' : marksKey(context)} ${filesPanel(context, text)}
  </div>`;
};

const link = (
  context: Context,
  act: string,
  text: Text,
  label: string,
  kind: 'button' | 'button second' | '' = '',
): Html => html`<p><a class="${kind}" href="${context.base}/do/${act}?text=${text.number}">${label}</a></p>`;

const editLink = (context: Context, text: Text): Html =>
  html`<p><a href="${textPath(context, text)}/amend">${context.t.texts.form.edit.link}</a></p>`;

const nextPanel = (context: Context, text: Text): Html => {
  const words = context.t.texts.panel;
  return html`<section class="panel" id="next" tabindex="-1">
    <h2>${words.next}</h2>
    ${isMine(context, text) && text.stage === 'negotiation' && text.principle === null ? html`<p><strong>${words.yours}</strong></p>` : ''}
    <p>
      ${text.principle !== null && text.stage === 'negotiation' ? context.t.texts.principle.panel : words.stage[text.stage]}
    </p>
    ${matters(context, text)} ${context.me?.organisation.standing.kind === 'participant' ? steps(context, text) : ''}
    ${
      text.stage === 'adopted'
        ? html`<p><a href="${context.base}/decisions/${text.number}">${words.document}</a></p>`
        : ''
    }
  </section>`;
};

/** Its rapporteur, mandate and open proposals, where there are any. */
const matters = (context: Context, text: Text): Html => {
  const words = context.t.texts.proposals;
  const { rapporteur } = text;
  const open = text.proposals.filter(({ outcome }) => outcome === 'open').length;
  const path = textPath(context, text, 'proposals');
  return html`${
    rapporteur === null || text.stage !== 'negotiation'
      ? ''
      : html`<p><bdi>${words.rapporteurIs(nameOf(context, context.reader.rapporteur(text)))}</bdi></p>`
  }
  ${secondingNote(context, text)} ${principleNote(context, text)}
  ${open === 0 ? '' : html`<p><a href="${path}">${words.openNow(open)}</a></p>`} ${renewals(context, text)}`;
};

/** How many second it and who, where so many must before it is dealt with; with the button for whoever may. */
const secondingNote = (context: Context, text: Text): Html | '' => {
  const asked = text.stage === 'negotiation' ? context.reader.seconding(text) : null;
  if (asked === null || asked.by.length >= asked.needed) return '';
  const words = context.t.texts.panel.seconding;
  return html`<p>
      ${words.needed(asked.needed)}
      ${asked.by.length === 0 ? words.nobody : sentence(words.by, orgs(context, asked.by))}
    </p>
    ${maySecond(context, text) ? link(context, 'text.cosponsor', text, words.second, 'button') : ''}`;
};

const maySecond = ({ me }: Context, { by, cosponsors }: Text): boolean =>
  me?.organisation.standing.kind === 'participant' &&
  by !== me.organisation.id &&
  !cosponsors.includes(me.organisation.id);

/** What its movers have to renew, of which a part stands beside no clause. */
const renewals = (context: Context, text: Text): Html | '' => {
  const waiting = waitingIn(text);
  if (waiting.length === 0) return '';
  return html`<p class="label">${context.t.texts.amendments.toRenew(waiting.length)}</p>
    ${waitingLines(context, text, waiting)}`;
};

const steps = (context: Context, text: Text): readonly (Html | '')[] => {
  const words = context.t.texts.panel;
  const id = context.me?.organisation.id;
  if (id === undefined) return [];
  switch (text.stage) {
    case 'negotiation':
      return negotiationSteps(context, text, id);
    case 'decision': {
      const answered = text.standing.get(targetKey({ kind: 'whole' }))?.has(id) === true;
      return [
        html`<p>
          <a
            class="button ${answered ? 'second' : ''}"
            href="${context.base}/do/positions.take?text=${text.number}&on=whole"
            >${answered ? words.changeAnswer : words.answer}</a
          >
        </p>`,
        link(context, 'observation.make', text, words.observe),
      ];
    }
    case 'adopted':
      return [...signatureSteps(context, text), link(context, 'observation.make', text, words.observe)];
    case 'not-adopted':
    case 'withdrawn':
      return [link(context, 'observation.make', text, words.observe)];
  }
};

/** What the rules let this organisation do with a text under negotiation, the weightiest first. */
const negotiationSteps = (context: Context, text: Text, id: OrganisationId): readonly (Html | '')[] => {
  const words = context.t.texts.panel;
  const { reader } = context;
  const revises = reader.mayRevise(text, id);
  const decides = mayDecideSomewhere(context, text, id);
  return [
    revises ? link(context, 'text.revise', text, words.revise, 'button') : '',
    decides ? link(context, 'decision.open', text, words.decide, 'button second') : '',
    link(context, 'amendment.propose', text, words.propose, revises || decides ? '' : 'button'),
    editLink(context, text),
    maySecond(context, text) && !isUnseconded(context, text)
      ? link(context, 'text.cosponsor', text, words.cosponsor)
      : '',
    objectionStep(context, text),
    link(context, 'observation.make', text, words.observe),
    reader.mayWithdraw(text, id) ? link(context, 'text.withdraw', text, words.withdraw) : '',
  ];
};

const isUnseconded = ({ reader }: Context, text: Text): boolean => {
  const asked = reader.seconding(text);
  return asked !== null && asked.by.length < asked.needed;
};

/** Whether it may put the text to decision now: in writing, or in a room that sits. */
const mayDecideSomewhere = ({ reader }: Context, text: Text, id: OrganisationId): boolean =>
  reader.mayDecide(text, id, null) ||
  reader.meetings().some((meeting) => meeting.stage === 'open' && reader.mayDecide(text, id, meeting));

/** What is left to do about the organisation's own signature. */
export const signatureSteps = (context: Context, text: Text): readonly Html[] => {
  const words = context.t.texts.panel;
  const signature = context.me === null ? undefined : text.signatures.get(context.me.organisation.id);
  if (signature === undefined || signature.withdrawn !== null)
    return [html`<p>${words.notSigned}</p>`, link(context, 'text.sign', text, words.sign, 'button')];
  const waiting = signature.referendum !== null && signature.referendum.confirmed === null;
  return [
    html`<p>${signature.clauses === null ? words.signedWhole : words.signedPart} ${waiting ? words.awaiting : ''}</p>`,
    ...(waiting ? [link(context, 'signature.confirm', text, words.confirm, 'button')] : []),
    link(context, 'signature.withdraw', text, words.withdrawSignature),
  ];
};

const frictionPanel = (context: Context, text: Text, names: ClauseNames): Html | '' => {
  if (text.stage !== 'negotiation' && text.stage !== 'decision') return '';
  const friction = frictionIn(context, text);
  const words = context.t.texts;
  return html`<section class="panel">
    <h2>${words.panel.frictionTitle}</h2>
    ${
      friction.length === 0
        ? html`<p>${words.panel.frictionNone}</p>`
        : html`<ul class="plain spaced">
            ${friction.map((point) => frictionItem(context, text, point, names))}
          </ul>`
    }
    <p><a href="${textPath(context, text, 'common')}">${context.t.texts.common.panel}</a></p>
  </section>`;
};

const frictionItem = (
  context: Context,
  text: Text,
  { on, objections, consultations }: Friction,
  names: ClauseNames,
): Html => {
  const { t, base, me } = context;
  const words = t.texts.margin;
  const name = on.kind === 'clause' ? longName(names, on.clause) : targetName(context, text, on);
  const names_ = listText(
    context,
    objections.map((id) => nameOf(context, id)),
  );
  return html`<li>
    ${mark('object')}
    <a href="${frictionPath(context, text, on)}">${name}</a>:
    <bdi>${names_}</bdi>
    <span class="why"
      >${words.consultations(consultations.length)}
      ${me === null ? '' : html`· <a href="${base}/do/consultation.record?text=${text.number}&on=${targetKey(on)}">${words.record}<span class="visually-hidden">: ${name}</span></a>`}</span
    >
  </li>`;
};

const ownPanel = (context: Context, text: Text, names: ClauseNames): Html | '' => {
  const { me, t } = context;
  if (me?.organisation.standing.kind !== 'participant') return '';
  if (text.stage !== 'negotiation' && text.stage !== 'decision') return '';
  const words = t.texts.panel;
  const mine = new Map(
    present(text)
      .clauses.filter(({ kind }) => kind !== 'heading')
      .map(({ id }) => [id, heldBy(text, { kind: 'clause', clause: id }, me.organisation.id).stand] as const),
  );
  const own = (stand: Shown): readonly Html[] =>
    [...mine]
      .filter(([, held]) => held === stand)
      .map(
        ([id]) =>
          html`<a href="${textPath(context, text)}#c-${id}" aria-label="${names.get(id)?.short}, ${longName(names, id)}"
            >${names.get(id)?.short}</a
          >`,
      );
  const whole = text.standing.get(targetKey({ kind: 'whole' }))?.get(me.organisation.id)?.stand ?? 'none';
  return html`<section class="panel">
    <h2>${words.yourOrganisation}</h2>
    <ul class="plain spaced">
      ${SHOWN.toReversed().map((stand) => {
        const clauses = own(stand);
        return clauses.length === 0
          ? ''
          : html`<li>
              ${mark(stand)} ${words.youOn[stand]}: ${clauses.map((clause, i) => html`${i > 0 ? ', ' : ''}${clause}`)}
            </li>`;
      })}
      <li>${mark(whole)} ${words.wholeTitle}: ${t.texts.tally.you[whole]}</li>
    </ul>
    ${text.stage === 'negotiation' ? html`<p><a href="${context.base}/do/positions.take?text=${text.number}&on=whole">${words.wholeTake}</a></p>` : ''}
  </section>`;
};
