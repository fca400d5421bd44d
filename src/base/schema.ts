import { z } from 'zod';
import { leadsTo } from './address.ts';
import { fromBase64url } from './bytes.ts';
import type { Instant } from './time.ts';

/** Schemas of the simple values that acts are made of. */

/** Characters that hide or reorder what is read: bidi controls, zero-width, filler, tag and other format characters, controls. */
// The joiners U+200C and U+200D stay: Persian and several Indic scripts are misspelt without them.
/* oxlint-disable no-control-regex -- control characters are what it looks for */
const HIDDEN =
  /\u034f|[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\u115f\u1160\u3164\uffa0\u{e0000}-\u{e007f}]/u;
/* oxlint-enable no-control-regex */

const visible = (text: string): boolean => !HIDDEN.test(text);

/** The text without the characters that no line and no prose may hold. */
export const withoutHidden = (text: string): string => text.replaceAll(HIDDEN_ANYWHERE, '');

const HIDDEN_ANYWHERE = new RegExp(HIDDEN.source, 'gu');

/** One line in form NFC, without hidden characters, 1 to `max` UTF-16 units. */
export const line = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .refine((text) => visible(text) && !text.includes('\n'), { error: 'hidden-characters' })
    .refine((text) => text.trim() === text, { error: 'outer-space' });

/** Running text: as {@link line}, and line feeds. */
export const prose = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .refine(visible, { error: 'hidden-characters' })
    .refine((text) => text.trim() === text, { error: 'outer-space' });

/** An address on the web that shows where it leads, in ASCII, at most `max` characters; see {@link leadsTo}. */
export const webAddress = (max: number, protocol: RegExp) =>
  z
    .url({ protocol })
    .max(max)
    .regex(/^[\x21-\x7e]+$/u)
    .refine((address) => leadsTo(address) !== null, { error: 'hidden-host' });

/** Milliseconds since the epoch. */
export const instantSchema = z
  .int()
  .min(0)
  .max(253_402_300_799_999)
  .transform((ms) => ms as Instant);

/** Base64url without padding of exactly `length` bytes. */
export const bytesSchema = (length: number) =>
  z
    .string()
    .regex(/^[A-Za-z0-9_-]+$/u)
    .max(Math.ceil((length * 4) / 3))
    .refine((text) => fromBase64url(text)?.length === length, { error: 'wrong-length' });
