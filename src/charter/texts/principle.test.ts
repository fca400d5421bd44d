import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { DAY, HOUR } from '../../base/time.ts';
import { type Step, all, given, wait } from '../spec/spec.ts';
import { act, amend, decide, onAmendment, revise, table, take, founded } from '../spec/acts.ts';
import { answer, arrive, closeCall, convene, credentials, inMeeting, sitting, ROOM_RULES } from '../spec/meetings.ts';
import { contest, suggest } from '../spec/negotiation.ts';
import { askPrinciple, atText, decideIn, groupSits, inPrinciple, inPrincipleAt } from '../spec/principle.ts';
import { asClauseId } from '../spec/world.ts';
import type { OrganisationId } from '../../base/ids.ts';
import type { State } from '../state.ts';

const five = ['ada', 'bor', 'cvet', 'dora', 'eli'];
const six = [...five, 'fani'];
const textOf = (state: State) => state.texts[0] ?? assert.fail('No text');
const mandateOf = (state: State) => state.mandates.at(-1) ?? assert.fail('No mandate');
const all6 = (stand: 'accept' | 'object', names = six) => all(...names.map((name) => take(name, stand)));
const change = (words: string) => ({ kind: 'replace' as const, clause: asClauseId('c2'), words });
const accepted = (amendment: number, names = six) =>
  all(...names.map((name) => take(name, 'accept', onAmendment(amendment))));

suite('13.3 a text is taken in principle', () => {
  test('by the consensus of an assembly, which is the mandate', () => {
    const { state } = given(inPrinciple(six));
    const { principle, stage } = textOf(state);
    assert.deepEqual([stage, principle?.mandates], ['negotiation', [1]]);
    const { what, to, latest, given: how, ended } = mandateOf(state);
    assert.deepEqual([what, to, latest], [{ kind: 'text', text: 1 }, 'group', { of: 'group', nth: 2 }]);
    assert.deepEqual([how, ended], [{ kind: 'call', meeting: 1, call: 3 }, null]);
  });

  test('not where one objects, where the words are others by now, or where the room is at something else', () => {
    const asked = all(atText(six), askPrinciple('ada'));
    const none = given(asked, answer('fani', 'object'), wait(HOUR)).when(closeCall('ada')).allowed();
    assert.deepEqual([textOf(none).principle, none.mandates], [null, []]);
    const others = given(asked, revise('ada', ['Other words.']), wait(HOUR))
      .when(closeCall('ada'))
      .allowed();
    assert.deepEqual(
      [textOf(others).principle, others.meetings[0]?.calls.at(-1)?.outcome?.result],
      [null, 'overtaken'],
    );
    given(atText(six), inMeeting('sitting.item', 'ada', { item: 2 }))
      .when(askPrinciple('ada'))
      .refused('5.3', 'not-on-agenda', { item: 2 });
    given(sitting(six, ROOM_RULES, table('ada')))
      .when(askPrinciple('ada'))
      .refused('13.3', 'bad-field', { field: 'to', why: 'no-group' });
    given(atText(six))
      .when(askPrinciple('ada', { latest: { of: 'assembly', nth: 1 } }))
      .refused('13.3', 'bad-field', { field: 'latest' });
    given(atText(six))
      .when(askPrinciple('ada', { to: ['nobody'] }))
      .refused('13.3', 'unknown', { thing: 'organisation' });
    given(groupSitsAfter('ada'))
      .when(askPrinciple('ada', {}, 2))
      .refused('9.1', 'mandate-needed');
  });

  test('or because nobody disagreed, in writing', () => {
    const proposed = all(founded(3), table('ada'), (world) =>
      suggest('bor', { kind: 'principle', ...inPrincipleAt(world.state, world.now, ['bor', 'cvet']) })(world),
    );
    const { state } = given(proposed, wait(14 * DAY));
    assert.deepEqual(
      [textOf(state).principle?.mandates, mandateOf(state).given],
      [[1], { kind: 'silence', text: 1, proposal: 1 }],
    );
    const moved = given(proposed, revise('ada', ['Other words.']), wait(14 * DAY)).state;
    assert.deepEqual([textOf(moved).principle, textOf(moved).proposals[0]?.outcome], [null, 'refused']);
  });

  test('once; a second time gives another mandate in place of the first', () => {
    const again = all(
      inPrinciple(six),
      (world) =>
        suggest('bor', { kind: 'principle', ...inPrincipleAt(world.state, world.now, ['eli', 'fani']) })(world),
      wait(14 * DAY),
    );
    const { state } = given(again);
    assert.deepEqual(textOf(state).principle?.mandates, [1, 2]);
    assert.deepEqual(
      state.mandates.map(({ ended }) => ended?.why ?? null),
      ['replaced', null],
    );
    given(again, amend('dora', change('Two!')), accepted(1))
      .when(revise('ada', ['One.', 'Two!', 'Three.'], { tookIn: [1] }))
      .refused('13.3', 'not-mandated', { mandate: 2 });
  });
});

const groupSitsAfter = (by: string) => all(inPrinciple(six), groupSits([by, 'bor']));

suite('13.3 a text taken in principle belongs to all', () => {
  test('its tabler takes nothing back, and has no rapporteur to disagree with', () => {
    given(inPrinciple(six))
      .when(act('text.withdraw', 'ada', { text: 1 }))
      .refused('13.3', 'taken-in-principle');
    given(inPrinciple(six))
      .when(suggest('bor', { kind: 'rapporteur', organisation: 'bor' as OrganisationId }))
      .refused('13.3', 'taken-in-principle');
  });

  test('whoever has the mandate revises it, within what is agreed', () => {
    const ready = all(
      inPrinciple(six),
      amend('dora', change('Two!')),
      amend('dora', change('Two rivers.')),
      accepted(1),
    );
    const text = textOf(
      given(ready)
        .when(revise('bor', ['One.', 'Two!', 'Three.'], { tookIn: [1] }))
        .allowed(),
    );
    assert.equal(text.revisions.at(-1)?.by, 'bor');
    given(ready)
      .when(revise('fani', ['One.', 'Two!', 'Three.'], { tookIn: [1] }))
      .refused('13.3', 'not-mandated', { mandate: 1 });
    for (const words of [
      ['One!', 'Two!', 'Three.'],
      ['One.', 'Two!', 'Three.', 'Four.'],
      ['One.', 'Two!'],
    ])
      given(ready)
        .when(revise('bor', words, { tookIn: [1] }))
        .refused('13.3', 'beyond-agreed');
    given(ready)
      .when(revise('bor', ['One.', 'Two!', 'Three.'], { tookIn: [1], title: 'Ours' }))
      .refused('13.3', 'beyond-agreed');
    given(inPrinciple(six))
      .when(revise('ada', ['One!']))
      .refused('13.3', 'beyond-agreed');
    given(ready, revise('bor', ['One.', 'Two!', 'Three.'], { tookIn: [1] }))
      .when(contest('fani'))
      .refused('13.3', 'taken-in-principle');
  });

  test('whoever has the mandate puts it to decision in a meeting, without the tabler', () => {
    const ready = all(inPrinciple(six), groupSits(['bor', 'cvet', 'fani']));
    given(ready).when(decideIn('fani', 2)).refused('13.3', 'not-mandated', { mandate: 1 });
    given(ready).when(decide('bor')).refused('13.3', 'not-mandated', { mandate: null });
    const { state } = given(ready, decideIn('cvet', 2), all6('accept'));
    const { stage, decision } = textOf(state);
    assert.deepEqual([stage, decision?.mandate, decision?.outcome?.result], ['adopted', 1, 'unanimous']);
    assert.deepEqual(decision?.where, { kind: 'meeting', of: 'group', nth: 1, place: 'Ohrid, the school' });
    assert.equal(mandateOf(state).ended?.why, 'adopted');
    assert.ok(state.deadlines.every(({ kind }) => kind !== 'mandate'));
  });

  test('nobody does so alone, draws it out, or asks twice for the same words', () => {
    given(inPrinciple(six), groupSits(['bor']))
      .when(decideIn('bor', 2))
      .refused('13.3', 'too-few', { present: 1, needed: 2 });
    const ready = all(inPrinciple(six), groupSits(['bor', 'cvet']));
    given(ready)
      .when(decideIn('bor', 2, 30 * DAY))
      .refused('13.3', 'bad-field', { field: 'deadline', why: 'too-long' });
    given(ready)
      .when(decideIn('bor', 2, 1))
      .refused('6.1', 'deadline-too-early');
    given(ready, decideIn('bor', 2), wait(HOUR), decideIn('cvet', 2), wait(HOUR))
      .when(decideIn('bor', 2))
      .refused('13.3', 'already', { what: 'decided' });
  });

  test('a decision that comes to nothing takes nothing away', () => {
    const open = all(
      inPrinciple(six),
      amend('dora', change('Two!')),
      take('eli', 'accept', onAmendment(1)),
      groupSits(['bor', 'cvet']),
    );
    const before = textOf(given(open).state);
    const { state } = given(open, decideIn('bor', 2), take('fani', 'object'), wait(HOUR));
    const text = textOf(state);
    assert.deepEqual([text.stage, text.decision, text.failed.length], ['negotiation', null, 1]);
    assert.deepEqual([text.amendments[0]?.fate, text.live.numbers], [before.amendments[0]?.fate, [1]]);
    assert.deepEqual(text.live.voices, before.live.voices);
    assert.deepEqual([...(text.standing.get('amendment:1')?.keys() ?? [])], ['eli']);
    const adopted = given(
      open,
      decideIn('bor', 2),
      take('fani', 'object'),
      wait(HOUR),
      accepted(1, ['ada', 'bor', 'cvet', 'fani']),
      revise('cvet', ['One.', 'Two!', 'Three.'], { tookIn: [1] }),
      decideIn('cvet', 2),
      all6('accept'),
    );
    assert.equal(textOf(adopted.state).stage, 'adopted');
  });

  test('whoever may put it to decision ends the decision, whoever has the chair', () => {
    const open = all(inPrinciple(six), groupSits(['ada', 'bor', 'cvet', 'fani']), decideIn('bor', 2, DAY), wait(HOUR));
    given(open, all6('accept', ['ada', 'bor', 'cvet', 'dora']))
      .when(act('decision.close', 'cvet', { text: 1 }))
      .allowed();
    given(open)
      .when(act('decision.close', 'fani', { text: 1 }))
      .refused('3.1', 'not-the-chair');
  });

  test('an assembly may take it up again at any time, and any participant there', () => {
    const assembly = all(
      inPrinciple(six),
      convene('bor'),
      ...six.map((name) => credentials(name, [1], 2)),
      wait(40 * DAY),
      inMeeting('sitting.open', 'bor', {}, 2),
      ...six.slice(2).map((name) => arrive(name, 2)),
    );
    given(assembly)
      .when(decideIn('fani', 2, 7 * DAY))
      .allowed();
    given(assembly, amend('dora', change('Two!')), accepted(1))
      .when(revise('fani', ['One.', 'Two!', 'Three.'], { tookIn: [1] }))
      .allowed();
  });
});

suite('13.3 the mandate ends', () => {
  test('with its time; then the matter is with all', () => {
    const over = all(inPrinciple(six), amend('dora', change('Two!')), accepted(1), wait(90 * DAY));
    const { state } = given(over);
    assert.equal(mandateOf(state).ended?.why, 'time');
    given(over)
      .when(revise('fani', ['One.', 'Two!', 'Three.'], { tookIn: [1] }))
      .allowed();
    given(over, revise('fani', ['One.', 'Two!', 'Three.'], { tookIn: [1] }), groupSits(['bor', 'cvet']))
      .when(decideIn('bor', 2))
      .refused('13.3', 'not-mandated', { mandate: null });
    given(over)
      .when(act('text.withdraw', 'ada', { text: 1 }))
      .refused('13.3', 'taken-in-principle');
  });

  test('with its latest meeting, once two have put the text to it and it was not adopted', () => {
    const first = all(inPrinciple(six, { latest: { of: 'group', nth: 1 } }), groupSits(['bor', 'cvet']));
    const end = inMeeting('sitting.close', 'bor', { resumes: null }, 2);
    const failed = (by: string) => all(decideIn(by, 2), wait(HOUR));
    const why = (...steps: readonly Step[]) => mandateOf(given(...steps).state).ended?.why ?? null;
    assert.equal(why(first, failed('bor'), failed('cvet'), end), 'meeting');
    assert.equal(why(first, failed('bor'), decideIn('cvet', 2), end, wait(HOUR)), 'meeting');
    assert.equal(why(first, failed('bor'), end), null);
    assert.equal(why(first, end), null);
    assert.equal(why(inPrinciple(six), groupSits(['bor', 'cvet']), failed('bor'), failed('cvet'), end), null);
  });

  test('a decision under it falls before', () => {
    const late = all(inPrinciple(six), wait(81 * DAY), groupSits(['bor', 'cvet']));
    given(late)
      .when(decideIn('bor', 2, 2 * DAY))
      .refused('13.3', 'mandate-ends');
    given(late)
      .when(decideIn('bor', 2, HOUR))
      .allowed();
  });
});
