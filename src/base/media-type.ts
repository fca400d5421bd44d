import { z } from 'zod';

/** What kind of file something is said to be (RFC 6838, section 4.2): two words, and no sentence that a page would show beside a file as if it were its own. */

const MEDIA_TYPE = /^[a-z0-9][a-z0-9.+-]{0,40}\/[a-z0-9][a-z0-9.+-]{0,50}$/u;

/** In lower case, without parameters. */
export const mediaTypeSchema = z.string().regex(MEDIA_TYPE);

/** The type that a program names, or the one of which nothing is known. */
export const mediaTypeOf = (named: string): string => (MEDIA_TYPE.test(named) ? named : 'application/octet-stream');
