import { z } from 'zod';
import { type Mutable, mutable } from '../../base/brand.ts';
import type { OrganisationId } from '../../base/ids.ts';
import { ok, err, type Result } from '../../base/result.ts';
import { faultOf } from '../../text/apply-change.ts';
import { type Change, changeSchema } from '../../text/change.ts';
import { fittingFootprint } from '../../text/footprint.ts';
import { defineAct } from '../act.ts';
import { endPeriod, settleAmendment, settleAmendments } from './agreement.ts';
import { AMENDING_LIMITS, crowdRefusal } from './amendment-limits.ts';
import { comeAlive, passAway } from './live.ts';
import type { Mark } from '../law/mark.ts';
import type { Refusal } from '../law/refusal.ts';
import type { State } from '../state.ts';
import { targetKey } from './position-state.ts';
import type { Amendment, Text } from './state.ts';
import { weigh } from './voices.ts';
import { notOpenRefusal, present, revisionRefusal, textAt, textOf } from './texts.ts';
import { line, numberSchema, prose } from '../../base/schema.ts';
import { itsText } from '../law/resource.ts';

/** Chapter 13.2: every participant may propose additions and amendments to a text that is not yet final. */

interface NewAmendment {
  readonly change: Change;
  readonly reason: string;
  readonly to: number | null;
  readonly credit: string | null;
}

const fitRefusal = (text: Text, change: Change): Refusal | null => {
  const fault = faultOf(present(text).clauses, text.live.places, change);
  if (fault === null) return null;
  return { article: '13.2', kind: 'clause-order', clause: 'clause' in fault ? fault.clause : null, why: fault.kind };
};

const put = (
  state: State,
  text: Mutable<Text>,
  by: OrganisationId,
  revision: number,
  { change, reason, to, credit }: NewAmendment,
  on: Mark,
): void => {
  const number = text.amendments.length + 1;
  const amendment: Mutable<Amendment> = {
    number,
    by,
    author: by,
    joint: [],
    to,
    credit,
    change: mutable(change),
    footprint: mutable(fittingFootprint(present(text).clauses, text.live.places, change)),
    current: [mutable(change)],
    reason,
    revision,
    over: revision,
    bySilence: true,
    renewed: null,
    lapsed: [],
    on,
    period: null,
    agreed: null,
    fate: { kind: 'open' },
  };
  text.amendments.push(amendment);
  comeAlive(text, amendment);
  weigh(state, text, number, by);
};

export const propose = defineAct({
  kind: 'amendment.propose',
  article: '13.2',
  strength: 'ordinary',
  from: ['participant'],
  matter: 'amendment',
  subjects: itsText,
  limits: AMENDING_LIMITS,
  body: z
    .strictObject({
      text: numberSchema,
      /** The revision it changes, which must be the present one. */
      revision: numberSchema,
      change: changeSchema,
      reason: prose(4000),
    })
    .readonly(),
  judge: (state, { by, body }) => {
    const found = textAt(state, body.text, '13.2', 'negotiation');
    if (!found.ok) return found.error;
    const text = found.value;
    return (
      revisionRefusal(text, body.revision) ??
      fitRefusal(text, body.change) ??
      crowdRefusal(text, by.organisation, [body.change])
    );
  },
  apply: (state, { by, body }, on) => {
    const text = textOf(state, body.text);
    put(state, text, by.organisation, body.revision, { ...body, to: null, credit: null }, on);
    settleAmendment(state, text, text.amendments.length, on);
  },
  example: {
    text: 1,
    revision: 1,
    change: { kind: 'replace', clause: 'data', words: 'Every participant publishes all that it measures.' },
    reason: 'So that nothing is left out.',
  },
});

/** Several at once, each standing on its own: what an edit of the text in place comes to. */
export const proposeSeveral = defineAct({
  kind: 'amendments.propose',
  article: '13.2',
  strength: 'ordinary',
  from: ['participant'],
  matter: 'amendment',
  subjects: itsText,
  limits: ['amendments-at-once', ...AMENDING_LIMITS],
  body: z
    .strictObject({
      text: numberSchema,
      revision: numberSchema,
      amendments: z
        .array(
          z
            .strictObject({
              change: changeSchema,
              reason: prose(4000),
              /** The amendment that this one would replace: it is a sub-amendment; else `null`. */
              to: numberSchema.nullable(),
              /** A person's name that the wording came with, or `null`. */
              credit: line(120).nullable(),
            })
            .readonly(),
        )
        .min(1)
        .max(400)
        .readonly(),
    })
    .readonly(),
  judge: (state, { by, body }) => {
    const found = textAt(state, body.text, '13.2', 'negotiation');
    if (!found.ok) return found.error;
    const text = found.value;
    const outdated = revisionRefusal(text, body.revision);
    if (outdated !== null) return outdated;
    for (const { change, to } of body.amendments) {
      const refusal = fitRefusal(text, change) ?? parentRefusal(text, to);
      if (refusal !== null) return refusal;
    }
    return crowdRefusal(
      text,
      by.organisation,
      body.amendments.map(({ change }) => change),
    );
  },
  apply: (state, { by, body }, on) => {
    const text = textOf(state, body.text);
    const first = text.amendments.length + 1;
    for (const amendment of body.amendments) put(state, text, by.organisation, body.revision, amendment, on);
    for (let number = first; number <= text.amendments.length; number += 1) settleAmendment(state, text, number, on);
  },
  example: {
    text: 1,
    revision: 1,
    amendments: [
      {
        change: { kind: 'delete', clause: 'data-monthly' },
        reason: 'Once a month is too seldom.',
        to: null,
        credit: null,
      },
      {
        change: { kind: 'replace', clause: 'data-floods', words: 'within the hour in a flood.' },
        reason: '“At once” cannot be kept.',
        to: 1,
        credit: 'M. Kovač',
      },
    ],
  },
});

const parentRefusal = (text: Text, to: number | null): Refusal | null =>
  to === null ? null : notOpenRefusal(text, to, '13.2');

export const oneAmendment = z.strictObject({ text: numberSchema, amendment: numberSchema }).readonly();

/** The amendment of a text under negotiation, or why there is none. */
export const amendmentAt = (
  state: State,
  { text: number, amendment: ref }: z.infer<typeof oneAmendment>,
): Result<{ readonly text: Text; readonly amendment: Amendment }, Refusal> => {
  const found = textAt(state, number, '13.2', 'negotiation');
  if (!found.ok) return found;
  const text = found.value;
  const amendment = text.amendments[ref - 1];
  return amendment === undefined
    ? err({ article: '13.2', kind: 'unknown', thing: 'amendment', ref: `${ref}` })
    : ok({ text, amendment });
};

export const moves = ({ by, joint }: Amendment, organisation: OrganisationId): boolean =>
  by === organisation || joint.includes(organisation);

/** Refused because of what it is by now. */
export const is = ({ number, fate }: Amendment): Refusal => ({
  article: '13.2',
  kind: 'amendment-is',
  amendment: number,
  fate: fate.kind,
});

/** A participant moves an open amendment jointly with those who do. */
export const join = defineAct({
  kind: 'amendment.join',
  article: '13.2',
  strength: 'binding',
  from: ['participant'],
  matter: 'amendment',
  subjects: itsText,
  body: oneAmendment,
  judge: (state, { by, body }) => {
    const found = amendmentAt(state, body);
    if (!found.ok) return found.error;
    if (found.value.amendment.fate.kind !== 'open') return is(found.value.amendment);
    return moves(found.value.amendment, by.organisation) ? { article: '13.2', kind: 'already', what: 'joined' } : null;
  },
  apply: (state, { by, body }, on) => {
    const text = textOf(state, body.text);
    text.amendments[body.amendment - 1]?.joint.push(by.organisation);
    weigh(state, text, body.amendment, by.organisation);
    settleAmendment(state, text, body.amendment, on);
  },
  example: { text: 1, amendment: 1 },
});

/** One that moves it no longer does. With its last mover it is withdrawn; while others move it, it goes on as theirs. What is agreed is everyone's, and stays. */
export const withdraw = defineAct({
  kind: 'amendment.withdraw',
  article: '13.2',
  strength: 'ordinary',
  from: ['participant'],
  matter: 'amendment',
  subjects: itsText,
  body: oneAmendment,
  judge: (state, { by, body }) => {
    const found = amendmentAt(state, body);
    if (!found.ok) return found.error;
    const { amendment } = found.value;
    if (!moves(amendment, by.organisation)) return { article: '13.2', kind: 'not-yours', owner: amendment.by };
    if (amendment.fate.kind === 'withdrawn') return { article: '13.2', kind: 'already', what: 'withdrawn' };
    return amendment.fate.kind === 'open' || amendment.fate.kind === 'to-renew' ? null : is(amendment);
  },
  apply: (state, { by, body }, on) => {
    const text = textOf(state, body.text);
    const amendment = text.amendments[body.amendment - 1];
    if (amendment === undefined) return;
    const [next, ...rest] = [amendment.by, ...amendment.joint].filter((id) => id !== by.organisation);
    if (next !== undefined) {
      amendment.by = next;
      amendment.joint = rest;
      weigh(state, text, body.amendment, by.organisation);
      return;
    }
    endPeriod(state, amendment, text.number);
    amendment.fate = { kind: 'withdrawn', on };
    passAway(text, amendment.number);
    text.standing.delete(targetKey({ kind: 'amendment', amendment: body.amendment }));
    settleAmendments(state, text, on);
  },
  example: { text: 1, amendment: 1 },
});
