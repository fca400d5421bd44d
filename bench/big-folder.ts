import { utf8 } from '../src/base/bytes.ts';
import type { ClauseId, Language } from '../src/base/ids.ts';
import { DAY, HOUR, after } from '../src/base/time.ts';
import type { BodyOf } from '../src/charter/acts.ts';
import { charterHash } from '../src/charter/law/charter.ts';
import { createManualClock, systemClock } from '../src/conference/clock.ts';
import type { Conference } from '../src/conference/types.ts';
import { attach } from '../src/record/envelope.ts';
import { openSqliteStore } from '../src/store/sqlite/store.ts';
import { SLUG } from '../test/kit/served.ts';
import { CHARTER, type Speaker, accepted, newSpeaker, smallConference, write } from '../test/kit/small-conference.ts';
import { FOUNDERS, application } from './applicants.ts';
import { type People, careless, credulousHost, sendAll } from './folders.ts';

/** A conference that has met for years: more of everything than any of today has. */

export interface Size {
  readonly organisations: number;
  readonly texts: number;
  /** In all texts together. */
  readonly amendments: number;
  readonly letters: number;
}

/** Of the texts, those that are still negotiated, as far as there are so many. */
const OPEN = 90;
const CLAUSES = 8;
/** How many acts of a kind are on their way at once. */
const AT_ONCE = 200;

const WORDS =
  'The participants shall measure, at every gauge that stands in their reach of the river, the height of the water and what it carries, each day at the same hour';

const RULES = {
  ...CHARTER.rules,
  participation: { ...CHARTER.rules.participation, presenters: 1, noDisagreementDays: 1, byAssembly: false },
};

const text = (i: number): BodyOf<'text.table'> => ({
  kind: 'resolution',
  title: `On the river, for the ${i + 1}. time`,
  clauses: Array.from({ length: CLAUSES }, (_, c) => ({
    id: `c${c + 1}` as ClauseId,
    kind: 'operative' as const,
    words: `${WORDS}, in reach ${c + 1} of ${i + 1}.`,
  })),
  charter: null,
  language: null,
});

const amendments = (number: number, count: number): BodyOf<'amendments.propose'> => ({
  text: number,
  revision: 1,
  amendments: Array.from({ length: count }, (_, i) => ({
    change: {
      kind: 'replace',
      clause: `c${(i % CLAUSES) + 1}` as ClauseId,
      words: `${WORDS}, in reach ${i + 1} of ${number}, and every week besides.`,
    },
    reason: 'So that nothing is left out.',
    to: null,
    credit: null,
  })),
});

/** A data folder with such a conference, and who can act in it. */
export const bigFolder = async (data: string, { organisations, ...size }: Size): Promise<People> => {
  const now = systemClock.now();
  const clock = createManualClock(after(now, -3 * DAY));
  const store = await openSqliteStore(data);
  const host = await credulousHost(store, data, clock);
  const charter = { ...CHARTER, rules: RULES };
  const names = Array.from({ length: Math.min(FOUNDERS, organisations) }, (_, i) => `organisation-${i + 1}`);
  const { conference, id, speakers: founders } = await smallConference(host, clock.now, names, { slug: SLUG, charter });
  const head = () => ({ conference: id, made: clock.now() });
  const applicants = Array.from({ length: Math.max(0, organisations - FOUNDERS) }, (_, i) =>
    newSpeaker(`organisation-${FOUNDERS + i + 1}`),
  );
  for (const speaker of applicants) {
    const { hash } = accepted(await conference.submit(application(speaker, head(), charterHash(charter)).envelope));
    const presented = { organisation: speaker.organisation, application: hash };
    const [first = speaker] = founders;
    accepted(await conference.submit(write(first, head(), 'participation.present', presented).envelope));
  }
  clock.set(after(now, -DAY));
  const people: People = { id, speakers: [...founders, ...applicants] };
  await fill(conference, careless(people), head, size);
  clock.set(after(now, -HOUR));
  await host.close();
  await store.close();
  return people;
};

const fill = async (
  conference: Conference,
  { speakers }: People,
  head: () => Parameters<typeof write>[1],
  { texts, amendments: all, letters }: Omit<Size, 'organisations'>,
): Promise<void> => {
  const by = (i: number): Speaker => speakers[i % speakers.length] as Speaker;
  const each = async (from: number, to: number, make: (i: number) => ReturnType<typeof write>): Promise<void> => {
    for (let at = from; at < to; at += AT_ONCE) {
      const count = Math.min(AT_ONCE, to - at);
      await sendAll(
        conference,
        Array.from({ length: count }, (_, i) => make(at + i).envelope),
      );
    }
  };
  const share = Math.ceil(all / texts);
  // As many at a time as may be open: all but the last of them have been withdrawn since.
  for (let at = 0; at < texts; at += OPEN) {
    const to = Math.min(texts, at + OPEN);
    await each(at, to, (i) => write(by(i), head(), 'text.table', text(i)));
    await each(at, to, (i) => write(by(i + 1), head(), 'amendments.propose', amendments(i + 1, share)));
    if (to < texts) await each(at, to, (i) => write(by(i), head(), 'text.withdraw', { text: i + 1 }));
  }
  await each(0, letters, (i) => {
    const words = attach(utf8(`Letter ${i + 1} on the state of the river, with what we ask of everyone.`));
    const body: BodyOf<'letter.send'> = {
      kind: 'circular',
      subject: `The river, letter ${i + 1}`,
      language: 'en' as Language,
      answers: null,
      words: words.hash,
      files: [],
      correspondent: null,
      list: { kind: 'participants' },
    };
    return write(by(i), head(), 'letter.send', body, { attachments: [words] });
  });
};
