import { claimsOf } from './claims.ts';
import { markdownOf } from './markdown.ts';
import { prove } from './prove.ts';

/** What `record/verify-bundle.ts` asks of the charter. */
export const PROOFS = { prove, claimsOf, markdownOf } as const;

export type { Proof, ProofFault, ProvenAct } from './prove.ts';
export type { Signatory } from './signatories.ts';
