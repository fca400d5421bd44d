import { type Bytes, base64 } from '../../../base/bytes.ts';
import type { PublicKey } from '../../../base/ids.ts';
import { fingerprint } from '../../../base/keys.ts';
import { type JsonObject, canonical } from '../../../base/json.ts';
import { toSign } from './act.ts';
import { createTeller, define, part, show } from './element.ts';
import { signWithInvitations } from './invitations.ts';
import { send, showProblem } from './send.ts';
import { enter } from './session.ts';
import { signElsewhere } from './sign-elsewhere.ts';
import { type Signer, discard, makeKey, sign } from './signer.ts';

/**
 * `<bring-key>`: an act that brings a new key with it. The person chooses a kind, the key is made, takes its place in the act, and signs
 * it; where the act needs somebody already known, that key signs first, and the invitations that it brings in sign behind. Then the
 * new key signs in.
 *
 * `data-slug`, `data-holder`, `data-name`: whose the key will be. `data-authoriser-use`, `data-authoriser-key`: who signs first.
 */
define('bring-key', (element) => {
  const { slug = '', holder = '', name = '', authoriserUse, authoriserKey } = element.dataset;
  const form = part(element, 'form', HTMLFormElement);
  const button = part(form, 'button[hidden]', HTMLButtonElement);
  const teller = createTeller(element);
  const made = new Map<string, Signer>();
  /** An act was sent and nobody said yes or no: it may be on the record all the same. */
  let uncertain = false;
  const template = part(form, '[name=act]', HTMLInputElement).value;

  /** The signature of whoever vouches for the new key, where the act needs one. */
  const vouch = async (act: JsonObject): Promise<readonly Bytes[]> => {
    if (authoriserUse === undefined) return [];
    const key = authoriserKey as PublicKey;
    if (authoriserUse === 'passkey' || authoriserUse === 'device') {
      teller.say('asking');
      return [await sign({ use: authoriserUse, key }, toSign(act))];
    }
    teller.say('signElsewhere');
    const block = part(element, '[data-part=elsewhere]');
    return [await signElsewhere(block, teller, { key, ...toSign(act) })];
  };

  /** The key of the chosen kind. A second attempt goes on with the key of the first. */
  const chosenKey = async (): Promise<Signer> => {
    const use = new FormData(form).get('use') === 'device' ? 'device' : 'passkey';
    const signer = made.get(use) ?? (await makeKey(use, { slug, holder, name }));
    made.set(use, signer);
    return signer;
  };

  const submit = async (): Promise<void> => {
    showProblem(element, null);
    teller.say('making');
    const signer = await chosenKey();
    const { body, ...head } = JSON.parse(template) as JsonObject & { readonly body: JsonObject };
    const act = { ...head, body: { ...body, key: signer.key, use: signer.use } };
    const fields = new FormData(form);
    fields.set('act', canonical(act));
    fields.delete('signature');
    const signatures = [...(await vouch(act))];
    teller.say('asking');
    const invited = await signWithInvitations(form, toSign(act));
    signatures.push(await sign(signer, toSign(act)), ...invited);
    for (const signature of signatures) fields.append('signature', base64(signature));
    teller.say('sending');
    const earlier = uncertain;
    uncertain = true;
    const sent = await send(form.action, fields);
    if (!sent.ok) {
      uncertain = earlier || !sent.refused;
      if (!uncertain) {
        await discard(signer);
        made.clear();
      }
      teller.say();
      showProblem(element, sent.problem);
      return;
    }
    // A key that asks to replace a lost one counts only when the others have let it: to be let, its holder reads out its fingerprint.
    if (head['kind'] === 'recovery.request') {
      teller.say();
      show(form, false);
      part(element, '[data-part=fingerprint]').textContent = fingerprint(signer.key);
      const asked = part(element, '[data-part=asked]');
      show(asked);
      asked.focus();
      return;
    }
    if (authoriserUse === undefined) {
      teller.say('entering');
      await enter(slug, signer);
    }
    location.assign(sent.at);
  };

  show(button);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void teller.during(button, submit);
  });
});
