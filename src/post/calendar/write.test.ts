import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import ICAL from 'ical.js';
import fc from 'fast-check';
import type { ConferenceId } from '../../base/ids.ts';
import { type Instant, instant } from '../../base/time.ts';
import type { MailAddress } from '../../conference/post/address.ts';
import type { CalendarOf, MeetingNotice, Subscription } from '../../conference/post/calendar.ts';
import { invitation, subscription } from './write.ts';

const at = (text: string): Instant => instant(Date.parse(text));

const calendar: CalendarOf = {
  conference: '8s1MvZ0yGkq2pJ4nTtXw5A' as ConferenceId,
  name: 'Διάσκεψη των Ποταμών',
  language: 'el',
};

const notice: MeetingNotice = {
  number: 3,
  sitting: null,
  kind: 'assembly',
  sequence: 0,
  on: at('2026-11-18T07:00Z'),
  starts: at('2026-12-14T08:00Z'),
  ends: at('2026-12-14T16:00Z'),
  zone: 'Europe/Athens',
  place: 'Δημαρχείο, Σέρρες; 2ος όροφος',
  link: 'https://meet.example/rivers?a=1,2;b',
  languages: ['el', 'bg', 'tr'],
  words: 'Φέρτε:\n– προτάσεις, έγγραφα\n– C:\\temp',
  page: 'https://conference.example/rivers/meetings/3',
  status: 'convened',
};

const organiser = 'calendar+aaaaadyaaaabr2k5pq7xw3mz6tnc4vhs2jfd5gbe@post.conference.example' as MailAddress;
const attendee = { name: 'Δήμου, Ελένη "Λένα"', address: 'eleni@enosi.example' as MailAddress };

const invited = (changes: Partial<MeetingNotice> = {}, to = attendee): string =>
  invitation(calendar, { ...notice, ...changes }, organiser, to).object;

const subscribed = (changes: Partial<Subscription> = {}): string =>
  subscription({
    ...calendar,
    source: 'https://conference.example/rivers/calendar.ics',
    organiser: 'rivers@post.conference.example' as MailAddress,
    meetings: [notice, { ...notice, sitting: 2, starts: at('2026-12-15T08:00Z'), ends: at('2026-12-15T12:00Z') }],
    actions: [],
    deadlines: [
      { key: 'decision-4', title: 'Νερό, για όλους', at: at('2026-12-01T22:00Z'), on: notice.on, page: notice.page },
    ],
    ...changes,
  });

const parsed = (content: string): ICAL.Component => new ICAL.Component(ICAL.parse(content) as unknown[]);
const eventsOf = (content: string): readonly ICAL.Component[] => parsed(content).getAllSubcomponents('vevent');
const eventOf = (content: string): ICAL.Component => {
  const [event] = eventsOf(content);
  assert.ok(event);
  return event;
};
const valueOf = (component: ICAL.Component, name: string): string =>
  String(component.getFirstPropertyValue(name) as unknown);

/** RFC 5546, sections 3.2.1, 3.2.2 and 3.2.5, narrowed to what is written: how often each property stands in each VEVENT. */
const ITIP: Readonly<Record<string, Readonly<Record<string, readonly [least: number, most: number]>>>> = {
  PUBLISH: { dtstamp: [1, 1], dtstart: [1, 1], organizer: [1, 1], summary: [1, 1], uid: [1, 1], attendee: [0, 0] },
  REQUEST: {
    attendee: [1, 1],
    dtstamp: [1, 1],
    dtstart: [1, 1],
    organizer: [1, 1],
    sequence: [1, 1],
    summary: [1, 1],
    uid: [1, 1],
  },
  CANCEL: { attendee: [1, 1], dtstamp: [1, 1], organizer: [1, 1], sequence: [1, 1], uid: [1, 1], status: [1, 1] },
};

for (const [method, content] of [
  ['REQUEST', invited()],
  ['CANCEL', invited({ status: 'cancelled', sequence: 2 })],
  ['PUBLISH', subscribed()],
] as const)
  test(`${method} has what RFC 5546 asks for, as often as it allows`, () => {
    const whole = parsed(content);
    assert.equal(valueOf(whole, 'method'), method);
    assert.equal(valueOf(whole, 'version'), '2.0');
    assert.match(valueOf(whole, 'prodid'), /Isonomia/u);
    const events = eventsOf(content);
    assert.equal(events.length, method === 'PUBLISH' ? 3 : 1);
    for (const event of events)
      for (const [name, [least, most]] of Object.entries(ITIP[method] ?? {})) {
        const found = event.getAllProperties(name).length;
        assert.ok(found >= least && found <= most, `${name} stands ${found} times`);
      }
    assert.equal(new Set(events.map((event) => valueOf(event, 'uid'))).size, events.length);
  });

test('an invitation asks its attendee for an answer, which comes back to its own address', () => {
  const event = eventOf(invited());
  const asked = event.getFirstProperty('attendee');
  assert.equal(asked?.getFirstValue(), 'mailto:eleni@enosi.example');
  assert.equal(asked?.getParameter('partstat'), 'NEEDS-ACTION');
  assert.equal(asked?.getParameter('rsvp'), 'TRUE');
  assert.equal(asked?.getParameter('cn'), 'Δήμου, Ελένη ’Λένα’');
  assert.equal(valueOf(event, 'organizer'), `mailto:${organiser}`);
  assert.equal(valueOf(event, 'dtstart'), '2026-12-14T08:00:00Z');
  assert.equal(valueOf(event, 'dtend'), '2026-12-14T16:00:00Z');
  assert.equal(valueOf(event, 'summary'), 'Συνέλευση: Διάσκεψη των Ποταμών');
  assert.equal(event.getFirstProperty('summary')?.getParameter('language'), 'el');
  assert.equal(valueOf(event, 'location'), notice.place);
  assert.equal(valueOf(event, 'url'), notice.page);
  assert.equal(valueOf(event, 'conference'), notice.link);
  assert.equal(event.getFirstProperty('conference')?.getParameter('feature'), 'AUDIO,VIDEO');
  assert.match(valueOf(event, 'description'), /Δευτέρα.* 14 Δεκεμβρίου 2026.*10:00.18:00 \(Athens, UTC\+2\)/u);
  assert.match(valueOf(event, 'description'), /^> Φέρτε:\n> – προτάσεις, έγγραφα\n> – C:\\temp$/mu);
  assert.match(valueOf(event, 'description'), /^Πού: Δημαρχείο/mu);
});

test('a change keeps the identity and raises the number; a meeting called off is cancelled', () => {
  const [first, moved, off] = [
    invited(),
    invited({ sequence: 1, starts: at('2026-12-14T09:00Z') }),
    invited({ sequence: 2, status: 'cancelled' }),
  ].map(eventOf);
  assert.ok(first && moved && off);
  assert.equal(valueOf(first, 'uid'), 'meeting-3@8s1MvZ0yGkq2pJ4nTtXw5A');
  assert.deepEqual(
    [first, moved, off].map((event) => [
      valueOf(event, 'uid') === valueOf(first, 'uid'),
      valueOf(event, 'sequence'),
      valueOf(event, 'status'),
    ]),
    [
      [true, '0', 'CONFIRMED'],
      [true, '1', 'CONFIRMED'],
      [true, '2', 'CANCELLED'],
    ],
  );
});

test('the mail part names its method, as the calendar in it does', () => {
  assert.equal(invitation(calendar, notice, organiser, attendee).method, 'REQUEST');
  const off = invitation(calendar, { ...notice, status: 'cancelled' }, organiser, attendee);
  assert.equal(off.method, 'CANCEL');
  assert.equal(valueOf(parsed(off.object), 'method'), 'CANCEL');
});

test('a meeting that too few call for is tentative', () => {
  assert.equal(valueOf(eventOf(invited({ status: 'called' })), 'status'), 'TENTATIVE');
});

test('words are escaped as RFC 5545 asks (3.3.11)', () => {
  const unfolded = invited().replaceAll('\r\n ', '');
  assert.match(unfolded, /^LOCATION:Δημαρχείο\\, Σέρρες\\; 2ος όροφος\r$/mu);
  assert.ok(unfolded.includes(String.raw`> Φέρτε:\n> – προτάσεις\, έγγραφα\n> – C:\\temp`));
});

test('what is written again is the same to the byte', () => {
  assert.equal(invited(), invited());
});

test('a meeting online only is joined where it says', () => {
  const event = eventOf(invited({ place: null }));
  assert.equal(valueOf(event, 'location'), notice.link);
  assert.equal(eventOf(invited({ link: null })).getAllProperties('conference').length, 0);
});

test('without an address for answers a subscribed calendar has no method, and says how often to look again', () => {
  const whole = parsed(subscribed({ organiser: null }));
  assert.equal(whole.getFirstProperty('method'), null);
  assert.equal(valueOf(whole, 'refresh-interval'), 'PT1H');
  assert.equal(valueOf(whole, 'name'), calendar.name);
});

const odd = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 500 }),
  fc.string({
    unit: fc.constantFrom(
      ',',
      ';',
      '\\',
      '\n',
      '\\n',
      '"',
      '^',
      ':',
      '🏳️‍🌈',
      '‏שלום',
      'ą̊',
      'Ω',
      '\r\n',
      '\u0000',
      '\t',
      '\ud800',
      'a',
    ),
    maxLength: 500,
  }),
);

/** What is left of somebody's words: characters that no calendar may hold are gone, and lines end in line feeds. */
const kept = (words: string): string => words.replaceAll(/\r\n?/gu, '\n').toWellFormed().replaceAll(CONTROLS, '');

// oxlint-disable-next-line no-control-regex -- control characters are what it takes out
const CONTROLS = /[\u0000-\u0009\u000b-\u001f\u007f]/gu;

test('whatever the words, they are read as they were written, in lines that are no longer than allowed', () => {
  fc.assert(
    fc.property(odd, odd, odd, (name, place, words) => {
      const content = invitation({ ...calendar, name }, { ...notice, place, words }, organiser, {
        ...attendee,
        name,
      }).object;
      const lines = content.split('\r\n');
      assert.equal(lines.pop(), '');
      for (const line of lines) assert.ok(Buffer.byteLength(line) <= 75 && !/[\r\n]/u.test(line));
      const event = eventOf(content);
      assert.equal(valueOf(event, 'summary'), `Συνέλευση: ${kept(name)}`);
      assert.equal(valueOf(event, 'location'), kept(place));
      const said = valueOf(event, 'description').replaceAll(/(?<=^|\n)> /gu, '');
      assert.ok(said.includes(kept(words)));
      assert.equal(event.getAllProperties('attendee').length, 1);
      assert.equal(valueOf(event, 'attendee'), 'mailto:eleni@enosi.example');
    }),
  );
});

test('an address cannot bring in a line of its own', () => {
  const content = invited(
    {},
    { name: 'A\r\nX-EVIL:1', address: 'a\r\nX-EVIL:1@b.example?cc=c@d.example' as MailAddress },
  );
  assert.doesNotMatch(content, /^X-EVIL/mu);
  assert.match(content.replaceAll('\r\n ', ''), /mailto:a%0D%0AX-EVIL:1@b\.example%3Fcc=c@d\.example/u);
});

const PYTHON = ['python3', '/usr/bin/python3'].find(
  (python) => spawnSync(python, ['-c', 'import icalendar']).status === 0,
);

/** Reads calendars with python-icalendar: of each event, what it holds, values decoded. */
const SCRIPT = `
import json, sys
from icalendar import Calendar
out = []
for content in json.load(sys.stdin):
    whole = Calendar.from_ical(content)
    out.append({'errors': list(whole.errors) + [e for v in whole.walk('VEVENT') for e in v.errors], 'events': [
        {'uid': str(v['UID']), 'summary': str(v['SUMMARY']), 'location': str(v.get('LOCATION', '')),
         'start': v['DTSTART'].dt.isoformat(), 'url': str(v['URL']),
         'attendee': str(v.get('ATTENDEE', '')), 'sequence': int(v.get('SEQUENCE', 0))} for v in whole.walk('VEVENT')]})
json.dump(out, sys.stdout)
`;

test(
  'an independent program reads every kind of part as it was meant',
  { skip: PYTHON === undefined ? 'python3-icalendar is not here' : false },
  () => {
    // Its version 4 takes a backslash before an n for a line's end, even where the backslash itself is escaped.
    const words = fc.sample(odd, { numRuns: 200, seed: 1 }).filter((text) => !text.includes('\\'));
    const parts = [
      invited(),
      invited({ status: 'cancelled', sequence: 2 }),
      subscribed(),
      ...words.map((place) => invited({ place, words: place })),
    ];
    const run = spawnSync(PYTHON ?? '', ['-c', SCRIPT], { input: JSON.stringify(parts), encoding: 'utf8' });
    assert.equal(run.status, 0, run.stderr);
    const read = JSON.parse(run.stdout) as readonly { errors: unknown[]; events: readonly Record<string, unknown>[] }[];
    assert.deepEqual(
      read.flatMap(({ errors }) => errors),
      [],
    );
    assert.deepEqual(read[0]?.events[0], {
      uid: 'meeting-3@8s1MvZ0yGkq2pJ4nTtXw5A',
      summary: 'Συνέλευση: Διάσκεψη των Ποταμών',
      location: notice.place,
      start: '2026-12-14T08:00:00+00:00',
      url: notice.page,
      attendee: 'mailto:eleni@enosi.example',
      sequence: 0,
    });
    assert.deepEqual(
      read[2]?.events.map(({ start }) => start),
      ['2026-12-14T08:00:00+00:00', '2026-12-15T08:00:00+00:00', '2026-12-01T22:00:00+00:00'],
    );
    assert.deepEqual(
      read.slice(3).map(({ events }) => events[0]?.['location']),
      words.map(kept),
    );
  },
);
