import { z } from 'zod';
import { base64url } from '../../base/bytes.ts';
import { type VersionHash, countrySchema, languageSchema } from '../../base/ids.ts';
import { canonicalBytes } from '../../base/json.ts';
import { daySchema, line, prose } from '../../base/schema.ts';
import { sha256 } from '../../base/sha256.ts';
import { type Clause, clausesSchema } from '../../text/clause.ts';
import type { Mark } from './mark.ts';
import { nameSchema } from '../names/name.ts';
import { type Rules, rulesSchema } from './rules.ts';

/** Who the conference is. */
const headShape = {
  name: nameSchema(120),
  /** Short form for the symbols of documents: `CRB` in `CRB/2026/3`. */
  abbreviation: z.string().regex(/^[A-Z][A-Z0-9]{1,9}$/u, { error: 'not-an-abbreviation' }),
  /** The countries that the conference is for (2.1); none listed: any. */
  region: z
    .array(countrySchema)
    .max(250)
    .refine((list) => new Set(list).size === list.length, { error: 'repeated' })
    .readonly(),
  /** Where the conference has its seat (10.1). */
  seat: line(120),
  languages: z
    .array(languageSchema)
    .min(1)
    .max(24)
    .refine((list) => new Set(list).size === list.length, { error: 'repeated' })
    .readonly(),
} as const;

/** What a charter has beside its words: its head, and its rules as data. */
export const termsSchema = z
  .strictObject({ head: z.strictObject(headShape).readonly(), rules: rulesSchema })
  .readonly();

export type Terms = z.infer<typeof termsSchema>;
export type Head = Terms['head'];

/** What a conference is founded on (article 13): who it is, what its participants accept, and its rules as data. */
export const charterSchema = z
  .strictObject({
    /** What its founders call it. */
    title: line(300),
    ...headShape,
    principles: clausesSchema,
    rules: rulesSchema,
  })
  .readonly();

export type Charter = z.infer<typeof charterSchema>;

export const headOf = ({ name, abbreviation, region, seat, languages }: Charter): Head => ({
  name,
  abbreviation,
  region,
  seat,
  languages,
});

export const termsOf = (charter: Charter): Terms => ({ head: headOf(charter), rules: charter.rules });

/** What a statement says beside its body (14.1): on which event, and what it calls for. */
export const occasionSchema = z
  .strictObject({
    event: z.strictObject({ name: line(300), on: daySchema }).readonly(),
    /** The line that leads in to the calls; `null`: there is none. */
    lead: line(500).nullable(),
    calls: z.array(prose(2000)).max(50).readonly(),
  })
  .readonly();

export type Occasion = z.infer<typeof occasionSchema>;

/** What a decision fixes and a signature covers: the words, for a charter its head and its rules, for a statement its occasion. */
export interface Version {
  readonly title: string;
  readonly clauses: readonly Clause[];
  readonly charter?: Terms;
  readonly occasion?: Occasion;
}

/** The version in something that has its fields and more: a revision, or the body of an act. */
export const versionOf = ({
  title,
  clauses,
  charter,
}: Pick<Version, 'title' | 'clauses'> & { readonly charter: Terms | null }): Version => ({
  title,
  clauses,
  ...(charter === null ? {} : { charter }),
});

/** A charter as a version: the same document, whether founders signed it or it was adopted as a text. */
export const versionOfCharter = (charter: Charter): Version => ({
  title: charter.title,
  clauses: charter.principles,
  charter: termsOf(charter),
});

/** The charter that comes into force with the adoption of these words on these terms. */
export const charterOf = ({ title, clauses }: Pick<Version, 'title' | 'clauses'>, { head, rules }: Terms): Charter => ({
  title,
  ...head,
  principles: clauses,
  rules,
});

/** The bytes of a version: canonical JSON (RFC 8785). */
export const versionBytes = (version: Version) => canonicalBytes(version);

/** Base64url of SHA-256 over {@link versionBytes}. */
export const versionHash = (version: Version): VersionHash => base64url(sha256(versionBytes(version))) as VersionHash;

/** The same of a charter: what founders and applicants accept by their signature. */
export const charterHash = (charter: Charter): VersionHash => versionHash(versionOfCharter(charter));

/** How a charter came into force: by its founders' signatures, by the adoption of a text, or in an assembly that moved the seat (10.1). */
export type Source =
  | { readonly kind: 'founding' }
  | { readonly kind: 'text'; readonly text: number }
  | { readonly kind: 'seat'; readonly meeting: number; readonly call: number };

/**
 * The charter in force.
 * @throws before the founding, when nothing else is judged
 */
export const inForce = ({ charter }: { readonly charter: InForce | null }): InForce => {
  if (charter === null) throw new TypeError('A conference that is not founded has no charter');
  return charter;
};

/** Its rules. */
export const rulesInForce = (state: { readonly charter: InForce | null }): Rules => inForce(state).charter.rules;

/** A charter in force, or one that was. */
export interface InForce {
  /** From 1. */
  readonly number: number;
  readonly charter: Charter;
  readonly hash: VersionHash;
  readonly since: Mark | null;
  readonly source: Source;
}
