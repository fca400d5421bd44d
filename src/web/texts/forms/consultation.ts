import { rfc3339 } from '../../../base/time.ts';
import { type Target, targetKey } from '../../../charter/texts/position-state.ts';
import { heldOnIn } from '../../../charter/texts/conditions.ts';
import { html } from '../../../markup/html.ts';
import { defineForm } from '../../act/act-form.ts';
import { type FormState, choices, lineInput, select, textArea } from '../../kit/controls.ts';
import { frictionIn } from '../parts/text-facts.ts';
import { textPath } from '../parts/text-places.ts';
import { pointsOf, targetIn, targetName } from '../parts/text-target.ts';
import { day, listText, nameOf } from '../../kit/words.ts';
import { consultationFacts } from '../parts/consultations.ts';
import { withInitial } from '../../act/change-fields.ts';
import { aboutText, textForm } from './text-form.ts';

/** Article 6.2: a recorded attempt to resolve a point of friction. */
export const recordConsultation = defineForm({
  kind: 'consultation.record',
  page: (context, fields, problem) => {
    const { me, t, reader, now } = context;
    const text = reader.text(fields.integer('text'));
    if (text === null || !reader.may('consultation')) return null;
    const words = t.texts.form.consult;
    const friction = frictionIn(context, text);
    const on = targetIn(text, fields) ?? { kind: 'whole' };
    const objectors = new Set(friction.find((point) => targetKey(point.on) === targetKey(on))?.objections ?? []);
    const state: FormState = {
      context,
      problem,
      fields: withInitial(fields, {
        on: targetKey(on),
        with: [...(me === null ? [] : [me.organisation.id]), ...objectors],
        held: rfc3339(now).slice(0, 10),
      }),
    };
    const objected = new Set(friction.map((point) => targetKey(point.on)));
    const points = [
      ...heldOnIn(text).map((amendment): Target => ({ kind: 'amendment', amendment })),
      ...pointsOf(text).map(([, clause]): Target => (clause === null ? { kind: 'whole' } : { kind: 'clause', clause })),
    ].toSorted((a, b) => Number(objected.has(targetKey(b))) - Number(objected.has(targetKey(a))));
    return textForm(state, {
      kind: 'consultation.record',
      text,
      lede: words.lede,
      fields: html`${select(state, {
        name: 'on',
        label: words.on,
        options: points.map((target) => {
          const key = targetKey(target);
          const point = friction.find((one) => targetKey(one.on) === key);
          const names = listText(
            context,
            (point?.objections ?? []).map((id) => nameOf(context, id)),
          );
          const name = targetName(context, text, target);
          return [key, names === '' ? name : `${name} (${words.objectedBy(names)})`];
        }),
      })}
      ${choices(state, {
        name: 'with',
        type: 'checkbox',
        legend: words.with,
        options: reader.participants().map(({ id, name }) => ({ value: id, label: html`<bdi>${name}</bdi>` })),
      })}
      ${lineInput(state, { name: 'held', type: 'date', label: words.held })}
      ${textArea(state, { name: 'tried', label: words.tried, max: 4000 })}
      ${textArea(state, { name: 'result', label: words.result, max: 4000 })}`,
    });
  },
  read: (context, fields) => {
    const text = context.reader.text(fields.integer('text'));
    const held = fields.startOfDay('held');
    if (Number.isNaN(held)) return { kind: 'field', field: 'held', why: 'not-a-date' };
    return {
      body: {
        text: fields.integer('text'),
        on: text === null ? null : targetIn(text, fields),
        with: fields.all('with'),
        held,
        tried: fields.text('tried'),
        result: fields.text('result'),
      },
    };
  },
  summary: (context, { text: number, on, with: met, held, tried, result }) => {
    const text = context.reader.text(number);
    const name = text === null ? '' : targetName(context, text, on);
    return html`${aboutText(context, context.t.texts.summary.consultation(name), number)}
    ${consultationFacts(context, { met, held: day(context, held), tried, result })}`;
  },
  next: (context, { text }) => `${textPath(context, { number: text }, 'history')}#consultations`,
});
