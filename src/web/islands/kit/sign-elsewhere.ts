import { type Bytes, fromBase64 } from '../../../base/bytes.ts';
import type { PublicKey } from '../../../base/ids.ts';
import { dearmour } from '../../../record/sshsig.ts';
import { verifySignature } from '../../../record/verify-signature.ts';
import { type Teller, part, show } from './element.ts';

/**
 * Lets the person sign with a tool of their own: offers the bytes as a file, and waits until a good signature by `key` is pasted.
 * `block` is what the server's `signElsewhere` renders.
 */
export const signElsewhere = (
  block: HTMLElement,
  teller: Teller,
  { key, message, namespace }: { readonly key: PublicKey; readonly message: Bytes; readonly namespace: string },
): Promise<Bytes> => {
  const file = part(block, 'a[download]', HTMLAnchorElement);
  const pasted = part(block, 'textarea', HTMLTextAreaElement);
  const button = part(block, 'button', HTMLButtonElement);
  URL.revokeObjectURL(file.href);
  file.href = URL.createObjectURL(new Blob([message], { type: 'application/json' }));
  show(block);
  block.scrollIntoView({ block: 'nearest' });
  const waiting = new AbortController();
  const { promise, resolve } = Promise.withResolvers<Bytes>();

  const read = async (): Promise<void> => {
    const text = pasted.value.trim();
    const blob = dearmour(text) ?? fromBase64(text);
    const checked = blob === null ? null : await verifySignature({ blob, message, namespace });
    if (blob === null || checked?.ok !== true || checked.value.key !== key) {
      teller.say('badPaste');
      pasted.focus();
      return;
    }
    waiting.abort();
    show(block, false);
    resolve(blob);
  };
  button.addEventListener('click', () => void teller.during(button, read), { signal: waiting.signal });
  return promise;
};
