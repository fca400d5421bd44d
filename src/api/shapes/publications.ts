import { z } from 'zod';
import type { Article, Issue, Periodical, Wording } from '../../charter/publications/state.ts';
import type { Reader } from '../../conference/reading/reader.ts';
import { clauseSchema } from '../../text/clause.ts';
import { hashSchema, list, markOf, markOrNull, markSchema, ordinalSchema } from './common.ts';
import { disagreementSchema } from './negotiation.ts';
import { toPassSchema } from './to-pass.ts';

/** Periodicals, their issues and articles. To those who are no members there is only what was published, and it counts alone. */

const putShape = {
  by: z.string(),
  on: markSchema,
  deadline: z.int(),
  outcome: z.enum(['open', 'agreed', 'refused', 'withdrawn', 'overtaken']),
  disagreements: list(disagreementSchema),
  /** What it still needs to be published, while it is open. */
  toPass: toPassSchema,
};

const putView = (put: Periodical | Issue, reader: Reader) => ({
  by: put.by,
  on: markOf(put.on),
  deadline: put.deadline,
  outcome: put.outcome,
  disagreements: put.disagreements.map(({ by, reasons, on, withdrawn }) => ({
    by,
    reasons,
    on: markOf(on),
    withdrawn: markOrNull(withdrawn),
  })),
  toPass: reader.putToPass(put),
});

export const periodicalSchema = z.strictObject({
  number: ordinalSchema,
  title: z.string(),
  purpose: z.string(),
  languages: list(z.string()),
  ...putShape,
  /** Until when the coordinating group may publish issues at once, and the mandate that came with the decision. */
  byGroup: z.int().nullable(),
  mandate: ordinalSchema.nullable(),
  /** When it was decided; `null`: it was only proposed. */
  decided: markSchema.nullable(),
  /** Who is on the editorial list. */
  editors: list(z.string()),
  /** The numbers of its issues in the order in which they were published: the first is No. 1. */
  published: list(ordinalSchema),
});

export const periodicalView = (periodical: Periodical, reader: Reader): z.input<typeof periodicalSchema> => {
  const { number, title, purpose, languages, byGroup, mandate, decided, editors, published } = periodical;
  return {
    number,
    title,
    purpose,
    languages,
    ...putView(periodical, reader),
    byGroup,
    mandate,
    decided: markOrNull(decided),
    editors: [...editors.keys()],
    published,
  };
};

const wordingSchema = z.strictObject({
  language: z.string(),
  title: z.string(),
  clauses: list(clauseSchema),
  /** Its author, or who put it into this language. */
  by: z.string(),
  on: markSchema,
});

const wordingViews = (wordings: ReadonlyMap<string, Wording>): readonly z.input<typeof wordingSchema>[] =>
  [...wordings].map(([language, { title, clauses, by, on }]) => ({ language, title, clauses, by, on: markOf(on) }));

const itemSchema = z.strictObject({
  kind: z.enum(['article', 'text', 'statement']),
  number: ordinalSchema,
  version: hashSchema,
  /** Of an article: its author. */
  by: z.string().nullable(),
  /** Of an article: in which languages it is, the one in which it was written first. */
  languages: list(z.string()),
});

export const issueSchema = z.strictObject({
  number: ordinalSchema,
  title: z.string().nullable(),
  ...putShape,
  hash: hashSchema,
  items: list(itemSchema),
  /** When and how it was published, and what its imprint says; `null`: it was not. */
  published: z
    .strictObject({
      nth: ordinalSchema,
      on: markSchema,
      /** The mandate under which it was published at once; `null`: nobody disagreed in time. */
      mandate: ordinalSchema.nullable(),
      under: list(z.string()),
      editors: list(z.string()),
    })
    .nullable(),
  errata: list(
    z.strictObject({
      by: z.string(),
      on: markSchema,
      /** The item that it is about, by its place. */
      item: ordinalSchema.nullable(),
      words: z.string(),
    }),
  ),
});

export const issueView = (issue: Issue, reader: Reader): z.input<typeof issueSchema> => {
  const { number, title, hash, items, published, errata } = issue;
  return {
    number,
    title,
    ...putView(issue, reader),
    hash,
    items: items.map((item) => ({
      kind: item.kind,
      number: item.number,
      version: item.version,
      by: item.kind === 'article' ? item.by : null,
      languages: item.kind === 'article' ? [...new Set([item.language, ...item.wordings.keys()])] : [],
    })),
    published: published && { ...published, on: markOf(published.on) },
    errata: errata.map(({ by, on, item, words }) => ({ by, on: markOf(on), item, words })),
  };
};

/** An issue with the words of its articles, by their places. */
export const wholeIssueSchema = issueSchema.extend({
  articles: list(z.strictObject({ item: ordinalSchema, wordings: list(wordingSchema) })),
});

export const wholeIssueView = (issue: Issue, reader: Reader): z.input<typeof wholeIssueSchema> => ({
  ...issueView(issue, reader),
  articles: issue.items.flatMap((item, i) =>
    item.kind === 'article' ? [{ item: i + 1, wordings: wordingViews(item.wordings) }] : [],
  ),
});

export const articleSchema = z.strictObject({
  number: ordinalSchema,
  by: z.string(),
  on: markSchema,
  /** In which it was written. */
  language: z.string(),
  wordings: list(wordingSchema),
  version: hashSchema,
  withdrawn: markSchema.nullable(),
  /** The issue in which it was published, by its number. */
  issue: ordinalSchema.nullable(),
});

export const articleView = ({
  number,
  by,
  on,
  language,
  wordings,
  version,
  withdrawn,
  issue,
}: Article): z.input<typeof articleSchema> => ({
  number,
  by,
  on: markOf(on),
  language,
  wordings: wordingViews(wordings),
  version,
  withdrawn: markOrNull(withdrawn),
  issue,
});
