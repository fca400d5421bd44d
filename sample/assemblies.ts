import { type Instant, MINUTE, after } from '../src/base/time.ts';
import type { ActKind } from '../src/charter/acts.ts';
import { versionHash, versionOf } from '../src/charter/law/charter.ts';
import { clausesSchema } from '../src/text/clause.ts';
import * as content from './content/index.ts';
import type { Keyring } from './keyring.ts';
import { type BodyIn, type Step, actStep, moment } from './steps.ts';

/** The assembly behind and the one ahead, as steps: who called for it, what happened in the room, what the group that it elected does since. */

/** Texts are numbered as they are tabled: four others came before. */
const TEXT = 5;
const BEHIND = 1;

export const assemblies = (keys: Keyring, today: Instant): readonly Step[] => {
  const act = <const K extends ActKind>(at: Instant, by: string, kind: K, body: BodyIn<K>): Step =>
    actStep(at, kind, [by, 1], body, [keys.key(by, 1)]);
  return [...tabling(act, today), ...assembly(act, today), ...since(act, today)];
};

type Act = <const K extends ActKind>(at: Instant, by: string, kind: K, body: BodyIn<K>) => Step;

const EVERYONE = content.PARTICIPANTS.map(({ id }) => id);

const words = () => ({ title: content.FISH.title, clauses: clausesSchema.parse(content.FISH.clauses) });

const tabling = (act: Act, today: Instant): readonly Step[] => [
  act(moment(today, content.FISH.at), content.FISH.by, 'text.table', {
    kind: 'resolution',
    ...words(),
    charter: null,
    language: null,
  }),
];

const noticeOf = (
  today: Instant,
  { starts, ends, zone, place, words: said }: typeof content.ASSEMBLY | typeof content.NEXT_ASSEMBLY,
) => ({
  starts: moment(today, starts),
  ends: moment(today, ends),
  zone,
  place,
  link: null,
  languages: ['en'],
  words: said,
  public: false,
});

/** From its convocation to its summary record. What is asked in the room is asked a minute after what came before. */
const assembly = (act: Act, today: Instant): readonly Step[] => {
  const { ASSEMBLY: called, ITEMS: items, GROUP: group } = content;
  const chair = called.by;
  const convened = moment(today, called.at);
  const begins = moment(today, called.starts);
  const others = EVERYONE.filter((id) => id !== chair);
  const meeting = BEHIND;
  let now = begins;
  const next = (minutes = 1): Instant => (now = after(now, minutes * MINUTE));
  const call = (number: number, question: BodyIn<'call.open'>['question'], isAside = false): readonly Step[] => [
    act(next(), chair, 'call.open', { meeting, question }),
    ...(isAside ? [aside(number)] : []),
    act(next(5), chair, 'call.close', { meeting, call: number }),
  ];
  const aside = (number: number): Step =>
    act(after(now, 3 * MINUTE), content.ASIDE.by, 'call.answer', {
      meeting,
      call: number,
      stand: 'stand-aside',
      reason: content.ASIDE.reason,
    });
  return [
    act(convened, chair, 'meeting.convene', { kind: 'assembly', notice: noticeOf(today, called) }),
    act(after(convened, 200 * MINUTE), called.second, 'meeting.second', { meeting }),
    ...items.map(({ by, at, title, words: said, fish }) =>
      act(moment(today, at), by, 'agenda.propose', {
        meeting,
        title,
        words: said,
        texts: fish ? [TEXT] : [],
        files: [],
      }),
    ),
    ...EVERYONE.flatMap((by, i) => {
      const at = after(begins, -(9 - i * 0.5) * 24 * 60 * MINUTE);
      return [
        act(at, by, 'meeting.reply', { meeting, reply: 'coming' }),
        act(after(at, 2 * MINUTE), by, 'meeting.credentials', { meeting, delegates: [1] }),
      ];
    }),
    act(begins, chair, 'sitting.open', { meeting }),
    ...others.map((by) => act(next(), by, 'sitting.arrive', { meeting, present: true })),
    ...call(1, { kind: 'agenda', items: items.map((_, i) => i + 1) }),
    act(next(), chair, 'sitting.item', { meeting, item: 1 }),
    ...call(2, { kind: 'election', members: [...group.members], substitutes: [...group.substitutes] }),
    ...call(3, {
      kind: 'mandate',
      task: content.MANDATE.task,
      until: moment(today, content.MANDATE.until),
    }),
    act(next(40), chair, 'sitting.item', { meeting, item: 2 }),
    ...call(4, taken(today), true),
    act(next(60), chair, 'sitting.item', { meeting, item: 3 }),
    ...call(5, { kind: 'words', words: content.NEXT_PLACE, under: null }),
    ...call(6, {
      kind: 'treasurer',
      organisation: content.KEEPER.by,
      until: moment(today, content.KEEPER.until),
    }),
    act(next(10), chair, 'sitting.close', { meeting, resumes: null }),
    act(moment(today, content.MINUTES_BY.at), content.MINUTES_BY.by, 'summary.circulate', {
      meeting,
      language: 'en',
      clauses: clausesSchema.parse(content.MINUTES),
    }),
  ];
};

/** That the text is taken in principle, and the group completes it. */
const taken = (today: Instant): BodyIn<'call.open'>['question'] => ({
  kind: 'principle',
  text: TEXT,
  version: versionHash(versionOf({ ...words(), charter: null })),
  to: 'group',
  until: moment(today, content.COMPLETE_UNTIL),
  latest: { of: 'group', nth: 2 },
});

/** What is done since: an amendment to the text, the next assembly convened by the group, and its call for help with the offer that came. */
const since = (act: Act, today: Instant): readonly Step[] => {
  const { amendment } = content.FISH;
  const proposed = moment(today, amendment.at);
  return [
    act(proposed, amendment.by, 'amendment.propose', {
      text: TEXT,
      revision: 1,
      change: { kind: 'replace', clause: amendment.clause, words: amendment.words },
      reason: amendment.reason,
    }),
    ...amendment.accepted.map((by, i) =>
      act(after(proposed, (i + 1) * 700 * MINUTE), by, 'positions.take', {
        text: TEXT,
        revision: 1,
        positions: [{ on: { kind: 'amendment', amendment: 1 }, stand: 'accept', reason: null, conditions: [] }],
      }),
    ),
    act(moment(today, content.NEXT_ASSEMBLY.at), content.NEXT_ASSEMBLY.by, 'meeting.convene', {
      kind: 'assembly',
      notice: noticeOf(today, content.NEXT_ASSEMBLY),
    }),
    ...content.NEXT_ITEMS.map(({ by, at, title, words: said }) =>
      act(moment(today, at), by, 'agenda.propose', { meeting: BEHIND + 1, title, words: said, texts: [], files: [] }),
    ),
    ...content.NEXT_REPLIES.map(({ by, at }) =>
      act(moment(today, at), by, 'meeting.reply', { meeting: BEHIND + 1, reply: 'coming' }),
    ),
    act(moment(today, content.HELP.at), content.HELP.by, 'help.ask', {
      what: 'secretarial',
      words: content.HELP.words,
      until: moment(today, content.HELP.until),
    }),
    act(moment(today, content.HELP.offer.at), content.HELP.offer.by, 'help.offer', {
      help: 1,
      words: content.HELP.offer.words,
    }),
  ];
};
