import { setImmediate } from 'node:timers/promises';
import type { Context } from 'hono';
import { z } from 'zod';
import { base64, fromUtf8, utf8 } from '../base/bytes.ts';
import { maySeeEntry } from '../charter/sight/visibility-entries.ts';
import type { Conference, RecordEntry } from '../conference/types.ts';
import { leafHashOf } from '../conference/primitives.ts';
import { readCheckpoint } from '../record/checkpoint.ts';
import { answerJson, answerText, conferenceOf, numberAsked, numberIn, visitorOf } from './asking.ts';
import { halt, notFound, problem } from './problem.ts';
import type { ApiDeps, Route } from './route.ts';
import { countSchema, ordinalSchema } from './shapes/common.ts';
import { consistencySchema, entriesSchema, entryProofSchema } from './shapes/record.ts';

/** The record itself: entries, their proofs, checkpoints. */

/** The most entries of one answer, and the bytes of them after which it takes no more. */
export const MOST_ENTRIES = 256;
export const MOST_BYTES = 1024 * 1024;

/** How many are read before others have their turn. */
const STRIDE = 16;

/** The entries of this range that the caller may see, until there is enough of them; and where the range ended. How long a hidden one is makes no difference. */
const seen = async (c: Context, deps: ApiDeps, from: number, to: number) => {
  const conference = conferenceOf(c, deps);
  const { viewer } = visitorOf(c, conference, deps);
  const entries: RecordEntry[] = [];
  let room = MOST_BYTES;
  for (let at = from; at < to; at += STRIDE) {
    if (at > from) await setImmediate();
    for (const entry of await conference.entries(at, Math.min(at + STRIDE, to))) {
      if (room <= 0) return { conference, entries, to: entry.index };
      if (!maySeeEntry(conference.state(), viewer, entry.index, entry.act)) continue;
      room -= entry.bytes.length;
      entries.push(entry);
    }
  }
  return { conference, entries, to };
};

/** An entry's bytes are JSON in canonical form already: they go into the answer letter for letter. */
const placed = ({ index, hash, bytes }: RecordEntry): string =>
  `"index":${index},"hash":"${hash}","entry":${fromUtf8(bytes) ?? ''}`;

const entries = async (c: Context, deps: ApiDeps): Promise<Response> => {
  const from = numberAsked(c, 'from', 0);
  const { size } = conferenceOf(c, deps).state();
  const asked = Math.min(numberAsked(c, 'to', from + MOST_ENTRIES), from + MOST_ENTRIES, size);
  const { entries, to } = await seen(c, deps, from, Math.max(asked, Math.min(from, size)));
  const all = entries.map((entry) => `{${placed(entry)}}`).join(',');
  return answerText(c, `{"size":${size},"from":${from},"to":${to},"entries":[${all}]}`, 'application/json', 'to-some');
};

const entry = async (c: Context, deps: ApiDeps): Promise<Response> => {
  const index = numberIn(c, 'index');
  const { conference, entries } = await seen(c, deps, index, index + 1);
  const [found] = entries;
  if (found === undefined) return halt(notFound('entry'));
  const checkpoint = await conference.checkpoint();
  const { size, root } = parsed(checkpoint);
  const proof = {
    size,
    leaf: base64(leafHashOf(found.bytes)),
    hashes: conference.inclusionProof(index, size).map(base64),
    root: base64(root),
    checkpoint,
  };
  return answerText(c, `{${placed(found)},"proof":${JSON.stringify(proof)}}`, 'application/json', 'to-some');
};

const parsed = (checkpoint: string) => {
  const read = readCheckpoint(utf8(checkpoint));
  if (!read.ok) throw new TypeError('The host signed no checkpoint');
  return read.value;
};

export const checkpointResponse = async (c: Context, conference: Conference): Promise<Response> =>
  answerText(c, await conference.checkpoint(), 'text/plain; charset=utf-8', 'to-all');

const consistency = (c: Context, deps: ApiDeps): Response => {
  const conference = conferenceOf(c, deps);
  const { size } = conference.state();
  const to = numberAsked(c, 'to', size);
  const from = numberAsked(c, 'from', 0);
  if (from < 1 || from > to || to > size) {
    const title = `The range must lie between 1 and ${size}.`;
    return halt(problem(400, 'malformed', title, { field: to > size ? 'to' : 'from' }));
  }
  return answerJson(c, { from, to, hashes: conference.consistencyProof(from, to).map(base64) }, 'to-all');
};

const ONE = '/api/conferences/{slug}';
const unchanged = { says: 'As the caller has it.', type: null } as const;

export const recordRoutes: readonly Route[] = [
  {
    method: 'get',
    path: `${ONE}/entries`,
    id: 'listEntries',
    summary: `Entries of the record, at most ${MOST_ENTRIES} at a time, and fewer where they are long: \`to\` says how far they go.`,
    tag: 'record',
    limit: 'reads',
    query: {
      from: { says: 'The first index, from 0.', schema: countSchema },
      to: { says: 'The index after the last.', schema: countSchema },
    },
    answers: { 200: { says: 'Those in the range that whoever asks may see.', schema: entriesSchema }, 304: unchanged },
    problems: [400, 401, 404],
    handle: entries,
  },
  {
    method: 'get',
    path: `${ONE}/entries/{index}`,
    id: 'getEntry',
    summary: 'One entry, with the proof that the record holds it.',
    tag: 'record',
    limit: 'reads',
    answers: { 200: { says: 'The entry and its proof.', schema: entryProofSchema }, 304: unchanged },
    problems: [401, 404, 503],
    handle: entry,
  },
  {
    method: 'get',
    path: `${ONE}/checkpoint`,
    id: 'getCheckpoint',
    summary: 'The signed checkpoint of the whole record (C2SP tlog-checkpoint).',
    tag: 'record',
    limit: 'reads',
    answers: { 200: { says: 'A signed note.', type: 'text/plain', schema: z.string() }, 304: unchanged },
    problems: [404, 503],
    handle: (c, deps) => checkpointResponse(c, conferenceOf(c, deps)),
  },
  {
    method: 'get',
    path: `${ONE}/consistency`,
    id: 'getConsistencyProof',
    summary: 'The proof that the record of one size begins that of a later one.',
    tag: 'record',
    limit: 'reads',
    query: {
      from: { says: 'The earlier size, from 1.', schema: ordinalSchema },
      to: { says: 'The later size; by default the present one.', schema: ordinalSchema },
    },
    answers: { 200: { says: 'The proof.', schema: consistencySchema }, 304: unchanged },
    problems: [400, 404],
    handle: consistency,
  },
];
