import { type Version, versionBytes, versionOf, versionOfCharter } from '../law/charter.ts';
import type { World } from './world.ts';
import { present } from '../texts/texts.ts';
import { statementVersion } from '../decisions/statements.ts';
import { foundingCharterIn } from '../final/founding.ts';
import { NO_NOTE } from '../final/note.ts';
import type { State } from '../state.ts';
import { aboutFounding, aboutStatement, aboutText, basesIn } from '../proof/bases.ts';
import { type ClaimToProve, type EntryToProve, prove } from '../proof/prove.ts';

/** Proofs of conferences in tests. */

type Subject = ClaimToProve['matter']['subject'];

export const TEXT: Subject = { kind: 'text', number: 1 };
export const CHARTER: Subject = { kind: 'charter', number: 1 };
export const STATEMENT: Subject = { kind: 'statement', number: 1 };

/** What a host would put together, and what it would claim. */
export const bundleOf = (world: World, subject: Subject, audience: 'everyone' | 'participants' = 'everyone') => {
  const { state, entries } = world;
  const { kind, number } = subject;
  const { about, version } = partsOf(state, kind, number, audience);
  const bases = basesIn(state);
  const wanted = new Set([0, ...about]);
  for (const index of wanted) for (const basis of bases(entries[index] ?? missing())) wanted.add(basis);
  const claim: ClaimToProve = {
    matter: { subject, audience, adopted: null },
    text: versionBytes(version),
    note: NO_NOTE,
  };
  return { claim, entries: [...wanted].toSorted((a, b) => a - b).map((index) => placed(world, index)) };
};

const partsOf = (
  state: State,
  kind: Subject['kind'],
  number: number,
  audience: 'everyone' | 'participants',
): { readonly about: readonly number[]; readonly version: Version } => {
  switch (kind) {
    case 'text': {
      const text = state.texts[number - 1] ?? missing();
      return { about: aboutText(state, text, audience), version: versionOf(present(text)) };
    }
    case 'statement': {
      const statement = state.statements[number - 1] ?? missing();
      return { about: aboutStatement(statement), version: statementVersion(statement) };
    }
    case 'charter': {
      const { charter } = foundingCharterIn(state) ?? missing();
      return { about: aboutFounding(state), version: versionOfCharter(charter) };
    }
  }
};

export const placed = ({ entries }: World, index: number): EntryToProve => {
  const { act: made, hash, signers, time } = entries[index] ?? missing();
  return { index, act: made, hash, signers, time };
};

export const faultOf = (entries: readonly EntryToProve[], claim: ClaimToProve) => {
  const proven = prove(entries, claim);
  return proven.ok ? null : proven.error;
};

const missing = (): never => {
  throw new TypeError('Not in this world');
};
