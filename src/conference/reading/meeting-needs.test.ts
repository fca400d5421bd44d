import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { OrganisationId } from '../../base/ids.ts';
import { DAY, after } from '../../base/time.ts';
import { type Step, all, given, wait } from '../../charter/spec/spec.ts';
import { founded, rulesWith } from '../../charter/spec/acts.ts';
import {
  AHEAD,
  ALONE_RULES,
  convene,
  convened,
  credentials,
  elected,
  inMeeting,
  item,
  sitting,
} from '../../charter/spec/meetings.ts';
import { needsOf } from './needs.ts';
import { createReader } from './reader.ts';

/** What meetings ask of an organisation, as its first screen has it. */

const four = ['ada', 'bor', 'cvet', 'dora'];

const kindsOf = (step: Step, name: string, later = 0): readonly string[] => {
  const { state, world } = given(step);
  const id = name as OrganisationId;
  const at = after(world.now, later);
  return needsOf(createReader(state, { kind: 'organisation', id }), id, at).map(({ kind }) => kind);
};

describe('the next assembly', () => {
  it('is asked of everyone when it nears, and stands first when its day has passed', () => {
    const held = elected(four);
    assert.deepEqual(kindsOf(held, 'dora'), []);
    assert.deepEqual(kindsOf(held, 'dora', 304 * DAY), []);
    assert.deepEqual(kindsOf(held, 'dora', 306 * DAY), ['assembly']);
    // Who had the chair of the last one owes its summary record besides.
    assert.deepEqual(kindsOf(held, 'ada', 366 * DAY), ['assembly', 'minutes']);
  });

  it('is asked of nobody while one is on its way', () => {
    assert.ok(!kindsOf(all(elected(four), wait(340 * DAY), convene('ada')), 'dora').includes('assembly'));
  });
});

describe('a meeting', () => {
  it('asks for an answer, then for a delegation of whoever comes, then for nothing', () => {
    const ahead = all(founded(four, ALONE_RULES), convene('ada'));
    assert.deepEqual(kindsOf(ahead, 'bor'), ['reply']);
    const answered = (reply: string): Step => all(ahead, inMeeting('meeting.reply', 'bor', { reply }));
    assert.deepEqual(kindsOf(answered('coming'), 'bor'), ['delegation']);
    assert.deepEqual(kindsOf(answered('not-coming'), 'bor'), []);
    assert.deepEqual(kindsOf(all(answered('online'), credentials('bor')), 'bor'), []);
  });

  it('asks for items in the fortnight before its agenda is closed, of whoever has proposed none', () => {
    const ahead = all(
      founded(four, ALONE_RULES),
      convene('ada'),
      inMeeting('meeting.reply', 'bor', { reply: 'perhaps' }),
    );
    const closes = AHEAD - 14 * DAY;
    assert.deepEqual(kindsOf(ahead, 'bor', closes - 15 * DAY), []);
    assert.deepEqual(kindsOf(ahead, 'bor', closes - 13 * DAY), ['items']);
    assert.deepEqual(kindsOf(ahead, 'bor', closes + DAY), []);
    assert.deepEqual(kindsOf(all(ahead, item('bor')), 'bor', closes - 13 * DAY), []);
  });

  it('that some call for is put to the others, until they call for it too', () => {
    const rules = rulesWith({ coordinatingGroup: { perCountry: 10 }, meetings: { conveners: 3 } });
    const called = all(elected([...four, 'eli', 'fani'], rules), wait(340 * DAY), convene('fani'));
    assert.deepEqual(kindsOf(called, 'cvet'), ['second']);
    assert.deepEqual(kindsOf(called, 'fani'), []);
    assert.deepEqual(kindsOf(all(called, inMeeting('meeting.second', 'cvet', {}, 2)), 'cvet'), []);
  });

  it('that sits now stands before everything else', () => {
    assert.equal(kindsOf(sitting(four), 'dora')[0], 'sitting');
    assert.ok(!kindsOf(convened(four), 'dora').includes('sitting'));
  });
});
