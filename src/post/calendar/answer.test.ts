import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { OrganisationId } from '../../base/ids.ts';
import { given } from '../../charter/spec/spec.ts';
import { acting, founded } from '../../charter/spec/acts.ts';
import { ROOM_RULES, convene, noticeIn } from '../../charter/spec/meetings.ts';
import { type Invited, answerOf } from './answer.ts';
import { meetingUid, readMeetingUid } from './uid.ts';

const changed = (fields: Readonly<Record<string, unknown>>) =>
  acting('meeting.change', 'ada', ({ now }) => ({ meeting: 1, notice: noticeIn(now, fields) }));

const { world } = given(founded(3, ROOM_RULES), convene('ada'), changed({ place: 'Bitola' }));
const { state } = world;

const sample = readFileSync(new URL('../../../vectors/mail/calendar/apple-accepted.ics', import.meta.url), 'utf8');
const own = meetingUid({ conference: state.conference ?? assert.fail(), number: 1, sitting: null });
const answer = (changes: Readonly<Record<string, string>> = {}): string => {
  let content = sample.replace(/^UID:.*$/mu, `UID:${own}`);
  for (const [from, to] of Object.entries(changes)) content = content.replace(from, to);
  return content;
};

const invited: Invited = { organisation: 'bor' as OrganisationId, delegate: 2, address: 'Eleni@enosi.example' };

test('an answer from a calendar becomes what the host may say', () => {
  const said = { meeting: 1, organisation: 'bor', delegate: 2 };
  assert.deepEqual(answerOf(state, invited, answer()), { ok: true, value: { ...said, reply: 'coming' } });
  const declined = answerOf(state, invited, answer({ 'PARTSTAT=ACCEPTED': 'PARTSTAT=DECLINED' }));
  assert.deepEqual(declined, { ok: true, value: { ...said, reply: 'not-coming' } });
});

test('whoever comes to a meeting that has no place comes online', () => {
  const { state } = given(
    founded(3, ROOM_RULES),
    convene('ada', { place: null, link: 'https://meet.example/a' }),
  ).world;
  const read = answerOf(state, invited, answer({ 'SEQUENCE:1': 'SEQUENCE:0' }));
  assert.equal(read.ok && read.value.reply, 'online');
});

test('an answer counts for the invitation that it answers', () => {
  const faultOf = (content: string, by = invited): unknown => {
    const read = answerOf(state, by, content);
    return read.ok ? null : read.error;
  };
  assert.deepEqual(faultOf(sample), { kind: 'other-meeting' });
  assert.deepEqual(faultOf(answer({ 'UID:meeting-1@': 'UID:meeting-2@' })), { kind: 'other-meeting' });
  assert.deepEqual(faultOf(answer({ 'SEQUENCE:1': 'SEQUENCE:0' })), { kind: 'old-notice', meeting: 1 });
  assert.deepEqual(faultOf(answer(), { ...invited, address: 'nikos@enosi.example' }), {
    kind: 'other-attendee',
    attendee: 'eleni@enosi.example',
  });
  assert.deepEqual(faultOf('nothing'), { kind: 'not-a-calendar' });
});

test('a UID is read back, and nothing else is one', () => {
  const key = readMeetingUid(own);
  assert.deepEqual(key, { conference: state.conference, number: 1, sitting: null });
  assert.deepEqual(readMeetingUid(own.replace('meeting-1', 'meeting-12-3')), { ...key, number: 12, sitting: 3 });
  for (const none of ['', 'meeting-1', 'meeting-0@x', `meeting-1@${'x'.repeat(22)}!`, `x${own}`, own.slice(0, -1)])
    assert.equal(readMeetingUid(none), null, none);
});
