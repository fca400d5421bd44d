import { base64, utf8 } from '../../base/bytes.ts';
import { fitProse } from '../../base/fit.ts';
import { type Json, type JsonObject, canonical } from '../../base/json.ts';
import type { PublicKey } from '../../base/ids.ts';
import { ACT_NAMESPACE } from '../../record/verify-signature.ts';
import { type Kept, type SendOutcome, createOutbox } from '../shared/outbox.ts';
import { newAct } from './kit/act.ts';
import { createTeller, define, part, show, wordsOf } from './kit/element.ts';
import { sendSigned } from './kit/send.ts';
import { sign } from './kit/signer.ts';
import { drawTray } from './kit/tray.ts';
import { troubleIn } from './kit/trouble.ts';

/**
 * `<room-act>`: makes an act of every button of the page that stands in a form with `data-act`, signs it with the key that signed in and sends it. What cannot be
 * sent now is kept, shown with its age, and sent in order when the connection is back.
 */

/** How long to wait before what nobody answered is tried again, and how often ages are shown anew, in milliseconds. */
const AGAIN = 3000;
const OFTEN = 1000;

define('room-act', (element) => {
  const { slug = '', use, key, conference = '', organisation = '', delegate, now } = element.dataset;
  const signer = { use: use === 'device' ? 'device' : 'passkey', key: key as PublicKey } as const;
  const by = { organisation, delegate: Number(delegate) };
  const ahead = Number(now) - Date.now();
  const words = wordsOf(element);
  const teller = createTeller(element);
  const tray = part(element, '.tray');
  const place = `isonomia-outbox ${slug} ${organisation}/${delegate}`;

  const outbox = createOutbox<Element>({
    storage: {
      load: () => sessionStorage.getItem(place),
      save: (text) => sessionStorage.setItem(place, text),
    },
    now: () => Date.now(),
    send: ({ act, signature }) => sendSigned(`/${slug}/acts`, { act, signature }),
    onOutcome: (kept, outcome) => told(kept, outcome),
    onChange: () => drawn(),
  });

  const drawn = (): void => {
    const waiting = outbox.list().filter(({ made }) => Date.now() - made >= OFTEN);
    show(tray, waiting.length > 0);
    drawTray(part(tray, 'ol', HTMLOListElement), waiting, { words, drop });
  };

  const drop = (nonce: string): void => {
    const kept = outbox.list().find((one) => one.nonce === nonce);
    outbox.drop(nonce);
    if (kept !== undefined) say(formOf(kept), '');
  };

  const formOf = ({ form }: Kept): HTMLFormElement | null => document.querySelector(`form#${CSS.escape(form)}`);

  /** Says something at the button, or where that is no more at the foot of the page. */
  const say = (form: HTMLElement | null, what: string | Element): void => {
    const said = form?.querySelector<HTMLElement>('room-said') ?? part(element, '[role=status]');
    said.replaceChildren(what);
  };

  const told = (kept: Kept, outcome: SendOutcome<Element>): void => {
    const form = formOf(kept);
    switch (outcome.kind) {
      case 'accepted':
        say(form, '');
        say(null, words['taken'] ?? '');
        form?.reset();
        form?.closest('details')?.removeAttribute('open');
        break;
      case 'refused':
        // It is spoken by where it is put, and would be twice.
        outcome.why.removeAttribute('role');
        say(form, document.adoptNode(outcome.why));
        break;
      case 'stale':
        say(form, words['stale'] ?? '');
    }
  };

  const press = async (form: HTMLFormElement): Promise<void> => {
    if (outbox.list().some((kept) => kept.form === form.id)) return say(form, words['waiting'] ?? '');
    const button = part(form, 'button', HTMLButtonElement);
    button.disabled = true;
    say(form, '');
    say(null, '');
    if (signer.use === 'passkey') say(form, words['asking'] ?? '');
    try {
      const { kind, body } = JSON.parse(form.dataset['act'] ?? '') as {
        readonly kind: string;
        readonly body: JsonObject;
      };
      const act = newAct({ conference, now: Math.round(Date.now() + ahead) }, kind, by, filledIn(form, body));
      const text = canonical(act);
      const signature = base64(await sign(signer, { message: utf8(text), namespace: ACT_NAMESPACE }));
      const made = Date.now();
      const lasts = form.dataset['lasts'];
      const until = lasts === undefined ? null : made + Number(lasts) * 1000;
      const label = button.textContent.trim().replaceAll(/\s+/gu, ' ');
      const nonce = act['nonce'] as string;
      outbox.add({ nonce, act: text, signature, label, form: form.id, made, until });
      say(form, words['sending'] ?? '');
      await outbox.flush();
      if (outbox.list().some((kept) => kept.nonce === nonce)) say(form, words['waiting'] ?? '');
    } catch (error) {
      say(form, words[troubleIn(error).kind] ?? '');
    } finally {
      button.disabled = false;
    }
  };

  const flush = (): void => void outbox.flush();

  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.dataset['act'] === undefined) return;
    event.preventDefault();
    void press(form);
  });
  addEventListener('online', flush);
  setInterval(() => outbox.list().length > 0 && flush(), AGAIN);
  setInterval(() => outbox.list().length > 0 && drawn(), OFTEN);
  teller.say();
  drawn();
  flush();
});

/** The act's body with the reader's own words where `data-at` says; an empty field says nothing. */
const filledIn = (form: HTMLFormElement, body: JsonObject): JsonObject => {
  const filled = structuredClone(body);
  for (const field of form.querySelectorAll<HTMLTextAreaElement | HTMLInputElement>('[data-at]')) {
    const path = (field.dataset['at'] ?? '').split('/');
    const last = path.pop() ?? '';
    let within: Json | undefined = filled;
    for (const step of path) within = (within as Readonly<Record<string, Json>> | undefined)?.[step];
    if (within !== null && typeof within === 'object')
      (within as Record<string, Json>)[last] = fitProse(field.value).trim() || null;
  }
  return filled;
};
