import type { PublicKey } from '../../base/ids.ts';
import { fingerprint } from '../../base/keys.ts';
import type { AnyAct } from '../../charter/acts.ts';
import { newKeysOf } from '../../charter/brought/keys.ts';
import { type Html, html } from '../../markup/html.ts';
import type { SiteContext } from '../kit/context.ts';
import { sshSignatureArea } from '../kit/controls.ts';

/**
 * Signatures on a page before signing. The invitations that an act brings in sign it too: the browser that made them does it by itself (islands,
 * `kit/invitations.ts`); for keys that were made elsewhere, and without scripts, their signatures are pasted.
 */

/** The invitations that an act brings in, in its order. */
export const invitationsIn = (act: AnyAct): readonly PublicKey[] =>
  newKeysOf(act).flatMap(({ key, use }) => (use === 'invitation' ? [key] : []));

/** For a form that an island signs. */
export const toBeSignedBy = (invitations: readonly PublicKey[]): Html =>
  html`data-invitations="${JSON.stringify(invitations)}"`;

/** Where signatures are pasted that were made with a tool of the person's own; inside `<sign-invitations>`. */
export const signatureField = ({ t }: SiteContext, id: string, invitations: readonly PublicKey[]): Html => {
  const words = t.acts.confirm;
  return html`${
    invitations.length === 0
      ? ''
      : html`<div data-part="by-hand">
          <p>${words.invitationsSign}</p>
          <ol>
            ${invitations.map((key) => html`<li><code>${fingerprint(key)}</code></li>`)}
          </ol>
        </div>`
  }
  ${sshSignatureArea(id, words.sshSignature)}`;
};
