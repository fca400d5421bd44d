import { base64, base64url } from '../../base/bytes.ts';
import { createTeller, define, part, show } from './kit/element.ts';
import { type DeviceKey, deviceKeysOf } from './kit/device-keys.ts';
import { type Asserted, assertWithPasskey, offersInField, signalDead } from './kit/passkeys.ts';
import { type Challenge, newChallenge, toAnswer } from './kit/session.ts';
import { sign } from './kit/signer.ts';

/** After how long a challenge that waits in the field is replaced, in milliseconds: it lasts five minutes. */
const RENEWED = 4 * 60_000;

/** The credential that answered last, while the server looks at its answer. */
const asked = {
  put: (id: string): void => sessionStorage.setItem('isonomia-asked', id),
  take: (): string | null => {
    const id = sessionStorage.getItem('isonomia-asked');
    sessionStorage.removeItem('isonomia-asked');
    return id;
  },
};

/**
 * `<sign-in>`: answers a fresh challenge with a passkey, or with a key that this browser holds. The passkey is whichever the person
 * chooses, in a dialogue or in the field that offers them; the server finds out whose it is.
 *
 * `data-dead`: the key that was just asked is on the record, and ended.
 */
define('sign-in', (element) => {
  const { slug = '' } = element.dataset;
  const form = part(element, 'form', HTMLFormElement);
  const passkey = part(form, '[data-part=passkey]', HTMLButtonElement);
  const field = part(form, '[data-part=field]');
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

  const answer = ({ challenge }: Challenge, asserted: Asserted): void => {
    asked.put(base64url(new Uint8Array(asserted.credential)));
    submit({
      challenge,
      authenticatorData: base64(asserted.authenticatorData),
      clientData: base64(asserted.clientDataJSON),
      assertion: base64(asserted.signature),
      userHandle: asserted.userHandle === null ? '' : base64url(asserted.userHandle),
    });
  };

  const offering = new AbortController();

  const byPasskey = async (): Promise<void> => {
    // A browser asks one thing at a time.
    offering.abort();
    const challenge = await newChallenge(slug);
    teller.say('asking');
    answer(challenge, await assertWithPasskey(toAnswer(challenge)));
  };

  /** In the field, for as long as the page is open; each challenge lasts some minutes. */
  const inField = async (): Promise<void> => {
    if (!(await offersInField())) return;
    show(field);
    while (!offering.signal.aborted) {
      const challenge = await newChallenge(slug);
      const lasts = AbortSignal.timeout(RENEWED);
      try {
        const signal = AbortSignal.any([offering.signal, lasts]);
        return answer(challenge, await assertWithPasskey(toAnswer(challenge), { inField: signal }));
      } catch (error) {
        if (!lasts.aborted) throw error;
      }
    }
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

  // The key that was asked last is on the record no more: whoever keeps it need not offer it again.
  const last = asked.take();
  if (element.dataset['dead'] !== undefined && last !== null) void signalDead(last);

  // Return, in the field, is the button.
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    passkey.click();
  });
  // Whoever has been offered keys in vain still has the button.
  inField().catch(() => undefined);
  show(passkey, typeof PublicKeyCredential !== 'undefined');
  passkey.addEventListener('click', () => void teller.during(passkey, byPasskey));
  // A browser that keeps nothing, as in a private window, has no key to offer either.
  deviceKeysOf(slug).then(
    (keys) => keys.forEach(offer),
    () => undefined,
  );
});
