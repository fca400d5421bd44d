import { html } from 'hono/html';
import type { PublicKey } from '../../base/ids.ts';
import type { Html } from '../act-form.ts';
import type { SiteContext } from '../context.ts';
import type { FormState } from './controls.ts';
import { fieldProblem } from './problem.ts';

/**
 * Invitations by link. The browser makes the link's secret and puts its public key into the form (`<make-invitation>`); after
 * the act the receipt shows the links (`<show-invitations>`). A page with such a field loads the island `invitations`.
 */

/**
 * The field for the public key of an invitation. Where scripts run nobody sees it; without them a key that was made elsewhere
 * is pasted.
 */
export const invitationField = (state: FormState, { name, pointer }: { name: string; pointer?: string }): Html => {
  const { context, fields, problem } = state;
  const words = context.t.site.invitation;
  const error = fieldProblem(context, problem, name, pointer);
  return html`<make-invitation>
    <div class="field">
      <label for="${name}">${words.publicKey}</label>
      <p class="hint" id="${name}-hint">${words.publicKeyHint}</p>
      <input
        id="${name}"
        name="${name}"
        value="${fields.text(name)}"
        spellcheck="false"
        autocomplete="off"
        aria-describedby="${name}-hint"
        placeholder="ssh-ed25519 AAAA…"
        ${error === null ? '' : html`aria-invalid="true"`}
      />
      ${error === null ? '' : html`<p class="error">${error}</p>`}
    </div>
    <p class="hint" data-part="made" hidden>${words.made}</p>
  </make-invitation>` as Html;
};

/** The name of somebody who is invited, in the summary of the act that does it: the receipt finds the link by it. */
export const invited = ({ t }: SiteContext, name: string, key: PublicKey): Html => {
  const { links } = t.site.invitation;
  return html`<bdi data-invitation="${key}" data-messages="${JSON.stringify(links)}">${name}</bdi>` as Html;
};
