import type { About, Organisation, OwnPicture } from '../../charter/members/organisation-state.ts';
import { printedNow } from '../../charter/members/names.ts';
import { ownCountry } from '../../charter/names/printed.ts';
import type { PictureType } from '../../base/picture.ts';
import { type Html, html } from '../../markup/html.ts';
import type { Context } from './context.ts';
import { nameOf } from './words.ts';

/** What an organisation is known by: its own picture, or else its initials; and what it says of itself. */

const ENDINGS = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
} as const satisfies Record<PictureType, string>;

/** The last part of its picture's address. */
export const pictureFile = ({ hash, type }: OwnPicture): string => `${hash}.${ENDINGS[type]}`;

/** As a round sign that leads to its page. */
export const face = (context: Context, organisation: Organisation): Html => {
  const { id } = organisation;
  const whole = `${nameOf(context, id)}, ${ownCountry(printedNow(organisation))}`;
  return html`<a
    class="monogram"
    href="${context.base}/participants/${id}"
    title="${whole}"
    aria-label="${whole}"
    data-initials="${initials(context, organisation)}"
    >${image(context, organisation)}</a
  >`;
};

/** The same beside its name, which says it all. */
export const faceBeside = (context: Context, organisation: Organisation, size: 'small' | 'large'): Html =>
  html`<span class="monogram ${size}" aria-hidden="true" data-initials="${initials(context, organisation)}"
    >${image(context, organisation)}</span
  >`;

const image = (context: Context, organisation: Organisation): Html | '' => {
  const { picture } = organisation;
  return picture === null
    ? ''
    : html`<img src="${context.base}/pictures/${pictureFile(picture)}" alt="" loading="lazy" />`;
};

/** Drawn in the style and not written, so that whoever hears the page hears the name. */
const initials = (context: Context, organisation: Organisation): string =>
  organisation.picture === null ? initialsOf(nameOf(context, organisation.id)) : '';

/** The first letters of the first and the last word that begin with one. */
const initialsOf = (name: string): string => {
  const letters = name.split(/\s+/u).flatMap((word) => /\p{L}\p{M}*/u.exec(word)?.[0] ?? []);
  const [first = '', ...rest] = letters;
  return `${first}${rest.at(-1) ?? ''}`.toLocaleUpperCase();
};

/** What it says of itself to a reader of this language; where it says nothing in that, what it says first. */
export const aboutFor = ({ language }: Pick<Context, 'language'>, { about }: Organisation): About | null =>
  about.find((one) => one.language?.split('-')[0] === language) ?? about[0] ?? null;
