import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import * as fc from 'fast-check';
import type { OrganisationId } from '../../base/ids.ts';
import type { ReceivedAct } from '../act.ts';
import { ACT_KINDS, type AnyAct } from '../acts.ts';
import type { Group } from './state.ts';
import { judge } from '../judge.ts';
import { play, runArbitrary } from '../spec/moves.test.ts';
import { type Step, all, given, wait } from '../spec/spec.ts';
import { EXAMPLES } from '../spec/example.ts';
import { AHEAD, answer, arrive, ask, circulate, convene, elected, inMeeting, letter } from '../spec/meetings.ts';
import { type Attempt, HOST, type World, signer } from '../spec/world.ts';
import type { State } from '../state.ts';

const six = ['ada', 'bor', 'cvet', 'dora', 'eli', 'fani'];

suite('3.1 a seat in the group gives no power beyond the tasks of article 9', () => {
  /** What the group does for everyone, and what its members decide in its own meetings. */
  const TASKS: ReadonlySet<string> = new Set([
    'meeting.convene',
    'sitting.open',
    'letter.send',
    'help.ask',
    'help.close',
    'post.otherwise',
    'summary.circulate',
    'group.resign',
    'call.answer',
    // Under a mandate that all gave it (11.1).
    'issue.agree',
  ]);

  /** The same state with the maker of the act in the group, and with others in its seats. */
  const withSeats = (
    state: State,
    members: readonly OrganisationId[],
    substitutes: readonly OrganisationId[],
  ): State => {
    const group: Group = {
      meeting: 1,
      elected: state.founded ?? { index: 0, at: state.time },
      until: null,
      members,
      substitutes,
      changes: [],
    };
    return { ...state, group };
  };

  const differs = (state: State, entry: ReceivedAct<AnyAct>): boolean => {
    const { kind, by } = entry.act;
    const others = [...state.organisations.values()]
      .filter(({ id: other, standing }) => other !== by.organisation && standing.kind === 'participant')
      .map(({ id: other }) => other);
    // Whether everyone with a say has answered, and so when a call may be closed, hangs on who is in the group and not on who closes.
    if (kind.startsWith('host.') || kind === 'call.close' || others.length < 2) return false;
    const without = JSON.stringify(judge(withSeats(state, others.slice(0, 2), others.slice(2, 3)), entry));
    const asMember = withSeats(state, [by.organisation, ...others.slice(0, 1)], others.slice(1, 2));
    const asSubstitute = withSeats(state, others.slice(0, 2), [by.organisation]);
    return [asMember, asSubstitute].some((seated) => JSON.stringify(judge(seated, entry)) !== without);
  };

  const attemptIn = (step: Step, next: Step): readonly [World, Attempt] => {
    const { world } = given(step);
    let made: Attempt | undefined;
    next({
      ...world,
      now: world.now,
      send: (attempt) => {
        made = attempt;
        return null;
      },
    });
    return [world, made ?? assert.fail()];
  };
  const entryIn = (step: Step, next: Step): readonly [State, ReceivedAct<AnyAct>] => {
    const [world, made] = attemptIn(step, next);
    return [world.state, world.entryOf(made)];
  };

  test('every kind of act is let in or refused with a seat as without, whoever makes it, but for those tasks', () => {
    for (const kind of ACT_KINDS.filter((one) => !TASKS.has(one))) {
      const [world, made] = attemptIn(EXAMPLES[kind].given, EXAMPLES[kind].next);
      for (const by of [made.by, ...world.state.organisations.keys()])
        assert.equal(differs(world.state, world.entryOf({ ...made, by })), false, `${kind} by ${by}`);
    }
  });

  test('and for those tasks the seat is what makes the difference', () => {
    const meeting = all(
      elected(six),
      convene('ada', { kind: 'group' }),
      wait(AHEAD),
      inMeeting('sitting.open', 'ada', {}, 2),
      arrive('bor', 2),
      ask('ada', { kind: 'chair', organisation: 'bor', delegate: 1 }, 2),
    );
    const examples: Readonly<Record<string, readonly [Step, Step]>> = {
      'call.answer': [meeting, answer('bor', 'agree', { meeting: 2 })],
      'sitting.open': [
        all(elected(six), convene('ada', { kind: 'group' }), wait(AHEAD)),
        inMeeting('sitting.open', 'bor', {}, 2),
      ],
      'letter.send': [elected(six), letter('ada')],
      'summary.circulate': [elected(six), circulate('cvet')],
    };
    for (const kind of TASKS) {
      const known = EXAMPLES[kind as keyof typeof EXAMPLES];
      const [before, next] = examples[kind] ?? [known.given, known.next];
      assert.equal(differs(...entryIn(before, next)), true, kind);
    }
  });

  test('nor does it in any conference that chance brings about', () => {
    fc.assert(
      fc.property(runArbitrary, (run) => {
        play(run, six, {
          offered: (world, attempt) => {
            if (TASKS.has(attempt.kind)) return;
            const entry = world.entryOf(attempt);
            assert.equal(differs(world.state, entry), false, attempt.kind);
          },
        });
      }),
      { numRuns: 60 },
    );
  });

  test('and the host gains none by it', () => {
    const { world } = given(elected(six));
    const host = signer(world.state.host ?? HOST);
    for (const kind of TASKS) {
      const [state, entry] = entryIn(
        EXAMPLES[kind as keyof typeof EXAMPLES].given,
        EXAMPLES[kind as keyof typeof EXAMPLES].next,
      );
      assert.notEqual(judge(state, { ...entry, signers: [host] }), null, kind);
    }
  });
});
