import { CONSENT } from './consent.ts';
import { REGIONAL } from './regional.ts';
import type { CharterTemplate } from './template.ts';

export type { CharterTemplate } from './template.ts';

/** The charters that Isonomia ships. All are starting points: founders may change every word and number before they sign. */
export const TEMPLATES: readonly [CharterTemplate, ...CharterTemplate[]] = [REGIONAL, CONSENT];
