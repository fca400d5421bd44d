import type { Slug } from '../../base/ids.ts';
import type { Addressed, Purpose, Tokens } from '../mail/token.ts';

/** What an address of ours stands for. */
export type OurAddress =
  | (Addressed & { readonly purpose: Purpose })
  /** `CONFERENCE@domain`: for whoever writes of their own accord. */
  | { readonly purpose: 'general'; readonly slug: Slug };

/** What an address stands for; `null` where it is none of ours, so that mail for it is refused at the door. */
export type ReadAddress = (address: string) => OurAddress | null;

export const createReadAddress = (deps: {
  readonly domain: string;
  readonly tokens: Pick<Tokens, 'read'>;
  readonly hasConference: (slug: string) => boolean;
}): ReadAddress => {
  const domain = deps.domain.toLowerCase();
  return (address) => {
    const at = address.lastIndexOf('@');
    const local = address.slice(0, Math.max(at, 0)).toLowerCase();
    if (address.slice(at + 1).toLowerCase() !== domain) return null;
    return deps.tokens.read(local) ?? (deps.hasConference(local) ? { purpose: 'general', slug: local as Slug } : null);
  };
};
