import type { Slug } from '../../base/ids.ts';
import type { Addressed, Tokens } from '../mail/token.ts';

/** What an address of ours stands for. */
export type OurAddress =
  | (Addressed & { readonly purpose: 'reply' | 'calendar' })
  /** Where what cannot be delivered comes back to; the token names the mail in the outbox. */
  | { readonly purpose: 'bounce'; readonly slug: Slug; readonly token: string }
  /** `CONFERENCE@domain`: for whoever writes of their own accord. */
  | { readonly purpose: 'general'; readonly slug: Slug };

/** What an address stands for; `null` where it is none of ours, so that mail for it is refused at the door. */
export type ReadAddress = (address: string) => OurAddress | null;

export const createReadAddress = (deps: {
  readonly domain: string;
  readonly tokens: Pick<Tokens, 'read'>;
  readonly hasConference: (slug: string) => boolean;
  /** The conference of the mail with this token in the outbox. */
  readonly sent: (token: string) => Slug | null;
}): ReadAddress => {
  const domain = deps.domain.toLowerCase();
  return (address) => {
    const at = address.lastIndexOf('@');
    const local = address.slice(0, Math.max(at, 0)).toLowerCase();
    if (address.slice(at + 1).toLowerCase() !== domain) return null;
    if (local.startsWith(BOUNCE)) {
      const token = local.slice(BOUNCE.length);
      const slug = deps.tokens.read(local)?.slug ?? deps.sent(token);
      return slug === null ? null : { purpose: 'bounce', slug, token };
    }
    const read = deps.tokens.read(local);
    if (read !== null && read.purpose !== 'bounce') return { ...read, purpose: read.purpose };
    return deps.hasConference(local) ? { purpose: 'general', slug: local as Slug } : null;
  };
};

const BOUNCE = 'bounce+';
