import { z } from 'zod';
import { versionHashSchema } from '../base/ids.ts';
import { instantSchema, line } from '../base/schema.ts';
import { DAY, after } from '../base/time.ts';
import { defineAct } from './act.ts';
import { scheduleDeadline } from './deadlines.ts';
import { targetKey } from './state.ts';
import { numberSchema, present, ownerOnly, textAt, textOf } from './texts.ts';

/**
 * Chapters 6.1 and 13.3: the proposer puts the present version, final from here on, to decision. Positions on the whole are given anew; those on clauses stand. The
 * outcome falls at the deadline, or as soon as every participant has answered and all support or accept.
 */
export const open = defineAct({
  kind: 'decision.open',
  article: '6.1',
  strength: 'binding',
  from: ['participant'],
  body: z
    .strictObject({
      text: numberSchema,
      /** The version decided upon: the hash of the present revision. */
      version: versionHashSchema,
      deadline: instantSchema,
      /** Where and how it is decided (13.3): a meeting's place, or in writing. */
      place: line(200),
    })
    .readonly(),
  judge: (state, act, at) => {
    const { body } = act;
    const text = textAt(state, body.text, '6.1', 'negotiation');
    if ('article' in text) return text;
    const refusal = ownerOnly(state, text, act);
    if (refusal !== null) return refusal;
    const current = present(text).hash;
    if (current !== body.version) return { article: '13.3', kind: 'superseded', field: 'version', current };
    const earliest = after(at, (state.charter?.charter.rules.decision.minimumDays ?? 0) * DAY);
    return body.deadline < earliest || body.deadline <= at
      ? { article: '6.1', kind: 'deadline-too-early', earliest }
      : null;
  },
  apply: (state, { by, body }, on) => {
    const text = textOf(state, body.text);
    const { version, deadline, place } = body;
    text.stage = 'decision';
    text.decision = {
      version,
      revision: text.revisions.length,
      opened: on,
      by: by.organisation,
      deadline,
      place,
      outcome: null,
    };
    text.standing.delete(targetKey({ kind: 'whole' }));
    for (const amendment of text.amendments) {
      if (amendment.fate.kind !== 'open') continue;
      amendment.fate = { kind: 'fallen', on };
      text.standing.delete(targetKey({ kind: 'amendment', amendment: amendment.number }));
    }
    scheduleDeadline(state, { kind: 'decision', text: text.number, at: deadline });
  },
});
