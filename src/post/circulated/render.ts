import { type Bytes, fromUtf8 } from '../../base/bytes.ts';
import type { AttachmentHash } from '../../base/ids.ts';
import { isErased } from '../../charter/brought/attachments.ts';
import type { Circulation } from '../../charter/group/state.ts';
import type { KeptFile } from '../../charter/law/kept.ts';
import type { State } from '../../charter/state.ts';
import type { Contacts } from '../../conference/post/contacts.ts';
import type { Mail, MailAttachment, MailContent } from '../../conference/post/mail.ts';
import type { OutboxItem } from '../../conference/post/outbox.ts';
import type { Conference } from '../../conference/types.ts';
import { type Html, html } from '../../markup/html.ts';
import { linkFor } from '../link-for.ts';
import { mailPage } from '../mail-page.ts';
import { postMessages } from '../messages/index.ts';
import { reachedAt } from '../entitled.ts';
import { type OrganiserFor, inviting } from './invite.ts';
import { followed } from './thread.ts';
import type { CirculatedWords, Paragraph } from './asked.ts';
import { circulatedWords } from './words.ts';

/** Makes the mail that takes something circulated to one delegate. */
export type RenderCirculated = (conference: Conference, item: OutboxItem) => Promise<Mail | null>;

export interface RenderDeps {
  readonly contacts: Contacts;
  /** The public address of this installation, without a slash at the end. */
  readonly origin: string;
  /** The Message-ID of what was or was not queued for this delegate before. */
  readonly messageId: (item: OutboxItem, circulation: number) => string;
  readonly organiserFor: OrganiserFor;
}

/** The most bytes of files that go with a mail; larger ones stay on the page. */
const MOST_FILES = 5 * 1024 * 1024;

/** Mails that say the same and are kept ready for the next recipient. */
const MOST_KEPT = 16;

export const createRender = (deps: RenderDeps): RenderCirculated => {
  const kept = new Map<string, Promise<Made>>();

  const madeOnce = (
    conference: Conference,
    circulation: Circulation,
    language: string,
    zone: string,
  ): Promise<Made> => {
    // What was erased meanwhile makes it another mail.
    const erased = hashesIn(conference.state(), circulation).filter((hash) => isErased(conference.state(), hash));
    const key = [conference.slug, circulation.number, language, zone, ...erased].join(' ');
    const before = kept.get(key);
    if (before !== undefined) return before;
    const fresh = make(conference, circulation, { language, zone });
    if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value ?? '');
    kept.set(key, fresh);
    fresh.catch(() => kept.delete(key));
    return fresh;
  };

  return async (conference, item) => {
    const { entry: number, organisation, delegate } = item;
    if (number === null || organisation === null || delegate === null) return null;
    const circulation = conference.state().circulations[number - 1];
    // Whoever was recalled, or has taken the address away, gets nothing more.
    const contact = reachedAt(deps.contacts, conference.state(), item.slug, organisation).find(
      (each) => each.delegate === delegate,
    );
    if (circulation === undefined || contact === undefined) return null;
    const { words, parts, name, abbreviation } = await madeOnce(
      conference,
      circulation,
      contact.language,
      contact.zone,
    );
    const t = postMessages(contact.language).circulated;
    const state = conference.state();
    const to = state.organisations.get(organisation)?.name ?? organisation;
    const page = `${deps.origin}/${item.slug}`;
    const invitation = inviting(deps, { state, circulation, item, contact, name, to, page: `${page}${words.path}` });
    return {
      from: name,
      to: null,
      subject: t.subject(abbreviation, words.heading),
      content: parts(to, { page, address: linkFor(`${page}${words.path}`, organisation) }, invitation),
      follows: followed(state, number).map((earlier) => deps.messageId(item, earlier)),
      sort: {
        kind: 'notice',
        help: new URL(`${page}/settings`),
        archive: new URL(`${page}${words.path}`),
      },
    };
  };
};

/** Where the conference's pages are, and the one that the mail leads to. */
interface At {
  readonly page: string;
  readonly address: string;
}

interface Made {
  readonly words: CirculatedWords;
  readonly name: string;
  readonly abbreviation: string;
  /** The content for the delegates of one organisation, the same object each time unless it holds an invitation. */
  readonly parts: (to: string, at: At, invitation: MailContent['calendar']) => MailContent;
}

const make = async (
  conference: Conference,
  circulation: Circulation,
  { language, zone }: { readonly language: string; readonly zone: string },
): Promise<Made> => {
  const texts = await textsOf(conference, circulation);
  const state = conference.state();
  const attached = (hash: AttachmentHash): string | null => texts.get(hash) ?? null;
  const words = circulatedWords({ state, circulation, language, zone, attached });
  const files = await filesOf(conference, words.files);
  const contents = new Map<string, MailContent>();
  const { name, abbreviation } = nameOf(state);
  const t = postMessages(language).circulated;
  const parts: Made['parts'] = (to, at, calendar) => {
    const before = contents.get(to);
    if (before !== undefined && calendar === null) return before;
    const foot = [t.reply(to), t.why(to)];
    const subject = t.subject(abbreviation, words.heading);
    const content: MailContent = {
      text: plainText(words, files, { language, ...at, foot }),
      html: mailPage({ language, title: subject, ...bodyHtml(words, files, { language, ...at, foot }) }),
      calendar,
      attachments: files.carried,
    };
    if (calendar === null) contents.set(to, content);
    return content;
  };
  return { words, name, abbreviation, parts };
};

const nameOf = ({ charter }: State) => ({
  name: charter?.charter.name ?? '',
  abbreviation: charter?.charter.abbreviation ?? '',
});

/** What stands beside the record of a letter. */
const hashesIn = ({ letters }: State, { what }: Circulation): readonly AttachmentHash[] => {
  const letter = what.kind === 'letter' ? letters[what.letter - 1] : undefined;
  return letter === undefined
    ? []
    : [...(letter.words === null ? [] : [letter.words]), ...letter.files.map(({ hash }) => hash)];
};

/** The words of a letter, loaded before they are told. */
const textsOf = async (conference: Conference, { what }: Circulation): Promise<ReadonlyMap<AttachmentHash, string>> => {
  const hash = what.kind === 'letter' ? (conference.state().letters[what.letter - 1]?.words ?? null) : null;
  const content = hash === null ? null : ((await conference.attachment(hash))?.content ?? null);
  const words = content === null ? null : fromUtf8(content);
  return hash === null || words === null ? new Map() : new Map([[hash, words]]);
};

interface Files {
  readonly carried: readonly MailAttachment[];
  readonly left: readonly KeptFile[];
  readonly erased: readonly KeptFile[];
}

const filesOf = async (conference: Conference, files: readonly KeptFile[]): Promise<Files> => {
  const loaded = await Promise.all(
    files.map(async (file) => ({ file, content: (await conference.attachment(file.hash))?.content ?? null })),
  );
  const there = loaded.filter(
    (each): each is { readonly file: KeptFile; readonly content: Bytes } => each.content !== null,
  );
  const erased = loaded.filter(({ content }) => content === null).map(({ file }) => file);
  const fits = there.reduce((sum, { content }) => sum + content.length, 0) <= MOST_FILES;
  return fits
    ? { carried: there.map(({ file: { name, type }, content }) => ({ name, type, content })), left: [], erased }
    : { carried: [], left: there.map(({ file }) => file), erased };
};

interface Frame extends At {
  readonly language: string;
  readonly foot: readonly string[];
}

const namesOf = (files: readonly { readonly name: string }[]): string => files.map(({ name }) => name).join(', ');

/** What is told of files, if there are any. */
const filesLine = ({ carried, left, erased }: Files, language: string): readonly string[] => {
  const t = postMessages(language).circulated;
  return [
    ...(carried.length === 0 ? [] : [t.files(namesOf(carried))]),
    ...(left.length === 0 ? [] : [t.filesOnPage(namesOf(left))]),
    ...(erased.length === 0 ? [] : [t.filesErased(namesOf(erased))]),
  ];
};

/** What people wrote is quoted, in both forms of a mail: every line of it, whatever it says. */
const asText = (paragraph: Paragraph): string =>
  typeof paragraph === 'string' ? paragraph : paragraph.theirs.replaceAll(/^/gmu, '> ');

const asHtml = (paragraph: Paragraph): Html => {
  if (typeof paragraph === 'string') return html`<p style="margin:0 0 12px" dir="auto">${paragraph}</p>`;
  return html`<blockquote
    style="margin:0;padding:0 0 12px 14px;border-left:1px solid #ccc;white-space:pre-line"
    dir="auto"
  >
    ${paragraph.theirs}
  </blockquote>`;
};

const plainText = (words: CirculatedWords, files: Files, { language, page, address, foot }: Frame): string => {
  const t = postMessages(language).circulated;
  return [
    words.heading,
    ...(words.from === null ? [] : [t.from(words.from)]),
    ...(words.facts.length === 0 ? [] : [words.facts.map(([name, value]) => `${name}: ${value}`).join('\n')]),
    ...words.paragraphs.map(asText),
    ...filesLine(files, language),
    `${words.read}: ${address}`,
    `-- \n${foot.join('\n')}\n${t.settings}: ${page}/settings`,
  ].join('\n\n');
};

const bodyHtml = (
  words: CirculatedWords,
  files: Files,
  { language, page, address, foot }: Frame,
): { readonly body: Html; readonly foot: Html } => {
  const t = postMessages(language).circulated;
  return {
    body: html`<h1 style="margin:0 0 8px;font-size:22px;font-weight:600" dir="auto">${words.heading}</h1>
      ${words.from === null ? '' : html`<p style="margin:0 0 16px;color:#666">${t.from(words.from)}</p>`}
      ${
        words.facts.length === 0
          ? ''
          : html`<table style="margin:0 0 16px;border-collapse:collapse">
              ${words.facts.map(
                ([name, value]) =>
                  html`<tr>
                    <th style="padding:2px 16px 2px 0;text-align:start;vertical-align:top;font-weight:600">${name}</th>
                    <td style="padding:2px 0" dir="auto">${value}</td>
                  </tr>`,
              )}
            </table>`
      }
      ${[...words.paragraphs, ...filesLine(files, language)].map(asHtml)}
      <p style="margin:20px 0 0"><a href="${address}">${words.read}</a></p>`,
    foot: html`${foot.map((line) => html`${line}<br />`)}<a href="${page}/settings">${t.settings}</a>`,
  };
};
