import type { Brand } from './brand.ts';

/** The form of names in addresses and acts, without the schemas: what a browser needs of it is a few bytes. */

/** Lower-case letters, digits and single hyphens, a letter first. */
export const SLUG = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/u;

/** The most characters of a clause's id. */
export const MOST_CLAUSE_ID = 24;

/** Names a clause within its text, from its first draft on, through every revision. */
export type ClauseId = Brand<string, 'ClauseId'>;

export const isClauseId = (text: string): text is ClauseId => text.length <= MOST_CLAUSE_ID && SLUG.test(text);
