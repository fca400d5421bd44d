import type {
  ActHash,
  AttachmentHash,
  Country,
  Fingerprint,
  Language,
  OrganisationId,
  PublicKey,
  VersionHash,
} from '../../base/ids.ts';
import type { PictureType } from '../../base/picture.ts';
import type { Mark } from '../law/mark.ts';
import type { Printed } from '../names/printed.ts';
import type { Period, Vouched } from './vouched-state.ts';

/** The part of the state that chapters 2 and 4 work on: organisations, who speaks for them, and with which keys. */

/** An organisation's relation to the conference. */
export type Standing =
  | { readonly kind: 'founder' }
  | { readonly kind: 'applicant'; readonly period: Period }
  | { readonly kind: 'participant'; readonly since: Mark }
  | { readonly kind: 'not-admitted'; readonly on: Mark }
  /** Its application was not presented in time. */
  | { readonly kind: 'lapsed'; readonly on: Mark }
  | { readonly kind: 'former'; readonly since: Mark; readonly left: Mark }
  | { readonly kind: 'withdrawn'; readonly on: Mark }
  | { readonly kind: 'outside' };

/** From one entrance into the conference to the next departure. */
export interface Term {
  readonly since: Mark;
  readonly left: Mark | null;
}

export interface Organisation {
  readonly id: OrganisationId;
  /** In its own script, as it calls itself now. */
  readonly name: string;
  /** The name as others may read it, where it has said that. */
  readonly gloss: string | null;
  /** How it and its country are printed, as it has said it, from its entrance on; the last holds now. */
  readonly stated: readonly Stated[];
  /** For grouping and for the rules alone. */
  readonly country: Country;
  /** What it says of itself, in each language that it says it in, the first first. */
  readonly about: readonly About[];
  readonly website: string | null;
  readonly picture: OwnPicture | null;
  /** How often it has said these three anew since its entrance. */
  readonly described: number;
  readonly standing: Standing;
  /** When it took part, from the first time; it takes part where the last one has not ended. */
  readonly terms: readonly Term[];
  readonly entered: Mark;
  /** When it signed the charter that it founded the conference with; `null`: it is no founder, or has not yet. */
  readonly founding: Mark | null;
  /** When it signed the charter that it takes part under, and which. */
  readonly accepted: { readonly charter: VersionHash; readonly on: Mark } | null;
  /** By number, from 1, without gaps. */
  readonly delegates: readonly Delegate[];
  /** From the first; the last one may be open. */
  readonly applications: readonly Application[];
}

export interface About {
  /** `null`: it did not say which, when it entered. */
  readonly language: Language | null;
  readonly words: string;
}

/** A small picture by which it is known, kept beside the record. */
export interface OwnPicture {
  readonly type: PictureType;
  readonly hash: AttachmentHash;
}

/** How an organisation and its country are printed, from this entry on. */
export interface Stated {
  readonly printed: Printed;
  readonly on: Mark;
}

export interface Application extends Vouched {
  /** The act that made it: what participants present is this one, and no other by the same organisation. */
  readonly act: ActHash;
  readonly on: Mark;
  /** The key that signed it. */
  readonly key: Fingerprint;
  /** The salted hash of the letter. */
  readonly letter: AttachmentHash;
  /** When the organisation became a participant by it; `null`: it has not. */
  readonly admitted: Mark | null;
}

export type Role = 'representing' | 'assisting';

export interface Delegate {
  readonly number: number;
  /** The salted hash of the name, kept beside the record; `null` where none was given. */
  readonly name: AttachmentHash | null;
  readonly role: Role;
  /** The key of the link by which the delegate enrols the first key of their own; `null` once it is spent. */
  readonly invitation: PublicKey | null;
  readonly appointed: Mark;
  /** Its own organisation, or the one that invited that: it may give another link until the delegate has a key. */
  readonly appointedBy: OrganisationId;
  readonly recalled: Mark | null;
}

export type KeyKind = 'passkey' | 'ssh' | 'device';

export interface Key {
  readonly fingerprint: Fingerprint;
  readonly key: PublicKey;
  readonly use: KeyKind | 'invitation';
  readonly organisation: OrganisationId;
  readonly delegate: number;
  readonly from: Mark;
  readonly until: Mark | null;
  /** The key that brought it in; `null` for one that came with the founding or with an application, or was replaced by the others' silence. */
  readonly broughtBy: Fingerprint | null;
}

export interface Recovery extends Vouched {
  readonly number: number;
  readonly organisation: OrganisationId;
  readonly delegate: number;
  readonly key: PublicKey;
  readonly fingerprint: Fingerprint;
  readonly use: KeyKind;
  /** The salted hash of what happened, in the words of whoever asks. */
  readonly explanation: AttachmentHash;
  readonly requested: Mark;
  readonly stage: Period | { readonly kind: 'replaced' | 'refused' | 'lapsed'; readonly on: Mark };
}
