import type { PublicKey } from '../../../base/ids.ts';
import { mayRenew } from '../../../charter/members/invitations.ts';
import type { Delegate, Organisation } from '../../../charter/members/organisation-state.ts';
import { type Html, html } from '../../../markup/html.ts';
import { publicKeyOnLine } from '../../../record/public-key.ts';
import type { Context, FormContext, SiteContext } from '../../kit/context.ts';
import type { FormState } from '../../kit/controls.ts';
import { fieldProblem } from '../../kit/problem.ts';

/**
 * Invitations by link. The browser makes the link's secret and puts its public key into the form (`<make-invitation>`); after
 * the act the receipt shows the links (`<show-invitations>`). A page with such a field loads the island `invitations`.
 */

/**
 * The field for the public key of an invitation. Where scripts run nobody sees it; without them a key that was made elsewhere
 * is pasted.
 */
export const invitationField = (
  state: FormState<FormContext>,
  { name, pointer }: { name: string; pointer?: string },
): Html => {
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
  </make-invitation>`;
};

/** The public key in such a field; a comment behind one that was pasted is dropped. */
export const readInvitation = (typed: string): string => {
  const key = publicKeyOnLine(typed);
  return key.ok ? key.value : typed;
};

/** The way to another link for a delegate who has not entered, for those who may make it. */
export const renewal = ({ t, base, me, reader }: Context, organisation: Organisation, delegate: Delegate): Html | '' =>
  me?.delegate.role === 'representing' &&
  mayRenew(reader.keys(organisation.id), me.organisation.id, organisation, delegate)
    ? html`<a href="${base}/do/invitation.renew?organisation=${organisation.id}&delegate=${delegate.number}"
        >${t.acts.kind['invitation.renew']}</a
      >`
    : '';

/** The name of somebody who is invited, in the summary of the act that does it: the receipt finds the link by it. */
export const invited = ({ t }: SiteContext, name: string, key: PublicKey): Html => {
  const { links } = t.site.invitation;
  return html`<bdi data-invitation="${key}" data-messages="${JSON.stringify(links)}">${name}</bdi>`;
};
