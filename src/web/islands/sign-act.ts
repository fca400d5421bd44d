import { base64, utf8 } from '../../base/bytes.ts';
import type { PublicKey } from '../../base/ids.ts';
import { ACT_NAMESPACE } from '../../record/verify-signature.ts';
import './kit/bring-key.ts';
import { createTeller, define, part, show } from './kit/element.ts';
import { sign } from './kit/signer.ts';

/**
 * `<sign-act>`: signs the act in its form with the key that signed in, and sends the form. `data-use` and `data-key` name that key; it
 * must sign before any other signature that the form brings.
 */
define('sign-act', (element) => {
  const form = part(element, 'form', HTMLFormElement);
  const button = part(form, 'button[hidden]', HTMLButtonElement);
  const teller = createTeller(element);
  const use = element.dataset['use'] === 'device' ? 'device' : 'passkey';
  const key = element.dataset['key'] as PublicKey;

  const submit = async (): Promise<void> => {
    teller.say('asking');
    const message = utf8(part(form, '[name=act]', HTMLInputElement).value);
    const blob = await sign({ use, key }, { message, namespace: ACT_NAMESPACE });
    form.querySelector('input[type=hidden][name=signature]')?.remove();
    const signature = Object.assign(document.createElement('input'), {
      type: 'hidden',
      name: 'signature',
      value: base64(blob),
    });
    form.prepend(signature);
    teller.say('sending');
    form.submit();
  };

  show(button);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void teller.during(button, submit);
  });
});
