import { base64, base64url } from '../../base/bytes.ts';
import { createTeller, define, part, show } from './kit/element.ts';
import { type DeviceKey, deviceKeysOf } from './kit/device-keys.ts';
import { assertWithPasskey } from './kit/passkeys.ts';
import { newChallenge, toAnswer } from './kit/session.ts';
import { sign } from './kit/signer.ts';

/**
 * `<sign-in>`: answers a fresh challenge with a passkey, or with a key that this browser holds. The passkey is whichever the person
 * chooses; the server finds out whose it is.
 */
define('sign-in', (element) => {
  const { slug = '' } = element.dataset;
  const form = part(element, 'form', HTMLFormElement);
  const passkey = part(form, '[data-part=passkey]', HTMLButtonElement);
  const device = part(form, '[data-part=device]', HTMLElement);
  const template = part(device, 'template', HTMLTemplateElement);
  const teller = createTeller(element);

  const submit = (fields: Readonly<Record<string, string>>): void => {
    for (const [name, value] of Object.entries(fields)) {
      const input = form.querySelector<HTMLInputElement>(`input[name=${name}]`) ?? document.createElement('input');
      Object.assign(input, { type: 'hidden', name, value });
      form.append(input);
    }
    teller.say('sending');
    form.submit();
  };

  const byPasskey = async (): Promise<void> => {
    const challenge = await newChallenge(slug);
    teller.say('asking');
    const asserted = await assertWithPasskey(toAnswer(challenge));
    submit({
      challenge: challenge.challenge,
      authenticatorData: base64(asserted.authenticatorData),
      clientData: base64(asserted.clientDataJSON),
      assertion: base64(asserted.signature),
      userHandle: asserted.userHandle === null ? '' : base64url(asserted.userHandle),
    });
  };

  const byDevice = async ({ publicKey }: DeviceKey): Promise<void> => {
    const challenge = await newChallenge(slug);
    const blob = await sign({ use: 'device', key: publicKey }, toAnswer(challenge));
    submit({ challenge: challenge.challenge, signature: base64(blob) });
  };

  const offer = (key: DeviceKey): void => {
    const button = part(template.content, 'button', HTMLButtonElement).cloneNode(true) as HTMLButtonElement;
    part(button, '[data-part=name]').textContent = key.name;
    part(button, '[data-part=holder]').textContent = key.holder;
    button.addEventListener('click', () => void teller.during(button, () => byDevice(key)));
    device.append(button);
    show(device);
  };

  show(passkey, typeof PublicKeyCredential !== 'undefined');
  passkey.addEventListener('click', () => void teller.during(passkey, byPasskey));
  // A browser that keeps nothing, as in a private window, has no key to offer either.
  deviceKeysOf(slug).then(
    (keys) => keys.forEach(offer),
    () => undefined,
  );
});
