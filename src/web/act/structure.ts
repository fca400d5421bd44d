import { z } from 'zod';
import { parseJson } from '../../base/json.ts';
import { keepIds } from '../../text/keep-ids.ts';
import { toMarkdown } from '../../text/markdown.ts';
import { asRole, assembled } from '../../text/structure/assemble.ts';
import { withCalls } from '../../text/structure/calls.ts';
import { isWrittenForm, paragraphsOf } from '../../text/structure/paragraphs.ts';
import {
  MOST_PARAGRAPHS,
  type PlainParagraph,
  REASONS,
  ROLES,
  type Role,
  type Taken,
} from '../../text/structure/role.ts';
import { structureOf } from '../../text/structure/structure.ts';
import type { Fields } from '../kit/fields.ts';
import { type Earlier, readContinued } from './continued.ts';
import { withFields } from './change-fields.ts';

/**
 * What the paragraphs of a file were taken for, while its reader looks it over: in one field, `paragraphs`, with a choice for each, `as-1` and on. The text in the form is
 * made of them, until somebody writes on in it.
 */

const takenSchema = z
  .array(
    z.object({
      role: z.enum(ROLES),
      reason: z.enum(REASONS),
      mark: z.string(),
      words: z.string(),
      indent: z.int().min(0).max(200),
      marks: z.array(z.object({ style: z.string(), value: z.int().nullable() })),
      level: z.int().min(1).max(4).nullable(),
    }),
  )
  .max(MOST_PARAGRAPHS);

/** What a form makes of a structure: a text or, with its calls apart, a statement. */
export type FormOf = 'text' | 'statement';

/** The paragraphs as they were last taken, and as they are chosen now; `null`: the form has none. */
export const structureIn = (
  fields: Fields,
): { readonly taken: readonly Taken[]; readonly chosen: readonly Taken[] } | null => {
  const json = parseJson(fields.text('paragraphs'));
  const read = json.ok ? takenSchema.safeParse(json.value) : null;
  if (read?.success !== true || read.data.length === 0) return null;
  const taken = read.data;
  return { taken, chosen: taken.map((one, at) => asRole(one, roleIn(fields, at) ?? one.role)) };
};

/** The choice for a paragraph, from 0. */
export const choiceName = (at: number): string => `as-${at + 1}`;

const roleIn = (fields: Fields, at: number): Role | null =>
  ROLES.find((role) => role === fields.text(choiceName(at))) ?? null;

/** A form filled from paragraphs: its title, its text and, for a statement, its calls. A title that somebody has typed stays. */
export const filledFrom = (
  fields: Fields,
  paragraphs: readonly Taken[],
  { earlier, of, before = [] }: { readonly earlier: Earlier; readonly of: FormOf; readonly before?: readonly Taken[] },
): Fields => {
  const told = of === 'text' || paragraphs.some(({ role, reason }) => role === 'call' || reason === 'chosen');
  const earlierOnes = assembled(before);
  const typed = fields.text('title');
  const own = typed === '' || typed === earlierOnes.title || typed === assembled(paragraphs).title;
  // Nothing is lost where somebody has typed another title.
  const kept = own ? paragraphs : paragraphs.map((one) => (one.role === 'title' ? untitled(one) : one));
  const taken = told ? kept : withCalls(kept);
  const { title, lead, calls } = assembled(taken);
  const choices = fields.entries().filter(([name]) => /^as-\d+$/u.test(name));
  return withFields(fields, {
    ...Object.fromEntries(choices.map(([name]): readonly [string, readonly string[]] => [name, []])),
    paragraphs: JSON.stringify(taken),
    step: 'preview',
    title: own ? (title ?? typed) : typed,
    body: bodyOf(taken, earlier),
    ...(of === 'statement'
      ? { lead: withTypedLead(fields, earlierOnes.lead, lead), calls: withTypedCalls(fields, earlierOnes.calls, calls) }
      : {}),
  });
};

/** What stands among the calls that no paragraph gave, and behind it those that paragraphs give now. */
const withTypedCalls = (fields: Fields, before: readonly string[], calls: readonly string[]): string => {
  const [typed, given] = [fields.source('calls').trim(), before.join('\n\n')];
  const own = typed.endsWith(given) ? typed.slice(0, typed.length - given.length).trim() : typed;
  return [own, ...calls].filter((words) => words !== '').join('\n\n');
};

/** A line that somebody has typed stays. */
const withTypedLead = (fields: Fields, before: string | null, lead: string | null): string => {
  const typed = fields.text('lead').trim();
  return typed === '' || typed === before ? (lead ?? '') : typed;
};

const untitled = (one: Taken): Taken => ({ ...one, role: 'heading', reason: 'typed-title' });

const bodyOf = (taken: readonly Taken[], { before, taken: spent }: Earlier): string => {
  const clauses = keepIds(before, assembled(taken).clauses, spent);
  return clauses.length === 0 ? '' : toMarkdown({ title: null, clauses }, { ids: before.length > 0 }).trimEnd();
};

/** Whether the text in the form is still the one that the paragraphs gave. */
export const isUntouched = (fields: Fields, earlier: Earlier, taken: readonly Taken[]): boolean => {
  const read = readContinued({ title: fields.text('title') || '-', body: fields.source('body') }, earlier);
  const made = readContinued({ title: '-', body: bodyOf(taken, earlier) }, earlier);
  const said = (result: typeof read): string | null =>
    result.ok ? JSON.stringify(result.value.clauses.map(({ kind, level, words }) => [kind, level, words])) : null;
  return said(read) !== null && said(read) === said(made);
};

/** What was typed or pasted into the field. What the plain form, or the editor, says of a clause is said; a paragraph may be anything. */
const paragraphsIn = (body: string, earlier: Earlier): readonly PlainParagraph[] => {
  const read = isWrittenForm(body) ? readContinued({ title: '-', body }, earlier) : null;
  if (read?.ok !== true) return paragraphsOf(body);
  return read.value.clauses.map(({ kind, level = null, words }) => ({
    words,
    indent: 0,
    gap: true,
    bold: false,
    centred: false,
    given: kind === 'paragraph' ? null : { role: kind, level, marks: null },
  }));
};

/** What is longer than a text may be is shown as it would be read, which says so. */
const structured = (
  fields: Fields,
  paragraphs: readonly PlainParagraph[],
  form: { readonly earlier: Earlier; readonly of: FormOf },
): Fields =>
  paragraphs.length > MOST_PARAGRAPHS
    ? withFields(fields, { step: 'preview' })
    : filledFrom(fields, structureOf(paragraphs), form);

/** What the choices come to: the form filled anew, where one is another than before or the button was used; `null`: nothing. */
export const structureStep = (fields: Fields, earlier: Earlier, of: FormOf): Fields | null => {
  if (fields.has('step', 'structure-of'))
    return structured(fields, paragraphsIn(fields.source('body'), earlier), { earlier, of });
  const found = structureIn(fields);
  if (found === null) return null;
  const { taken, chosen } = found;
  const changed = chosen.some((one, at) => one.role !== taken[at]?.role);
  if (!changed && !fields.has('step', 'structure')) return null;
  return isUntouched(fields, earlier, taken)
    ? filledFrom(fields, chosen, { earlier, of, before: taken })
    : withFields(fields, { paragraphs: [], step: 'preview', 'structure-kept': 'yes' });
};
