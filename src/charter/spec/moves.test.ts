import * as fc from 'fast-check';
import { DAY, HOUR } from '../../base/time.ts';
import { ACT_KINDS, type ActKind } from '../acts.ts';
import { attemptOf, founding } from './move-acts.test.ts';
import type { Move } from './move-cast.test.ts';
import { MEANS_ACTS } from './move-means.test.ts';
import { MEETING_ACTS } from './move-meetings.test.ts';
import type { Refusal } from '../law/refusal.ts';
import { CONSENT_RULES, REGIONAL_RULES, type Rules, openersSchema } from '../law/rules.ts';
import { type Step, all, wait } from './spec.ts';
import { account, keeper } from './means.ts';
import { AHEAD, agreed, arrive, calledByEnough, convene, credentials, inMeeting, item, slate } from './meetings.ts';
import { type Attempt, type World, createWorld } from './world.ts';

/**
 * Random conferences for the property tests. A move says by mere numbers who does what to what; where it is made it becomes an
 * act, mostly one that the rules allow there. So one run can be played under other names, or in another order of listing.
 */

export interface Run {
  readonly founders: number;
  readonly rules: Rules;
  readonly moves: readonly Move[];
  /** Whether the founders sit in an assembly from the start, with its agenda adopted. */
  readonly sitting: boolean;
  /** Whether that assembly has elected a group, where its founders can fill one. */
  readonly elected: boolean;
}

/** How many organisations there may be in a run: up to five founders, the rest apply or are invited. */
export const MOST_ORGANISATIONS = 8;

const MEANS_KINDS = Object.keys(MEANS_ACTS) as readonly ActKind[];

const MEETING_KINDS = Object.keys(MEETING_ACTS) as readonly ActKind[];

/** Mostly what is done in the room, of the group and by the post. */
const IN_THE_ROOM: readonly Move['kind'][] = [
  ...ACT_KINDS,
  ...MEETING_KINDS,
  ...MEETING_KINDS,
  ...MEANS_KINDS,
  ...Array<ActKind>(3).fill('account.open'),
  ...Array<ActKind>(2).fill('transaction.record'),
  ...(['wait', 'wait', 'decision.open', 'decision.open'] as const),
  ...Array<ActKind>(5).fill('call.open'),
  ...Array<ActKind>(4).fill('call.answer'),
  ...Array<ActKind>(6).fill('call.close'),
  ...Array<ActKind>(4).fill('decision.close'),
  ...Array<ActKind>(2).fill('group.resign'),
  ...Array<ActKind>(3).fill('summary.circulate'),
  ...Array<ActKind>(3).fill('summary.correct'),
  ...Array<ActKind>(5).fill('summary.withdraw-correction'),
];

const IN_WRITING: readonly Move['kind'][] = [
  ...ACT_KINDS.filter((kind) => !MEETING_KINDS.includes(kind) && !MEANS_KINDS.includes(kind)),
  ...([
    'wait',
    'wait',
    'wait',
    'wait',
    'wait',
    'text.table',
    'decision.open',
    'decision.open',
    'participation.apply',
    'participation.present',
    'participation.present',
    'recovery.request',
    'recovery.disagree',
    'recovery.disagree',
    'recovery.withdraw-disagreement',
    'observation.make',
  ] as const),
  ...Array<ActKind>(3).fill('recovery.vouch'),
  ...Array<ActKind>(12).fill('positions.take'),
  ...Array<ActKind>(5).fill('text.sign'),
  ...Array<ActKind>(2).fill('signature.confirm'),
  'signature.withdraw',
  ...([
    'amendment.propose',
    'amendment.withdraw',
    'amendment.withdraw',
    'amendment.take-over',
    'amendment.renew',
    'amendment.renew',
    'publication.withdraw-disagreement',
    'article.withdraw',
    'article.withdraw',
    'archive.bring',
    'archive.bring',
    'archive.doubt',
    'archive.doubt',
    'archive.disagree',
    'archive.disagree',
  ] as const),
  ...([
    'periodical.propose',
    'periodical.propose',
    'article.write',
    'article.write',
    'issue.put',
    'issue.put',
  ] as const),
  ...([
    'text.revise',
    'text.revise',
    'revision.object',
    'revision.object',
    'amendments.propose',
    'proposal.make',
    'proposal.make',
    'proposal.disagree',
    'proposal.disagree',
    'proposal.withdraw-disagreement',
    'proposal.withdraw-disagreement',
  ] as const),
];

const rulesArbitrary: fc.Arbitrary<Rules> = fc
  .record({
    base: fc.constantFrom(REGIONAL_RULES, CONSENT_RULES),
    silence: fc.constantFrom('accept' as const, 'stand-aside' as const, 'object' as const),
    silenceInRoom: fc.constantFrom('accept' as const, 'stand-aside' as const, 'object' as const),
    unanimityOfPresent: fc.option(fc.record({ absentDays: fc.integer({ min: 0, max: 3 }) })),
    assemblyFinds: fc.boolean(),
    openers: fc.constantFrom(...openersSchema.options),
    seconding: fc.constantFrom(0, 0, 1),
    broadConsensus: fc.option(
      fc.record({
        objectingPercent: fc.integer({ min: 0, max: 60 }),
        notAgreeingPercent: fc.integer({ min: 0, max: 100 }),
      }),
    ),
  })
  .map(({ base: { texts, ...base }, seconding, ...decision }) => ({
    ...base,
    decision: { minimumDays: 1, ...decision },
    texts: { ...texts, seconding },
  }));

export const runArbitrary: fc.Arbitrary<Run> = fc.boolean().chain((sitting) =>
  fc.record({
    founders: fc.integer({ min: 2, max: 5 }),
    sitting: fc.constant(sitting),
    elected: sitting ? fc.boolean() : fc.constant(false),
    rules: rulesArbitrary,
    moves: fc.array(
      fc.record({
        kind: fc.constantFrom(...(sitting ? IN_THE_ROOM : IN_WRITING)),
        apt: fc.nat({ max: 7 }).map((n) => n > 0),
        who: fc.nat({ max: 999 }),
        what: fc.nat({ max: 999 }),
        how: fc.nat({ max: 999 }),
      }),
      { minLength: 10, maxLength: 70, size: 'max' },
    ),
  }),
);

/** One account of each, so that something can be recorded. */
const KINDS = ['asset', 'fund', 'income', 'expense'] as const;

/** The founders in the room, at an item about the first text; where `elected`, the first of them are its group. */
const assemble = (names: readonly string[], { rules, elected }: Run): Step => {
  const [first = '', second = first] = names;
  const { members, substitutes } = rules.coordinatingGroup;
  const group = slate(names.slice(0, members), names.slice(members, members + substitutes));
  return all(
    convene(first),
    calledByEnough(names.slice(1)),
    ...names.map((name) => credentials(name)),
    item(first, 'Rivers', [1]),
    wait(AHEAD),
    inMeeting('sitting.open', first),
    ...names.slice(1).map((name) => arrive(name)),
    agreed(first, { kind: 'agenda', items: [1] }),
    inMeeting('sitting.item', first, { item: 1 }),
    ...(elected && names.length >= members
      ? [agreed(first, group), agreed(first, keeper(second)), ...KINDS.map((kind) => account(second, kind))]
      : []),
  );
};

/** Something offered to a conference, before it is judged. */
export type Offer = (world: World, attempt: Attempt) => void;

/** Without a text there is little to do. */
const TABLING: Move = { kind: 'text.table', apt: true, who: 0, what: 0, how: 1 };

/**
 * Plays a run with organisations of these names; `listing` says in which order the founders are listed. Founding is part of the
 * run and never refused. `offered` hears of every attempt before it is sent, and `sent` after it.
 */
export const play = (
  run: Run,
  names: readonly string[],
  {
    listing = names.slice(0, run.founders),
    offered = () => undefined,
    sent = () => undefined,
    altered = (attempt) => attempt,
  }: {
    readonly listing?: readonly string[];
    readonly offered?: Offer;
    readonly sent?: (world: World, attempt: Attempt, refusal: Refusal | null) => void;
    /** What is made of an attempt before it is offered. */
    readonly altered?: (attempt: Attempt) => Attempt;
  } = {},
): World => {
  const { founders, rules, moves, sitting } = run;
  const world = createWorld();
  const send = (made: Attempt): void => {
    const attempt = altered(made);
    offered(world, attempt);
    sent(world, attempt, world.send(attempt));
  };
  for (const attempt of founding(listing, names, rules)) send(attempt);
  send(attemptOf(world, names, 'text.table', TABLING));
  if (sitting) assemble(names.slice(0, founders), run)(world);
  for (const move of moves) {
    if (move.kind === 'wait') world.wait(move.how % 3 === 0 ? (move.what % 20) * DAY : (move.what % 50) * HOUR);
    else send(attemptOf(world, names, move.kind, move));
  }
  return world;
};
