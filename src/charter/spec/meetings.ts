import { DAY, HOUR, after } from '../../base/time.ts';
import type { Question } from '../meetings/state.ts';
import { type Step, all, wait } from './spec.ts';
import { act, acting, clauses, founded, rulesWith } from './acts.ts';
import { fakeHash } from './world.ts';

/** Meetings of named organisations, with everything that a test does not speak of as it should be. */

/** Rules under which a slate may come from one country, as all organisations in tests do. */
export const ROOM_RULES = rulesWith({ coordinatingGroup: { perCountry: 10 } });

/** The same, where one alone convenes an assembly. */
export const ALONE_RULES = rulesWith({ coordinatingGroup: { perCountry: 10 }, meetings: { conveners: 1 } });

/** How long before it begins a meeting is convened here. */
export const AHEAD = 40 * DAY;

export const noticeIn = (now: number, fields: Readonly<Record<string, unknown>> = {}) => ({
  starts: now + AHEAD,
  ends: now + AHEAD + 8 * HOUR,
  zone: 'Europe/Skopje',
  place: 'Ohrid, the school',
  link: null,
  languages: ['en'],
  words: null,
  public: false,
  ...fields,
});

export const convene = (
  by: string,
  {
    kind = 'assembly',
    in: ms = AHEAD,
    ...fields
  }: { readonly kind?: 'assembly' | 'group'; readonly in?: number } & Readonly<Record<string, unknown>> = {},
): Step =>
  acting('meeting.convene', by, ({ now }) => ({
    kind,
    notice: noticeIn(now, { starts: now + ms, ends: now + ms + 8 * HOUR, ...fields }),
  }));

/** The others call for a meeting too, until there are enough. */
export const calledByEnough = (others: readonly string[], meeting = 1): Step =>
  all(
    ...others.map(
      (name): Step =>
        (world) =>
          world.state.meetings[meeting - 1]?.stage === 'called'
            ? inMeeting('meeting.second', name, {}, meeting)(world)
            : null,
    ),
  );

export const credentials = (by: string, delegates: readonly number[] = [1], meeting = 1): Step =>
  act('meeting.credentials', by, { meeting, delegates });

export const item = (by: string, title = 'Rivers', texts: readonly number[] = [], meeting = 1): Step =>
  act('agenda.propose', by, { meeting, title, words: null, texts, files: [] });

export const inMeeting = (
  kind:
    | 'sitting.open'
    | 'sitting.arrive'
    | 'sitting.item'
    | 'sitting.close'
    | 'sitting.chair'
    | 'speech.request'
    | 'speech.end'
    | 'speech.call'
    | 'card.show'
    | 'meeting.second'
    | 'meeting.reply',
  by: string,
  body: Readonly<Record<string, unknown>> = {},
  meeting = 1,
): Step => act(kind, by, { meeting, ...body });

export const arrive = (by: string, meeting = 1): Step => inMeeting('sitting.arrive', by, { present: true }, meeting);

export const ask = (by: string, question: unknown, meeting = 1): Step =>
  act('call.open', by, { meeting, question: question as Question });

export const answer = (
  by: string,
  stand: 'agree' | 'stand-aside' | 'object' = 'agree',
  {
    call,
    meeting = 1,
    reason = stand === 'agree' ? null : 'It goes too far.',
  }: {
    readonly call?: number;
    readonly meeting?: number;
    readonly reason?: string | null;
  } = {},
): Step =>
  acting('call.answer', by, ({ state }) => ({
    meeting,
    call: call ?? state.meetings[meeting - 1]?.calls.length ?? 1,
    stand,
    reason,
  }));

export const closeCall = (by: string, meeting = 1): Step =>
  acting('call.close', by, ({ state }) => ({ meeting, call: state.meetings[meeting - 1]?.calls.length ?? 1 }));

/** A question put to the room, and closed when everyone had time to object. */
export const agreed = (by: string, question: unknown, meeting = 1): Step =>
  all(ask(by, question, meeting), wait(HOUR / 6), closeCall(by, meeting));

/** An assembly of these organisations, convened by the first, a minute before its first sitting. */
export const convened = (names: readonly string[], rules = ROOM_RULES, ...before: readonly Step[]): Step =>
  all(
    founded(names, rules),
    ...before,
    convene(names[0] ?? ''),
    calledByEnough(names.slice(1)),
    ...names.map((name) => credentials(name)),
    item(names[0] ?? '', 'Rivers', before.length === 0 ? [] : [1]),
    item(names[1] ?? '', 'Forests'),
    wait(AHEAD),
  );

/** The same in its first sitting: everyone is in the room, the agenda is adopted, the first item is taken up. */
export const sitting = (names: readonly string[], rules = ROOM_RULES, ...before: readonly Step[]): Step =>
  all(
    convened(names, rules, ...before),
    inMeeting('sitting.open', names[0] ?? ''),
    ...names.slice(1).map((name) => arrive(name)),
    agreed(names[0] ?? '', { kind: 'agenda', items: [1, 2] }),
    inMeeting('sitting.item', names[0] ?? '', { item: 1 }),
  );

export const slate = (members: readonly string[], substitutes: readonly string[]) => ({
  kind: 'election',
  members,
  substitutes,
});

/** The assembly has elected the first three as members and the others as substitutes, given a mandate, and ended. */
export const elected = (names: readonly string[], rules = ROOM_RULES): Step =>
  all(
    sitting(names, rules),
    agreed(names[0] ?? '', slate(names.slice(0, 3), names.slice(3, 5))),
    (world) =>
      agreed(names[0] ?? '', { kind: 'mandate', task: 'Finish the text.', until: after(world.now, 90 * DAY) })(world),
    inMeeting('sitting.close', names[0] ?? '', { resumes: null }),
  );

export const circulate = (by: string, words: readonly string[] = ['We met.', 'We agreed.'], meeting = 1): Step =>
  act('summary.circulate', by, { meeting, language: 'en', clauses: clauses(...words) });

export const correction = (by: string, words = 'We nearly agreed.', version = 1, meeting = 1): Step =>
  act('summary.correct', by, { meeting, version, clause: 'c2', words, reason: 'It was so.' });

export const letter = (by: string, fields: Readonly<Record<string, unknown>> = {}): Step =>
  act('letter.send', by, {
    kind: 'circular',
    subject: 'The next assembly',
    language: 'en',
    answers: null,
    words: fakeHash(`letter of ${by}`),
    files: [],
    correspondent: null,
    list: { kind: 'participants' },
    ...fields,
  });

/** Erases what {@link letter} brought, or another attachment by its label. */
export const erase = (by: string, label: string): Step =>
  act('attachment.erase', by, { attachment: fakeHash(label), reason: 'They asked us to.' });

export const help = (by: string): Step => act('help.ask', by, { what: 'secretarial', words: 'Minutes.', until: null });
