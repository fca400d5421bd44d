import { z } from 'zod';
import { type Mutable, mutable } from '../../base/brand.ts';
import { attachmentHashSchema, languageSchema, organisationIdSchema } from '../../base/ids.ts';
import { rfc3339 } from '../../base/time.ts';
import { defineAct } from '../act.ts';
import { filesIn, filesSchema, letterIn, type Named } from '../law/kept.ts';
import { circulate, listed } from './circulation.ts';
import { noDelegate } from '../members/delegates.ts';
import { EXAMPLE } from '../law/example-words.ts';
import type { Letter, LetterKind } from './state.ts';
import type { Mark } from '../law/mark.ts';
import { mayServe } from './group.ts';
import type { Refusal } from '../law/refusal.ts';
import { nextInSeries } from '../law/series.ts';
import type { State } from '../state.ts';
import { line, numberSchema } from '../../base/schema.ts';

/** Chapter 9.2: the register of letters and circulars. Their words are kept beside the record, and the record holds their hash. */

export const listSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('participants') }).readonly(),
  z.strictObject({ kind: z.literal('group') }).readonly(),
  z.strictObject({ kind: z.literal('signatories'), text: numberSchema }).readonly(),
  z.strictObject({ kind: z.literal('unanswered'), text: numberSchema }).readonly(),
  z.strictObject({ kind: z.literal('unacknowledged'), circulation: numberSchema }).readonly(),
  z.strictObject({ kind: z.literal('meeting'), meeting: numberSchema }).readonly(),
]);

const SERIES = { circular: 'C', letter: 'L', in: 'I', out: 'O', reply: 'R' } as const satisfies Record<
  LetterKind,
  string
>;

/** Enters a letter under the next reference of its series: `C/2026/3`. */
const register = (state: Mutable<State>, letter: Omit<Letter, 'number' | 'reference' | 'on'>, on: Mark): void => {
  const prefix = `${SERIES[letter.kind]}/${rfc3339(on.at).slice(0, 4)}/`;
  const number = state.letters.length + 1;
  state.letters.push(mutable({ ...letter, number, reference: nextInSeries(state, prefix), on }));
};

const contents = {
  subject: line(300),
  language: languageSchema,
  /** What it answers: the number of a circulation. */
  answers: numberSchema.nullable(),
  words: attachmentHashSchema.nullable(),
  files: filesSchema,
} as const;

const wordsAndFiles = (body: Pick<Letter, 'words' | 'files'>): readonly Named[] => [
  ...(body.words === null ? [] : [letterIn(body.words)]),
  ...filesIn(body.files),
];

const answersRefusal = (state: State, answers: number | null): Refusal | null =>
  answers === null || state.circulations[answers - 1] !== undefined
    ? null
    : { article: '9.2', kind: 'unknown', thing: 'circulation', ref: `${answers}` };

const listRefusal = (state: State, list: z.infer<typeof listSchema>): Refusal | null => {
  if ('text' in list && state.texts[list.text - 1] === undefined) {
    return { article: '9.2', kind: 'unknown', thing: 'text', ref: `${list.text}` };
  }
  if (list.kind === 'unacknowledged') return answersRefusal(state, list.circulation);
  if (list.kind === 'meeting' && state.meetings[list.meeting - 1] === undefined) {
    return { article: '9.2', kind: 'unknown', thing: 'meeting', ref: `${list.meeting}` };
  }
  return null;
};

/** Sends a letter or a circular to those on a list, or registers one that came in or went out. */
export const send = defineAct({
  kind: 'letter.send',
  article: '9.2',
  strength: 'ordinary',
  from: ['participant'],
  matter: 'letter',
  subjects: () => ['letters'],
  body: z
    .strictObject({
      kind: z.enum(['circular', 'letter', 'in', 'out']),
      ...contents,
      /** The office or body outside, for a letter in or out; else `null`. A person's name belongs in the words. */
      correspondent: line(200).nullable(),
      list: listSchema,
    })
    .readonly(),
  names: wordsAndFiles,
  judge: (state, { by, body }) => {
    const outside = body.kind === 'in' || body.kind === 'out';
    if (body.kind !== 'letter' && !mayServe(state, by.organisation)) return { article: '9.2', kind: 'group-only' };
    if (outside !== (body.correspondent !== null)) {
      const why = outside ? 'missing' : 'outside-only';
      return { article: '9.2', kind: 'bad-field', field: 'correspondent', why };
    }
    if (body.words === null && body.files.length === 0) {
      return { article: '9.2', kind: 'bad-field', field: 'words', why: 'missing' };
    }
    return answersRefusal(state, body.answers) ?? listRefusal(state, body.list);
  },
  apply: (state, { by, body: { list, ...body } }, on) => {
    const others = listed(state, list).filter((id) => id !== by.organisation);
    const circulation = circulate(state, { kind: 'letter', letter: state.letters.length + 1 }, others, on);
    register(state, { by: by.organisation, ...body, delegate: null, proven: true, circulation }, on);
  },
  example: {
    kind: 'circular',
    subject: 'Rooms in Florina',
    language: 'en',
    answers: null,
    words: EXAMPLE.hash,
    files: [{ name: 'rooms.pdf', type: 'application/pdf', hash: EXAMPLE.hash }],
    correspondent: null,
    list: { kind: 'meeting', meeting: 1 },
  },
});

/** The host says that a delegate's answer came by mail, and what it was an answer to. */
export const received = defineAct({
  kind: 'host.received',
  article: '9.2',
  strength: 'host',
  from: ['host'],
  matter: 'letter',
  subjects: () => ['letters'],
  quiet: true,
  body: z
    .strictObject({
      organisation: organisationIdSchema,
      delegate: z.int().min(1),
      /** Whether the domain of the delegate's address vouches for the mail. */
      proven: z.boolean(),
      ...contents,
    })
    .readonly(),
  names: wordsAndFiles,
  namesFor: ({ organisation }) => organisation,
  judge: (state, { body }) => {
    const organisation = state.organisations.get(body.organisation);
    if (organisation?.standing.kind !== 'participant') {
      return { article: '9.2', kind: 'unknown', thing: 'organisation', ref: body.organisation };
    }
    const delegate = organisation.delegates[body.delegate - 1];
    if (delegate === undefined) return noDelegate(body.delegate);
    if (delegate.recalled !== null) return { article: '4.1', kind: 'recalled-delegate', delegate: body.delegate };
    return answersRefusal(state, body.answers);
  },
  apply: (state, { body: { organisation, ...body } }, on) =>
    register(state, { kind: 'reply', by: organisation, ...body, correspondent: null, circulation: null }, on),
  example: {
    organisation: 'reka',
    delegate: 1,
    proven: true,
    subject: 'Re: Rooms in Florina',
    language: 'bg',
    answers: 1,
    words: EXAMPLE.hash,
    files: [],
  },
});
