import { define, part, show, wordsOf } from './kit/element.ts';
import { invitationLink, isMadeHere, newInvitation } from './kit/invitations.ts';
import { linkField } from './kit/link-field.ts';

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
    item.append(title, ...linkField(link, { name, words }));
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

/** `<kept-link>`: the link of one invitation that still leads in, for whoever made it, in place of the words that say what to do without it. */
define('kept-link', (element) => {
  const { slug = '', key = '', name = '' } = element.dataset;
  const link = invitationLink(key, slug);
  if (link !== null) element.replaceChildren(...linkField(link, { name, words: wordsOf(element) }));
});
