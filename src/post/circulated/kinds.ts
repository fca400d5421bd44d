import type { Circulated } from '../../charter/state.ts';

export type CirculatedKind = Circulated['kind'];
