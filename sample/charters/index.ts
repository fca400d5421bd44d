/** The charters that Isonomia ships. Both are starting points: founders may change every word before they sign. */
export { CONSENT } from './consent.ts';
export { REGIONAL } from './regional.ts';
export type { CharterTemplate } from './types.ts';
