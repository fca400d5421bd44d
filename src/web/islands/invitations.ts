import { define, filled, part, show, wordsOf } from './kit/element.ts';
import { invitationLink, isMadeHere, newInvitation } from './kit/invitations.ts';

/**
 * `<make-invitation>`: fills its field with the public key of a fresh invitation, which is then no field to be filled in any
 * more. One that came back with the form stays, where this tab can sign with it.
 */
define('make-invitation', (element) => {
  const input = part(element, 'input', HTMLInputElement);
  const make = async (): Promise<void> => {
    if (!isMadeHere(input.value)) input.value = await newInvitation();
    show(part(element, '.field'), false);
    show(part(element, '[data-part=made]'));
  };
  // Where the browser cannot make such a key, the field stays, and takes one that was made elsewhere.
  make().catch(() => undefined);
});

/** One invitation that the page names: whom it is for, and its public key. */
interface Named {
  readonly key: string;
  readonly name: string;
}

/**
 * `<show-invitations>`: after the act, the links of the invitations that the page names by `data-invitation`, where this tab made
 * them, and else nothing: it stays hidden where it is, for a live page counts on finding there what the server sends. The words are those that
 * come with the first name.
 */
define('show-invitations', (element) => {
  const { slug = '', ended = '[]' } = element.dataset;
  const leadNowhere = JSON.parse(ended) as readonly string[];
  const marks = [...document.querySelectorAll<HTMLElement>('[data-invitation]')];
  const words = marks[0] === undefined ? {} : wordsOf(marks[0]);
  const list = part(element, 'ul');

  const row = ({ name }: Named, link: string): HTMLLIElement => {
    const item = document.createElement('li');
    const title = Object.assign(document.createElement('bdi'), { className: 'what', textContent: name });
    const address = Object.assign(document.createElement('input'), { defaultValue: link, readOnly: true });
    address.setAttribute('aria-label', filled(words['linkFor'], { name }));
    const copy = Object.assign(document.createElement('button'), { type: 'button', className: 'second' });
    copy.textContent = words['copy'] ?? '';
    const said = document.createElement('span');
    said.setAttribute('role', 'status');
    address.addEventListener('focus', () => address.select());
    copy.addEventListener('click', () => {
      address.select();
      navigator.clipboard.writeText(link).then(
        () => (said.textContent = words['copied'] ?? ''),
        () => (said.textContent = words['copyByHand'] ?? ''),
      );
    });
    const actions = Object.assign(document.createElement('p'), { className: 'actions' });
    actions.append(copy, said);
    item.append(title, address, actions);
    return item;
  };

  const rows = marks.flatMap((mark) => {
    const named = { key: mark.dataset['invitation'] ?? '', name: mark.textContent };
    const link = leadNowhere.includes(named.key) ? null : invitationLink(named.key, slug);
    return link === null ? [] : [row(named, link)];
  });
  if (rows.length === 0) return;
  part(element, 'h2').textContent = words['title'] ?? '';
  list.classList.add('rows');
  list.replaceChildren(...rows);
  show(element);
});
