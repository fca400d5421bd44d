import type { OrganisationId } from '../../../base/ids.ts';
import { unreachable } from '../../../base/result.ts';
import type { Invited } from '../../../charter/decisions/statement-state.ts';
import type { Vouching } from '../../../charter/members/vouching.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { quoted, sentence } from '../../kit/theirs.ts';
import { org } from '../../kit/words.ts';

/** An organisation where it signs: its name, the name as others may read it, and its id, which is nobody else's. */
export const signatory = (context: Context, id: OrganisationId): Html => {
  const gloss = context.reader.organisation(id)?.gloss ?? null;
  return html`${org(context, id)}${gloss === null ? '' : html`<span class="gloss"><bdi>${gloss}</bdi></span>`}<span
      class="gloss"
      ><code>${id}</code></span
    >`;
};

/** Who invited an organisation from outside, and how it says it knows who they are: its word, and nobody else's. */
export const vouchedFor = (context: Context, { by, vouching }: Invited): Html => {
  const words = context.t.texts.vouching;
  return html`<span class="gloss vouched"
    >${sentence(words.invitedBy, org(context, by))} ${vouchingText(context, vouching)}</span
  >`;
};

/** How an inviter knows: what it typed stands in marks of quotation, or is an address that is no link. */
export const vouchingText = (context: Context, vouching: Vouching): Html => {
  const words = context.t.texts.vouching.says;
  switch (vouching.kind) {
    case 'mail-domain':
      return html`${words['mail-domain']} <code>${vouching.domain}</code>`;
    case 'web-page':
      return html`${words['web-page']} <code>${vouching.address}</code>`;
    case 'published-key':
      return html`${words['published-key']} <code>${vouching.key}</code>, <code>${vouching.address}</code>`;
    case 'in-person':
      return html`${words['in-person']} ${quoted(vouching.words)}`;
    default:
      return unreachable(vouching);
  }
};
