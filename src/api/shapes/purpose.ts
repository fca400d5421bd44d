import { z } from 'zod';
import type { Action } from '../../charter/purpose/action-state.ts';
import { type Appeal, type Help, NEEDS } from '../../charter/purpose/appeal-state.ts';
import { lastVersion } from '../../charter/purpose/reports.ts';
import type { Report, ReportVersion } from '../../charter/purpose/state.ts';
import { list, markOf, markSchema, ordinalSchema } from './common.ts';

/** What organisations report, appeal for and do together. */

const versionSchema = z.strictObject({
  number: ordinalSchema,
  title: z.string(),
  country: z.string(),
  period: z.strictObject({ from: z.string(), to: z.string() }).nullable(),
  occasion: z.string().nullable(),
  language: z.string(),
  words: z.string(),
  files: list(z.strictObject({ name: z.string(), type: z.string(), hash: z.string() })),
  public: z.boolean(),
  on: markSchema,
  /** In other languages, by whoever brought it so. */
  renderings: list(
    z.strictObject({ language: z.string(), by: z.string(), title: z.string(), words: z.string(), on: markSchema }),
  ),
});

export const reportVersionSchema = versionSchema;

export const reportVersionView = (version: ReportVersion): z.input<typeof versionSchema> => {
  const { number, title, country, period, occasion, language, words, files, public: open, on, renderings } = version;
  return {
    number,
    title,
    country,
    period,
    occasion,
    language,
    words,
    public: open,
    files: files.map(({ name, type, hash }) => ({ name, type, hash })),
    on: markOf(on),
    renderings: [...renderings].map(([tag, one]) => ({
      language: tag,
      by: one.by,
      title: one.title,
      words: one.words,
      on: markOf(one.on),
    })),
  };
};

export const reportSchema = z.strictObject({
  number: ordinalSchema,
  by: z.string(),
  /** As it reads now; the versions before it are a list of their own. */
  last: versionSchema,
});

export const reportView = (report: Report): z.input<typeof reportSchema> => ({
  number: report.number,
  by: report.by,
  last: reportVersionView(lastVersion(report)),
});

export const commentSchema = z.strictObject({
  by: z.string(),
  words: z.string(),
  language: z.string().nullable(),
  on: markSchema,
});

export const commentView = ({
  by,
  words,
  language,
  mark,
}: Report['comments'][number]): z.input<typeof commentSchema> => ({ by, words, language, on: markOf(mark) });

const needSchema = z.enum(NEEDS);

export const appealSchema = z.strictObject({
  number: ordinalSchema,
  by: z.string(),
  title: z.string(),
  country: z.string(),
  report: ordinalSchema.nullable(),
  language: z.string(),
  words: z.string(),
  needs: list(z.strictObject({ kind: needSchema, words: z.string() })),
  how: z.string(),
  until: z.string().nullable(),
  public: z.boolean(),
  on: markSchema,
  /** `words`: thanks. */
  closed: z.strictObject({ words: z.string().nullable(), on: markSchema }).nullable(),
});

/** What was done for it is a list of its own. */
export const appealView = ({
  help: _help,
  circulation: _circulation,
  ...appeal
}: Appeal): z.input<typeof appealSchema> => ({
  ...appeal,
  on: markOf(appeal.on),
  closed: appeal.closed && { words: appeal.closed.words, on: markOf(appeal.closed.on) },
});

export const helpGivenSchema = z.strictObject({
  number: ordinalSchema,
  by: z.string(),
  kind: needSchema,
  words: z.string(),
  public: z.boolean(),
  on: markSchema,
});

export const helpGivenView = ({
  number,
  by,
  kind,
  words,
  public: open,
  on,
}: Help): z.input<typeof helpGivenSchema> => ({ number, by, kind, words, public: open, on: markOf(on) });

export const actionSchema = z.strictObject({
  number: ordinalSchema,
  by: z.string(),
  title: z.string(),
  language: z.string(),
  words: z.string(),
  parts: list(
    z.strictObject({ title: z.string(), country: z.string(), place: z.string(), from: z.string(), to: z.string() }),
  ),
  tasks: list(z.strictObject({ words: z.string(), owners: list(z.string()) })),
  text: ordinalSchema.nullable(),
  files: list(z.strictObject({ name: z.string(), type: z.string(), hash: z.string() })),
  public: z.boolean(),
  on: markSchema,
  /** Who takes part, in which parts; `null`: in all of them. */
  joined: list(
    z.strictObject({
      organisation: z.string(),
      parts: list(ordinalSchema).nullable(),
      words: z.string().nullable(),
      on: markSchema,
    }),
  ),
  ended: z
    .strictObject({
      outcome: z.enum(['held', 'called-off']),
      report: ordinalSchema.nullable(),
      words: z.string().nullable(),
      on: markSchema,
    })
    .nullable(),
});

export const actionView = ({
  parts,
  tasks,
  files,
  joined,
  ended,
  ...action
}: Action): z.input<typeof actionSchema> => ({
  ...action,
  parts: parts.map(({ title, country, place, from, to }) => ({ title, country, place, from, to })),
  tasks: tasks.map(({ words, owners }) => ({ words, owners })),
  files: files.map(({ name, type, hash }) => ({ name, type, hash })),
  on: markOf(action.on),
  joined: [...joined].map(([organisation, one]) => ({
    organisation,
    parts: one.parts,
    words: one.words,
    on: markOf(one.on),
  })),
  ended: ended && { outcome: ended.outcome, report: ended.report, words: ended.words, on: markOf(ended.on) },
});
