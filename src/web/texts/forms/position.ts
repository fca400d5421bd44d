import { type Target, targetKey } from '../../../charter/texts/position-state.ts';
import type { Text } from '../../../charter/texts/state.ts';
import { present } from '../../../charter/texts/texts.ts';
import { type Html, html } from '../../../markup/html.ts';
import { defineForm } from '../../act/act-form.ts';
import type { Context } from '../../kit/context.ts';
import { type FormState, choices, hidden, textArea } from '../../kit/controls.ts';
import { conditionsSaid } from '../parts/conditions.ts';
import { emphasised, paragraphs } from '../../kit/prose.ts';
import { mark } from '../parts/stands.ts';
import { targetIn, targetName } from '../parts/text-target.ts';
import { textPath } from '../parts/text-head.ts';
import { amendmentIn, effectTitle, effectWords } from '../parts/change.ts';
import { withInitial } from '../../act/change-fields.ts';
import { CONDITIONS, conditionFields, conditionValues, readConditions } from '../parts/condition-fields.ts';
import { aboutText, textForm } from './text-form.ts';

/** Article 6.2: where an organisation stands on the present words of a clause, on an amendment, or on the whole. */

const STANDS = ['support', 'accept', 'stand-aside', 'object'] as const;

export const takePosition = defineForm({
  kind: 'position.take',
  page: (context, fields, problem) => {
    const { me, t, reader } = context;
    const text = reader.text(fields.integer('text'));
    if (text === null || !reader.may('position')) return null;
    const target = targetIn(text, fields);
    if (target === null) return null;
    const words = t.texts.form.position;
    const own = me === null ? undefined : text.standing.get(targetKey(target))?.get(me.organisation.id);
    const state: FormState = {
      context,
      problem,
      fields: withInitial(fields, {
        stand: own?.stand ?? [],
        reason: own?.reason ?? [],
        ...conditionValues(own?.conditions ?? []),
      }),
    };
    const answers = target.kind === 'whole' && text.stage === 'decision';
    return textForm(state, {
      kind: 'position.take',
      text,
      lede: answers ? `${words.answerLede} ${words.lede}` : words.lede,
      fields: html`${hidden('revision', text.revisions.length)} ${hidden('on', targetKey(target))}
        <section class="panel">
          <h2>${words.on(targetName(context, text, target))}</h2>
          ${targetWords(context, text, target)}
        </section>
        ${choices(state, {
          name: 'stand',
          type: 'radio',
          legend: words.where,
          options: [
            ...STANDS.map((stand) => ({
              value: stand,
              label: html`${mark(stand)} ${words.stand[stand].label}`,
              hint: words.stand[stand].hint,
            })),
            ...(own === undefined
              ? []
              : [
                  {
                    value: 'none',
                    label: html`${mark('none')} ${words.stand.none.label}`,
                    hint: words.stand.none.hint,
                  },
                ]),
          ],
        })}
        ${textArea(state, { name: 'reason', label: t.texts.form.reason, hint: words.reasonHint, unmarked: true, max: 4000 })}
        ${conditionFields(state, text)}`,
    });
  },
  step: (_context, fields) => (fields.has('step', CONDITIONS) ? fields : null),
  read: (context, fields) => {
    const text = context.reader.text(fields.integer('text'));
    const target = text === null ? null : targetIn(text, fields);
    if (!fields.has('stand')) return { kind: 'field', field: 'stand', why: 'missing' };
    const consents = fields.has('stand', 'support') || fields.has('stand', 'accept');
    const read = consents ? readConditions(fields) : [];
    if ('kind' in read) return read;
    return {
      body: {
        text: fields.integer('text'),
        revision: fields.integer('revision'),
        on: target,
        stand: fields.text('stand') === 'none' ? null : fields.text('stand'),
        reason: fields.text('stand') === 'none' ? null : fields.optional('reason'),
        conditions: read,
      },
    };
  },
  summary: (context, { text: number, revision, on, stand, reason, conditions }) => {
    const words = context.t.texts.summary;
    const text = context.reader.text(number);
    const name = text === null ? '' : targetName(context, text, on, revision);
    return html`<p>${mark(stand ?? 'none')} ${words.position[stand ?? 'none']} <strong>${name}</strong>.</p>
      ${aboutText(context, `${words.text}:`, number)}
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
  },
  next: (context, { text, on }) =>
    on.kind === 'amendment'
      ? `${textPath(context, { number: text }, 'amendments')}?at=${on.amendment}#a-${on.amendment}`
      : on.kind === 'clause'
        ? `${textPath(context, { number: text })}#c-${on.clause}`
        : textPath(context, { number: text }, 'positions'),
});

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
