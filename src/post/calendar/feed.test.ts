import assert from 'node:assert/strict';
import { test } from 'node:test';
import ICAL from 'ical.js';
import type { OrganisationId, Slug } from '../../base/ids.ts';
import { DAY, HOUR, type Instant, after } from '../../base/time.ts';
import { type Step, given } from '../../charter/spec/spec.ts';
import { acting, founded, presented } from '../../charter/spec/acts.ts';
import { ALONE_RULES, arrive, convene, convened, inMeeting, noticeIn } from '../../charter/spec/meetings.ts';
import { action, endAction } from '../../charter/spec/purpose.ts';
import { PUBLIC, type Viewer } from '../../charter/visibility.ts';
import { meetingNotices, noticeNumber } from '../../conference/post/meeting-notices.ts';
import type { Conference } from '../../conference/types.ts';
import { plainWordings } from '../../../test/kit/digest-scenes.ts';
import { MOST_OVER, createFeeds } from './feed.ts';

const feeds = createFeeds({ wordings: plainWordings, origin: 'https://conference.example', organiser: () => null });
const ADA: Viewer = { kind: 'organisation', id: 'ada' as OrganisationId };

/** What a calendar program shows of the feed: a line for each event. */
const shown = (viewer: Viewer, ...steps: readonly Step[]): readonly string[] => {
  const { world } = given(...steps);
  const conference = { slug: 'rivers' as Slug, state: () => world.state } as Conference;
  const written = feeds.feed({ conference, viewer, language: 'en', now: after(world.now, HOUR), source: null });
  const calendar = new ICAL.Component(ICAL.parse(written) as unknown[]);
  return calendar.getAllSubcomponents('vevent').map((event) => {
    const value = (name: string): string => String(event.getFirstPropertyValue(name) as unknown);
    return `${value('uid').replace(/@.*/u, '')} ${value('status').replace('null', '')} ${value('summary')}`;
  });
};

const NAMES = ['ada', 'bor', 'cvet'];
const moved = (fields: Readonly<Record<string, unknown>>): Step =>
  acting('meeting.change', 'ada', ({ now }) => ({ meeting: 1, notice: noticeIn(now, fields) }));

test('members see meetings, the days that matter for them, and what they are asked', () => {
  assert.deepEqual(shown(ADA, founded(NAMES, ALONE_RULES), convene('ada'), presented('dora', 'bor')), [
    'meeting-1 CONFIRMED Assembly: A conference',
    'deadline-agenda-1  Deadline: Agenda: last moment for proposals',
    'deadline-assembly  Deadline: An assembly must have begun',
    'deadline-application-dora  Deadline: application',
  ]);
});

test('strangers see what anybody may follow, without how it is joined', () => {
  const link = 'https://meet.example/secret';
  assert.deepEqual(shown(PUBLIC, founded(NAMES, ALONE_RULES), convene('ada', { link })), []);
  const { world } = given(
    founded(NAMES, ALONE_RULES),
    convene('ada', { link, public: true, words: 'Bring the draft.' }),
  );
  const conference = { slug: 'rivers' as Slug, state: () => world.state } as Conference;
  const asked = { conference, language: 'en', now: world.now, source: null };
  assert.ok(feeds.feed({ ...asked, viewer: ADA }).includes(link));
  const open = feeds.feed({ ...asked, viewer: PUBLIC });
  assert.ok(open.includes('meeting-1@') && !open.includes('secret') && !open.includes('Bring'));
});

test('joint actions stand there by their parts, for whoever may see them, and called off as cancelled', () => {
  const off = endAction('ada', { outcome: 'called-off' });
  const parts = ['At the bridge', 'Up the river', 'At the lake'].map((title) => `A day at the gauges: ${title}`);
  const as = (status: string) => parts.map((title, i) => `action-1-${i + 1} ${status} ${title}`);
  assert.deepEqual(shown(PUBLIC, founded(NAMES), action('ada')), as('CONFIRMED'));
  assert.deepEqual(shown(PUBLIC, founded(NAMES), action('ada', { public: false })), []);
  assert.deepEqual(shown(PUBLIC, founded(NAMES), action('ada'), off), as('CANCELLED'));
  const { world } = given(founded(NAMES), action('ada'));
  const conference = { slug: 'rivers' as Slug, state: () => world.state } as Conference;
  const written = feeds.feed({ conference, viewer: PUBLIC, language: 'en', now: world.now, source: null });
  // Two whole days: it ends on the day after the last.
  assert.match(written, /DTSTART;VALUE=DATE:20960605\r\nDTEND;VALUE=DATE:20960607\r\n/u);
});

test('the same question has the same answer, to the byte', () => {
  const { world } = given(founded(NAMES, ALONE_RULES), convene('ada'), presented('dora', 'bor'));
  const conference = { slug: 'rivers' as Slug, state: () => world.state } as Conference;
  const at = (now: Instant): string => feeds.feed({ conference, viewer: ADA, language: 'el', now, source: null });
  assert.equal(at(after(world.now, DAY)), at(after(world.now, 2 * DAY)));
});

test('a meeting called off stays, as cancelled, and its agenda is no matter any more', () => {
  const off = acting('meeting.cancel', 'ada', () => ({ meeting: 1, reason: 'Snow.' }));
  const events = shown(PUBLIC, founded(NAMES, ALONE_RULES), convene('ada', { public: true }), off);
  assert.deepEqual(events, ['meeting-1 CANCELLED Assembly: A conference']);
});

test('each notice is as it was given; the meeting is as the last one has it', () => {
  const { state } = given(founded(NAMES, ALONE_RULES), convene('ada'), moved({ place: 'Bitola' })).world;
  const [meeting = assert.fail()] = state.meetings;
  const places = [1, 2, 3].map((number) => noticeNumber(meeting, number, 'https://a.example/')?.place ?? null);
  assert.deepEqual(places, ['Ohrid, the school', 'Bitola', null]);
  const [now = assert.fail(), ...more] = meetingNotices(meeting, 'https://a.example/');
  assert.deepEqual([now.place, now.sequence, more.length], ['Bitola', 1, 0]);
});

test('a sitting that goes on on another day has its own place in the calendar; one within the notice’s time has none', () => {
  const adjourned = (ms: number): Step =>
    acting('sitting.close', 'ada', ({ now }) => ({ meeting: 1, resumes: now + ms }));
  const until = (ms: number): readonly string[] =>
    shown(
      { kind: 'organisation', id: 'bor' as OrganisationId },
      convened(NAMES),
      inMeeting('sitting.open', 'ada'),
      ...NAMES.slice(1).map((name) => arrive(name)),
      adjourned(ms),
    );
  const due = 'deadline-assembly  Deadline: An assembly must have begun';
  const meeting = 'meeting-1 CONFIRMED Assembly: A conference';
  assert.deepEqual(until(HOUR), [meeting, due]);
  assert.deepEqual(until(DAY), [meeting, 'meeting-1-2 CONFIRMED Assembly: A conference (continued)', due]);
});

test('of meetings that are over the last ones are listed, and of those to come all', () => {
  const cancelled = Array.from({ length: MOST_OVER + 5 }, () => [
    convene('ada', { kind: 'assembly' }),
    acting('meeting.cancel', 'ada', ({ state }) => ({
      meeting: state.meetings.length,
      reason: 'The roads are closed.',
    })),
  ]);
  const events = shown(ADA, founded(NAMES, ALONE_RULES), convene('ada'), ...cancelled.flat());
  const meetings = events.filter((event) => event.startsWith('meeting-'));
  assert.equal(meetings.length, MOST_OVER + 1);
  assert.match(meetings[0] ?? '', /^meeting-1 CONFIRMED/u);
  assert.match(meetings[1] ?? '', /^meeting-7 CANCELLED/u);
});
