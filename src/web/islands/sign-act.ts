import { utf8 } from '../../base/bytes.ts';
import type { PublicKey } from '../../base/ids.ts';
import { ACT_NAMESPACE } from '../../record/verify-signature.ts';
import './kit/bring-key.ts';
import { createTeller, define, part, show } from './kit/element.ts';
import { invitationsOf, isMadeHere, signWithInvitations, signatureInput } from './kit/invitations.ts';
import { sign } from './kit/signer.ts';

const toSignIn = (form: HTMLFormElement) => ({
  message: utf8(part(form, '[name=act]', HTMLInputElement).value),
  namespace: ACT_NAMESPACE,
});

/** What an island has signed before, on a page that the browser shows again. */
const forget = (form: HTMLFormElement): void => {
  for (const input of form.querySelectorAll('input[type=hidden][name=signature]')) input.remove();
};

/**
 * `<sign-act>`: signs the act in its form with the key that signed in and with the invitations that it brings in, and sends the form. `data-use` and `data-key` name that
 * key; it must sign before any other signature that the form brings.
 */
define('sign-act', (element) => {
  const form = part(element, 'form', HTMLFormElement);
  const button = part(form, 'button[hidden]', HTMLButtonElement);
  const teller = createTeller(element);
  const use = element.dataset['use'] === 'device' ? 'device' : 'passkey';
  const key = element.dataset['key'] as PublicKey;

  const submit = async (): Promise<void> => {
    teller.say('asking');
    const toSign = toSignIn(form);
    const others = await signWithInvitations(form, toSign);
    const own = await sign({ use, key }, toSign);
    forget(form);
    form.prepend(...[own, ...others].map(signatureInput));
    teller.say('sending');
    form.submit();
  };

  show(button);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void teller.during(button, submit);
  });
});

/** `<sign-invitations>`: beside a signature that is pasted, signs with the invitations that were made in this tab. */
define('sign-invitations', (element) => {
  const form = part(element, 'form', HTMLFormElement);
  const invitations = invitationsOf(form);
  if (invitations.length === 0 || !invitations.every(isMadeHere)) return;
  const teller = createTeller(element);
  show(part(form, '[data-part=by-hand]'), false);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void teller.during(null, async () => {
      const signatures = await signWithInvitations(form, toSignIn(form));
      forget(form);
      form.append(...signatures.map(signatureInput));
      form.submit();
    });
  });
});
