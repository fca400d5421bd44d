import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { DAY } from '../../base/time.ts';
import { reached } from './owed.ts';
import { type Step, all, given, wait } from '../spec/spec.ts';
import { act, adopt, founded, leave, observe, onClause, sign, table, take } from '../spec/acts.ts';
import { convene, credentials, elected, help, letter } from '../spec/meetings.ts';
import { fakeHash } from '../spec/world.ts';
import type { State } from '../state.ts';

const six = ['ada', 'bor', 'cvet', 'dora', 'eli', 'fani'];

const recipients = (state: State, circulation: number): readonly string[] => [
  ...(state.circulations[circulation - 1]?.recipients.keys() ?? []),
];

const received = (fields: Readonly<Record<string, unknown>> = {}): Step =>
  act('host.received', '', {
    organisation: 'bor',
    delegate: 1,
    proven: true,
    subject: 'Re: The next assembly',
    language: 'sr',
    answers: 1,
    words: fakeHash('a reply'),
    files: [],
    ...fields,
  });

const delivered = (result: string, code: number | null = null, organisation = 'bor', circulation = 1): Step =>
  act('host.delivered', '', { circulation, outcomes: [{ organisation, result, code }] });

suite('9.2 the register', () => {
  test('numbers each series through the year', () => {
    const { letters } = given(
      founded(3),
      letter('ada'),
      letter('bor', { kind: 'letter' }),
      letter('ada'),
      letter('cvet', { kind: 'in', correspondent: 'A ministry' }),
      wait(365 * DAY),
      letter('ada'),
    ).state;
    assert.deepEqual(
      letters.map(({ reference }) => reference),
      ['C/2026/1', 'L/2026/1', 'C/2026/2', 'I/2026/1', 'C/2027/1'],
    );
  });

  test('is kept by the group once there is one; letters are everyone’s', () => {
    given(elected(six)).when(letter('eli')).allowed();
    given(elected(six)).when(letter('fani')).refused('9.2', 'group-only');
    given(elected(six))
      .when(letter('fani', { kind: 'letter' }))
      .allowed();
  });

  test('names an office outside for letters in and out, and for no others', () => {
    const { when } = given(founded(2));
    when(letter('ada', { kind: 'in' })).refused('9.2', 'bad-field', { field: 'correspondent', why: 'missing' });
    when(letter('ada', { correspondent: 'A ministry' })).refused('9.2', 'bad-field', {
      field: 'correspondent',
      why: 'outside-only',
    });
  });

  test('holds nothing empty, and answers what was circulated', () => {
    const { when } = given(founded(2));
    when(letter('ada', { words: null })).refused('9.2', 'bad-field', { field: 'words', why: 'missing' });
    when(letter('ada', { answers: 1 })).refused('9.2', 'unknown', { thing: 'circulation', ref: '1' });
  });

  test('takes in a reply by mail in the host’s own name, as the organisation’s', () => {
    const { letters } = given(founded(3), letter('ada')).when(received()).allowed();
    const { kind, by, delegate, answers, reference } = letters[1] ?? assert.fail();
    assert.deepEqual([kind, by, delegate, answers, reference], ['reply', 'bor', 1, 1, 'R/2026/1']);
    given(founded(3), letter('ada'))
      .when(received({ delegate: 4 }))
      .refused('4.1', 'unknown', { thing: 'delegate' });
    given(founded(3), letter('ada'), leave('bor')).when(received()).refused('9.2', 'unknown');
  });
});

suite('9.2 a circulation list follows from the rules', () => {
  const to = (list: unknown, ...steps: readonly Step[]) => {
    const { state } = given(...steps, letter('ada', { list }));
    return recipients(state, state.circulations.length);
  };

  test('to all: every other participant', () => {
    assert.deepEqual(to({ kind: 'participants' }, founded(3)), ['bor', 'cvet']);
    assert.deepEqual(to({ kind: 'participants' }, founded(3), leave('cvet')), ['bor']);
  });

  test('to the group, to the signatories of a text, to those who take part in a meeting', () => {
    assert.deepEqual(to({ kind: 'group' }, elected(six)), ['bor', 'cvet', 'dora', 'eli']);
    assert.deepEqual(to({ kind: 'signatories', text: 1 }, founded(3), adopt(['ada', 'bor', 'cvet']), sign('cvet')), [
      'cvet',
    ]);
    assert.deepEqual(
      to({ kind: 'meeting', meeting: 1 }, founded(3), convene('ada'), credentials('bor'), credentials('cvet', [])),
      ['bor'],
    );
  });
});

suite('9.2 whom a reminder reaches', () => {
  const tabled = all(founded(4), table('ada', ['Rivers are free.', 'Forests stand.']));
  const reminded = (list: unknown, ...steps: readonly Step[]) => {
    const { state } = given(...steps, letter('ada', { list }));
    return recipients(state, state.circulations.length);
  };

  test('are those that have not said where they stand, when it is entered', () => {
    const list = { kind: 'unanswered', text: 1 };
    assert.deepEqual(reminded(list, tabled), ['bor', 'cvet', 'dora']);
    const said = all(tabled, take('bor', 'accept'), take('cvet', 'accept', onClause('c1')));
    assert.deepEqual(reminded(list, said), ['cvet', 'dora'], 'one clause of two is no answer');
    assert.deepEqual(reminded(list, said, take('cvet', 'accept', onClause('c2')), leave('dora')), []);
    given(tabled)
      .when(letter('ada', { list: { kind: 'unanswered', text: 2 } }))
      .refused('9.2', 'unknown', { thing: 'text' });
  });

  test('are those that have not confirmed what was circulated', () => {
    const circulated = all(founded(4), letter('ada'));
    const list = { kind: 'unacknowledged', circulation: 1 };
    assert.deepEqual(reminded(list, circulated), ['bor', 'cvet', 'dora']);
    const confirmed = all(circulated, act('post.acknowledge', 'bor', { circulation: 1 }), leave('dora'));
    assert.deepEqual(reminded(list, confirmed), ['cvet']);
    given(founded(2))
      .when(letter('ada', { list: { kind: 'unacknowledged', circulation: 1 } }))
      .refused('9.2', 'unknown', { thing: 'circulation' });
  });
});

suite('8.4 what concerns everyone is communicated to everyone', () => {
  test('final texts to all, observations and requests for help to all others', () => {
    const { state } = given(founded(3), adopt(['ada', 'bor', 'cvet']), observe('ada'), help('bor'));
    assert.deepEqual(
      state.circulations.map(({ what, number }) => [what.kind, ...recipients(state, number)]),
      [
        ['text', 'ada', 'bor', 'cvet'],
        ['observation', 'bor', 'cvet'],
        ['help', 'ada', 'cvet'],
      ],
    );
    assert.equal(given(founded(2), table('ada')).state.circulations.length, 0);
  });

  const delivery = (...steps: readonly Step[]) =>
    [...(given(founded(3), letter('ada'), ...steps).state.circulations[0]?.recipients ?? [])].find(
      ([id]) => id === 'bor',
    )?.[1] ?? assert.fail();

  test('and the host says what became of each mail; a later report counts', () => {
    assert.equal(reached(delivery()), false);
    assert.equal(reached(delivery(delivered('handed-over', 250))), true);
    const late = delivery(delivered('handed-over', 250), delivered('bounced', 550));
    assert.deepEqual([late.mail?.result, late.mail?.code, reached(late)], ['bounced', 550, false]);
  });

  test('once, and of those alone to whom it went', () => {
    const { when } = given(founded(3), letter('ada'), delivered('handed-over', 250));
    when(delivered('handed-over', 250)).refused('8.4', 'nothing-due');
    when(delivered('handed-over', 250, 'ada')).refused('8.4', 'unknown', { thing: 'circulation' });
    when(delivered('handed-over', 250, 'bor', 2)).refused('8.4', 'unknown', { thing: 'circulation' });
  });

  test('who has opened it, acknowledged it or was sent it another way was reached', () => {
    const opened = act('host.opened', '', { organisation: 'bor', circulations: [1] });
    assert.ok(reached(delivery(delivered('bounced', 550), opened)));
    assert.ok(reached(delivery(act('post.acknowledge', 'bor', { circulation: 1 }))));
    assert.ok(reached(delivery(act('post.otherwise', 'ada', { circulation: 1, organisation: 'bor', how: 'by hand' }))));
    given(founded(3), letter('ada'), opened).when(opened).refused('8.4', 'nothing-due');
  });

  test('another way is the group’s to go, and each acknowledges for itself', () => {
    given(elected(six), letter('ada'))
      .when(act('post.otherwise', 'fani', { circulation: 2, organisation: 'bor', how: 'by hand' }))
      .refused('9.2', 'group-only');
    const twice = act('post.acknowledge', 'bor', { circulation: 1 });
    given(all(founded(3), letter('ada')), twice)
      .when(twice)
      .refused('8.4', 'already', { what: 'acknowledged' });
    given(founded(3), letter('ada'))
      .when(act('post.acknowledge', 'ada', { circulation: 1 }))
      .refused('8.4', 'unknown');
  });
});
