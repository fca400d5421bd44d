/**
 * The `allowed_signers` file of `ssh-keygen -Y verify` (ssh-keygen(1), ALLOWED SIGNERS): who may sign acts with which key, from
 * when until when. There is one file for the same keys.
 */

import type { PublicKey } from '../base/ids.ts';
import { type Instant, SECOND } from '../base/time.ts';
import { parsePublicKey } from './public-key.ts';
import { ACT_NAMESPACE } from './verify-signature.ts';

export interface AllowedSigner {
  /** {@link principalOf} a delegate. */
  readonly principal: string;
  readonly key: PublicKey;
  /** When the key became this delegate's. */
  readonly validAfter: Instant;
  /** When it ceased to be. */
  readonly validBefore?: Instant;
}

/** Whose a key is, and what it may sign. */
export interface KeyHolder {
  readonly key: PublicKey;
  /** `''`: the host. */
  readonly organisation: string;
  /** 0: the host. */
  readonly delegate: number;
  /** An *invitation* signs its delegate's first key in, one that *asks* for a recovery its request; neither signs anything else. */
  readonly use: 'own' | 'invitation' | 'asking';
  readonly validAfter: Instant;
  readonly validBefore?: Instant;
}

/**
 * The name of a delegate in `allowed_signers`, `diktyo-potamon/1`; of the host, which is delegate 0 of no organisation, `host`. A key that is
 * no delegate's own has a name that no act has as its maker: `diktyo-potamon/1/invitation`.
 */
export const principalOf = (
  { organisation, delegate }: { readonly organisation: string; readonly delegate: number },
  use: KeyHolder['use'] = 'own',
): string => {
  const name = organisation === '' && delegate === 0 ? 'host' : `${organisation}/${delegate}`;
  return use === 'own' ? name : `${name}/${use}`;
};

export const signerOf = ({ key, use, validAfter, validBefore, ...by }: KeyHolder): AllowedSigner => ({
  principal: principalOf(by, use),
  key,
  validAfter,
  ...(validBefore !== undefined && { validBefore }),
});

/** None of the characters that stand for patterns, lists, comments or options in the file. */
const PRINCIPAL = /^[A-Za-z0-9][A-Za-z0-9._@/-]{0,127}$/u;

/** A time as ssh-keygen takes it, in UTC to the second: `20261122034049Z`. */
export const opensshTime = (at: Instant): string => new Date(at).toISOString().replaceAll(/[-:T]|\.\d+/gu, '');

/**
 * The file: a line for each signer, sorted.
 * @throws TypeError for a principal that the file cannot hold.
 */
export const writeAllowedSigners = (signers: readonly AllowedSigner[]): string =>
  [...new Set(signers.map(signerLine))].toSorted().join('');

const signerLine = ({ principal, key, validAfter, validBefore }: AllowedSigner): string => {
  if (!PRINCIPAL.test(principal)) throw new TypeError('Not a principal');
  const options = [`namespaces="${ACT_NAMESPACE}"`, `valid-after="${opensshTime(validAfter)}"`];
  if (validBefore !== undefined) options.push(`valid-before="${opensshTime(lastSecond(validAfter, validBefore))}"`);
  return `${principal} ${options.join(',')} ${key}\n`;
};

/**
 * The file has seconds where the record has milliseconds: the second in which a key ends still counts whole, and a key that
 * ended in the second it began gets one more, for ssh-keygen refuses empty times.
 */
const lastSecond = (validAfter: Instant, validBefore: Instant): Instant =>
  Math.max(validBefore, (secondOf(validAfter) + 1) * SECOND) as Instant;

const secondOf = (at: Instant): number => Math.floor(at / SECOND);

const LINE = /^(\S+) namespaces="[a-z0-9-]+",valid-after="(\d{14})Z"(?:,valid-before="(\d{14})Z")? (\S+ \S+)$/u;

/** Reads what {@link writeAllowedSigners} writes and nothing else; times come back to the second. */
export const readAllowedSigners = (text: string): readonly AllowedSigner[] | null => {
  const signers = text.split('\n').slice(0, -1).map(readSigner);
  const sound = signers.filter((signer) => signer !== null);
  return sound.length === signers.length && writeAllowedSigners(sound) === text ? sound : null;
};

const readSigner = (line: string): AllowedSigner | null => {
  const [, principal = '', after = '', before, key = ''] = LINE.exec(line) ?? [];
  const validAfter = readTime(after);
  const validBefore = before === undefined ? undefined : readTime(before);
  if (!PRINCIPAL.test(principal) || validAfter === null || validBefore === null || !parsePublicKey(key).ok) return null;
  return { principal, key: key as PublicKey, validAfter, ...(validBefore !== undefined && { validBefore }) };
};

const readTime = (digits: string): Instant | null => {
  const [year, month = 0, day, hour, minute, second] = (/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/u.exec(digits) ?? [])
    .slice(1)
    .map(Number);
  return year === undefined ? null : (Date.UTC(year, month - 1, day, hour, minute, second) as Instant);
};

/** Whose key this was at that time, by ssh-keygen's reading of the file; `null` where nobody's. */
export const principalAt = (signers: readonly AllowedSigner[], key: PublicKey, time: Instant): string | null =>
  signers.find(
    (signer) =>
      signer.key === key &&
      secondOf(signer.validAfter) <= secondOf(time) &&
      (signer.validBefore === undefined ||
        secondOf(time) <= secondOf(lastSecond(signer.validAfter, signer.validBefore))),
  )?.principal ?? null;
