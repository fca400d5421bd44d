import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { type CalendarReply, MOST_CALENDAR, readCalendarReply } from './reply.ts';

const vectors = new URL('../../../vectors/mail/calendar/', import.meta.url);
const fileOf = (name: string): string => readFileSync(new URL(name, vectors), 'utf8');

interface Case {
  readonly file: string;
  readonly reply?: CalendarReply;
  readonly fault?: unknown;
}

for (const { file, reply, fault } of JSON.parse(fileOf('expected.json')) as readonly Case[])
  test(`${file}: ${reply === undefined ? 'no answer' : reply.answer}`, () => {
    const read = readCalendarReply(fileOf(file));
    assert.deepEqual(
      read.ok ? { reply: read.value } : { fault: read.error },
      reply === undefined ? { fault } : { reply },
    );
  });

const apple = fileOf('apple-accepted.ics');

const faultOf = (content: string): string => {
  const read = readCalendarReply(content);
  return read.ok ? 'read' : read.error.kind;
};

test('what is no answer is refused, and it is said why', () => {
  assert.equal(faultOf(''), 'not-a-calendar');
  assert.equal(faultOf('Best regards'), 'not-a-calendar');
  assert.equal(faultOf('BEGIN:VCARD\r\nVERSION:4.0\r\nFN:A\r\nEND:VCARD\r\n'), 'not-a-calendar');
  assert.equal(faultOf(apple + apple), 'not-a-calendar');
  assert.equal(faultOf(apple.slice(0, -40)), 'not-a-calendar');
  assert.equal(faultOf(apple.replace('METHOD:REPLY\r\n', '')), 'method');
  assert.equal(faultOf(apple.replaceAll('VEVENT', 'VTODO')), 'no-event');
  assert.equal(faultOf(apple.replace(/^UID:.*\r\n/mu, '')), 'no-uid');
  assert.equal(faultOf(apple.replace('PARTSTAT=ACCEPTED', 'PARTSTAT=constructor')), 'no-answer');
  assert.equal(faultOf(`${apple}${' '.repeat(MOST_CALENDAR)}`), 'too-large');
});

test('what gateways and lists do to an answer is undone', () => {
  const answer = (content: string, asked: readonly string[] = []) => {
    const read = readCalendarReply(content, asked);
    return read.ok ? `${read.value.attendee} ${read.value.answer}` : read.error.kind;
  };
  const bea = (before: string, after = 'END:VCALENDAR\n') =>
    `BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\nMETHOD:REPLY\nBEGIN:VEVENT\nUID:m1@example.org\nSEQUENCE:0\nDTSTART:20261201T090000Z\n${before}\nEND:VEVENT\n${after}`;
  const accepted = 'ATTENDEE;PARTSTAT=ACCEPTED:mailto:b@example.org';
  assert.equal(answer(bea(accepted, 'END:VCALENDAR\n\n-- \nlist footer\n')), 'b@example.org coming');
  assert.equal(answer(bea(accepted, '')), 'b@example.org coming');
  assert.equal(answer(bea('ATTENDEE;CN=Council: Anna;PARTSTAT=ACCEPTED:mailto:b@example.org')), 'b@example.org coming');
  assert.equal(answer(bea('ATTENDEE;CN="a:b";PARTSTAT=DECLINED:mailto:b@example.org')), 'b@example.org not-coming');
  const two = bea(`${accepted}\nATTENDEE;PARTSTAT=DECLINED:mailto:a@example.org`);
  assert.equal(answer(two), 'attendees');
  assert.equal(answer(two, ['A@example.org']), 'a@example.org not-coming');
  assert.equal(answer(two, ['c@example.org']), 'attendees');
  assert.equal(answer(bea(accepted) + bea(accepted)), 'not-a-calendar');
});

test('an answer without a number answers the first notice', () => {
  const read = readCalendarReply(apple.replace('SEQUENCE:1\r\n', ''));
  assert.equal(read.ok && read.value.sequence, 0);
});

test('a comment is bounded, and holds nothing that hides', () => {
  const comment = `A\u202eB\u0007${'x'.repeat(5000)}`;
  const read = readCalendarReply(apple.replace('SEQUENCE:1', `SEQUENCE:1\r\nCOMMENT:${comment}`));
  assert.ok(read.ok && read.value.comment?.startsWith('ABxxx') === true && read.value.comment.length === 4000);
});

test('whatever comes is read or refused, never a fault', () => {
  const lines = apple.split('\r\n');
  const mangled = fc
    .array(fc.oneof(fc.constantFrom(...lines), fc.string({ unit: 'grapheme', maxLength: 30 })), { maxLength: 30 })
    .map((parts) => parts.join('\r\n'));
  const swapped = fc
    .tuple(fc.nat(lines.length - 1), fc.string({ maxLength: 60 }))
    .map(([at, words]) => lines.toSpliced(at, 1, words).join('\r\n'));
  fc.assert(fc.property(fc.oneof(mangled, swapped), (content) => typeof readCalendarReply(content).ok === 'boolean'));
});

test('a large part made to cost much is answered', () => {
  const most = MOST_CALENDAR - apple.length - 100;
  const hostile = [
    apple.replace('SEQUENCE:1', `SEQUENCE:1\r\n${'COMMENT:x\r\n'.repeat(most / 11)}X-END:1`),
    apple.replace('SEQUENCE:1', `SEQUENCE:1\r\nX-A;${'B="'.repeat(most / 3)}:1`),
    apple.replace('SEQUENCE:1', `SEQUENCE:1\r\nRRULE:FREQ=SECONDLY;BYSECOND=${'1,'.repeat(most / 2)}1`),
    apple.replace('SEQUENCE:1', `ATTENDEE;CN=${':'.repeat(most)}":mailto:a@b.example`),
    'BEGIN:VCALENDAR\r\n'.repeat(most / 17),
    `BEGIN:VCALENDAR\r\n${' a\r\n'.repeat(most / 4)}`,
  ];
  // Work that grows faster than what was sent would run into the runner's time limit.
  for (const content of hostile) assert.ok(content.length <= MOST_CALENDAR && faultOf(content) !== '');
});
