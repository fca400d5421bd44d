import { filled } from './element.ts';

/** A link of invitation as its maker passes it on: a field to select, a button to copy it, and a letter in their own mail program. None of it reaches the server. */
export const linkField = (
  link: string,
  { name, words }: { readonly name: string; readonly words: Readonly<Record<string, string>> },
): readonly HTMLElement[] => {
  const address = Object.assign(document.createElement('input'), { defaultValue: link, readOnly: true });
  address.setAttribute('aria-label', filled(words['linkFor'], { name }));
  address.addEventListener('focus', () => address.select());
  const copy = Object.assign(document.createElement('button'), { type: 'button', className: 'second' });
  copy.textContent = words['copy'] ?? '';
  const said = document.createElement('span');
  said.setAttribute('role', 'status');
  copy.addEventListener('click', () => {
    address.select();
    navigator.clipboard.writeText(link).then(
      () => (said.textContent = words['copied'] ?? ''),
      () => (said.textContent = words['copyByHand'] ?? ''),
    );
  });
  const mail = document.createElement('a');
  mail.textContent = words['mail'] ?? '';
  mail.href = `mailto:?subject=${encodeURIComponent(words['subject'] ?? '')}&body=${encodeURIComponent(filled(words['letter'], { name, link }))}`;
  const actions = Object.assign(document.createElement('p'), { className: 'actions' });
  actions.append(copy, mail, said);
  return [address, actions];
};
