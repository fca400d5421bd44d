import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { z } from 'zod';
import { ACT_KINDS, ACT_RULES, type ActKind } from '../../charter/acts.ts';
import { apply } from '../../charter/apply.ts';
import { termsOf } from '../../charter/law/charter.ts';
import { charterWith } from '../../charter/spec/acts.ts';
import { EXAMPLES } from '../../charter/spec/example.ts';
import { given, lastSent } from '../../charter/spec/spec.ts';
import type { State } from '../../charter/state.ts';
import { createReader } from '../reading/reader.ts';
import { clustersOf } from './clusters.ts';
import { documentsOf } from './documents.ts';

/** Whatever people write in an act of any kind can be found, or is named here with why it is not. */

type Body = Readonly<Record<string, unknown>>;
type Schema = Readonly<Record<string, unknown>>;

const ITS_ENTRY = 'stands in its entry alone, and is found as that';
const AS_STATED = 'is what the organisation has stated before, and is found there';
const SETTING = 'is a setting of the rules, and no sentence';

const NOT_FOUND: Readonly<Record<string, string>> = {
  'participation.leave/reason': ITS_ENTRY,
  'action.leave/reason': ITS_ENTRY,
  'attachment.erase/reason': ITS_ENTRY,
  'host.erased/reason': ITS_ENTRY,
  'post.otherwise/how': ITS_ENTRY,
  'charter.sign/printed/*/name': AS_STATED,
  'charter.sign/printed/*/country': AS_STATED,
  'text.sign/printed/*/name': AS_STATED,
  'text.sign/printed/*/country': AS_STATED,
  'statement.sign/printed/*/name': AS_STATED,
  'statement.sign/printed/*/country': AS_STATED,
  'conference.found/charter/rules/meetings/standingItem': SETTING,
  'text.table/charter/rules/meetings/standingItem': SETTING,
  'text.revise/charter/rules/meetings/standingItem': SETTING,
  'conference.found/meeting/place': 'is of a conference in which nothing is looked for yet',
  'conference.found/meeting/agenda/*': 'is of a conference in which nothing is looked for yet',
  'recovery.disagree/reasons': 'is about keys, which are nobody’s to look up',
  'debate.open/quote': 'is of the text’s own words',
  'amendments.propose/amendments/*/credit': 'is a person’s name, who is nobody’s to look up',
};

const clause = { id: 'new', kind: 'operative', words: 'New.' };
const file = { name: 'A file', type: 'text/plain', hash: 'A'.repeat(43) };
const changes = [
  { kind: 'replace', clause: 'c1', words: 'Else.' },
  { kind: 'add', after: null, clause },
  { kind: 'split', clause: 'c1', words: 'One.', into: [clause] },
];

/** Other forms that an act may have than that of its example. */
const FORMS: Partial<Record<ActKind, (body: Body) => readonly Body[]>> = {
  'amendment.propose': (body) => changes.map((change) => ({ ...body, change })),
  'amendments.propose': (body) =>
    changes.map((change) => ({ ...body, amendments: [{ change, reason: null, to: null, credit: null }] })),
  'positions.take': ({ positions, ...body }) => {
    const condition = { kind: 'words', clause: 'c1', words: 'Else.' };
    return [{ ...body, positions: (positions as readonly Body[]).map((one) => ({ ...one, conditions: [condition] })) }];
  },
  'proposal.make': (body) => [
    { ...body, what: { kind: 'rectification', clause: 'c1', words: 'Else.', language: null } },
  ],
  'text.sign': (body) => [{ ...body, riders: [{ kind: 'interpretation', clause: 'c1', words: 'So.' }] }],
  'call.open': (body) => [
    { ...body, question: { kind: 'seat', seat: 'Skopje' } },
    { ...body, question: { kind: 'mandate', task: 'To write', until: 1 } },
  ],
  'agenda.propose': (body) => [{ ...body, files: [file] }],
  'archive.correct': (body) => [
    { ...body, papers: { words: null, files: [{ name: 'A file', type: 'text/plain', parts: ['A'.repeat(43)] }] } },
  ],
  'transaction.record': (body) => {
    const money = { currency: 'EUR', amount: 1 };
    const conversion = { fund: 2, from: money, to: money, rate: '1', day: '2026-01-01', source: 'The bank' };
    const booked = [{ account: 1, reference: 'BK' }];
    return [
      { ...body, conversions: [conversion], giver: { kind: 'outside', name: 'The town' }, receipts: [file], booked },
    ];
  },
  'expense.propose': (body) => [{ ...body, payee: { kind: 'outside', name: 'The boathouse' } }],
  'letter.send': (body) => [{ ...body, files: [file] }],
  'report.make': (body) => [{ ...body, files: [file] }],
  'report.correct': (body) => [{ ...body, files: [file] }],
  'action.propose': (body) => [{ ...body, files: [file] }],
  'host.received': (body) => [{ ...body, files: [file] }],
  'statement.invite': (body) => [{ ...body, vouching: { kind: 'in-person', words: 'We met.' } }],
  'text.table': (body) => [{ ...body, charter: termsOf(charterWith()) }],
  'text.revise': (body) => [{ ...body, charter: termsOf(charterWith()) }],
};

const isFree = ({ type, enum: listed, const: only, pattern, format }: Schema): boolean =>
  type === 'string' && [listed, only, pattern, format].every((one) => one === undefined);

/** The places in a body where people may write what they will: `clauses/*` is each of its clauses. */
const freeIn = (schema: Schema, path = ''): readonly string[] => {
  const parts = (name: string): readonly Schema[] => (schema[name] ?? []) as readonly Schema[];
  const within = (name: string): readonly (readonly [string, Schema])[] =>
    Object.entries((schema[name] ?? {}) as Readonly<Record<string, Schema>>);
  return [
    ...(isFree(schema) ? [path] : []),
    ...['anyOf', 'oneOf', 'allOf'].flatMap((name) => parts(name).flatMap((one) => freeIn(one, path))),
    ...within('properties').flatMap(([name, one]) => freeIn(one, `${path}/${name}`)),
    ...(schema['items'] === undefined ? [] : freeIn(schema['items'] as Schema, `${path}/*`)),
  ];
};

/** The body with a word of its own in each of these places; the words by their places. */
const marked = (body: unknown, places: ReadonlySet<string>, words: Map<string, string>, path = ''): unknown => {
  if (places.has(path) && (typeof body === 'string' || body === null)) {
    const word = `zq${path.replaceAll(/\W/gu, 'x')}`;
    words.set(path, word);
    return body === null ? word : `${body} ${word}`;
  }
  if (Array.isArray(body)) return body.map((one) => marked(one, places, words, `${path}/*`));
  if (typeof body !== 'object' || body === null) return body;
  return Object.fromEntries(
    Object.entries(body).map(([name, one]) => [name, marked(one, places, words, `${path}/${name}`)]),
  );
};

/** All that members find, but for entries as such. */
const found = (state: State): string => {
  const id = state.participants[0] ?? [...state.organisations.keys()][0] ?? assert.fail();
  const reader = createReader(state, { kind: 'organisation', id });
  const beside = { attached: new Map(), entries: new Map() };
  return clustersOf(state)
    .flatMap((cluster) => documentsOf({ state, reader }, cluster, beside))
    .map(({ title, words }) => `${title}\n${words}`)
    .join('\n');
};

describe('what people write is found', () => {
  for (const kind of ACT_KINDS)
    it(kind, () => {
      const places = new Set(freeIn(z.toJSONSchema(ACT_RULES[kind].body, { io: 'input' }) as Schema));
      const left = new Set([...places].filter((place) => NOT_FOUND[`${kind}${place}`] === undefined));
      if (left.size === 0) return;
      const sent = lastSent(given(EXAMPLES[kind].given).world, EXAMPLES[kind].next);
      for (const body of [sent.act.body, ...(FORMS[kind]?.(sent.act.body) ?? [])]) {
        const words = new Map<string, string>();
        const act = { ...sent.act, body: marked(body, places, words) } as typeof sent.act;
        const text = found(apply(given(EXAMPLES[kind].given).state, { ...sent, act }));
        for (const [place, word] of words) if (text.includes(word)) left.delete(place);
      }
      assert.deepEqual([...left], []);
    });

  it('and what is named as not to be is written somewhere', () => {
    const known = new Set(
      ACT_KINDS.flatMap((kind) =>
        freeIn(z.toJSONSchema(ACT_RULES[kind].body, { io: 'input' }) as Schema).map((place) => `${kind}${place}`),
      ),
    );
    assert.deepEqual(
      Object.keys(NOT_FOUND).filter((place) => !known.has(place)),
      [],
    );
  });
});
