import { versionBytes, versionOf } from '../law/charter.ts';
import type { World } from './world.ts';
import { present } from '../texts/texts.ts';
import { statementVersion } from '../decisions/statements.ts';
import { aboutStatement, aboutText, basesIn } from '../proof/bases.ts';
import { type ClaimToProve, type EntryToProve, prove } from '../proof/prove.ts';

/** Proofs of conferences in tests. */

type Subject = ClaimToProve['matter']['subject'];

export const TEXT: Subject = { kind: 'text', number: 1 };
export const STATEMENT: Subject = { kind: 'statement', number: 1 };

/** What a host would put together, and what it would claim. */
export const bundleOf = (world: World, subject: Subject, audience: 'everyone' | 'participants' = 'everyone') => {
  const { state, entries } = world;
  const { kind, number } = subject;
  const text = state.texts[number - 1];
  const statement = state.statements[number - 1];
  const about =
    kind === 'text'
      ? text === undefined
        ? []
        : aboutText(state, text, audience)
      : statement === undefined
        ? []
        : aboutStatement(statement);
  const bases = basesIn(state);
  const wanted = new Set([0, ...about]);
  for (const index of wanted) for (const basis of bases(entries[index] ?? missing())) wanted.add(basis);
  const version = kind === 'text' ? versionOf(present(text ?? missing())) : statementVersion(statement ?? missing());
  const claim: ClaimToProve = {
    matter: { subject, audience, adopted: null },
    text: versionBytes(version),
  };
  return { claim, entries: [...wanted].toSorted((a, b) => a - b).map((index) => placed(world, index)) };
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
