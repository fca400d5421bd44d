import { type Target, targetKey } from '../../../charter/texts/position-state.ts';
import type { Text } from '../../../charter/texts/state.ts';
import { present } from '../../../charter/texts/texts.ts';
import type { BodyOf } from '../../../charter/acts.ts';
import { type Html, html } from '../../../markup/html.ts';
import { defineForm } from '../../act/act-form.ts';
import type { Context } from '../../kit/context.ts';
import { type FormState, choices, hidden, textArea } from '../../kit/controls.ts';
import { type FormProblem, problemBox } from '../../kit/problem.ts';
import { emphasised, paragraphs } from '../../kit/prose.ts';
import { answerField, heldIn } from '../parts/answer-fields.ts';
import { type HeldOn, answersIn, askedIn, reasonName, standName, withHeld } from '../parts/answers.ts';
import { conditionFields } from '../parts/condition-fields.ts';
import { conditionsSaid } from '../parts/conditions.ts';
import { mark } from '../parts/stands.ts';
import { targetName } from '../parts/text-target.ts';
import { textPath } from '../parts/text-places.ts';
import { amendmentIn, effectTitle, effectWords } from '../parts/change.ts';
import { aboutText, textForm } from './text-form.ts';

/** Article 6.2: where an organisation stands on the present words of clauses, on amendments, or on the whole; on one thing, or on everything at once. */

const STANDS = ['support', 'accept', 'stand-aside', 'object'] as const;

export const takePositions = defineForm({
  kind: 'positions.take',
  page: (context, fields, problem) => {
    const { me, t, reader } = context;
    const text = reader.text(fields.integer('text'));
    if (text === null || !reader.may('position')) return null;
    const asked = askedIn(text, fields);
    if (asked === null) return null;
    const words = t.texts.form.position;
    const held = heldIn(text, me?.organisation.id);
    const state: FormState = { context, problem, fields: withHeld(fields, asked, held) };
    const [only] = asked;
    const answers = only?.kind === 'whole' && text.stage === 'decision';
    return textForm(state, {
      kind: 'positions.take',
      text,
      lede: answers ? `${words.answerLede} ${words.lede}` : words.lede,
      trouble: troubleOf(context, text, problem),
      fields: html`${hidden('revision', text.revisions.length)} ${asked.map((on) => hidden('on', targetKey(on)))}
      ${asked.length === 1 && only !== undefined ? single(state, text, only, held) : rows(state, text, asked, held)}`,
    });
  },
  step: (_context, fields) => (fields.text('step').startsWith('conditions:') ? fields : null),
  read: (context, fields) => {
    const text = context.reader.text(fields.integer('text'));
    const asked = text === null ? null : askedIn(text, fields);
    const held: HeldOn = text === null ? () => undefined : heldIn(text, context.me?.organisation.id);
    const positions = answersIn(asked ?? [], fields, held);
    if ('kind' in positions) return positions;
    return { body: { text: fields.integer('text'), revision: fields.integer('revision'), positions } };
  },
  summary: (context, body) => {
    const { text: number, positions } = body;
    const text = context.reader.text(number);
    const words = context.t.texts.summary;
    return html`${aboutText(context, `${words.text}:`, number)}
    ${
      positions.length === 1
        ? positions.map((one) => said(context, text, body, one))
        : html`<p>${words.positions(positions.length)}</p>
            <ol class="answer-rows">
              ${positions.map((one) => html`<li>${said(context, text, body, one)}</li>`)}
            </ol>`
    }`;
  },
  next: (context, { text, positions: [first, ...more] }) =>
    first === undefined || more.length > 0 || first.on.kind === 'whole'
      ? textPath(context, { number: text }, 'stand')
      : first.on.kind === 'amendment'
        ? `${textPath(context, { number: text }, 'amendments')}?at=${first.on.amendment}#a-${first.on.amendment}`
        : `${textPath(context, { number: text })}#c-${first.on.clause}`,
});

/** Which of several answers is refused, by the name that the reader knows it by. */
const troubleOf = (context: Context, text: Text, problem: FormProblem | null): Html | undefined => {
  const on = problem?.kind === 'refused' ? problem.refusal.on : undefined;
  return on === undefined ? undefined : html`${problemBox(context, problem, targetName(context, text, on))}`;
};

/** One thing, with what each mark means. */
const single = (state: FormState, text: Text, on: Target, held: HeldOn): Html => {
  const { context } = state;
  const { t } = context;
  const words = t.texts.form.position;
  return html`<section class="panel">
      <h2>${words.on(targetName(context, text, on))}</h2>
      ${targetWords(context, text, on)}
    </section>
    ${choices(state, {
      name: standName(on),
      type: 'radio',
      legend: words.where,
      options: [
        ...STANDS.map((stand) => ({
          value: stand,
          label: html`${mark(stand)} ${words.stand[stand].label}`,
          hint: words.stand[stand].hint,
        })),
        ...(held(on) === undefined
          ? []
          : [{ value: 'none', label: html`${mark('none')} ${words.stand.none.label}`, hint: words.stand.none.hint }]),
      ],
    })}
    ${textArea(state, {
      name: reasonName(on),
      label: t.texts.form.reason,
      hint: words.reasonHint,
      unmarked: true,
      max: 4000,
      pointer: '/body/positions/0/reason',
    })}
    ${conditionFields(state, text, targetKey(on), '/body/positions/0/conditions')}`;
};

/** Everything that is asked, a row each, in the order of the text. */
const rows = (state: FormState, text: Text, asked: readonly Target[], held: HeldOn): Html => {
  const { context, fields } = state;
  const sent = answersIn(asked, fields, held);
  const places = new Map('kind' in sent ? [] : sent.map(({ on }, i) => [targetKey(on), i]));
  return html`<ol class="answer-rows">
    ${asked.map((on) => {
      const name = targetName(context, text, on);
      const pointer = `/body/positions/${places.get(targetKey(on)) ?? '-'}`;
      return html`<li>
        <h2>${name}</h2>
        ${on.kind === 'whole' ? '' : targetWords(context, text, on)}
        ${answerField(state, { text, on, name, own: held(on), pointer })}
      </li>`;
    })}
  </ol>`;
};

type Position = BodyOf<'positions.take'>['positions'][number];

const said = (
  context: Context,
  text: Text | null,
  { revision }: Pick<BodyOf<'positions.take'>, 'revision'>,
  { on, stand, reason, conditions }: Position,
): Html => {
  const words = context.t.texts.summary;
  const name = text === null ? '' : targetName(context, text, on, revision);
  return html`<p>${mark(stand ?? 'none')} ${words.position[stand ?? 'none']} <strong>${name}</strong>.</p>
    ${
      text === null || on.kind === 'whole'
        ? ''
        : html`<p class="label">${words.thisWording}</p>
            ${targetWords(context, text, on, revision)}`
    }
    ${
      stand === null
        ? ''
        : html`<p class="label">${context.t.texts.form.reason}</p>
            ${reason === null ? html`<p class="quiet">${words.noReason}</p>` : paragraphs(reason)}`
    }
    ${
      text === null || conditions.length === 0
        ? ''
        : html`<p class="label">${context.t.texts.conditions.while}</p>
            ${conditionsSaid(context, text, { conditions, revision })}`
    }`;
};

/** The words that a position speaks of; for the whole its title. */
const targetWords = (context: Context, text: Text, on: Target, revision = text.revisions.length): Html => {
  const { clauses, title } = text.revisions[revision - 1] ?? present(text);
  if (on.kind === 'whole') return html`<p class="words" dir="auto">${title}</p>`;
  if (on.kind === 'clause') {
    const clause = clauses.find(({ id }) => id === on.clause);
    return html`<p class="words" dir="auto">${clause === undefined ? on.clause : emphasised(clause.words)}</p>`;
  }
  const amendment = text.amendments[on.amendment - 1];
  if (amendment === undefined) return html``;
  const effect = amendmentIn(text, amendment, revision);
  return html`<p>${effectTitle(context, effect)}</p>
    ${effectWords(context, effect)}`;
};
