import { z } from 'zod';
import type { Mutable } from '../../base/brand.ts';
import { type Bytes, fromUtf8 } from '../../base/bytes.ts';
import type { OrganisationId } from '../../base/ids.ts';
import { clausesSchema } from '../../text/clause.ts';
import { type ActKind, type AnyAct, type BodyOf, ruleOf } from '../acts.ts';
import { type Version, occasionSchema, termsSchema, versionBytes, versionHash, versionOf } from '../law/charter.ts';
import type { Mark } from '../law/mark.ts';
import type { Refusal } from '../law/refusal.ts';
import type { Statement } from '../decisions/statement-state.ts';
import type { State } from '../state.ts';
import { inviteTo, newStatement, statementHash } from '../decisions/statements.ts';
import { newText, titleSchema } from '../texts/texts.ts';
import { type PlacedAct, type Roll, signerOf } from './roll.ts';
import { takePrinted } from './printed.ts';

/**
 * What is signed, and what each act says of it. The acts are judged by the charter's own rules, over a state that holds this text or statement alone:
 * one that speaks of another, or of another version, is refused by them.
 */

/** What an entry has to do with a text or a statement. */
export type Part =
  /** The text, or the statement, in these very words. */
  | 'worded'
  /** The text in these words, as far as it gives them: of some clauses it says alone that they stay. */
  | 'revised'
  /** It was put to decision in these words. */
  | 'decided'
  /** An answer to that decision. */
  | 'answered'
  | 'signed'
  | 'confirmed'
  | 'withdrew'
  | 'observed'
  /** One from outside was invited to sign. */
  | 'invited';

/** One text or statement of a conference, by its number; or the charter that it was founded with, which is number 1. */
export interface Subject {
  readonly kind: 'text' | 'statement' | 'charter';
  readonly number: number;
}

const versionSchema = z.strictObject({
  title: titleSchema,
  clauses: clausesSchema,
  charter: termsSchema.optional(),
  occasion: occasionSchema.optional(),
});

/** The version in these bytes, which must be its canonical form; `null` where they hold none. */
export const readVersion = (bytes: Bytes): Version | null => {
  const read = versionSchema.safeParse(parsed(bytes));
  if (!read.success) return null;
  const { charter, occasion, ...words } = read.data;
  const version: Version = {
    ...words,
    ...(charter === undefined ? {} : { charter }),
    ...(occasion === undefined ? {} : { occasion }),
  };
  return fromUtf8(versionBytes(version)) === fromUtf8(bytes) ? version : null;
};

const parsed = (bytes: Bytes): unknown => {
  try {
    return JSON.parse(fromUtf8(bytes) ?? '');
  } catch {
    return null;
  }
};

/** The part that an act has, or `null`: none; or why the rules do not allow it. */
export type Taken = Part | Refusal | null;

/** Takes the acts about one text or statement, in order. */
export type Taker = (placed: PlacedAct) => Taken;

/** Whom it invites is on the roll; here it becomes this statement's, whose opener alone invites. */
const invited = (
  statement: Mutable<Statement> | undefined,
  { by, body }: Extract<AnyAct, { readonly kind: 'statement.invite' }>,
  on: Mark,
): Taken => {
  if (statement === undefined) return null;
  if (statement.by !== by.organisation) return { article: '14.1', kind: 'not-yours', owner: statement.by };
  inviteTo(statement, body, on);
  return 'invited';
};

type Parts = { readonly [K in ActKind]?: (placed: PlacedAct<Extract<AnyAct, { readonly kind: K }>>) => Taken };

/** Acts of other kinds have no part. */
const takerOf =
  (parts: Parts): Taker =>
  (placed) =>
    (parts[placed.act.kind] as Taker | undefined)?.(placed) ?? null;

const judged = (state: Mutable<State>, placed: PlacedAct, part: Part): Taken => {
  const { act, time, index } = placed;
  const rule = ruleOf(act);
  const refusal = rule.judge(state, act, time);
  if (refusal !== null) return refusal;
  rule.apply(state, act, { index, at: time }, signerOf(placed));
  return part;
};

const signed = (
  roll: Roll,
  placed: PlacedAct<Extract<AnyAct, { readonly kind: 'text.sign' | 'statement.sign' }>>,
): Taken =>
  takePrinted(roll, placed.act.by.organisation, placed.act.body.printed, { index: placed.index, at: placed.time }) ??
  judged(roll.state, placed, 'signed');

/** Of a text in its final version. */
const takeText = (roll: Roll, number: number, version: Version): Taker => {
  const { state } = roll;
  const hash = versionHash(version);
  const [first] = state.organisations.keys();
  const { title, clauses, charter = null } = version;
  const kind = charter === null ? 'resolution' : 'charter';
  // Who tabled it, and when, shows nowhere in what is proven.
  const text = newText(
    number,
    first ?? ('' as OrganisationId),
    { kind, title, clauses, charter, language: null },
    { index: 0, at: state.time },
  );
  text.stage = 'adopted';
  state.texts[number - 1] = text;
  let decided = false;
  /** The number of the revision that the answers speak of. */
  let revision: number | null = null;
  return takerOf({
    'text.table': ({ act }) => {
      if (!wordsAre(version, act.body)) return null;
      revision = 1;
      return 'worded';
    },
    'text.revise': ({ act: { body } }) => {
      const given = body.clauses.filter((clause) => typeof clause !== 'string');
      if (body.text !== number || !wordsAre(version, { ...body, clauses: filledIn(version, body.clauses) }))
        return null;
      revision = body.revision + 1;
      return given.length === body.clauses.length ? 'worded' : 'revised';
    },
    'decision.open': ({ act }) => {
      decided = act.body.text === number && act.body.version === hash;
      return decided ? 'decided' : null;
    },
    'positions.take': ({ act: { body } }) =>
      decided &&
      body.text === number &&
      body.revision === revision &&
      body.positions.some(({ on }) => on.kind === 'whole')
        ? 'answered'
        : null,
    'text.sign': (placed) => signed(roll, placed),
    'signature.confirm': (placed) => judged(state, placed, 'confirmed'),
    'signature.withdraw': (placed) => judged(state, placed, 'withdrew'),
    'observation.make': (placed) => (placed.act.body.version === hash ? judged(state, placed, 'observed') : null),
  });
};

/** The clauses that a revision lists; one that it names by its id alone as it stands in the version. */
const filledIn = ({ clauses }: Version, listed: BodyOf<'text.revise'>['clauses']): Version['clauses'] => {
  const known = new Map(clauses.map((clause) => [clause.id, clause]));
  return listed.flatMap((clause) => (typeof clause === 'string' ? (known.get(clause) ?? []) : clause));
};

/** Whether these are the version's words. */
const wordsAre = (version: Version, body: Pick<BodyOf<'text.table'>, 'title' | 'clauses' | 'charter'>): boolean =>
  versionHash(versionOf(body)) === versionHash(version);

/** Of the founding charter: the founding act holds its words, and the roll takes the signatures. */
const takeCharter = ({ state }: Roll, number: number, version: Version): Taker => {
  const isIt = number === 1 && state.charter?.hash === versionHash(version);
  return takerOf({ 'charter.sign': () => (isIt ? 'signed' : null) });
};

/** What takes the acts about a subject. */
export const takerFor = (roll: Roll, { kind, number }: Subject, version: Version): Taker =>
  ({ text: takeText, statement: takeStatement, charter: takeCharter })[kind](roll, number, version);

/** Of a statement, which its first entry opens in these very words. */
const takeStatement = (roll: Roll, number: number, version: Version): Taker => {
  const { state } = roll;
  const hash = versionHash(version);
  return takerOf({
    'statement.open': ({ act: { by, body }, index, time }) => {
      if (state.statements[number - 1] !== undefined || statementHash(body) !== hash) return null;
      state.statements[number - 1] = newStatement(number, by.organisation, body, { index, at: time });
      return 'worded';
    },
    'statement.invite': ({ act, index, time }) =>
      act.body.statement === number ? invited(state.statements[number - 1], act, { index, at: time }) : null,
    'statement.sign': (placed) => signed(roll, placed),
    'statement.withdraw': (placed) => judged(state, placed, 'withdrew'),
  });
};
