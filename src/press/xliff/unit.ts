import type { RenderedState } from '../../conference/documents.ts';
import type { Piece } from '../paragraph.ts';
import type { Element } from '../xml.ts';
import type { Codes } from './inline.ts';

/** What the versions of XLIFF that are read have in common. */

/** A unit as a file has it. */
export interface Unit {
  readonly source: readonly Piece[];
  /** `null` where some of it has none. */
  readonly target: readonly Piece[] | null;
  readonly state: RenderedState;
}

/** How one version of XLIFF says things. */
export interface Dialect {
  /** Each from what into what; `null` where a file does not say. */
  readonly languages: (root: Element) => readonly (readonly [source: string | null, target: string | null])[];
  readonly units: (root: Element) => readonly Element[];
  /** `sent`: the codes that were in the unit when it went out, by their ids. */
  readonly read: (unit: Element, sent: Codes) => Unit;
}
