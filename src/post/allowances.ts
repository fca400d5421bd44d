import { createHmac } from 'node:crypto';
import type { Bytes } from '../base/bytes.ts';
import type { OrganisationId, Slug } from '../base/ids.ts';
import { type MailAddress, foldedAddress } from '../conference/post/address.ts';
import type { Contact } from '../conference/post/contacts.ts';
import type { Ledger, Share } from '../conference/post/ledger.ts';
import type { Clock } from '../conference/ports.ts';

/** What somebody can have the node send, or say on the record, by asking or by writing: so much in a day, whoever asks. */
export interface Allowances {
  /** Whether a code may be sent to this contact's address. */
  readonly code: (contact: Pick<Contact, 'slug' | 'organisation' | 'address'>) => boolean;
  /** Whether this address may be asked whether it wants a periodical, by a stranger from there. */
  readonly subscription: (slug: Slug, address: MailAddress, from: string) => boolean;
  /** Whether this address may be answered. */
  readonly answer: (to: MailAddress) => boolean;
  /** Whether the host may take in another mail in this organisation's name for which nobody vouches. */
  readonly unproven: (slug: Slug, organisation: OrganisationId) => boolean;
}

/** In a day. Those who take part and those who do not share nothing, so that no crowd of strangers uses up what members need. */
export const DAILY = {
  codes: {
    members: { address: 5, organisation: 30, conference: 300, node: 1000 },
    strangers: { address: 2, organisation: 5, conference: 20, node: 50 },
  },
  subscriptions: { address: 2, from: 10, conference: 500, node: 2000 },
  answers: { address: 20, node: 1000 },
  unproven: { organisation: 10, node: 200 },
} as const;

export interface AllowancesDeps {
  readonly ledger: Ledger;
  /** Under which names are hashed. */
  readonly key: Bytes;
  readonly clock: Pick<Clock, 'now'>;
  readonly isMember: (slug: Slug, organisation: OrganisationId) => boolean;
}

export const createAllowances = ({ ledger, key, clock, isMember }: AllowancesDeps): Allowances => {
  const take = (what: string, shares: readonly (readonly [of: readonly string[], most: number])[]): boolean =>
    ledger.take(
      shares.map(([of, most], i): Share => ({ of: hashOf(key, [what, `${i}`, ...of]), most })),
      clock.now(),
    );
  return {
    code: ({ slug, organisation, address }) => {
      const kind = isMember(slug, organisation) ? 'members' : 'strangers';
      const most = DAILY.codes[kind];
      return take(`code ${kind}`, [
        [[mailbox(address)], most.address],
        [[slug, organisation], most.organisation],
        [[slug], most.conference],
        [[], most.node],
      ]);
    },
    subscription: (slug, address, from) =>
      take('subscription', [
        [[mailbox(address)], DAILY.subscriptions.address],
        [[from], DAILY.subscriptions.from],
        [[slug], DAILY.subscriptions.conference],
        [[], DAILY.subscriptions.node],
      ]),
    answer: (to) =>
      take('answer', [
        [[mailbox(to)], DAILY.answers.address],
        [[], DAILY.answers.node],
      ]),
    unproven: (slug, organisation) =>
      take('unproven', [
        [[slug, organisation], DAILY.unproven.organisation],
        [[], DAILY.unproven.node],
      ]),
  };
};

/** Whose it is, whatever its owner puts behind a plus sign. */
const mailbox = (address: MailAddress): string => foldedAddress(address).replace(/\+[^@]*/u, '');

const hashOf = (key: Bytes, names: readonly string[]): string =>
  createHmac('sha256', key).update(JSON.stringify(names)).digest('base64url');
