import { createHash } from 'node:crypto';
import { type Bytes, fromUtf8, sameBytes, utf8 } from '../base/bytes.ts';
import type { Slug } from '../base/ids.ts';
import type { Hash } from '../base/sha256.ts';
import { touches } from '../charter/sight/touches.ts';
import { html } from '../markup/html.ts';
import { fileOf, leading } from './address.ts';
import { type Leads, ledInPage, ledInStyle } from './links.ts';
import type { Ground, Link, Made, MadeFile } from './made.ts';
import { createQueue } from './queue.ts';

/** Writes the public site of a conference as files, by following its own links: whatever a stranger can reach is in the copy, and nothing else. */

/** What the site answers, to somebody who is nobody. */
export interface Answered {
  readonly status: number;
  /** Where it leads instead; `null`: nowhere else. */
  readonly location: string | null;
  /** Without parameters: `text/html`. */
  readonly type: string;
  readonly bytes: Bytes;
}

export interface CopyDeps {
  readonly slug: Slug;
  /** The languages that the pages speak; the first is that of the page at the copy's root. */
  readonly languages: readonly [string, ...string[]];
  /** Whether files for Word and paper are in it, which take most of the time; where not, the conference itself has them. */
  readonly paper: boolean;
  readonly ask: (link: Link) => Promise<Answered>;
  readonly read: (name: string) => Promise<Bytes | null>;
  readonly write: (name: string, bytes: Bytes) => Promise<void>;
}

/** What was there before, and what is not as it was since. */
export interface Before {
  readonly made: Made;
  readonly sums: ReadonlyMap<string, Hash>;
  /** The resources that have changed; `null`: all may have. */
  readonly changed: readonly string[] | null;
}

export interface Copied {
  readonly files: ReadonlyMap<string, MadeFile>;
  readonly sums: ReadonlyMap<string, Hash>;
  /** How many were made anew; the others are as they were. */
  readonly written: number;
  /** Links of a page to what the site does not have. */
  readonly broken: readonly { readonly address: string; readonly status: number }[];
}

/** Made for the copy; originals are only handed on. */
const PAPER = /(?<!\/original-\d)\.(?:docx|epub|odt|pdf)(?:\?|$)/u;

/** The page at the root leads into each language. */
const ROOT = 'index.html';

/** How many are made at once: while some wait for a worker or for the disk, others need neither. */
const AT_ONCE = 32;

export const writeCopy = async (
  { slug, languages, paper, ask, read, write }: CopyDeps,
  { origin }: Pick<Ground, 'origin'>,
  before: Before | null,
): Promise<Copied> => {
  const files = new Map<string, MadeFile>();
  const sums = new Map<string, Hash>();
  const broken: { readonly address: string; readonly status: number }[] = [];
  const waiting = createQueue<Asked>();
  const known = new Set<string>();
  let written = 0;

  const named = ({ address, language }: Link): string | null =>
    !paper && PAPER.test(address) ? null : fileOf(address, slug, language);

  /** The other languages of a page come right behind it: what they have in common with it is made once, as long as it is remembered. */
  const wanted = (link: Link, { about, from, name = named(link) }: Wanted) => {
    if (name === null || known.has(name)) return;
    known.add(name);
    waiting.add({ link, name, about }, from?.address === link.address);
  };

  const asBefore = ({ name }: Asked): MadeFile | null => {
    const file = before?.made.files.get(name);
    const sum = before?.sums.get(name);
    if (file === undefined || sum === undefined || hasChanged(file, before?.changed ?? null)) return null;
    files.set(name, file);
    sums.set(name, sum);
    return file;
  };

  const anew = async ({ link, name, about: of }: Asked): Promise<MadeFile> => {
    const { status, location, ...answer } = await ask(link);
    if (status !== 200 && location === null) broken.push({ address: link.address, status });
    const { type, bytes } = location === null ? answer : ELSEWHERE;
    const isPage = type === 'text/html';
    if (isPage !== name.endsWith('.html')) throw new TypeError(`${link.address} answers with ${type}`);
    const links: Link[] = [];
    const leads: Leads = (address) => {
      const whole = new URL(address, new URL(link.address, 'http://site'));
      const to = { address: whole.pathname + whole.search, language: link.language };
      const file = named(to);
      if (file === null) return origin + to.address;
      links.push(inOwnLanguage(to));
      return leading(name, file);
    };
    const text = isPage || type === 'text/css' ? (fromUtf8(bytes) ?? '') : null;
    const led =
      location !== null
        ? leadingOn(leads(location))
        : text === null
          ? bytes
          : utf8(isPage ? ledInPage(text, leads) : ledInStyle(text, leads));
    const about = isPage && text !== null ? aboutIn(text, of) : of;
    const sum = hashOf(led);
    // What is in the folder may have been changed there.
    const there = before === null ? null : await read(name);
    if (there === null || !sameBytes(there, led)) {
      await write(name, led);
      written++;
    }
    sums.set(name, sum);
    const file = { about, links: [...new Map(links.map((one) => [`${one.language} ${one.address}`, one])).values()] };
    files.set(name, file);
    return file;
  };

  wanted({ address: `/${slug}`, language: languages[0] }, { about: null, name: ROOT });
  for (const language of languages) wanted({ address: `/${slug}`, language }, { about: null });
  const madeOf = async (asked: Asked) => ({ from: asked.link, file: asBefore(asked) ?? (await anew(asked)) });
  const underWay: ReturnType<typeof madeOf>[] = [];
  const next = (): ReturnType<typeof madeOf> | undefined => {
    for (const asked of waiting.take(AT_ONCE - underWay.length)) {
      const made = madeOf(asked);
      // It is waited for in its turn, and what goes wrong is met there.
      made.catch(() => undefined);
      underWay.push(made);
    }
    return underWay.shift();
  };
  for (let made = next(); made !== undefined; made = next()) {
    const { from, file } = await made;
    // In the order of the links, whichever is made first: the same record gives the same copy.
    for (const link of file.links) wanted(link, { about: file.about, from });
  }
  return { files, sums, written, broken };
};

/** By OpenSSL: most of a copy is hashed. */
const hashOf = (bytes: Bytes): Hash => new Uint8Array(createHash('sha256').update(bytes).digest()) as Hash;

const hasChanged = ({ about }: MadeFile, changed: Before['changed']): boolean =>
  changed === null || (changed.length > 0 && touches(about, changed));

/** What stands elsewhere: no file can say so but by a page that leads on. */
const leadingOn = (to: string): Bytes =>
  utf8(
    html`<!doctype html>
      <meta charset="utf-8" />
      <meta http-equiv="refresh" content="0; url=${to}" />
      <title>→</title>
      <a href="${to}">${to}</a>`.toString(),
  );

const ELSEWHERE: Pick<Answered, 'type' | 'bytes'> = { type: 'text/html', bytes: new Uint8Array() };

interface Asked {
  readonly link: Link;
  readonly name: string;
  /** What the page is about that led here. */
  readonly about: readonly string[] | null;
}

interface Wanted extends Pick<Asked, 'about'> {
  /** The page that leads there. */
  readonly from?: Link | undefined;
  readonly name?: string | null;
}

/** Which language is asked for stands beside the address and not in it. */
const inOwnLanguage = ({ address, language }: Link): Link => {
  const url = new URL(address, 'http://site');
  const asked = url.searchParams.get('lang');
  if (asked === null) return { address, language };
  url.searchParams.delete('lang');
  return { address: url.pathname + url.search, language: asked };
};

/** What a page says it is about, where it says so; what says nothing, as a document that is a page of its own, is about what the page is that led to it. */
const aboutIn = (markup: string, led: readonly string[] | null): readonly string[] | null => {
  const said = /<meta name="about" content="([^"]*)"/u.exec(markup)?.[1];
  if (said === undefined) return led;
  return said === '' ? null : said.split(' ');
};
