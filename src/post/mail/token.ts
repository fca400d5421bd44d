import { createHmac, timingSafeEqual } from 'node:crypto';
import { type Bytes, concat, utf8 } from '../../base/bytes.ts';
import type { OrganisationId, Slug } from '../../base/ids.ts';
import { fromBase32, toBase32 } from './base32.ts';

/**
 * The addresses that the post gives out: `reply+TOKEN`, `bounce+TOKEN` and `calendar+TOKEN` at its domain. A token tells what was sent to whom, and
 * that this node sent it. Nobody else can make one; whoever holds one proves no more than that the mail reached them.
 *
 * A token is 25 bytes in 40 characters of base32 (RFC 4648, lower case, for some servers fold the case of local parts): the circulation's number in 4
 * bytes, the delegate's number in 3, a tag of 5 that finds conference and organisation, and 13 bytes of HMAC-SHA256 over all of it and the purpose.
 */

export const PURPOSES = ['reply', 'bounce', 'calendar'] as const;
export type Purpose = (typeof PURPOSES)[number];

/** What an address of the post stands for: what was sent, and to whom. */
export interface Addressed {
  readonly slug: Slug;
  /** The number of the circulation, in the order of the record. */
  readonly circulation: number;
  readonly organisation: OrganisationId;
  readonly delegate: number;
}

/** An organisation in a conference of this node. */
export type Addressee = Pick<Addressed, 'slug' | 'organisation'>;

export interface Tokens {
  /** The local part of the address, at most 49 characters. @throws RangeError where a number is out of bounds */
  readonly local: (purpose: Purpose, addressed: Addressed) => string;
  /** What a local part stands for, in whatever case it came; `null` where this node never gave it out. */
  readonly read: (local: string) => (Addressed & { readonly purpose: Purpose }) | null;
}

/** Bytes of a token's parts. */
const HEAD = 7;
const TAG = 5;
const MAC = 13;

const LOCAL = new RegExp(`^(${PURPOSES.join('|')})\\+([a-z2-7]{${((HEAD + TAG + MAC) * 8) / 5}})$`, 'u');

const MOST_CIRCULATION = 0xff_ff_ff_ff;
const MOST_DELEGATE = 0xff_ff_ff;

/** `known` lists the organisations of this node; it is asked again when a token names one that was not among them. */
export const createTokens = (key: Bytes, known: () => Iterable<Addressee>): Tokens => {
  const mac = (length: number, ...parts: readonly Uint8Array[]): Bytes =>
    new Uint8Array(
      createHmac('sha256', key)
        .update(concat(...parts))
        .digest()
        .subarray(0, length),
    );

  /** By conference and organisation, neither of which can hold a slash. */
  const tags = new Map<string, Bytes>();
  const tagged = new Map<string, Addressee[]>();

  const tagOf = ({ slug, organisation }: Addressee): Bytes => {
    const name = `${slug}/${organisation}`;
    const before = tags.get(name);
    if (before !== undefined) return before;
    const tag = mac(TAG, utf8(`organisation ${name}`));
    tags.set(name, tag);
    const same = tagged.get(tag.toHex());
    if (same === undefined) tagged.set(tag.toHex(), [{ slug, organisation }]);
    else same.push({ slug, organisation });
    return tag;
  };

  const found = (tag: Bytes): readonly Addressee[] => {
    if (!tagged.has(tag.toHex())) for (const addressee of known()) tagOf(addressee);
    return tagged.get(tag.toHex()) ?? [];
  };

  const macOf = (purpose: Purpose, { slug, organisation }: Addressee, body: Bytes): Bytes =>
    mac(MAC, utf8(`${purpose} ${slug}/${organisation}\0`), body);

  return {
    local: (purpose, addressed) => {
      const body = concat(headOf(addressed), tagOf(addressed));
      return `${purpose}+${toBase32(concat(body, macOf(purpose, addressed, body)))}`;
    },
    read: (local) => {
      const [, purpose, text] = LOCAL.exec(local.toLowerCase()) ?? [];
      const token = text === undefined ? null : fromBase32(text);
      if (purpose === undefined || token === null) return null;
      const body = token.slice(0, HEAD + TAG);
      const addressee = found(token.slice(HEAD, HEAD + TAG)).find((addressee) =>
        timingSafeEqual(macOf(purpose as Purpose, addressee, body), token.subarray(HEAD + TAG)),
      );
      if (addressee === undefined) return null;
      const view = new DataView(body.buffer);
      return {
        purpose: purpose as Purpose,
        slug: addressee.slug,
        organisation: addressee.organisation,
        circulation: view.getUint32(0),
        delegate: view.getUint16(4) * 256 + view.getUint8(6),
      };
    },
  };
};

const headOf = ({ circulation, delegate }: Addressed): Bytes => {
  if (!within(circulation, MOST_CIRCULATION) || !within(delegate, MOST_DELEGATE))
    throw new RangeError(`No address for circulation ${circulation} and delegate ${delegate}`);
  const head = new Uint8Array(HEAD);
  const view = new DataView(head.buffer);
  view.setUint32(0, circulation);
  view.setUint16(4, delegate >>> 8);
  view.setUint8(6, delegate & 0xff);
  return head;
};

const within = (number: number, most: number): boolean => Number.isInteger(number) && number >= 0 && number <= most;
