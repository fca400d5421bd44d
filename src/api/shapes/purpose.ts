import { z } from 'zod';
import { lastVersion } from '../../charter/purpose/reports.ts';
import type { Report, ReportVersion } from '../../charter/purpose/state.ts';
import { list, markOf, markSchema, ordinalSchema } from './common.ts';

/** What organisations report of where they are. */

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
