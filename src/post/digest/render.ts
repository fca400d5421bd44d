import type { OrganisationId } from '../../base/ids.ts';
import type { DigestChoice } from '../../conference/post/contacts.ts';
import type { Told, Wording, Wordings } from '../../conference/post/digest.ts';
import type { PushNote } from '../../conference/post/push.ts';
import { momentIn } from '../../conference/reading/zone-words.ts';
import { type Html, html } from '../../markup/html.ts';
import { linkFor } from '../link-for.ts';
import { mailPage } from '../mail-page.ts';
import { postLanguage, postMessages } from '../messages/index.ts';
import type { Digest } from './select.ts';

/** A digest as a mail says it. */
export interface DigestMail {
  readonly subject: string;
  readonly text: string;
  /** A whole document. */
  readonly html: string;
}

export interface DigestFor extends Omit<Told, 'reader'> {
  readonly wordings: Wordings;
  /** The conference's name, and the organisation's. */
  readonly name: string;
  readonly organisation: string;
  readonly id: OrganisationId;
  readonly choice: DigestChoice;
  /** The IANA name of the reader's zone. */
  readonly zone: string;
  /** The public address of this installation, without a slash at the end. */
  readonly origin: string;
  /** The address of the page on which they choose how they are told. */
  readonly settings: string;
}

export const renderDigest = (digest: Digest, given: DigestFor): DigestMail => {
  const { wordings, origin, conference, choice, settings } = given;
  const language = postLanguage(given.language);
  const words = postMessages(language).digest;
  const told: Told = { conference, reader: digest.reader, language, now: given.now };
  const item = (wording: Wording, when: string | null): Item => ({
    title: wording.title,
    lines: [wording.why, when].filter((line) => line !== null),
    address: linkFor(`${origin}${wording.path}`, given.id),
  });
  const needs = digest.needs.map((need) =>
    item(
      wordings.need(told, need),
      need.deadline === null ? null : words.until(momentIn(need.deadline, given.zone, language)),
    ),
  );
  const parts: readonly Part[] = [
    { heading: words.needs(given.organisation), items: needs },
    { heading: words.news, items: digest.news.map((news) => item(wordings.news(told, news), null)) },
  ].filter(({ items }) => items.length > 0);
  const more = {
    words: digest.more === 0 ? null : words.more(digest.more),
    address: `${origin}/${conference.slug}/record`,
  };
  const foot = { why: words.why(choice), settings: words.settings, address: settings };
  const subject = words.subject(given.name, countsOf(digest, language));
  return {
    subject,
    text: plainText(given.name, parts, more, foot),
    html: mailPage({
      language,
      title: subject,
      body: bodyHtml(given.name, parts, more),
      foot: html`${foot.why} <a href="${foot.address}">${foot.settings}</a>`,
    }),
  };
};

/** The same as a note to a browser: how much, never what. */
export const pushOf = (digest: Digest, given: Pick<DigestFor, 'name' | 'language' | 'conference'>): PushNote => {
  const language = postLanguage(given.language);
  const { slug } = given.conference;
  return {
    title: given.name,
    words: countsOf(digest, language),
    path: `/${slug}/today`,
    topic: slug.slice(0, 32),
    language,
  };
};

const countsOf = ({ news, more, needs }: Digest, language: string): string =>
  postMessages(language).digest.counts(news.length + more, needs.length);

interface Item {
  readonly title: string;
  readonly lines: readonly string[];
  readonly address: string;
}

interface Part {
  readonly heading: string;
  readonly items: readonly Item[];
}

interface More {
  readonly words: string | null;
  readonly address: string;
}

interface Foot {
  readonly why: string;
  readonly settings: string;
  readonly address: string;
}

const plainText = (name: string, parts: readonly Part[], more: More, foot: Foot): string =>
  [
    name,
    ...parts.flatMap(({ heading, items }) => [
      `${heading}\n${'-'.repeat(Math.min(heading.length, 60))}`,
      ...items.map(({ title, lines, address }) =>
        [`* ${title}`, ...lines.map((line) => `  ${line}`), `  ${address}`].join('\n'),
      ),
    ]),
    ...(more.words === null ? [] : [`${more.words}: ${more.address}`]),
    // The line by which mail programs know what is no part of the message.
    `-- \n${foot.why}\n${foot.settings}: ${foot.address}`,
  ].join('\n\n');

const bodyHtml = (name: string, parts: readonly Part[], more: More): Html =>
  html`<h1 style="margin:0 0 16px;font-size:22px;font-weight:600" dir="auto">${name}</h1>
    ${parts.map(
      ({ heading, items }) =>
        html`<h2 style="margin:24px 0 8px;font-size:17px;font-weight:600" dir="auto">${heading}</h2>
          <ul style="margin:0;padding:0 0 0 20px">
            ${items.map(
              ({ title, lines, address }) =>
                html`<li style="margin:0 0 10px" dir="auto">
                  <a href="${address}">${title}</a>${lines.map((line) => html`<br />${line}`)}
                </li>`,
            )}
          </ul>`,
    )}
    ${more.words === null ? '' : html`<p><a href="${more.address}">${more.words}</a></p>`}`;
