import type { ClauseId, OrganisationId } from '../../base/ids.ts';
import { broughtBy } from '../../text/change-parts.ts';
import type { Change } from '../../text/change.ts';
import type { Clause } from '../../text/clause.ts';
import { type Attributed, type Version, type Written, provenance } from '../../text/provenance.ts';
import { plain } from '../../text/runs.ts';
import { isWord, tokensOf } from '../../text/tokens.ts';
import type { Mark } from '../law/mark.ts';
import type { Amendment, Revision, Text } from './state.ts';

/** Article 13.3: which organisation's draft or amendment brought the words of a text, and when they were agreed. */

export interface Source {
  /** `revision`: words that whoever proposed a revision wrote into it themselves. */
  readonly kind: 'draft' | 'revision' | 'amendment';
  /** The number of the amendment, else of the revision. */
  readonly number: number;
  /** Its author; with those who moved the amendment jointly. */
  readonly by: readonly OrganisationId[];
  readonly on: Mark;
  /** The revision that the words stand in since. */
  readonly since: number;
  /** When the amendment was agreed, where the rules have amendments agreed. */
  readonly agreed: Mark | null;
}

/** The present version's words as they read, without their marks, each run with its source. Signs go with the words that they stand at. */
export const authorship = (text: Text): readonly Attributed<Source>[] => authorshipOf(versionsOf(text));

/** What {@link authorship} follows from, and nothing else. */
export const versionsOf = (text: Text): readonly Version<Source>[] =>
  text.revisions.map((revision) => versionOf(text, revision));

export const authorshipOf = (versions: readonly Version<Source>[]): readonly Attributed<Source>[] =>
  provenance(versions).map(({ clause, runs }) => ({
    clause,
    runs: withoutBareSigns(runs),
  }));

type Runs = Attributed<Source>['runs'];

const withoutBareSigns = (runs: Runs): Runs => {
  const out: Written<Source>[] = [];
  let signs = '';
  for (const { text, source } of runs) {
    const last = out.at(-1);
    if (!tokensOf(text).some(isWord)) {
      if (last === undefined) signs += text;
      else out.splice(-1, 1, { text: last.text + text, source: last.source });
    } else if (last?.source === source) out.splice(-1, 1, { text: last.text + text, source });
    else {
      out.push({ text: signs + text, source });
      signs = '';
    }
  }
  return out.length === 0 ? runs : out;
};

const versionOf = (text: Text, { number, clauses, tookIn, by, on }: Revision): Version<Source> => ({
  clauses: clauses.map(asRead),
  source: { kind: number === 1 ? 'draft' : 'revision', number, by: [by], on, since: number, agreed: null },
  changes: tookIn.flatMap((taken) => {
    const amendment = text.amendments[taken - 1];
    return amendment === undefined
      ? []
      : [{ change: changeAsRead(amendment.change), source: sourceOf(amendment, number) }];
  }),
});

const sourceOf = ({ number, author, joint, on, agreed }: Amendment, since: number): Source => ({
  kind: 'amendment',
  number,
  by: [author, ...joint.filter((id) => id !== author)],
  on,
  since,
  agreed,
});

const asRead = (clause: Clause): Clause => ({ ...clause, words: plain(clause.words) });

const changeAsRead = (change: Change): Change => {
  switch (change.kind) {
    case 'add':
      return { ...change, clause: asRead(change.clause) };
    case 'split':
      return { ...change, words: plain(change.words), into: broughtBy(change).map(asRead) };
    case 'replace':
    case 'join':
      return { ...change, words: plain(change.words) };
    case 'move':
    case 'delete':
      return change;
  }
};

/** Each source of a text's words, in the order in which it is first met, with the clauses that hold them. */
export const sourcesIn = (clauses: readonly Attributed<Source>[]): ReadonlyMap<Source, ReadonlySet<ClauseId>> => {
  const found = new Map<Source, Set<ClauseId>>();
  for (const { clause, runs } of clauses)
    for (const { source } of runs) found.set(source, (found.get(source) ?? new Set()).add(clause));
  return found;
};
