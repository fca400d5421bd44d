import { z } from 'zod';
import { draft } from '../base/brand.ts';
import { prose } from '../base/schema.ts';
import { applyChange } from '../text/apply-change.ts';
import { changeSchema } from '../text/change.ts';
import { defineAct } from './act.ts';
import { targetKey } from './state.ts';
import { numberSchema, present, revisionRefusal, textAt, textOf } from './texts.ts';

/** Chapter 13.2: every participant may propose additions and amendments to a text that is not yet final. */

export const propose = defineAct({
  kind: 'amendment.propose',
  article: '13.2',
  strength: 'ordinary',
  from: ['participant'],
  body: z
    .strictObject({
      text: numberSchema,
      /** The revision it changes, which must be the present one. */
      revision: numberSchema,
      change: changeSchema,
      reason: prose(4000),
    })
    .readonly(),
  judge: (state, { body }) => {
    const text = textAt(state, body.text, '13.2', 'negotiation');
    if ('article' in text) return text;
    const refusal = revisionRefusal(text, body.revision);
    if (refusal !== null) return refusal;
    const changed = applyChange(present(text).clauses, body.change);
    if (changed.ok) return null;
    const clause = 'clause' in changed.error ? changed.error.clause : null;
    return { article: '13.2', kind: 'clause-order', clause, why: changed.error.kind };
  },
  apply: (state, { by, body }, on) => {
    const { amendments } = textOf(state, body.text);
    const { change, reason, revision } = body;
    amendments.push({
      number: amendments.length + 1,
      by: by.organisation,
      change: draft(change),
      reason,
      revision,
      on,
      fate: { kind: 'open' },
    });
  },
});

export const withdraw = defineAct({
  kind: 'amendment.withdraw',
  article: '13.2',
  strength: 'ordinary',
  from: ['participant'],
  body: z.strictObject({ text: numberSchema, amendment: numberSchema }).readonly(),
  judge: (state, { by, body }) => {
    const text = textAt(state, body.text, '13.2', 'negotiation');
    if ('article' in text) return text;
    const amendment = text.amendments[body.amendment - 1];
    if (amendment === undefined)
      return { article: '13.2', kind: 'unknown', thing: 'amendment', ref: `${body.amendment}` };
    if (amendment.by !== by.organisation) return { article: '13.2', kind: 'not-yours', owner: amendment.by };
    return amendment.fate.kind === 'open' ? null : { article: '13.2', kind: 'already', what: 'withdrawn' };
  },
  apply: (state, { body }, on) => {
    const text = textOf(state, body.text);
    const amendment = text.amendments[body.amendment - 1];
    if (amendment !== undefined) amendment.fate = { kind: 'withdrawn', on };
    text.standing.delete(targetKey({ kind: 'amendment', amendment: body.amendment }));
  },
});
