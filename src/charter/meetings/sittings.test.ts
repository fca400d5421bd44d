import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { DAY, HOUR, MINUTE, SECOND, after } from '../../base/time.ts';
import { type Step, all, given, wait } from '../spec/spec.ts';
import { act, acting, appoint, enrol, leave, rulesWith, table, take } from '../spec/acts.ts';
import {
  AHEAD,
  calledByEnough,
  ROOM_RULES,
  agreed,
  answer,
  arrive,
  ask,
  closeCall,
  convene,
  convened,
  credentials,
  elected,
  inMeeting,
  item,
  sitting,
} from '../spec/meetings.ts';
import { fakeKey } from '../spec/world.ts';
import { speakers } from './speeches.ts';

const four = ['ada', 'bor', 'cvet', 'dora'];
const askDora = ask('cvet', { kind: 'chair', organisation: 'dora', delegate: 1 });
const WORDS = { kind: 'words', words: 'We meet in Bitola.', under: null };
const speech = (by: string, kind = 'speech'): Step => inMeeting('speech.request', by, { kind });

suite('5.2 a sitting', () => {
  test('opens no earlier than an hour before its time', () => {
    given(convened(four)).when(inMeeting('sitting.open', 'ada')).allowed();
    given(
      convened(four),
      convene('ada'),
      calledByEnough(['bor'], 2),
      credentials('ada', [1], 2),
      wait(AHEAD - 2 * HOUR),
    )
      .when(inMeeting('sitting.open', 'ada', {}, 2))
      .refused('5.2', 'deadline-too-early');
  });

  test('is opened by others with credentials when those who convened do not come', () => {
    const six = [...four, 'eli', 'fani'];
    const ahead = all(elected(six), convene('ada'), ...six.map((name) => credentials(name, [1], 2)), wait(AHEAD));
    given(ahead)
      .when(inMeeting('sitting.open', 'bor', {}, 2))
      .allowed();
    given(ahead)
      .when(inMeeting('sitting.open', 'fani', {}, 2))
      .refused('5.2', 'not-yours', { owner: 'ada' });
    given(ahead, wait(30 * MINUTE))
      .when(inMeeting('sitting.open', 'fani', {}, 2))
      .allowed();
  });

  test('goes on after an adjournment, by whoever had the chair', () => {
    const adjourned = all(
      sitting(four),
      inMeeting('sitting.chair', 'ada', { organisation: 'bor', delegate: 1 }),
      acting('sitting.close', 'bor', ({ now }) => ({ meeting: 1, resumes: after(now, DAY) })),
    );
    const { state, when } = given(adjourned, wait(DAY));
    assert.equal(state.meetings[0]?.stage, 'adjourned');
    const { meetings } = when(inMeeting('sitting.open', 'bor')).allowed();
    assert.equal(meetings[0]?.sittings.length, 2);
    assert.deepEqual(meetings[0].agenda?.items, [1, 2]);
  });

  test('is led by one chair: the one before has it no more', () => {
    const { when } = given(sitting(four), inMeeting('sitting.chair', 'ada', { organisation: 'bor', delegate: 1 }));
    when(inMeeting('sitting.item', 'ada', { item: 2 })).refused('3.1', 'not-the-chair', { chair: 'bor' });
  });

  test('is led by the very delegate, not by a colleague', () => {
    const two = all(
      convened(four),
      appoint('ada', 'second'),
      enrol('ada', fakeKey('second'), { delegate: 2 }),
      credentials('ada', [1, 2]),
      inMeeting('sitting.open', 'ada'),
    );
    given(two)
      .when(act('call.open', 'ada', { meeting: 1, question: { kind: 'agenda', items: [1] } }, { delegate: 2 }))
      .refused('3.1', 'not-the-chair');
  });

  test('gives the chair to somebody else when the room agrees, whoever asks', () => {
    const { meetings } = given(sitting(four), askDora, answer('bor'), answer('dora'), wait(MINUTE))
      .when(closeCall('cvet'))
      .allowed();
    assert.equal(meetings[0]?.chair?.organisation, 'dora');
  });

  test('keeps its chair where the room is not looking, and not because one objects', () => {
    const closed = (...answers: readonly Step[]) => {
      const [meeting] = given(sitting(four), askDora, ...answers, wait(MINUTE), closeCall('cvet')).state.meetings;
      return [meeting?.calls.at(-1)?.outcome?.result, meeting?.chair?.organisation];
    };
    assert.deepEqual(closed(), ['too-few-answers', 'ada']);
    assert.deepEqual(closed(answer('bor')), ['too-few-answers', 'ada']);
    assert.deepEqual(closed(answer('bor'), answer('dora'), answer('ada', 'object')), ['consensus', 'dora']);
    assert.deepEqual(closed(answer('ada'), answer('dora'), answer('bor', 'object')), ['consensus', 'dora']);
    assert.deepEqual(closed(answer('ada', 'object'), answer('bor', 'object')), ['too-few-answers', 'ada']);
  });

  test('is not chaired by whoever has left the room', () => {
    const gone = all(sitting(four), inMeeting('sitting.arrive', 'ada', { present: false }));
    assert.equal(given(gone).state.meetings[0]?.chair, null);
    given(gone, arrive('ada'))
      .when(inMeeting('sitting.item', 'ada', { item: 2 }))
      .refused('3.1', 'not-the-chair', { chair: null });
    given(gone, askDora, answer('bor'), wait(MINUTE)).when(closeCall('cvet')).allowed();
  });

  test('does not end while a call is open', () => {
    given(sitting(four), ask('ada', WORDS))
      .when(inMeeting('sitting.close', 'ada', { resumes: null }))
      .refused('6.1', 'already', { what: 'open' });
  });
});

suite('3.1 the list of speakers', () => {
  const order = (...steps: readonly Step[]) => {
    const [meeting] = given(sitting(four), ...steps).state.meetings;
    return meeting === undefined ? [] : speakers(meeting).map(({ by }) => by);
  };

  test('is in the order of asking, points of order first', () => {
    assert.deepEqual(order(speech('bor'), speech('cvet'), speech('dora', 'point-of-order')), ['dora', 'bor', 'cvet']);
  });

  test('alternates: whoever has spoken on the item waits for those who have not', () => {
    const spoken = all(speech('bor'), inMeeting('speech.call', 'ada', { speech: 1 }));
    assert.deepEqual(order(spoken, speech('bor'), speech('cvet')), ['cvet', 'bor']);
  });

  test('alternates between two delegates of one organisation and the others', () => {
    const two = all(
      convened(four),
      appoint('bor', 'second'),
      enrol('bor', fakeKey('second'), { delegate: 2 }),
      credentials('bor', [1, 2]),
      inMeeting('sitting.open', 'ada'),
      ...['bor', 'cvet'].map((name) => arrive(name)),
      speech('bor'),
      act('speech.request', 'bor', { meeting: 1, kind: 'speech' }, { delegate: 2 }),
      speech('cvet'),
    );
    const [meeting = assert.fail()] = given(two).state.meetings;
    assert.deepEqual(
      speakers(meeting).map(({ by }) => by),
      ['bor', 'cvet', 'bor'],
    );
  });

  test('is not the chair’s to change', () => {
    given(sitting(four), speech('bor'), speech('cvet'))
      .when(inMeeting('speech.call', 'ada', { speech: 2 }))
      .refused('3.1', 'not-next', { next: 1 });
  });

  test('takes a delegate once at a time, and nobody from outside the room', () => {
    given(sitting(four), speech('bor')).when(speech('bor')).refused('3.1', 'already', { what: 'asked-to-speak' });
    given(sitting(four), credentials('bor', [])).when(speech('bor')).refused('3.1', 'no-credentials');
    given(sitting(four), inMeeting('sitting.arrive', 'bor', { present: false }))
      .when(speech('bor'))
      .refused('3.1', 'not-present');
  });

  test('is empty again when the next item is taken up', () => {
    assert.deepEqual(order(speech('bor'), inMeeting('sitting.item', 'ada', { item: 2 })), []);
  });
});

suite('6.2 indicator cards', () => {
  test('are shown by those in the room and put down when somebody else speaks', () => {
    const { state, when } = given(sitting(four), inMeeting('card.show', 'bor', { card: 'cool' }), speech('cvet'));
    assert.equal(state.meetings[0]?.cards.size, 1);
    when(inMeeting('card.show', 'bor', { card: 'cool' })).refused('6.2', 'already', { what: 'same-card' });
    assert.equal(when(inMeeting('speech.call', 'ada', { speech: 1 })).allowed().meetings[0]?.cards.size, 0);
  });
});

suite('6.1 a call for consensus', () => {
  const result = (...steps: readonly Step[]) => {
    const call = given(sitting(four), ask('ada', WORDS), ...steps, wait(MINUTE), closeCall('ada')).state.meetings[0]
      ?.calls[1];
    return call?.outcome?.result;
  };

  test('finds consensus where nobody in the room objects', () => {
    assert.equal(result(), 'consensus');
    assert.equal(result(answer('bor', 'stand-aside')), 'consensus');
    assert.equal(result(answer('bor', 'object')), 'not-agreed');
    assert.equal(result(answer('bor', 'object'), answer('bor', 'agree')), 'consensus');
  });

  test('counts no objection of one that has gone', () => {
    assert.equal(result(answer('bor', 'object'), leave('bor')), 'consensus');
  });

  test('asks for reasons where somebody objects', () => {
    given(sitting(four), ask('ada', WORDS))
      .when(answer('bor', 'object', { reason: null }))
      .refused('6.2', 'reason-needed');
  });

  test('is open long enough to object, or until everyone has answered', () => {
    const asked = all(sitting(four), ask('ada', WORDS));
    given(asked, wait(59 * SECOND))
      .when(closeCall('ada'))
      .refused('6.1', 'deadline-too-early');
    given(asked, ...four.map((name) => answer(name)))
      .when(closeCall('ada'))
      .allowed();
  });

  test('decides nothing without a quorum', () => {
    const full = rulesWith({ coordinatingGroup: { perCountry: 10 }, meetings: { quorumPercent: 100 } });
    const { meetings } = given(
      sitting(four, full),
      inMeeting('sitting.arrive', 'dora', { present: false }),
      agreed('ada', WORDS),
    ).state;
    assert.deepEqual(meetings[0]?.calls[1]?.outcome?.result, 'no-quorum');
  });

  test('comes one at a time, and after the agenda', () => {
    given(sitting(four), ask('ada', WORDS)).when(ask('ada', WORDS)).refused('6.1', 'already');
    given(convened(four), inMeeting('sitting.open', 'ada')).when(ask('ada', WORDS)).refused('5.3', 'agenda-first');
  });
});

suite('6.1 a text decided in the room', () => {
  const open = (days: number): Step =>
    acting('decision.open', 'ada', ({ state, now }) => ({
      text: 1,
      version: state.texts[0]?.revisions.at(-1)?.hash,
      deadline: after(now, days * DAY),
      meeting: 1,
    }));
  const room = sitting(four, ROOM_RULES, table('ada'));

  test('needs no second notice where its item was on the provisional agenda', () => {
    given(room).when(open(1)).allowed();
    const late = all(
      sitting(four),
      table('ada'),
      item('ada', 'Late', [1]),
      agreed('ada', { kind: 'agenda', items: [3] }),
      inMeeting('sitting.item', 'ada', { item: 3 }),
    );
    given(late).when(open(1)).refused('6.1', 'deadline-too-early');
    given(late).when(open(8)).allowed();
  });

  test('is the text of the item under discussion', () => {
    given(room, inMeeting('sitting.item', 'ada', { item: 2 }))
      .when(open(1))
      .refused('5.3', 'not-on-agenda', { item: 2 });
  });

  test('is adopted at once by all, or closed by the chair when the room has answered', () => {
    const { texts } = given(room, open(1), ...four.map((name) => take(name, 'support'))).state;
    assert.equal(texts[0]?.stage, 'adopted');
    const three = all(room, open(1), inMeeting('sitting.arrive', 'dora', { present: false }));
    given(three)
      .when(act('decision.close', 'ada', { text: 1 }))
      .refused('6.1', 'deadline-too-early');
    const closed = given(
      three,
      ...['ada', 'bor', 'cvet'].map((name) => take(name, 'support')),
      act('decision.close', 'ada', { text: 1 }),
    );
    const outcome = closed.state.texts[0]?.decision?.outcome;
    assert.deepEqual(
      outcome?.answers.map(({ stand, silent }) => [stand, silent]),
      [
        ['support', false],
        ['support', false],
        ['support', false],
        ['stand-aside', true],
      ],
    );
  });

  test('is closed by nobody but the chair, and only what was opened in the room', () => {
    given(room, open(1), wait(HOUR))
      .when(act('decision.close', 'bor', { text: 1 }))
      .refused('3.1', 'not-the-chair');
    given(room, open(1), inMeeting('sitting.close', 'ada', { resumes: null }), wait(HOUR))
      .when(act('decision.close', 'ada', { text: 1 }))
      .refused('6.1', 'meeting-stage', { stage: 'closed' });
  });
});
