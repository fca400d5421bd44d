import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import * as fc from 'fast-check';
import { DAY, HOUR, after } from '../../base/time.ts';
import type { Rules } from '../law/rules.ts';
import { acting, consult, onClause, rulesWith, table, take } from '../spec/acts.ts';
import { ROOM_RULES, inMeeting, sitting } from '../spec/meetings.ts';
import { type Step, all, given, wait } from '../spec/spec.ts';
import type { Stand } from '../texts/position-state.ts';
import { present } from '../texts/texts.ts';

const NAMES = ['ada', 'bor', 'cvet', 'dora'] as const;

const rules = (decision: Partial<Rules['decision']>): Rules => ({
  ...ROOM_RULES,
  meetings: { ...ROOM_RULES.meetings, quorumPercent: 0, callSeconds: 0 },
  decision: { ...rulesWith({}).decision, broadConsensus: null, ...decision },
});

/** The text is put to decision in the room of an assembly of all four, from which these then go. */
const room = (decision: Partial<Rules['decision']>, gone: readonly string[] = []): Step =>
  all(
    sitting(NAMES, rules(decision), table('ada')),
    acting('decision.open', 'ada', ({ state, now }) => ({
      text: 1,
      version: present(state.texts[0] ?? assert.fail()).hash,
      deadline: after(now, HOUR),
      meeting: 1,
    })),
    ...gone.map((name) => inMeeting('sitting.arrive', name, { present: false })),
  );

const close: Step = acting('decision.close', 'ada', () => ({ text: 1 }));
/** The same, but where everyone has agreed, which ends it at once. */
const end: Step = (world) => (world.state.texts[0]?.stage === 'decision' ? close(world) : null);
const saying = (stands: Readonly<Record<string, Stand | null>>): Step =>
  all(...Object.entries(stands).flatMap(([name, stand]) => (stand === null ? [] : [take(name, stand)])));

const decided = (...steps: readonly Step[]) => given(...steps).state.texts[0] ?? assert.fail();
const result = (...steps: readonly Step[]) => decided(...steps).decision?.outcome?.result ?? null;

const threeAgree = saying({ ada: 'support', bor: 'accept', cvet: 'accept' });

suite('6.1 unanimity of those present', () => {
  const present14 = { unanimityOfPresent: { absentDays: 14 } };

  test('is of all participants where the rules do not say otherwise: the absent one stands aside', () => {
    assert.equal(result(room({}, ['dora']), threeAgree, end), 'not-adopted');
  });

  test('adopts at once where the absent are given no time', () => {
    assert.equal(result(room({ unanimityOfPresent: { absentDays: 0 } }, ['dora']), threeAgree, end), 'unanimous');
  });

  test('waits for as long as the absent may object, and stands when they do not', () => {
    const waiting = given(room(present14, ['dora']), threeAgree, end);
    const [text] = waiting.state.texts;
    assert.equal(text?.stage, 'decision');
    assert.equal(text?.decision?.deadline, after(waiting.state.time, 14 * DAY));
    assert.equal(result(room(present14, ['dora']), threeAgree, end, wait(14 * DAY)), 'unanimous');
  });

  test('falls by the objection of one who was absent, and by no change of mind of one who was there', () => {
    const waiting = [room(present14, ['dora']), threeAgree, end] as const;
    assert.equal(result(...waiting, take('dora', 'object'), wait(14 * DAY)), 'not-adopted');
    given(...waiting)
      .when(take('cvet', 'object'))
      .refused('6.1', 'deadline-passed');
    given(...waiting)
      .when(end)
      .refused('6.1', 'deadline-passed');
  });

  test('ends at once where those present do not agree, and when all others have agreed, too', () => {
    const split = saying({ ada: 'support', bor: 'object' });
    assert.equal(result(room(present14, ['dora']), split, end), 'not-adopted');
    assert.equal(result(room(present14, ['dora']), threeAgree, end, take('dora', 'accept')), 'unanimous');
  });

  test('an absent one that has objected to a part counts, in its silence, as objecting', () => {
    const earlier = take('dora', 'object', onClause('c2'));
    assert.equal(result(room(present14, ['dora']), earlier, threeAgree, end, wait(14 * DAY)), 'not-adopted');
  });

  const stand = fc.constantFrom<Stand | null>('support', 'accept', 'stand-aside', 'object', null);
  const stands = fc.record({ ada: stand, bor: stand, cvet: stand, dora: stand });

  test('whoever is absent and silent changes nothing, and one objection of anybody always does', () => {
    fc.assert(
      fc.property(stands, fc.subarray(['bor', 'cvet', 'dora']), (all4, gone) => {
        const inside = Object.fromEntries(Object.entries(all4).filter(([name]) => !gone.includes(name)));
        const alone = result(room(present14, gone), saying(inside), end, wait(14 * DAY));
        const told = result(room(present14, gone), saying(all4), end, wait(14 * DAY));
        if (Object.values(all4).includes('object')) assert.equal(told, 'not-adopted');
        const consent = (one: Stand | null) => one === 'support' || one === 'accept';
        if (Object.values(inside).every(consent)) assert.equal(alone, 'unanimous');
        else assert.equal(alone, 'not-adopted');
      }),
      { numRuns: 25 },
    );
  });
});

suite('7.2 broad consensus as the assembly finds it', () => {
  const finds = { assemblyFinds: true };

  test('is there where some agree and nobody objects to the adoption as such, though not all sign', () => {
    const most = saying({ ada: 'support', bor: 'stand-aside', cvet: 'stand-aside' });
    assert.equal(result(room(finds), most, end), 'broad-consensus');
    assert.equal(result(room({}), most, end), 'not-adopted');
  });

  test('leaves out who objects to a part in silence, once that was talked about', () => {
    const part = all(take('dora', 'object', onClause('c2')), saying({ ada: 'support', bor: 'accept', cvet: 'accept' }));
    assert.equal(result(room(finds), part, end), 'not-adopted');
    assert.equal(result(room(finds), part, consult('ada', ['dora'], onClause('c2')), end), 'broad-consensus');
  });

  test('is not there where one objects, nor where nobody agrees', () => {
    assert.equal(result(room(finds), threeAgree, take('dora', 'object'), end), 'not-adopted');
    const none = decided(room(finds), end);
    assert.deepEqual(none.decision?.outcome?.obstacles, [{ kind: 'not-agreeing', count: 4, most: 3 }]);
  });
});

suite('6.1 silence', () => {
  test('means in a room what the rules say of rooms, and in writing what they say of writing', () => {
    const stands: readonly Stand[] = ['accept', 'stand-aside', 'object'];
    const silent = (decision: Partial<Rules['decision']>) =>
      decided(room(decision), saying({ ada: 'support' }), end).decision?.outcome?.answers.at(-1)?.stand;
    for (const silenceInRoom of stands as readonly ('accept' | 'stand-aside' | 'object')[])
      for (const silence of stands as readonly ('accept' | 'stand-aside' | 'object')[])
        assert.equal(silent({ silence, silenceInRoom }), silenceInRoom);
  });
});
