import type { Slug } from '../base/ids.ts';
import { COPY_FILES, isCopyName } from '../record/copy.ts';

/** Which file of a copy an address of the site becomes, and how one file leads to another. Names follow from addresses alone, so that they stay what they are from one copy to the next. */

/** An address of the site as its pages write it, without the fragment: `/sample/record?before=200`. */
export type Address = string;

/** What needs a server: whoever follows a link to it is led to the conference itself. Everything else below the conference's address is copied. */
const NEEDS_A_SERVER =
  /^\/(?:apply|do|files|invitation|receipt|record|search|sign-in|sign-out|take-a-place|today)(?:\/|$)/u;

/** Where bundles lie; they are the same in every language. */
const BUNDLE = /^\/(charters|statements|texts)\/(\d{1,7})\/bundle$/u;

/** The originals of pieces from the archive, likewise. */
const ORIGINAL = /^\/archive\/(\d{1,7})\/(original-\d\.[a-z]{2,5})$/u;

/**
 * The file; `null` where the address is of nothing that a copy holds.
 * @param language of the page that leads there; `lang` in the address goes before it
 */
export const fileOf = (address: Address, slug: Slug, language: string): string | null => {
  const url = new URL(address, 'http://site');
  const { pathname, searchParams } = url;
  const asked = searchParams.get('lang');
  searchParams.delete('lang');
  const inLanguage = asked !== null && LANGUAGE.test(asked) ? asked : language;
  if (pathname.startsWith('/assets/')) return plain(pathname.slice(1));
  // Of the installation's conferences there is this one.
  if (pathname === '/') return `${inLanguage}/index.html`;
  if (pathname === '/verify') return `${inLanguage}/verify.html`;
  const [, kind = '', number = ''] = BUNDLE.exec(below(pathname, `/api/conferences/${slug}`) ?? '') ?? [];
  if (number !== '') return `${COPY_FILES.proofs}${kind}-${number}.tar`;
  const path = below(pathname, `/${slug}`);
  const [, piece = '', original = ''] = ORIGINAL.exec(path ?? '') ?? [];
  if (piece !== '') return `archive/${piece}/${original}`;
  if (path === null || NEEDS_A_SERVER.test(path)) return null;
  // As of the moment at which it is asked for: no copy of the site is.
  if (path.endsWith('.certified.tar')) return null;
  const query = [...searchParams].map(([name, value]) => `@${escaped(name)}-${escaped(value)}`).join('');
  if (path === '' || path === '/') return `${inLanguage}/index${query}.html`;
  const segments = path.slice(1).split('/').map(escaped);
  const name = [inLanguage, ...segments].join('/');
  const [ending = ''] = ENDING.exec(name) ?? [];
  return plain(ending === '' ? `${name}${query}.html` : `${name.slice(0, -ending.length)}${query}${ending}`);
};

/** What is not a page says so at its end, whatever is asked of it. */
const ENDING = /\.[a-z]{1,5}$/u;
const LANGUAGE = /^[a-z]{2,3}$/u;

const below = (pathname: string, base: string): string | null =>
  pathname === base || pathname.startsWith(`${base}/`) ? pathname.slice(base.length) : null;

/** Nothing climbs out, and nothing means anything to a server or a shell. */
const escaped = (part: string): string =>
  decoded(part).replaceAll(/[^A-Za-z0-9.-]|^[.-]/gu, (character) =>
    [...new TextEncoder().encode(character)].map((byte) => `_${byte.toString(16).padStart(2, '0')}`).join(''),
  );

const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};

const plain = (name: string): string | null => (isCopyName(name) ? name : null);

/** From one file of a copy to another, as a link says it. */
export const leading = (from: string, to: string): string => {
  const [here, there] = [from.split('/').slice(0, -1), to.split('/')];
  let same = 0;
  while (same < here.length && same < there.length - 1 && here[same] === there[same]) same++;
  return '../'.repeat(here.length - same) + there.slice(same).join('/');
};
