import type { z } from 'zod';
import { type Bytes, utf8 } from '../src/base/bytes.ts';
import type { ActHash } from '../src/base/ids.ts';
import { sha256 } from '../src/base/sha256.ts';
import { DAY, HOUR, type Instant, MINUTE, after, instant } from '../src/base/time.ts';
import type { ACT_RULES, ActKind } from '../src/charter/acts.ts';
import { saltedHash } from '../src/record/envelope.ts';
import type { Attachment } from '../src/base/act.ts';
import type { SigningKey } from '../src/record/sign-ed25519.ts';
import type { When } from './content/index.ts';

/** What happens in the sample, one thing at a time, at its own moment. */
export type Step =
  | {
      readonly kind: 'act';
      readonly at: Instant;
      readonly act: {
        readonly kind: ActKind;
        readonly by: { readonly organisation: string; readonly delegate: number };
        /** Or how it follows from the applications made before, each by whoever applied: an act may name them. */
        readonly body: BodyIn<ActKind> | ((applications: ReadonlyMap<string, ActHash>) => BodyIn<ActKind>);
      };
      /** In the order of the signatures. */
      readonly signers: readonly SigningKey[];
      readonly attachments: readonly Attachment[];
    }
  /** A deadline: the host's clock reaches it, and the rules do the rest. */
  | { readonly kind: 'wait'; readonly at: Instant }
  /** Somebody of this organisation signs in and is shown the observations it has not seen. */
  | { readonly kind: 'visit'; readonly at: Instant; readonly organisation: string }
  /** A delegate says that they have read what is new. */
  | { readonly kind: 'read'; readonly at: Instant; readonly organisation: string; readonly delegate: number };

/** An act's body as a person writes it: its ids are still plain strings. */
export type BodyIn<K extends ActKind> = z.input<(typeof ACT_RULES)[K]['body']>;

type Holder = readonly [organisation: string, delegate: number];

export const actStep = <const K extends ActKind>(
  at: Instant,
  kind: K,
  [organisation, delegate]: Holder,
  body: BodyIn<K>,
  signers: readonly SigningKey[],
  attachments: readonly Attachment[] = [],
): Step => ({ kind: 'act', at, act: { kind, by: { organisation, delegate }, body }, signers, attachments });

/** The midnight, in UTC, that `now` comes after: where the story's day 0 begins. */
export const midnight = (now: Instant): Instant => instant(Math.floor(now / DAY) * DAY);

export const moment = (today: Instant, [day, hour, minute]: When): Instant =>
  after(today, day * DAY + hour * HOUR + minute * MINUTE);

/** A text beside the record. Its salt follows from its name, so that the sample is the same wherever it is played. */
export const attached = (name: string, text: string): Attachment => attachedBytes(name, utf8(text));

export const attachedBytes = (name: string, content: Bytes): Attachment => {
  const salt = sha256(utf8(`isonomia sample salt ${name}`)).slice(0, 16);
  return { salt, content, hash: saltedHash(salt, content) };
};
