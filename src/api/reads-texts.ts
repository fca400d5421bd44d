import type { Context } from 'hono';
import type { z } from 'zod';
import type { Text } from '../charter/texts/state.ts';
import type { Reader } from '../conference/reading/reader.ts';
import { numberIn } from './asking.ts';
import { type Listing, byName, byNumber, numbered } from './paging.ts';
import { ONE, get, listing, reading } from './reading.ts';
import type { Route } from './route.ts';
import { consolidatedSchema, consolidatedView } from './shapes/consolidated.ts';
import { consultationSchema, positionSchema, signatureSchema } from './shapes/decisions.ts';
import {
  proposalSchema,
  proposalView,
  threadSchema,
  translationSchema,
  translationView,
} from './shapes/negotiation.ts';
import {
  amendmentSchema,
  amendmentView,
  revisionSchema,
  revisionSummary,
  revisionSummarySchema,
  revisionView,
  textSchema,
  textSummary,
  textSummarySchema,
  textView,
} from './shapes/texts.ts';

/** Reading texts. What there may be any number of in one stands apart from it, and is read page by page. */

const textIn = (reader: Reader, c: Context): Text | null => reader.text(numberIn(c, 'number'));

const text = (reader: Reader, c: Context) => {
  const found = textIn(reader, c);
  return found && textView(found, reader.final(found), reader.toPass.text(found));
};

const consolidatedText = (reader: Reader, c: Context) => {
  const found = textIn(reader, c);
  return found && consolidatedView(found);
};

const version = (reader: Reader, c: Context) => {
  const found = textIn(reader, c);
  const revision = found?.revisions[numberIn(c, 'revision') - 1];
  return revision === undefined ? null : revisionView(revision);
};

const asItIs = <T>(item: T): T => item;

const part = (
  name: string,
  id: string,
  summary: string,
  schema: z.ZodType,
  list: (text: Text, reader: Reader) => Listing,
): Route =>
  listing(`${ONE}/texts/{number}/${name}`, id, summary, schema, (reader, c) => {
    const found = textIn(reader, c);
    return found && list(found, reader);
  });

/** The positions that stand, in the order in which they were taken. */
const standing = ({ standing }: Text): Listing =>
  byNumber(
    [...standing.values()].flatMap((held) => [...held.values()]).toSorted((a, b) => a.mark.index - b.mark.index),
    ({ mark }) => mark.index,
    asItIs,
  );

const parts: readonly Route[] = [
  part('revisions', 'listRevisions', 'The revisions of a text, without their words.', revisionSummarySchema, (text) =>
    numbered(text.revisions, revisionSummary),
  ),
  part('amendments', 'listAmendments', 'Every amendment ever proposed to a text.', amendmentSchema, (text, reader) =>
    numbered(text.amendments, (one) => amendmentView(one, reader.toPass.amendment(text, one))),
  ),
  part('positions', 'listPositions', 'Every position ever taken on a text.', positionSchema, (text) =>
    byNumber(text.positions, ({ mark }) => mark.index, asItIs),
  ),
  part('standing', 'listStandingPositions', 'The positions that stand on a text.', positionSchema, standing),
  part('consultations', 'listConsultations', 'The consultations on a text.', consultationSchema, (text) =>
    numbered(text.consultations, asItIs),
  ),
  part('threads', 'listThreads', 'The debate on a text.', threadSchema, (text) => numbered(text.threads, asItIs)),
  part('proposals', 'listProposals', 'The proposals about a text.', proposalSchema, (text, reader) =>
    numbered(text.proposals, (one) => proposalView(one, reader.toPass.proposal(one))),
  ),
  part('translations', 'listTranslations', 'A text in other languages.', translationSchema, (text) =>
    byName(
      [...text.translations.values()],
      ({ language }) => language,
      (translation) => translationView(text, translation),
    ),
  ),
  part('signatures', 'listSignatures', 'The signatures of a text.', signatureSchema, (text) =>
    byName([...text.signatures.values()], ({ by }) => by, asItIs),
  ),
];

export const textReadRoutes: readonly Route[] = [
  listing(`${ONE}/texts`, 'listTexts', 'The texts.', textSummarySchema, (reader) =>
    numbered(reader.texts(), textSummary),
  ),
  get(
    `${ONE}/texts/{number}`,
    'getText',
    'One text: its present revision, and its decision.',
    textSchema,
    reading(text, 'text'),
  ),
  ...parts,
  get(
    `${ONE}/texts/{number}/versions/{revision}`,
    'getVersion',
    'One revision of a text, word for word.',
    revisionSchema,
    reading(version, 'version'),
  ),
  get(
    `${ONE}/texts/{number}/consolidated`,
    'getConsolidated',
    'A text with every agreed amendment worked in, and the open ones over it.',
    consolidatedSchema,
    reading(consolidatedText, 'text'),
  ),
];
