import { foldedAddress } from '../../conference/post/address.ts';
import type { Person } from '../../conference/post/personal.ts';

/** Somebody, as the statements ask for their mail: `$slug`, `$organisation`, `$delegate` and `$addresses`. */
export const theirs = ({ slug, delegate, addresses }: Person) => ({
  slug,
  organisation: delegate?.organisation ?? null,
  delegate: delegate?.number ?? null,
  addresses: JSON.stringify(addresses.map(foldedAddress)),
});
