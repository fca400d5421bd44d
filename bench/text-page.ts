import { type ClauseId, type OrganisationId, type Slug } from '../src/base/ids.ts';
import { type Instant, after, SECOND } from '../src/base/time.ts';
import type { Stand, Target } from '../src/charter/texts/position-state.ts';
import { createCommonTexts } from '../src/conference/work/common-texts.ts';
import { createManualClock } from '../src/conference/clock.ts';
import { createCalendarKeys } from '../src/conference/post/calendar-keys.ts';
import { generateHostKey } from '../src/conference/host-key.ts';
import { createHost } from '../src/conference/host.ts';
import { NO_DAMAGES } from '../src/conference/damaged.ts';
import { NO_LIMITS } from '../src/conference/door/limits.ts';
import type { SignIn } from '../src/conference/door/sign-in.ts';
import type { Conference } from '../src/conference/types.ts';
import { ok } from '../src/base/result.ts';
import { createMemoryDrafts } from '../src/store/memory/drafts.ts';
import { createMemoryStore } from '../src/store/memory/store.ts';
import type { Change } from '../src/text/change.ts';
import type { Clause } from '../src/text/clause.ts';
import { createWeb } from '../src/web/app.ts';
import { type SmallConference, accepted, smallConference } from '../test/kit/small-conference.ts';
import { NO_SEARCH } from '../test/kit/kept.ts';
import { workHere } from '../test/kit/work-here.ts';
import { careless } from './folders.ts';
import { type Measurement, measured, median, noise } from './report.ts';

/** Milliseconds in which the server renders the page of a long and much contested text for a delegate, from request to last byte. */

const CLAUSES = 300;
const AMENDMENTS = 500;
const ORGANISATIONS = 40;
const ROUNDS = 31;
const WARMING = 10;
export const SLUG = 'rivers' as Slug;

const WORDS =
  'the conference recalls that every organisation which takes water from a river owes those who live below it a true account of what it takes and calls upon all participants to measure publish and compare their figures each spring so that nobody has to rely on what others say'.split(
    ' ',
  );

/** Numbers from 0 up to `below` that look like chance and are the same in every run. */
const createDice = () => {
  let state = 1;
  return (below: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % below;
  };
};

/**
 * A conference of 40 with one text, made by acts through the one door: each organisation moves a fortieth of the amendments, and says
 * where it stands on a third of the clauses and a twelfth of the amendments; one position in twelve objects, with a reason.
 */
export const longText = async (): Promise<Conference> => {
  const clock = createManualClock(Date.UTC(2026, 10, 1) as Instant);
  const host = await createHost({
    store: createMemoryStore(),
    hostKey: generateHostKey(),
    clock,
    origin: 'http://localhost',
    verifier: { check: async () => ok(null) },
  });
  const names = Array.from({ length: ORGANISATIONS }, (_, i) => `organisation-${i + 1}`);
  const founded = await smallConference(host, clock.now, names, { slug: SLUG });
  const { speakers } = careless(founded);
  const say: SmallConference['submit'] = (speaker, kind, body) => {
    clock.set(after(clock.now(), SECOND));
    return founded.submit(speaker, kind, body);
  };
  const dice = createDice();
  const words = (length: number): string => Array.from({ length }, () => WORDS[dice(WORDS.length)] ?? '').join(' ');
  const clauses = Array.from({ length: CLAUSES }, (_, i): Clause => ({
    id: `c${i}` as ClauseId,
    kind: 'operative',
    words: `${words(20 + dice(10))};`,
  }));
  const [first] = speakers;
  if (first === undefined) throw new TypeError('Nobody is there');
  const table = {
    kind: 'resolution' as const,
    title: 'On the whole of the river',
    clauses,
    charter: null,
    language: null,
  };
  accepted(await say(first, 'text.table', table));
  const change = (n: number): Change => {
    const { id, words: own } = clauses[dice(CLAUSES)] as Clause;
    const cut = own.split(' ');
    const at = dice(cut.length - 3);
    if (n % 10 === 8)
      return { kind: 'add', after: id, clause: { id: `n${n}` as ClauseId, kind: 'operative', words: words(20) } };
    if (n % 10 === 9) return { kind: 'delete', clause: id };
    return { kind: 'replace', clause: id, words: cut.toSpliced(at, 2, words(3)).join(' ') };
  };
  const each = Math.ceil(AMENDMENTS / ORGANISATIONS);
  for (const [i, speaker] of speakers.entries()) {
    const from = i * each;
    const count = Math.max(0, Math.min(each, AMENDMENTS - from));
    const amendments = Array.from({ length: count }, (_, k) => ({
      change: change(from + k),
      reason: 'It says what we mean.',
      to: null,
      credit: null,
    }));
    if (count > 0) accepted(await say(speaker, 'amendments.propose', { text: 1, revision: 1, amendments }));
  }
  for (const speaker of speakers) {
    const take = async (on: Target): Promise<void> => {
      const roll = dice(24);
      const stand: Stand = roll < 2 ? 'object' : roll < 3 ? 'stand-aside' : roll < 12 ? 'accept' : 'support';
      const reason = stand === 'object' ? `We cannot bind ourselves to this: ${words(8)}.` : null;
      accepted(
        await say(speaker, 'positions.take', {
          text: 1,
          revision: 1,
          positions: [{ on, stand, reason, conditions: [] }],
        }),
      );
    };
    const skip = dice(3);
    for (let i = skip; i < CLAUSES; i += 3) await take({ kind: 'clause', clause: `c${i}` as ClauseId });
    for (let i = 1 + dice(12); i <= AMENDMENTS; i += 12) await take({ kind: 'amendment', amendment: i });
  }
  return founded.conference;
};

/** The pages of that conference, as the delegate of one of its organisations sees them. */
export const pagesFor = (conference: Conference, organisation: string): ReturnType<typeof createWeb> => {
  const id = organisation as OrganisationId;
  const state = conference.state();
  const delegate = state.organisations.get(id)?.delegates[0];
  const key = [...state.keys.values()].find((one) => one.organisation === id && one.use === 'ssh');
  if (delegate === undefined || key === undefined) throw new TypeError(`No delegate of ${organisation}`);
  const visitor = { viewer: { kind: 'organisation', id }, me: { delegate, key } } as const;
  return createWeb({
    host: { conference: () => conference } as unknown as Parameters<typeof createWeb>[0]['host'],
    signIn: { visitor: () => visitor } as unknown as SignIn,
    sessions: {
      of: () => [],
      marks: { get: () => null, put: () => undefined, all: () => [], remove: () => undefined },
    },
    clock: createManualClock(state.time),
    origin: 'http://localhost',
    sample: null,
    post: null,
    damages: NO_DAMAGES,
    limits: NO_LIMITS,
    proxies: 0,
    offersPdf: true,
    documents: () => Promise.reject(new TypeError('No documents here')),
    feeds: () => Promise.reject(new TypeError('No calendars here')),
    calendarKeys: createCalendarKeys(generateHostKey()),
    drafts: createMemoryDrafts(),
    search: NO_SEARCH,
    work: workHere,
    commonTexts: createCommonTexts(() => Promise.reject(new TypeError('No solver here')), {
      take: () => Promise.reject(new TypeError('No turns here')),
      full: () => null,
    }),
    founding: () => ({ isOpen: () => false, spend: () => false }),
    onFault: (fault) => {
      throw fault;
    },
  });
};

export const textPage = async (): Promise<Measurement> => {
  const web = pagesFor(await longText(), 'organisation-7');
  const times: number[] = [];
  let size = 0;
  for (let round = -WARMING; round < ROUNDS; round++) {
    const began = performance.now();
    const answer = await web.request(`/${SLUG}/texts/1`);
    size = (await answer.arrayBuffer()).byteLength;
    if (round >= 0) times.push(performance.now() - began);
    if (!answer.ok) throw new Error(`The page answered ${answer.status}`);
  }
  return measured(
    'text-page',
    'ms',
    median(times),
    50,
    'aim ≤ 50 ms',
    `${CLAUSES} clauses, ${AMENDMENTS} amendments, ${ORGANISATIONS} organisations; the state is made by acts`,
    `${(size / 1024).toFixed(0)} KB`,
    `the fastest of ${ROUNDS} took ${Math.min(...times).toFixed(0)} ms`,
    noise('page', times),
  );
};
