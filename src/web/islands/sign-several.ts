import { utf8 } from '../../base/bytes.ts';
import type { PublicKey } from '../../base/ids.ts';
import { ACT_NAMESPACE } from '../../record/verify-signature.ts';
import { createTeller, define, part, show } from './kit/element.ts';
import { signatureInput } from './kit/invitations.ts';
import { sendFields } from './kit/send.ts';
import { sign } from './kit/signer.ts';

/**
 * `<sign-several>`: signs the acts of its list one after the other with the key that signed in, and sends each to the one door as its own form would. One that is refused says so in its place, and the
 * others go on; when something is amiss with the key or the line, it ends there, and what is signed is signed.
 */
define('sign-several', (element) => {
  const button = element.querySelector<HTMLButtonElement>('[data-part=all]');
  if (button === null) return;
  const teller = createTeller(element);
  const use = element.dataset['use'] === 'device' ? 'device' : 'passkey';
  const key = element.dataset['key'] as PublicKey;
  const { signed = '' } = JSON.parse(element.dataset['messages'] ?? '{}') as { readonly signed?: string };

  const signOne = async (item: HTMLElement): Promise<void> => {
    const form = part(item, 'form', HTMLFormElement);
    const told = part(item, '[data-part=told]', HTMLElement);
    const message = utf8(part(form, '[name=act]', HTMLInputElement).value);
    teller.say('asking');
    const signature = await sign({ use, key }, { message, namespace: ACT_NAMESPACE });
    teller.say('sending');
    const fields = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') fields.append(name, value);
    fields.append('signature', signatureInput(signature).value);
    const answer = await sendFields(form.action, fields);
    if (answer.kind === 'accepted') {
      form.remove();
      item.dataset['part'] = 'signed';
      told.textContent = signed;
    } else if (answer.kind === 'refused') {
      item.dataset['part'] = 'refused';
      told.replaceChildren(document.adoptNode(answer.why));
    } else teller.say('offline');
  };

  button.addEventListener('click', () => {
    void teller.during(button, async () => {
      for (const item of element.querySelectorAll<HTMLElement>('[data-part=act]')) {
        await signOne(item);
        if (item.dataset['part'] === 'act') return;
      }
      teller.say();
      show(button, false);
    });
  });
  show(button);
});
