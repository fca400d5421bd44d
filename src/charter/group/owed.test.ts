import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { OrganisationId } from '../../base/ids.ts';
import { NOTHING_OWED, type Owed } from '../law/indexes.ts';
import { act, adopt, founded, observe } from '../spec/acts.ts';
import { help, letter } from '../spec/meetings.ts';
import { play, runArbitrary } from '../spec/moves.test.ts';
import { type Step, given } from '../spec/spec.ts';
import type { State } from '../state.ts';
import { isUnreached } from './owed.ts';

/** What has not come to an organisation, by going through all that was ever circulated. */
const goingThroughAll = ({ circulations, letters, observations }: State, id: OrganisationId): Owed => {
  const mine = circulations.flatMap(({ number, what, recipients }) => {
    const delivery = recipients.get(id);
    return delivery === undefined ? [] : [{ number, what, delivery }];
  });
  return {
    unopened: mine
      .filter(({ delivery: { opened, acknowledged } }) => opened === null && acknowledged === null)
      .map(({ number }) => number),
    unacknowledged: mine.flatMap(({ what, delivery: { opened, acknowledged } }) => {
      const circular = what.kind === 'letter' ? letters[what.letter - 1] : undefined;
      return circular?.kind === 'circular' && opened !== null && acknowledged === null ? [circular.number] : [];
    }),
    unreached: mine.filter(({ delivery }) => isUnreached(delivery)).map(({ number }) => number),
    unseen: observations
      .filter(({ circulation }) => circulation.some(({ organisation, shown }) => organisation === id && shown === null))
      .map(({ number }) => number),
  };
};

const isKept = (state: State): void => {
  for (const id of state.organisations.keys())
    assert.deepEqual(state.owed.get(id) ?? NOTHING_OWED, goingThroughAll(state, id), id);
};

test('what has not come to an organisation is at hand as it follows from all that was circulated', () => {
  const NAMES = ['ada', 'bor', 'cvet', 'dora', 'eli', 'fani', 'gaj', 'hana'];
  fc.assert(
    fc.property(runArbitrary, (run) => isKept(play(run, NAMES).state)),
    { numRuns: 25 },
  );
});

const delivered = (circulation: number, result: string): Step =>
  act('host.delivered', '', { circulation, outcomes: [{ organisation: 'bor', result, code: null }] });

const MOVES: readonly Step[] = [
  letter('ada'),
  letter('cvet', { kind: 'letter' }),
  observe('ada'),
  help('cvet'),
  act('host.shown', '', { organisation: 'bor', observations: [1] }),
  ...[1, 2, 3].flatMap((circulation) => [
    act('host.opened', '', { organisation: 'bor', circulations: [circulation] }),
    act('post.acknowledge', 'bor', { circulation }),
    act('post.otherwise', 'ada', { circulation, organisation: 'bor', how: 'By hand' }),
    delivered(circulation, 'bounced'),
    delivered(circulation, 'no-address'),
    delivered(circulation, 'handed-over'),
  ]),
];

test('and so in whatever order things come, are shown, acknowledged, sent another way and bounce', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...MOVES), { minLength: 1, maxLength: 40 }), (moves) => {
      const { world } = given(founded(3), adopt(['ada', 'bor', 'cvet']));
      for (const move of moves) move(world);
      isKept(world.state);
    }),
    { numRuns: 60 },
  );
});
