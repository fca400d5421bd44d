import { pluralOf } from '../plural.ts';

/** The form for one, or the form for any other number. */
export const plural = pluralOf('en', ['one', 'other']);
