import type { ClauseId, OrganisationId } from '../../base/ids.ts';
import type { Places } from '../../text/apply-change.ts';
import type { Condition } from './position-state.ts';

/**
 * The amendments of a text that are open or agreed, ready to be asked about: which collide, and who accepts them.
 * It follows from the rest of the text, and is kept so that no act compares words that were compared before.
 */
export interface Live {
  /** Of the clauses of the present revision. */
  readonly places: Places;
  /** In order. */
  readonly numbers: readonly number[];
  /** Those that wait for their movers to renew them, in order. They stand against nothing. */
  readonly toRenew: readonly number[];
  /** By each clause and each new id, the amendments that are about it. */
  readonly about: ReadonlyMap<ClauseId, ReadonlySet<number>>;
  /** By each, those that it collides with. */
  readonly rivals: ReadonlyMap<number, ReadonlySet<number>>;
  readonly voices: ReadonlyMap<number, Voices>;
  /** By what a condition hangs on, the amendments that somebody accepts under it, and how many conditions hang there. */
  readonly hanging: ReadonlyMap<string, ReadonlyMap<number, number>>;
}

/** What the participants say of one amendment. */
export interface Voices {
  readonly of: ReadonlyMap<OrganisationId, Voice>;
  readonly accepting: number;
  readonly objecting: number;
  /** Those whose consent hangs on something. */
  readonly conditional: ReadonlySet<OrganisationId>;
}

export interface Voice {
  readonly kind: 'accepts' | 'objects' | 'conditional';
  readonly conditions: readonly Condition[];
}
