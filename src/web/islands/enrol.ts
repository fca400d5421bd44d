import { fromBase64, base64url } from '../../base/bytes.ts';
import { fitLine } from '../../base/fit.ts';
import { fingerprint, publicKeyOnLine } from '../../record/public-key.ts';
import type { SigningKey } from '../../record/sign-ed25519.ts';
import { attached } from './kit/act.ts';
import { createTeller, define, filled, part, show, wordsOf } from './kit/element.ts';
import { type Chosen, enrol, useIn } from './kit/enrolment.ts';
import { invitationIn } from './kit/invitations.ts';
import { showProblem } from './kit/send.ts';
import { Trouble } from './kit/trouble.ts';

/** What the server knows of an invitation; as `routes/invitation.ts` answers. */
interface Invitation {
  readonly state: 'open' | 'spent' | 'unknown';
  readonly conference: string;
  /** The conference's name. */
  readonly title: string;
  readonly now: number;
  readonly organisation: { readonly id: string; readonly name: string };
  readonly delegate: number;
  /** `signing`: for an organisation from outside, which takes no part. */
  readonly role: 'representing' | 'assisting' | 'signing';
  readonly deviceKeys: boolean;
}

/** The fingerprint's 32 bytes as they stand in an address. */
const addressOf = ({ publicKey }: SigningKey): string =>
  base64url(fromBase64(`${fingerprint(publicKey).slice('SHA256:'.length)}=`) ?? new Uint8Array());

const ask = async (slug: string, key: SigningKey): Promise<Invitation> => {
  const answer = await fetch(`/${slug}/invitation/${addressOf(key)}`).catch((error: unknown) => {
    throw new Trouble('offline', error);
  });
  return (await answer.json()) as Invitation;
};

/** `<enrol-delegate>`: reads the invitation behind `#`, says whose it is, and lets its bearer enrol a key of their own. */
define('enrol-delegate', (element) => {
  const { slug = '' } = element.dataset;
  const words = wordsOf(element);
  const teller = createTeller(element);
  const form = part(element, 'form', HTMLFormElement);
  const button = part(form, '[data-part=enrol]', HTMLButtonElement);
  const ssh = part(form, '[data-part=ssh]');
  const block = part(element, '[data-part=elsewhere]');

  const open = (invitation: Invitation, signingKey: SigningKey): void => {
    const { organisation, delegate, role, deviceKeys, title } = invitation;
    const who = part(element, '[data-part=who]');
    who.textContent = filled(words[role], { organisation: organisation.name, delegate, conference: title });
    show(part(form, '[data-part=device]'), deviceKeys);
    form.addEventListener('change', () => show(ssh, useIn(form) === 'ssh'));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void teller.during(button, () => enter(invitation, signingKey));
    });
    teller.say();
    show(who);
    show(form);
  };

  const chosen = (): Chosen | null => {
    const use = useIn(form);
    if (use !== 'ssh') return { use };
    const input = part(ssh, 'input', HTMLInputElement);
    const key = publicKeyOnLine(input.value);
    if (key.ok) return { use, key: key.value, block };
    teller.say('badPublicKey');
    input.focus();
    return null;
  };

  const enter = async (invitation: Invitation, signingKey: SigningKey): Promise<void> => {
    showProblem(element, null);
    const choice = chosen();
    if (choice === null) return;
    const { organisation, delegate } = invitation;
    const name = fitLine(part(form, '[name=name]', HTMLInputElement).value);
    const sent = await enrol({
      place: { slug, organisation: organisation.id, name: organisation.name, delegate },
      terms: await ask(slug, signingKey),
      link: { use: 'link', key: signingKey.publicKey, signingKey },
      chosen: choice,
      attachment: name === '' ? null : attached(name),
      teller,
    });
    if (sent.ok) location.assign(sent.at);
    else {
      teller.say();
      showProblem(element, sent.problem);
    }
  };

  void teller.during(null, async () => {
    teller.say('reading');
    const key = await invitationIn(location.hash);
    const invitation = key === null ? null : await ask(slug, key);
    if (key !== null && invitation?.state === 'open') open(invitation, key);
    else teller.say(invitation?.state === 'spent' ? 'spent' : 'unusable');
  });
});
