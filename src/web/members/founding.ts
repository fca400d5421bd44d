import { type PublicKey, slugSchema } from '../../base/ids.ts';
import type { Json } from '../../base/json.ts';
import { type Result, err, ok } from '../../base/result.ts';
import type { BodyOf } from '../../charter/acts.ts';
import type { Act } from '../../charter/act.ts';
import { MOST_FOUNDERS } from '../../charter/members/founding.ts';
import { judgeUnsigned } from '../../charter/judge.ts';
import { readAct } from '../../charter/read.ts';
import { emptyState } from '../../charter/state.ts';
import type { CharterTemplate } from '../../charter/law/templates/index.ts';
import { PUBLIC } from '../../charter/visibility.ts';
import { RESERVED_SLUGS } from '../../conference/addresses.ts';
import { createReader } from '../../conference/reading/reader.ts';
import type { Conference } from '../../conference/types.ts';
import { fromMarkdown, type MarkdownFault } from '../../text/markdown.ts';
import type { NewAttachment, Problem } from '../act/act-form.ts';
import type { Context, SiteContext } from '../kit/context.ts';
import type { Fields } from '../kit/fields.ts';
import { readInvitation } from './parts/invitation.ts';
import { attach, newAct } from '../act/new-act.ts';
import { readProfile } from './parts/profile-fields.ts';
import { readRules } from './parts/rules-fields.ts';

/** The founding act out of what was typed at `/found`. */

export type FoundingAct = Act<'conference.found', BodyOf<'conference.found'>>;

/** Whether a conference could stand at this address: it is well-formed, and neither the installation's own nor another conference's. */
export const isFreeSlug = (slug: string, isTaken: (slug: string) => boolean): boolean =>
  slugSchema.safeParse(slug).success && !RESERVED_SLUGS.has(slug) && !isTaken(slug);

/** The form's controls know a conference; before there is one they get this, in which there is nothing. */
export const contextBefore = (site: SiteContext): Context => ({
  ...site,
  conference: { slug: '', state: emptyState } as unknown as Conference,
  drafts: null,
  reader: createReader(emptyState(), PUBLIC),
  me: null,
  base: '',
  sample: false,
  isInvented: () => false,
  attached: new Map(),
});

/** At least two founders; those added below them count when something was typed in. */
export const rowsOf = (fields: Fields): readonly number[] => {
  const asked = fields
    .text('rows')
    .split(' ')
    .filter((row) => /^[1-9]\d{0,3}$/u.test(row))
    .slice(0, MOST_FOUNDERS)
    .map(Number);
  const rows = asked.length < 2 ? [1, 2] : asked;
  const typed = (row: number): boolean =>
    ['id', 'name', 'gloss', 'country'].some((field) => fields.text(`founder-${row}-${field}`) !== '');
  return rows.filter((row, i) => i < 2 || typed(row));
};

export const withRow = (rows: readonly number[]): readonly number[] => [...rows, Math.max(...rows) + 1];

export interface Draft {
  readonly act: FoundingAct;
  readonly json: { readonly body: unknown };
  readonly attachments: readonly NewAttachment[];
  readonly slug: string;
}

export type DraftFault = { readonly problem: Problem; readonly principles: MarkdownFault | null };

const fault = (problem: Problem, principles: MarkdownFault | null = null): Result<never, DraftFault> =>
  err({ problem, principles });

/** The act, its key still to come, or why it cannot be. */
export const draftFounding = (
  context: SiteContext,
  fields: Fields,
  { template, host, isTaken }: { template: CharterTemplate; host: PublicKey; isTaken: (slug: string) => boolean },
): Result<Draft, DraftFault> => {
  const slug = fields.text('slug');
  if (!slugSchema.safeParse(slug).success) return fault({ kind: 'field', field: 'slug', why: 'not-a-short-name' });
  if (!isFreeSlug(slug, isTaken))
    return fault({ kind: 'refused', refusal: { article: '13.1', kind: 'taken', field: 'slug', value: slug } });
  const written = fromMarkdown(fields.text('principles'), { before: template.clauses });
  if (!written.ok) return fault({ kind: 'field', field: 'principles', why: 'other' }, written.error);
  const name = fields.optional('delegateName');
  const delegate = name === null ? null : attach(name);
  const founders = rowsOf(fields).map((row, i) => ({
    id: fields.text(`founder-${row}-id`),
    ...readProfile(fields, `founder-${row}-`),
    invitation: i === 0 ? null : readInvitation(fields.text(`founder-${row}-invitation`)),
  }));
  const body = {
    charter: {
      name: fields.text('name'),
      abbreviation: fields.text('abbreviation'),
      region: fields.all('region'),
      seat: fields.text('seat'),
      languages: fields
        .text('languages')
        .split(/[\s,;]+/u)
        .filter((tag) => tag !== ''),
      principles: written.value.clauses,
      rules: readRules(fields, template.rules),
    },
    host,
    founders,
    delegate: delegate?.hash ?? null,
  };
  const before = contextBefore(context);
  const json = newAct(before, 'conference.found', { organisation: founders[0]?.id ?? '', delegate: 1 }, body);
  const read = readFounding(json, true);
  // The maker's id stands in the act twice, and in the form once.
  if (!read.ok) {
    const isMaker = read.error.kind === 'malformed' && read.error.field === '/by/organisation';
    return fault(isMaker ? { ...read.error, field: '/body/founders/0/id' } : read.error);
  }
  return ok({ act: read.value, json, attachments: delegate === null ? [] : [delegate.attachment], slug });
};

/** A key that nobody has: it holds the place of the one that is still to be chosen. */
const PLACEHOLDER = {
  key: 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBERERERERERERERERERERERERERERERERERERERERER' as PublicKey,
  use: 'ssh',
} as const;

/** Reads a founding act and asks the charter, its signature left aside. */
export const readFounding = (json: { readonly body: unknown }, keyless: boolean): Result<FoundingAct, Problem> => {
  const body = json.body as object;
  const read = readAct((keyless ? { ...json, body: { ...body, ...PLACEHOLDER } } : json) as unknown as Json);
  if (!read.ok) return read;
  const act = read.value;
  if (act.kind !== 'conference.found') return err({ kind: 'field', field: '/kind', why: 'invalid_value' });
  const refusal = judgeUnsigned(emptyState(), act, act.made);
  return refusal === null ? ok(act) : err({ kind: 'refused', refusal });
};
