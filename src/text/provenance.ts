import type { ClauseId } from '../base/ids.ts';
import { broughtBy, clausesOf } from './change-parts.ts';
import type { Change } from './change.ts';
import type { Clause } from './clause.ts';
import { changesBetween } from './derive.ts';
import { hunksBetween } from './hunks.ts';
import { stepsWithin } from './near-edit.ts';
import { isWord, tokensOf } from './tokens.ts';

/** Who wrote what: which source each word of a text came from, through all its versions. `S` is whatever a source is to the caller. */

/** A version of a text: who wrote it, and the changes to the version before it that it took in, with who wrote those. */
export interface Version<S> {
  readonly clauses: readonly Clause[];
  readonly source: S;
  readonly changes: readonly { readonly change: Change; readonly source: S }[];
}

/** Words that came from one source. */
export interface Written<S> {
  readonly text: string;
  readonly source: S;
}

export interface Attributed<S> {
  readonly clause: ClauseId;
  /** Put together they give the words of the clause; no two neighbours have one source (`===`), none is empty. */
  readonly runs: readonly Written<S>[];
}

/**
 * The sources of the last version's words, clause by clause. Words that stay, in their clause or in one that was split from it or that it was
 * joined to, keep their source, wherever the clause moves; new words are their amendment's where they stand in one that was taken in,
 * as proposed or worked in otherwise, and else the version's own. Whole tokens have one source. The changes of the first version are not
 * asked for. Takes time proportional to the words of all versions and changes; what differs more than can be looked through in that time counts as new.
 */
export const provenance = <S>(versions: readonly Version<S>[]): readonly Attributed<S>[] => {
  const [first, ...later] = versions;
  if (first === undefined) return [];
  let last = first;
  let written: Texts<S> = new Map(first.clauses.map(({ id, words }) => [id, from(words, first.source)]));
  for (const version of later) {
    written = nextTexts(last.clauses, written, version);
    last = version;
  }
  return last.clauses.map(({ id }) => ({ clause: id, runs: runsOf(written.get(id) ?? []) }));
};

type Texts<S> = ReadonlyMap<ClauseId, readonly Written<S>[]>;

/** The tokens of words that come from one source. */
const from = <S>(words: string, source: S): readonly Written<S>[] => tokensOf(words).map((text) => ({ text, source }));

const nextTexts = <S>(before: readonly Clause[], written: Texts<S>, version: Version<S>): Texts<S> => {
  const proposed = new Map<ClauseId, (readonly Written<S>[])[]>();
  for (const { change, source } of version.changes)
    for (const id of [...clausesOf(change), ...broughtBy(change).map((clause) => clause.id)])
      proposed.set(id, [...(proposed.get(id) ?? []), proposal(written, change, source)]);
  const after = new Map<ClauseId, readonly Written<S>[]>();
  for (const { old, now } of units(before, version.clauses)) {
    const tokens = now.flatMap(({ words }) => tokensOf(words));
    const ids = new Set([...old, ...now.map(({ id }) => id)]);
    const known = [old.flatMap((id) => written.get(id) ?? []), ...[...ids].flatMap((id) => proposed.get(id) ?? [])];
    const told = attributed(tokens, known, version.source);
    let at = 0;
    for (const { id, words } of now) {
      const count = tokensOf(words).length;
      after.set(id, told.slice(at, at + count));
      at += count;
    }
  }
  return after;
};

/** Clauses of one version, and those of the next that their words went to: of each id by itself, but for splits and joins. */
interface Unit {
  readonly old: readonly ClauseId[];
  readonly now: readonly Clause[];
}

const units = (before: readonly Clause[], after: readonly Clause[]): readonly Unit[] => {
  const known = new Set(before.map(({ id }) => id));
  const joined = new Map<ClauseId, readonly ClauseId[]>();
  const parts = new Map<ClauseId, readonly Clause[]>();
  for (const change of changesBetween(before, after)) {
    const [first] = clausesOf(change);
    if (change.kind === 'join' && first !== undefined) joined.set(first, change.clauses);
    if (change.kind === 'split') parts.set(change.clause, change.into);
  }
  const split = new Set([...parts.values()].flat().map(({ id }) => id));
  return after
    .filter(({ id }) => !split.has(id))
    .map((clause) => ({
      old: joined.get(clause.id) ?? (known.has(clause.id) ? [clause.id] : []),
      now: [clause, ...(parts.get(clause.id) ?? [])],
    }));
};

/** What a change says, with the sources of its words: what it leaves keeps its own. */
const proposal = <S>(written: Texts<S>, change: Change, source: S): readonly Written<S>[] => {
  const words = 'words' in change ? [change.words] : [];
  const tokens = [...words, ...broughtBy(change).map((clause) => clause.words)].flatMap(tokensOf);
  return attributed(tokens, [clausesOf(change).flatMap((id) => written.get(id) ?? [])], source);
};

/** The tokens, each with the source of the first of the known texts that it stayed from, else with its own. */
const attributed = <S>(
  tokens: readonly string[],
  known: readonly (readonly Written<S>[])[],
  own: S,
): readonly Written<S>[] => {
  const told: (Written<S> | undefined)[] = tokens.map(() => undefined);
  for (const text of known) {
    const old = text.map((one) => one.text);
    let [x, y] = [0, 0];
    for (const { start, end, from: newStart, to } of [
      ...hunksBetween(old, tokens, isWord, stepsWithin(old.length + tokens.length)),
      { start: old.length, end: old.length, from: tokens.length, to: tokens.length },
    ]) {
      for (; x < start && y < newStart; x++, y++) told[y] ??= text[x];
      [x, y] = [end, to];
    }
  }
  return tokens.map((text, i) => told[i] ?? { text, source: own });
};

const runsOf = <S>(tokens: readonly Written<S>[]): readonly Written<S>[] => {
  const runs: Written<S>[] = [];
  for (const { text, source } of tokens) {
    const last = runs.at(-1);
    if (last !== undefined && last.source === source) runs[runs.length - 1] = { text: last.text + text, source };
    else runs.push({ text, source });
  }
  return runs;
};
