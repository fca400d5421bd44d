import { z } from 'zod';
import { changesOf } from '../../text/changes-of.ts';
import { defineAct } from '../act.ts';
import { settleAmendment } from './agreement.ts';
import { AMENDING_LIMITS, crowdRefusal } from './amendment-limits.ts';
import { amendmentAt, is, moves, oneAmendment } from './amendments.ts';
import { overPresent, restate } from './effect.ts';
import { comeAlive } from './live.ts';
import { present, revisionRefusal, textOf } from './texts.ts';
import { numberSchema } from '../../base/schema.ts';
import { weigh } from './voices.ts';
import { itsText } from '../law/resource.ts';

/** Chapter 13.2: amendments that lie open anew, taken over from whoever withdrew them, or renewed over the words of a revision that stands against them. */

/** A participant takes over an amendment that was withdrawn and still fits the text. It lies open anew. */
export const takeOver = defineAct({
  kind: 'amendment.take-over',
  article: '13.2',
  strength: 'binding',
  from: ['participant'],
  matter: 'amendment',
  subjects: itsText,
  limits: AMENDING_LIMITS,
  body: oneAmendment,
  judge: (state, { by, body }) => {
    const found = amendmentAt(state, body);
    if (!found.ok) return found.error;
    const { text, amendment } = found.value;
    if (amendment.fate.kind === 'open') return { article: '13.2', kind: 'already', what: 'open' };
    if (amendment.fate.kind !== 'withdrawn') return is(amendment);
    const carried = overPresent(text, amendment);
    if (carried.kind !== 'carried') return { article: '13.2', kind: 'outdated', amendment: amendment.number };
    const { clauses } = present(text);
    return crowdRefusal(text, by.organisation, changesOf(clauses, carried.footprint, text.live.places));
  },
  apply: (state, { by, body }, on) => {
    const text = textOf(state, body.text);
    const amendment = text.amendments[body.amendment - 1];
    if (amendment === undefined) return;
    const carried = overPresent(text, amendment);
    if (carried.kind === 'ended') throw new TypeError(`Amendment ${body.amendment} is outdated`);
    amendment.by = by.organisation;
    amendment.joint = [];
    amendment.fate = { kind: 'open' };
    restate(text, amendment, carried.footprint);
    comeAlive(text, amendment);
    weigh(state, text, body.amendment, by.organisation);
    settleAmendment(state, text, body.amendment, on);
  },
  example: { text: 1, amendment: 1 },
});

/**
 * One of its movers upholds an amendment against what a revision made of its words: it lies open anew, over the present words, and prevails where it stands against them. Silence does
 * not make it agreed any more.
 */
export const renew = defineAct({
  kind: 'amendment.renew',
  article: '13.2',
  strength: 'binding',
  from: ['participant'],
  matter: 'amendment',
  subjects: itsText,
  body: z
    .strictObject({
      text: numberSchema,
      /** The revision over which it is renewed, which must be the present one. */
      revision: numberSchema,
      amendment: numberSchema,
    })
    .readonly(),
  judge: (state, { by, body }) => {
    const found = amendmentAt(state, { text: body.text, amendment: body.amendment });
    if (!found.ok) return found.error;
    const { text, amendment } = found.value;
    if (!moves(amendment, by.organisation)) return { article: '13.2', kind: 'not-yours', owner: amendment.by };
    const outdated = revisionRefusal(text, body.revision);
    if (outdated !== null) return outdated;
    if (amendment.fate.kind === 'open') return { article: '13.2', kind: 'already', what: 'open' };
    return amendment.fate.kind === 'to-renew' ? null : is(amendment);
  },
  apply: (state, { body }, on) => {
    const text = textOf(state, body.text);
    const amendment = text.amendments[body.amendment - 1];
    if (amendment === undefined) return;
    amendment.fate = { kind: 'open' };
    amendment.renewed = on;
    comeAlive(text, amendment);
    for (const id of [amendment.by, ...amendment.joint]) weigh(state, text, amendment.number, id);
    settleAmendment(state, text, amendment.number, on);
  },
  example: { text: 1, revision: 2, amendment: 1 },
});
