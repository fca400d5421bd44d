import { z } from 'zod';
import type { Brand } from './brand.ts';
import { bytesSchema } from './schema.ts';
import { type ClauseId, MOST_CLAUSE_ID, SLUG } from './slug.ts';

export type { ClauseId } from './slug.ts';

/** The first 16 bytes of SHA-256 over the founding act, base64url. */
export type ConferenceId = Brand<string, 'ConferenceId'>;
/** An organisation's short name in addresses and acts: lower-case letters, digits and hyphens; never reused. */
export type OrganisationId = Brand<string, 'OrganisationId'>;
/** `SHA256:` and the unpadded base64 of SHA-256 over an SSH key blob. */
export type Fingerprint = Brand<string, 'Fingerprint'>;
/** A public key as OpenSSH writes it, without comment. */
export type PublicKey = Brand<string, 'PublicKey'>;
/** SHA-256 over an act's canonical bytes, base64url. */
export type ActHash = Brand<string, 'ActHash'>;
/** SHA-256 over a version's canonical bytes, base64url: what is decided upon and signed. */
export type VersionHash = Brand<string, 'VersionHash'>;
/** SHA-256 over salt ‖ content of an attachment, base64url. */
export type AttachmentHash = Brand<string, 'AttachmentHash'>;
/** The place of a conference in addresses: `/sample/…`. */
export type Slug = Brand<string, 'Slug'>;
/** ISO 3166-1 alpha-2, upper case. */
export type Country = Brand<string, 'Country'>;
/** BCP 47. */
export type Language = Brand<string, 'Language'>;

const slugLike = (max: number) => z.string().max(max).regex(SLUG, { error: 'not-a-short-name' });

export const conferenceIdSchema = bytesSchema(16).transform((text) => text as ConferenceId);
export const organisationIdSchema = slugLike(40).transform((text) => text as OrganisationId);
/** An organisation, or `''` for the host. */
export const actorSchema = z
  .string()
  .max(40)
  .regex(new RegExp(`^(?:${SLUG.source.slice(1, -1)})?$`, 'u'), { error: 'not-a-short-name' })
  .transform((text) => text as OrganisationId);
export const actHashSchema = bytesSchema(32).transform((text) => text as ActHash);
export const versionHashSchema = bytesSchema(32).transform((text) => text as VersionHash);
export const attachmentHashSchema = bytesSchema(32).transform((text) => text as AttachmentHash);
export const clauseIdSchema = slugLike(MOST_CLAUSE_ID).transform((text) => text as ClauseId);
export const slugSchema = slugLike(40).transform((text) => text as Slug);
export const countrySchema = z
  .string()
  .regex(/^[A-Z]{2}$/u, { error: 'not-a-country' })
  .transform((text) => text as Country);
/**
 * A language as BCP 47 writes it, with its script, its region and one variant at most: `mk`, `sr-Latn`, `pt-BR`, `ca-valencia`. Every engine takes such a tag
 * for one, whether it knows a name for it or not.
 */
export const languageSchema = z
  .string()
  .regex(/^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))?$/u, {
    error: 'not-a-language',
  })
  .transform((text) => text as Language);
export const publicKeySchema = z
  .string()
  .max(1024)
  .regex(/^[a-z0-9@.-]+ [A-Za-z0-9+/]+={0,2}$/u, { error: 'not-a-key' })
  .transform((text) => text as PublicKey);
export const fingerprintSchema = z
  .string()
  .regex(/^SHA256:[A-Za-z0-9+/]{43}$/u, { error: 'not-a-fingerprint' })
  .transform((text) => text as Fingerprint);
