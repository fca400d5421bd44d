import { z } from 'zod';
import { leadsOnline, leadsTo } from './address.ts';
import { base64urlOfLength } from './bytes.ts';
import { hasHidden } from './hidden.ts';
import { type Day, type Instant, isDay } from './time.ts';

/** Schemas of the simple values that acts are made of. */

/** One line in form NFC, without hidden characters, 1 to `max` UTF-16 units. */
export const line = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .refine((text) => !hasHidden(text) && !text.includes('\n'), { error: 'hidden-characters' })
    .refine((text) => text.trim() === text, { error: 'outer-space' });

/** Running text: as {@link line}, and line feeds. */
export const prose = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .refine((text) => !hasHidden(text), { error: 'hidden-characters' })
    .refine((text) => text.trim() === text, { error: 'outer-space' });

/**
 * An address on the web that shows where it leads, in ASCII, at most `max` characters; see {@link leadsTo}. It is taken as it stands or not at
 * all: what engines make of an address changes, and so none is asked.
 */
export const webAddress = (max: number, protocol: RegExp) =>
  z
    .string()
    .max(max)
    .regex(/^[\x21-\x7e]+$/u, { error: 'not-an-address' })
    .refine((address) => protocol.test(address.slice(0, address.indexOf(':'))), { error: 'not-an-address' })
    .refine((address) => leadsTo(address) !== null, { error: 'hidden-host' });

/** The name of a domain with at least two labels, in ASCII and lower case: `example.org`. */
export const domainSchema = z
  .string()
  .regex(/^[a-z0-9.-]+\.[a-z][a-z0-9-]*$/u, { error: 'not-a-domain' })
  .refine((domain) => leadsTo(`https://${domain}`) === domain, { error: 'not-a-domain' });

/** Which of its kind something is, from 1. */
export const numberSchema = z.int().min(1).max(1_000_000);

/** Milliseconds since the epoch. */
export const instantSchema = z
  .int()
  .min(0)
  .max(253_402_300_799_999)
  .transform((ms) => ms as Instant);

/** A day of the calendar as ISO 8601 writes it, from year 1000: `2026-05-16`. */
export const daySchema = z
  .string()
  .regex(/^[1-9]\d{3}-\d{2}-\d{2}$/u, { error: 'not-a-day' })
  .refine(isDay, { error: 'not-a-day' })
  .transform((day) => day as Day);

/** Base64url without padding of exactly `length` bytes. */
export const bytesSchema = (length: number) => z.string().regex(base64urlOfLength(length));

/** Where something is held, in words: it may be public where the way to join is not, so the address of that has a field of its own. */
/** The IANA name of a place's time zone: whether there is such a zone is for whoever shows it to find. */
export const zoneSchema = z.string().regex(/^[A-Za-z0-9_+-]{1,32}(\/[A-Za-z0-9_+-]{1,32}){0,2}$/u);

export const placeSchema = (max: number) =>
  line(max).refine((words) => !leadsOnline(words), { error: 'link-in-place' });
