import type { LookupAddress } from 'node:dns';
import { BlockList, type LookupFunction, isIP } from 'node:net';

/**
 * Keeps what others chose to have fetched from here away from this machine and its neighbours. The check stands between the name's resolution and the
 * connection, so a name cannot mean one address when it is checked and another when it is used.
 */

/** IANA's registry of special-purpose IPv4 addresses, and multicast. */
const SPECIAL = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  SPECIAL.addSubnet(network, bits, 'ipv4');

/** Of IPv6 only this is given out to the world, and not all of it. */
const GLOBAL = new BlockList();
GLOBAL.addSubnet('2000::', 3, 'ipv6');
for (const [network, bits] of [
  // Teredo and other protocols' own, documentation, 6to4.
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  SPECIAL.addSubnet(network, bits, 'ipv6');

/** Whether an address is one that anybody on the internet can reach. */
export const isPublicAddress = (address: string): boolean => {
  switch (isIP(address)) {
    case 4:
      return !SPECIAL.check(address, 'ipv4');
    case 6:
      return GLOBAL.check(address, 'ipv6') && !SPECIAL.check(address, 'ipv6');
    default:
      return false;
  }
};

/** A name was asked for that leads to this machine or its neighbours, or nowhere. */
export class NotPublic extends Error {
  override readonly name = 'NotPublic';
}

/** Finds all addresses of a name. */
export type Resolve = (
  hostname: string,
  done: (error: NodeJS.ErrnoException | null, addresses: readonly LookupAddress[]) => void,
) => void;

/** A `lookup` for connections that knows names by all of their addresses, and none that has one which is not public. */
export const publicOnly =
  (resolve: Resolve): LookupFunction =>
  (hostname, options, done) => {
    resolve(hostname, (error, found) => {
      const [first] = found;
      if (error !== null) done(error, '');
      else if (first === undefined || !found.every(({ address }) => isPublicAddress(address)))
        done(new NotPublic(`${hostname} is at no public address`), '');
      else if (options.all === true) done(null, [...found]);
      else done(null, first.address, first.family);
    });
  };
