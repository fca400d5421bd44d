import { z } from 'zod';
import type { Act } from '../base/act.ts';
import type { Mutable } from '../base/brand.ts';
import { base64url } from '../base/bytes.ts';
import {
  type ActHash,
  type AttachmentHash,
  type Fingerprint,
  type OrganisationId,
  type PublicKey,
  conferenceIdSchema,
  actorSchema,
  publicKeySchema,
} from '../base/ids.ts';
import { canonicalBytes } from '../base/json.ts';
import { bytesSchema, instantSchema } from '../base/schema.ts';
import { sha256 } from '../base/sha256.ts';
import type { Instant } from '../base/time.ts';
import type { Article } from './law/articles.ts';
import type { Part } from './law/consequences.ts';
import type { Named } from './law/kept.ts';
import type { LimitName } from './law/limits.ts';
import type { Mark } from './law/mark.ts';
import type { Matter } from './law/matter.ts';
import type { Refusal } from './law/refusal.ts';
import type { Resource } from './law/resource.ts';
import type { KeyKind, Standing } from './members/organisation-state.ts';
import type { State } from './state.ts';

/** The head of every act; `docs/RECORD.md` says what each field means. */
export const headSchema = z.strictObject({
  v: z.literal(1),
  kind: z.string().max(40),
  conference: z.union([conferenceIdSchema, z.literal('')]),
  by: z
    .strictObject({
      organisation: actorSchema,
      delegate: z.int().min(0).max(100_000),
    })
    .readonly(),
  made: instantSchema,
  nonce: bytesSchema(16),
});

export type { Act } from '../base/act.ts';

/** Base64url of SHA-256 over the canonical bytes of an act: what its signatures cover, and its name in other acts. */
export const actHash = (act: Act): ActHash => base64url(sha256(canonicalBytes(act))) as ActHash;

/** A key whose signature on the act has been verified. */
export interface Signer {
  readonly key: PublicKey;
  readonly fingerprint: Fingerprint;
  /** Whether it signed through WebAuthn, with the user verified. */
  readonly webauthn: boolean;
}

/** An entry as the rules see it: the act, who signed it, when it arrived. */
export interface ReceivedAct<A = Act> {
  readonly act: A;
  readonly hash: ActHash;
  readonly signers: readonly Signer[];
  readonly time: Instant;
}

/**
 * - *binding*: only a delegate who represents the organisation may make it.
 * - *ordinary*: any delegate may.
 * - *host*: the host makes it in its own name, and never in an organisation's.
 */
export type Strength = 'binding' | 'ordinary' | 'host';

/** A key that an act brings into the record. */
export interface NewKey {
  readonly key: PublicKey;
  readonly use: KeyKind | 'invitation';
  /** Where the act names it: the path in its body, `founders/1/invitation`. */
  readonly field: string;
}

/** One kind of act: all that is particular to it. Whoever needs to know something of a kind reads it here; see docs/ARCHITECTURE.md. */
export interface ActRule<Kind extends string, Schema extends z.ZodType> {
  readonly kind: Kind;
  /** The article the act is made under. */
  readonly article: Article;
  readonly strength: Strength;
  /** The standings from which an organisation may make it; `new`: one that the record does not know yet. */
  readonly from: readonly (Standing['kind'] | 'new' | 'host')[];
  /** Whether it may be made before the conference is founded. */
  readonly whileFounding?: true;
  /** What its entry is to those who look at it, at `index` in the record that led to the state. */
  readonly matter: Matter | ((state: State, act: Act<Kind, z.infer<Schema>>, index: number) => Matter);
  /** Whose the entry is, where its matter is somebody's own; left out: its maker's. */
  readonly whose?: (state: State, act: Act<Kind, z.infer<Schema>>) => readonly OrganisationId[];
  /** What it is about: what it changes by itself, whatever follows. Asked once it is applied, then and later. */
  readonly subjects: (act: Act<Kind, z.infer<Schema>>, state: State, index: number) => readonly Resource[];
  /** What it changes that more may see than its entry. */
  readonly openParts?: (state: State, act: Act<Kind, z.infer<Schema>>, index: number) => readonly Part[];
  /**
   * Keys, and those for whom they speak, come in or go out by it. Its entry becomes everyone's when such a key signs something public, whatever its maker meant it
   * for. So it holds nothing that people wrote to the others: a letter or an explanation is an attachment, and a reason stands in an act of its own.
   */
  readonly ofKeys?: true;
  /**
   * Never signed among several acts at once, but opened and read by itself: keys, and who speaks for whom, change by it, its maker's standing ends by it, or something is erased by it
   * (decision 69). Left out: it may be.
   */
  readonly signedAlone?: true;
  /** Whether the public may see its signature, and so must be able to check it. */
  readonly signedInPublic?: true | ((state: State, act: Act<Kind, z.infer<Schema>>, index: number) => boolean);
  /** Too small for a digest. */
  readonly quiet?: true;
  /** What there may be most of, which its maker may meet. */
  readonly limits?: readonly LimitName[];
  readonly body: Schema;
  /** The keys that the act brings in, in the order in which it names them. Each signs it too, in this order, behind its maker. */
  readonly newKeys?: (body: z.infer<Schema>) => readonly NewKey[];
  /** Its maker has no key yet but the first that the act brings in, which therefore signs first. */
  readonly byNewKey?: true;
  /** Whether the key of an invitation, whose delegate is given, may make it. Left out: it may not. */
  readonly byInvitation?: (body: z.infer<Schema>, delegate: number) => boolean;
  /** The attachments that it brings. */
  readonly names?: (body: z.infer<Schema>) => readonly Named[];
  /** Whose these are; left out: its maker's. */
  readonly namesFor?: (body: z.infer<Schema>) => OrganisationId;
  /** The attachment that it erases. */
  readonly erases?: (body: z.infer<Schema>) => AttachmentHash;
  /** `null`: allowed. Called when head, signers and standing are found good. */
  readonly judge: (state: State, act: Act<Kind, z.infer<Schema>>, at: Instant) => Refusal | null;
  /** Moves the state on by an act that was judged allowed in this very state; `signer` is the key that spoke for the organisation. */
  readonly apply: (state: Mutable<State>, act: Act<Kind, z.infer<Schema>>, on: Mark, signer: Fingerprint) => void;
  /** A body as it is sent, for the description of the API and for tests. */
  readonly example: z.input<Schema>;
}

export const defineAct = <const Kind extends string, Schema extends z.ZodType>(
  rule: ActRule<Kind, Schema>,
): ActRule<Kind, Schema> => Object.freeze(rule);

export const newKeySchema = {
  key: publicKeySchema,
  use: z.enum(['passkey', 'ssh', 'device']),
} as const;

/** The key in the fields of {@link newKeySchema}. */
export const ownKey = ({ key, use }: Pick<NewKey, 'key'> & { readonly use: KeyKind }): NewKey => ({
  key,
  use,
  field: 'key',
});

export const invitationKey = (key: PublicKey, field = 'invitation'): NewKey => ({ key, use: 'invitation', field });

/** The invitations in a list of a body; one whose invitation is `null` brings none. */
export const invitationKeys = (
  list: readonly { readonly invitation: PublicKey | null }[],
  field: string,
): readonly NewKey[] =>
  list.flatMap(({ invitation }, i) =>
    invitation === null ? [] : [invitationKey(invitation, `${field}/${i}/invitation`)],
  );
