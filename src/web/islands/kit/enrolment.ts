import { type Bytes, base64 } from '../../../base/bytes.ts';
import type { PublicKey } from '../../../base/ids.ts';
import { type JsonObject, canonical } from '../../../base/json.ts';
import { type For, newAct, toSign } from './act.ts';
import { type Teller, part } from './element.ts';
import { type Sent, send } from './send.ts';
import { enter } from './session.ts';
import { signElsewhere } from './sign-elsewhere.ts';
import { type Signer, discard, makeKey, sign } from './signer.ts';

/** Enrolling a delegate's key with the key of a link: `key.enrol`, signed by that and by the new one. */

interface Place {
  readonly slug: string;
  readonly organisation: string;
  /** The organisation's name. */
  readonly name: string;
  readonly delegate: number;
}

/** The key to be enrolled: one that is made here, or the public half of one kept elsewhere. */
export type Chosen =
  | { readonly use: 'passkey' | 'device' }
  | { readonly use: 'ssh'; readonly key: PublicKey; readonly block: HTMLElement };

interface Enrolment {
  readonly place: Place;
  readonly terms: For;
  /** Signs first: the invitation's key. */
  readonly link: Signer;
  readonly chosen: Chosen;
  /** The delegate's name, or empty. */
  readonly attachment: { readonly hash: string; readonly field: string } | null;
  readonly teller: Teller;
}

/** Enrols the key and signs in. Where it was refused, the key is thrown away. @throws Trouble */
export const enrol = async (enrolment: Enrolment): Promise<Sent> => {
  const { place, terms, chosen, attachment, teller } = enrolment;
  const { slug, organisation, delegate, name } = place;
  teller.say('making');
  const owner = { slug, holder: `${organisation}/${delegate}`, name };
  const signer = chosen.use === 'ssh' ? null : await makeKey(chosen.use, owner);
  const key = chosen.use === 'ssh' ? chosen.key : (signer?.key ?? '');
  const body = { delegate, key, use: chosen.use, name: attachment?.hash ?? null };
  const act = newAct(terms, 'key.enrol', { organisation, delegate }, body);
  const signatures = await signaturesOf(signer, act, enrolment).catch(async (error: unknown) => {
    if (signer !== null) await discard(signer);
    throw error;
  });
  teller.say('sending');
  // Where nobody answers, the act may be on the record all the same, so the key is kept.
  const sent = await send(`/${slug}/acts`, fieldsOf(act, signatures, attachment?.field ?? null));
  if (!sent.ok) {
    if (signer !== null && sent.refused) await discard(signer);
    return sent;
  }
  teller.say('entering');
  const inside = signer !== null && (await enter(slug, signer));
  return { ok: true, at: inside ? `/${slug}` : `/${slug}/sign-in?to=/${slug}` };
};

/** The link's first, then the new key's, which may take the person a while. */
const signaturesOf = async (
  signer: Signer | null,
  act: JsonObject,
  { link, chosen, teller }: Enrolment,
): Promise<readonly Bytes[]> => {
  teller.say(signer === null ? 'signElsewhere' : 'asking');
  const first = await sign(link, toSign(act));
  if (signer !== null) return [first, await sign(signer, toSign(act))];
  if (chosen.use !== 'ssh') throw new TypeError('No key was made');
  return [first, await signElsewhere(chosen.block, teller, { key: chosen.key, ...toSign(act) })];
};

const fieldsOf = (act: JsonObject, signatures: readonly Bytes[], attachment: string | null): FormData => {
  const fields = new FormData();
  fields.set('act', canonical(act));
  if (attachment !== null) fields.set('attachment', attachment);
  for (const signature of signatures) fields.append('signature', base64(signature));
  return fields;
};

/** Which of the form's choices of a key is taken; `ssh` comes with the public key that was typed in. */
export const useIn = (form: HTMLFormElement): 'passkey' | 'device' | 'ssh' => {
  const use = part(form, '[name=use]:checked', HTMLInputElement).value;
  return use === 'ssh' || use === 'device' ? use : 'passkey';
};
