import type { Correction, Meeting } from '../../../charter/meetings/state.ts';
import type { Clause } from '../../../text/clause.ts';
import { toMarkdown } from '../../../text/markdown.ts';
import type { Context } from '../../kit/context.ts';
import type { Fields } from '../../kit/fields.ts';
import { draftLanguage, draftedSummary } from '../parts/summary-drafted.ts';
import { readTyped } from '../../shared/typed-source.ts';
import { isFirst, withFields } from '../../act/change-fields.ts';
import type { Earlier } from '../../act/continued.ts';
import { readSource } from '../../act/source.ts';

/** A summary record as it is typed: begun from its last version or, while there is none, from what happened. */

/** What the typed record continues: clauses keep their ids from version to version, so that corrections stay beside them. */
export const earlierOf = (context: Context, meeting: Meeting, fields: Fields): Earlier => {
  const versions = meeting.summary?.versions ?? [];
  const before =
    versions.at(-1)?.clauses ??
    draftedSummary(context, meeting, draftLanguage(context, meeting, fields.text('language')));
  return { before, taken: versions.flatMap(({ clauses }) => clauses.map(({ id }) => id)) };
};

/** A summary record has no title of its own: what begins like one is a heading. */
export const readRecord = (fields: Fields, earlier: Earlier) =>
  readSource(withFields(fields, { title: SUMMARY }), earlier);

const SUMMARY = 'summary';

/** The record as the form shows it: as it was typed, else as it begins. */
export const bodyOf = (fields: Fields, { before }: Earlier): string =>
  isFirst(fields) ? toMarkdown({ title: null, clauses: before }) : fields.source('body');

/** The clauses as the form holds them; what it began from where they cannot be read. */
export const clausesNow = (fields: Fields, earlier: Earlier): readonly Clause[] => {
  const read = readTyped({ title: SUMMARY, body: bodyOf(fields, earlier) }, earlier);
  return read.ok ? read.value.clauses : earlier.before;
};

/** The form with a correction taken into its text; unchanged where its clause is gone from it. */
export const withCorrection = (fields: Fields, earlier: Earlier, { clause, words }: Correction): Fields => {
  const clauses = clausesNow(fields, earlier).map((one) => (one.id === clause ? { ...one, words } : one));
  return withFields(fields, { body: toMarkdown({ title: null, clauses }), step: 'preview' });
};
