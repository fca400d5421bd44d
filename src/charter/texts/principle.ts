import { z } from 'zod';
import { type Mutable, mutable } from '../../base/brand.ts';
import { organisationIdSchema, versionHashSchema } from '../../base/ids.ts';
import { instantSchema } from '../../base/schema.ts';
import type { Instant } from '../../base/time.ts';
import { endMandate, giveMandate, holdersOf } from '../group/mandates.ts';
import type { Mark } from '../law/mark.ts';
import type { Refusal } from '../law/refusal.ts';
import { isParticipant } from '../members/organisations.ts';
import type { Given, InPrinciple } from '../group/mandate-state.ts';
import type { Meeting } from '../meetings/state.ts';
import type { State } from '../state.ts';
import type { Text } from './state.ts';
import { unsecondedRefusal } from './seconding.ts';
import { present } from './texts.ts';

/**
 * Article 13.3: a text is taken in principle by the consensus of an assembly, or because nobody disagreed with a proposal. That gives the mandate to complete it. See
 * docs/decisions/0057-a-text-taken-in-principle-belongs-to-all.md.
 */

const nthMeetingSchema = z
  .strictObject({ of: z.enum(['assembly', 'group']), nth: z.int().min(1).max(100_000) })
  .readonly();

/** The fields of {@link InPrinciple}. */
export const inPrincipleFields = {
  /** The hash of the revision that is taken in principle. */
  version: versionHashSchema,
  /** Who completes it: the coordinating group, or these participants. */
  to: z.union([
    z.literal('group'),
    z
      .array(organisationIdSchema)
      .min(1)
      .max(50)
      .refine((list) => new Set(list).size === list.length, { error: 'repeated' })
      .readonly(),
  ]),
  until: instantSchema,
  /** The meeting at which it is adopted at the latest. */
  latest: nthMeetingSchema,
} as const;

/** Why this text cannot be taken in principle so. `at`: when it would be, if nobody disagrees. */
export const principleRefusal = (state: State, text: Text, asked: InPrinciple, at: Instant): Refusal | null => {
  const bad = (field: string, why: string): Refusal => ({ article: '13.3', kind: 'bad-field', field, why });
  const unseconded = unsecondedRefusal(state, text);
  if (unseconded !== null) return unseconded;
  const current = present(text).hash;
  if (current !== asked.version) return { article: '13.3', kind: 'superseded', field: 'version', current };
  if (asked.until <= at) return bad('until', 'past');
  if (asked.latest.nth <= state.held[asked.latest.of]) return bad('latest', 'past');
  if (asked.to === 'group' && state.group === null) return bad('to', 'no-group');
  const stranger = asked.to === 'group' ? undefined : asked.to.find((id) => !isParticipant(state, id));
  if (stranger !== undefined) return { article: '13.3', kind: 'unknown', thing: 'organisation', ref: stranger };
  return holdersOf(state, asked.to).length < 2 ? bad('to', 'one-alone') : null;
};

/** Whether what was asked of these words is asked of others by now, of a text that is not under negotiation any more, or for a time that has passed. */
export const isOvertaken = (
  text: Text | undefined,
  { version, until }: Pick<InPrinciple, 'version' | 'until'>,
  at: Instant,
): boolean => text?.stage !== 'negotiation' || present(text).hash !== version || until <= at;

/** All took it in principle: it is nobody's own from now on, and who completes it is the mandate's to say. */
export const takeInPrinciple = (
  state: Mutable<State>,
  text: Mutable<Text>,
  { to, until, latest }: InPrinciple,
  given: Given,
  on: Mark,
): void => {
  const before = text.principle?.mandates.at(-1);
  if (before !== undefined) endMandate(state, before, 'replaced', on);
  const what = { kind: 'text', text: text.number } as const;
  const mandate = giveMandate(state, { what, to, until, latest, given, on });
  if (text.principle === null) text.principle = mutable({ on, mandates: [mandate] });
  else text.principle.mandates.push(mandate);
  text.rapporteur = null;
  // Whoever objected to the revision agreed to it, or was overtaken by all who did.
  for (const objection of text.revisions.at(-1)?.objections ?? []) objection.withdrawn ??= on;
};

/**
 * The mandate ends with its latest meeting where two organisations have put the text to it, one after the other, and it was not adopted. So nobody ends it alone: neither whoever has the chair, by
 * ending the meeting, nor whoever puts the text to it and objects.
 */
export const endWithMeeting = (state: Mutable<State>, text: Mutable<Text>, on: Mark): void => {
  const mandate = state.mandates[(text.principle?.mandates.at(-1) ?? 0) - 1];
  if (mandate === undefined || mandate.ended !== null || text.stage !== 'negotiation') return;
  const isLast = (meeting: Mutable<Meeting> | undefined): boolean =>
    mandate.latest !== null &&
    meeting?.stage === 'closed' &&
    meeting.kind === mandate.latest.of &&
    (meeting.nth ?? 0) >= mandate.latest.nth;
  const triedBy = text.failed
    .filter(({ mandate: under, meeting }) => under === mandate.number && isLast(state.meetings[(meeting ?? 0) - 1]))
    .map(({ by }) => by);
  if (new Set(triedBy).size >= 2) endMandate(state, mandate.number, 'meeting', on);
};
