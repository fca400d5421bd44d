import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { DAY, HOUR, MINUTE, after } from '../../base/time.ts';
import type { State } from '../state.ts';
import { type Step, all, given, wait } from './spec.ts';
import {
  act,
  amend,
  consult,
  cosponsorship,
  decide,
  founded,
  leave,
  onAmendment,
  onClause,
  revise,
  rulesWith,
  table,
  tableCharter,
  take,
} from './acts.ts';
import {
  agreed,
  answer,
  arrive,
  ask,
  closeCall,
  convene,
  credentials,
  elected,
  inMeeting,
  item,
  ROOM_RULES,
  sitting,
} from './meetings.ts';
import { suggest } from './negotiation.ts';
import { askPrinciple, atText, decideIn, groupSits, inPrinciple, inPrincipleAt } from './principle.ts';
import { asClauseId } from './world.ts';

/** 3.1: what one organisation alone, a liar with a valid key among them, does not come to. See docs/decisions/0065-one-alone-holds-up-nothing.md. */

const SIX = ['ada', 'bor', 'cvet', 'dora', 'eli', 'fani'] as const;
const textOf = (state: State) => state.texts[0] ?? assert.fail('No text');
const mandateOf = (state: State) => state.mandates.at(-1) ?? assert.fail('No mandate');
const accept = (...names: readonly string[]) => all(...names.map((name) => take(name, 'accept')));
const go = (...names: readonly string[]) =>
  all(...names.map((name) => inMeeting('sitting.arrive', name, { present: false })));
const BROAD = rulesWith({
  coordinatingGroup: { perCountry: 10 },
  decision: {
    silence: 'accept',
    silenceInRoom: 'accept',
    broadConsensus: { objectingPercent: 17, notAgreeingPercent: 50 },
  },
});

/** An assembly that sits so many days after the text was taken in principle, everybody in it. */
const assemblyIn = (days: number): Step =>
  all(
    convene('bor', { in: days * DAY }),
    ...SIX.map((name) => credentials(name, [1], 2)),
    wait(days * DAY),
    inMeeting('sitting.open', 'bor', {}, 2),
    ...SIX.filter((name) => name !== 'bor').map((name) => arrive(name, 2)),
  );

suite('3.1 a mandate', () => {
  test('is not given for a time that has passed when it is', () => {
    const until =
      (ms: number): Step =>
      (world) =>
        suggest('bor', {
          kind: 'principle',
          ...inPrincipleAt(world.state, world.now, ['bor', 'cvet']),
          until: after(world.now, ms),
        })(world);
    given(founded(3), table('ada'))
      .when(until(14 * DAY))
      .refused('13.3', 'bad-field', { field: 'until', why: 'past' });
    given(founded(3), table('ada'))
      .when(until(15 * DAY))
      .allowed();
    const late = (world: Parameters<Step>[0]) => askPrinciple('ada', { until: after(world.now, 5 * MINUTE) })(world);
    const { state } = given(atText(SIX), late, wait(HOUR), closeCall('ada'));
    assert.deepEqual([textOf(state).principle, state.meetings[0]?.calls.at(-1)?.outcome?.result], [null, 'overtaken']);
  });

  test('does not bind an assembly, which all are', () => {
    given(inPrinciple(SIX), assemblyIn(88))
      .when(decideIn('fani', 2, 7 * DAY))
      .allowed();
    const present = rulesWith({
      coordinatingGroup: { perCountry: 10 },
      decision: { unanimityOfPresent: { absentDays: 30 } },
    });
    const agreedThere = all(
      inPrinciple(SIX, { rules: present }),
      assemblyIn(85),
      inMeeting('sitting.arrive', 'fani', { present: false }, 2),
      decideIn('cvet', 2, 7 * DAY),
      accept('ada', 'bor', 'cvet', 'dora', 'eli'),
      act('decision.close', 'cvet', { text: 1 }),
    );
    const { state } = given(agreedThere, wait(31 * DAY));
    assert.deepEqual([textOf(state).stage, mandateOf(state).ended?.why], ['adopted', 'time']);
  });

  test("is nobody's alone", () => {
    given(atText(SIX))
      .when(askPrinciple('ada', { to: ['eli'] }))
      .refused('13.3', 'bad-field', { field: 'to', why: 'one-alone' });
    const words = ['One.', 'Two!', 'Three.'];
    const two = all(
      inPrinciple(SIX, { to: ['eli', 'fani'] }),
      amend('dora', { kind: 'replace', clause: asClauseId('c2'), words: 'Two!' }),
      ...SIX.map((name) => take(name, 'accept', onAmendment(1))),
    );
    given(two)
      .when(revise('ada', words, { tookIn: [1] }))
      .refused('13.3', 'not-mandated', { mandate: 1 });
    given(two, leave('eli'))
      .when(revise('ada', words, { tookIn: [1] }))
      .allowed();
  });
});

suite('3.1 a text that all took in principle', () => {
  const change = { kind: 'replace' as const, clause: asClauseId('c2'), words: 'Two!' };

  test('loses no time that an amendment has lain open to objection', () => {
    const { state } = given(
      inPrinciple(SIX),
      amend('dora', change),
      wait(4 * DAY),
      groupSits(['bor', 'cvet']),
      decideIn('bor', 2),
      take('fani', 'object'),
      wait(HOUR),
    );
    const { fate, period } = textOf(state).amendments[0] ?? assert.fail();
    assert.equal(fate.kind, 'open');
    assert.equal(period, after(textOf(state).amendments[0]?.on.at ?? assert.fail(), 14 * DAY + HOUR));
  });

  test('has no decision cut off before its time to make it fail', () => {
    const open = all(inPrinciple(SIX), groupSits(['bor', 'cvet', 'dora']), decideIn('bor', 2, DAY), wait(HOUR));
    const end = (by: string) => act('decision.close', by, { text: 1 });
    given(open).when(end('cvet')).refused('6.1', 'deadline-too-early');
    given(open).when(end('bor')).allowed();
    given(open, accept('ada', 'bor', 'cvet', 'dora'))
      .when(end('cvet'))
      .allowed();
  });

  test('is not stopped by a point that nobody could talk about any more', () => {
    const open = all(inPrinciple(SIX, { rules: BROAD }), groupSits(['bor', 'cvet']), decideIn('bor', 2, DAY));
    const late = all(
      take('fani', 'object', onClause('c1')),
      take('fani', 'object', onClause('c2')),
      take('fani', 'object'),
    );
    const { state } = given(open, accept('bor', 'cvet', 'dora'), consult('bor', ['cvet']), late, wait(DAY));
    assert.equal(textOf(state).stage, 'adopted');
    const before = given(
      inPrinciple(SIX, { rules: BROAD }),
      take('fani', 'object', onClause('c1')),
      groupSits(['bor', 'cvet']),
      decideIn('bor', 2, DAY),
      accept('bor', 'cvet', 'dora'),
      consult('bor', ['cvet']),
      wait(DAY),
    );
    assert.equal(textOf(before.state).stage, 'negotiation');
  });

  test('gives the name of a charter back that came to nothing', () => {
    const charter = all(
      sitting(SIX, ROOM_RULES, tableCharter('ada', ROOM_RULES, { name: 'The Rivers' })),
      agreed('ada', { kind: 'election', members: ['ada', 'bor', 'cvet'], substitutes: [] }),
      askPrinciple('ada'),
      wait(HOUR),
      closeCall('ada'),
      inMeeting('sitting.close', 'ada', { resumes: null }),
      groupSits(['bor', 'cvet']),
    );
    const before = given(charter).state.likenesses.size;
    const { state } = given(charter, decideIn('bor', 2), wait(HOUR));
    assert.equal(textOf(state).stage, 'negotiation');
    assert.equal(state.likenesses.size, before);
  });
});

suite('3.1 a room', () => {
  test('decides nothing when one is left in it', () => {
    given(sitting(SIX, ROOM_RULES, table('ada')), go('bor', 'cvet', 'dora', 'eli', 'fani'))
      .when(decideIn('ada', 1))
      .refused('6.1', 'no-quorum', { present: 1, quorum: 3 });
  });

  test('is not left without a chair by one who objects to everybody', () => {
    const { state } = given(
      sitting(SIX),
      go('ada'),
      arrive('ada'),
      ask('bor', { kind: 'chair', organisation: 'bor', delegate: 1 }),
      answer('ada', 'object'),
      ...['cvet', 'dora', 'eli'].map((name) => answer(name)),
      wait(HOUR),
      closeCall('bor'),
    );
    assert.equal(state.meetings[0]?.chair?.organisation, 'bor');
  });

  test('waits for no chair to end a call', () => {
    const open = all(sitting(SIX), ask('ada', { kind: 'mandate', task: 'Rivers.', until: 1.9e12 }));
    given(open, wait(2 * MINUTE))
      .when(closeCall('bor'))
      .refused('6.1', 'deadline-too-early');
    given(open, wait(HOUR)).when(closeCall('bor')).allowed();
    given(open, go('ada'), wait(2 * MINUTE))
      .when(closeCall('bor'))
      .allowed();
    given(open, go('ada', 'bor'), wait(HOUR)).when(closeCall('bor')).refused('6.1', 'not-present');
  });

  test('goes on as long as it was called for, whoever has the chair', () => {
    const end = (resumes: number | null) => inMeeting('sitting.close', 'ada', { resumes });
    const ended = all(sitting(SIX), end(null), wait(HOUR));
    const again = given(ended).when(inMeeting('sitting.open', 'fani')).allowed();
    assert.deepEqual([again.meetings[0]?.stage, again.meetings[0]?.closed, again.openMeetings], ['open', null, [1]]);
    given(ended, wait(8 * HOUR))
      .when(inMeeting('sitting.open', 'fani'))
      .refused('5.2', 'meeting-stage', { stage: 'closed' });
    const adjourned =
      (days: number): Step =>
      (world) =>
        end(after(world.now, days * DAY))(world);
    given(sitting(SIX), adjourned(20)).when(inMeeting('sitting.open', 'fani')).allowed();
    given(sitting(SIX), adjourned(0.1)).when(inMeeting('sitting.open', 'fani')).refused('5.2', 'deadline-too-early');
    given(sitting(SIX)).when(adjourned(31)).refused('5.2', 'bad-field', { field: 'resumes', why: 'too-long' });
  });

  test('is told of a text early enough to answer, in a meeting of the group as elsewhere', () => {
    const quick = all(
      inPrinciple(SIX),
      convene('bor', { kind: 'group', in: MINUTE }),
      item('bor', 'The text', [1], 2),
      wait(MINUTE),
      inMeeting('sitting.open', 'bor', {}, 2),
      arrive('cvet', 2),
    );
    given(quick)
      .when(decideIn('bor', 2, HOUR))
      .refused('6.1', 'deadline-too-early');
  });
});

suite('3.1 the next assembly', () => {
  test('is not kept away by one that never sits, is far ahead or is only called for', () => {
    const alone = (fields: Readonly<Record<string, unknown>>) => all(elected(SIX), convene('bor', fields));
    const other = convene('fani', { in: 31 * DAY });
    given(alone({ in: 300 * DAY }), wait(340 * DAY))
      .when(other)
      .allowed();
    given(alone({ in: 2000 * DAY }), wait(340 * DAY))
      .when(other)
      .allowed();
    given(alone({ in: 350 * DAY }), wait(340 * DAY))
      .when(other)
      .refused('5.1', 'group-convenes');
    given(elected(SIX), wait(340 * DAY), convene('eli', { in: 2000 * DAY }))
      .when(other)
      .allowed();
  });
});

suite('13.2 seconding', () => {
  test('asks for no more than there are, and for those who take part', () => {
    const rules = rulesWith({ texts: { seconding: 50 } });
    given(founded(3, rules), table('ada'), cosponsorship('bor'))
      .when(decide('ada'))
      .refused('13.2', 'unseconded', { seconds: 1, needed: 2 });
    given(founded(3, rules), table('ada'), cosponsorship('bor'), cosponsorship('cvet')).when(decide('ada')).allowed();
    const two = rulesWith({ texts: { seconding: 1 } });
    given(founded(3, two), table('ada'), cosponsorship('bor'), leave('bor'))
      .when(decide('ada'))
      .refused('13.2', 'unseconded', { seconds: 0, needed: 1 });
  });
});
