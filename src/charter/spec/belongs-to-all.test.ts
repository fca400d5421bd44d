import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { DAY, HOUR, after } from '../../base/time.ts';
import { frictionOf } from '../decisions/outcome.ts';
import type { Meeting } from '../meetings/state.ts';
import type { State } from '../state.ts';
import { present } from '../texts/texts.ts';
import { act, consult, decide, leave, onClause, revise, rulesWith, take } from './acts.ts';
import { arrive, convene, inMeeting, item } from './meetings.ts';
import { contest, suggest } from './negotiation.ts';
import { decideIn, inPrinciple, inPrincipleAt } from './principle.ts';
import { type Step, all, given, wait } from './spec.ts';
import type { World } from './world.ts';
import * as fc from 'fast-check';

/**
 * 3.1, 13.3: what all took in principle no organisation alone holds up or takes away. One does what it can, whoever it is: tabler, member of the group, chair or none of these. The others go on with
 * what they have agreed, each trying what the rules let it.
 */

const SIX = ['ada', 'bor', 'cvet', 'dora', 'eli', 'fani'] as const;

/** One in six may object, once the point was talked about. */
const RULES = rulesWith({
  coordinatingGroup: { perCountry: 10 },
  decision: { silence: 'accept', broadConsensus: { objectingPercent: 17, notAgreeingPercent: 50 } },
});

/** In how many of their meetings the others are disturbed, to the end. */
const ROUNDS = 16;

const textOf = (state: State) => state.texts[0] ?? assert.fail('No text');
const lastMeeting = ({ meetings }: State): Meeting => meetings.at(-1) ?? assert.fail('No meeting');
const last =
  (step: (meeting: number) => Step): Step =>
  (world) =>
    step(lastMeeting(world.state).number)(world);

/** Goes on where it is refused. */
const trying =
  (step: Step): Step =>
  (world) => {
    step(world);
    return null;
  };

/** What one may think of, by name. */
const MISCHIEF = {
  withdraw: (by) => act('text.withdraw', by, { text: 1 }),
  'another rapporteur': (by) => suggest(by, { kind: 'rapporteur', organisation: by as never }),
  'another mandate': (by) => (world) =>
    suggest(by, { kind: 'principle', ...inPrincipleAt(world.state, world.now, [by]) })(world),
  'other words': (by) => revise(by, ['Other words.']),
  'no words': (by) => revise(by, ['One.']),
  contest: (by) => contest(by),
  'decide in writing': (by) => decide(by),
  'decide at once': (by) => last((meeting) => decideIn(by, meeting, 1)),
  'decide soon': (by) => last((meeting) => decideIn(by, meeting, HOUR)),
  'decide late': (by) => last((meeting) => decideIn(by, meeting, 7 * DAY)),
  /** Puts it to whoever is there, objects, and lets the time pass. */
  'make it fail': (by) =>
    all(
      trying(last((meeting) => arrive(by, meeting))),
      last((meeting) => decideIn(by, meeting, HOUR)),
      take(by, 'object'),
      wait(2 * HOUR),
    ),
  'make the last fail': (by) =>
    all(
      convene(by, { kind: 'group', in: 2 * HOUR }),
      last((meeting) => item(by, 'The text', [1], meeting)),
      wait(HOUR),
      last((meeting) => inMeeting('sitting.open', by, {}, meeting)),
      last((meeting) => decideIn(by, meeting, HOUR)),
      last((meeting) => inMeeting('sitting.close', by, { resumes: null }, meeting)),
      take(by, 'object'),
      wait(2 * HOUR),
    ),
  'time passes': () => wait(2 * HOUR),
  object: (by) => take(by, 'object'),
  'object to a part': (by) => all(trying(take(by, 'object', onClause('c1'))), take(by, 'object', onClause('c3'))),
  'convene and forget': (by) => convene(by, { kind: 'group', in: 20 * DAY }),
  cancel: (by) => last((meeting) => act('meeting.cancel', by, { meeting, reason: 'No.' })),
  open: (by) => last((meeting) => inMeeting('sitting.open', by, {}, meeting)),
  come: (by) => last((meeting) => arrive(by, meeting)),
  go: (by) => last((meeting) => inMeeting('sitting.arrive', by, { present: false }, meeting)),
  'end the meeting': (by) => last((meeting) => inMeeting('sitting.close', by, { resumes: null }, meeting)),
  adjourn: (by) => (world) =>
    inMeeting('sitting.close', by, { resumes: after(world.now, 300 * DAY) }, lastMeeting(world.state).number)(world),
  'end the decision': (by) => act('decision.close', by, { text: 1 }),
  'propose much': (by) => (world) =>
    act('amendment.propose', by, {
      text: 1,
      revision: present(textOf(world.state)).number,
      change: { kind: 'delete', clause: 'c2' },
      reason: 'No.',
    })(world),
  resign: (by) => act('group.resign', by, { reason: null }),
  leave: (by) => leave(by),
} as const satisfies Readonly<Record<string, (by: string) => Step>>;

type Mischief = keyof typeof MISCHIEF;

/**
 * The others try, in any order that works: a meeting of the group and, once they want to decide, the question, their answers, its end. `meanwhile`: what the one does between two of their steps.
 */
const goOn = (world: World, others: readonly string[], deciding: boolean, meanwhile: () => void): void => {
  const tried = (...steps: readonly Step[]): boolean => steps.some((step) => step(world) === null);
  const { state } = world;
  const meeting = state.meetings.findLast(
    ({ kind, stage }) => kind === 'group' && (stage === 'convened' || stage === 'open'),
  );
  const soon = meeting?.stage === 'open' || (meeting?.notices.at(-1)?.starts ?? Infinity) < world.now + 2 * DAY;
  if (meeting === undefined || !soon) {
    if (tried(...others.map((name) => convene(name, { kind: 'group', in: DAY }))))
      tried(...others.map((name) => last((number) => item(name, 'The text', [1], number))));
    world.wait(DAY + HOUR);
  }
  for (const number of state.openMeetings) {
    tried(...others.map((name) => inMeeting('sitting.open', name, {}, number)));
    for (const name of others) tried(arrive(name, number));
    for (const { on } of frictionOf(state, textOf(state))) consult(others[0] ?? '', others.slice(1, 2), on)(world);
    meanwhile();
    if (deciding) tried(...others.map((name) => decideIn(name, number, HOUR)));
  }
  meanwhile();
  if (!deciding) return;
  for (const name of others) tried(take(name, 'accept'));
  meanwhile();
  tried(...others.slice(0, 1).map((name) => consult(name, others.slice(1, 2))));
  meanwhile();
  world.wait(HOUR);
  tried(...others.map((name) => act('decision.close', name, { text: 1 })));
};

suite('13.3 what all took in principle', () => {
  test('is adopted by all others, whatever one of them does or leaves undone', () => {
    const run = fc.record({
      who: fc.constantFrom(...SIX),
      mischief: fc.array(fc.array(fc.constantFrom(...(Object.keys(MISCHIEF) as Mischief[])), { maxLength: 8 }), {
        minLength: ROUNDS,
        maxLength: ROUNDS,
      }),
    });
    fc.assert(
      fc.property(run, ({ who, mischief }) => {
        const { world } = given(inPrinciple(SIX, { rules: RULES }));
        const others = SIX.filter((name) => name !== who);
        const begun = world.now;
        for (const [round, acts] of mischief.entries()) {
          const waiting = [...acts];
          goOn(world, others, round >= 3, () => {
            const one = waiting.shift();
            if (one !== undefined) MISCHIEF[one](who)(world);
          });
          for (const one of waiting) MISCHIEF[one](who)(world);
          const { stage } = textOf(world.state);
          assert.notEqual(stage, 'withdrawn');
          if (stage === 'adopted') break;
          world.wait(DAY);
        }
        assert.equal(textOf(world.state).stage, 'adopted');
        assert.ok(world.now - begun < 60 * DAY, 'not long before the mandate would end');
      }),
      { numRuns: 40 },
    );
  });
});
