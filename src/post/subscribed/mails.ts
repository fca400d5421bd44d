import { type FinalIssue, type FinalItem, finalIssueOf, titleOfItem } from '../../charter/final/issue.ts';
import { ownName } from '../../charter/names/printed.ts';
import type { State } from '../../charter/state.ts';
import type { Mail } from '../../conference/post/mail.ts';
import type { Issue, Periodical } from '../../charter/publications/state.ts';
import { html } from '../../markup/html.ts';
import { mailPage } from '../mail-page.ts';
import { postMessages } from '../messages/index.ts';

/** The two mails of a subscription: the one that asks whether it is wanted, and one for each issue. */

interface Given {
  /** The conference's name. */
  readonly name: string;
  readonly language: string;
}

/** `confirm`: the address of the page with the button. */
export const beginMail = ({ name, language }: Given, title: string, confirm: URL): Mail => {
  const t = postMessages(language).subscription;
  const [asked, open, otherwise] = t.begin.words(name, title);
  const subject = t.begin.subject(title);
  const body = html`<p dir="auto">${asked}</p>
    <p>${open}</p>
    <p><a href="${confirm.href}">${t.begin.button}</a></p>
    <p>${otherwise}</p>`;
  return {
    from: name,
    to: null,
    subject,
    content: {
      text: [asked, open, confirm.href, otherwise].join('\n\n'),
      html: mailPage({ language, title: subject, body, foot: html`<bdi>${name}</bdi>` }),
      calendar: null,
      attachments: [],
    },
    follows: [],
    sort: { kind: 'personal' },
  };
};

interface IssueGiven extends Given {
  readonly state: State;
  readonly periodical: Periodical;
  readonly issue: Issue;
  /** The address of the periodical’s page. */
  readonly page: string;
  /** Where one request ends the subscription. */
  readonly unsubscribe: URL;
}

export const issueMail = (given: IssueGiven): Mail => {
  const { name, language, state, periodical, issue, page, unsubscribe } = given;
  const t = postMessages(language).subscription;
  const final = finalIssueOf(state, periodical, issue, language);
  const subject = t.issue.subject(periodical.title, issue.published?.nth ?? 0);
  const lead = [issue.title, t.issue.by(name)].filter((line) => line !== null);
  const items = final.items.map((item) => ({ title: titleOfItem(item), by: byline(item, language) }));
  const links = linksOf(final, page, language);
  const why = t.issue.why(periodical.title);
  const body = html`<h1 style="margin:0 0 16px;font-size:22px;font-weight:600" dir="auto">${subject}</h1>
    ${lead.map((line) => html`<p dir="auto">${line}</p>`)}
    <h2 style="margin:24px 0 8px;font-size:17px;font-weight:600">${t.issue.contents}</h2>
    <ul style="margin:0;padding:0 0 0 20px">
      ${items.map(({ title, by }) => html`<li style="margin:0 0 10px" dir="auto">${title}<br /><bdi>${by}</bdi></li>`)}
    </ul>
    <p style="margin:24px 0 0">
      ${links.map(({ label, href }, i) => html`${i === 0 ? '' : ' · '}<a href="${href}">${label}</a>`)}
    </p>`;
  const text = [
    subject,
    ...lead,
    `${t.issue.contents}\n${items.map(({ title, by }) => `* ${title}\n  ${by}`).join('\n')}`,
    links.map(({ label, href }) => `${label}: ${href}`).join('\n'),
    // The line by which mail programs know what is no part of the message.
    `-- \n${why}\n${t.issue.end}: ${unsubscribe.href}`,
  ].join('\n\n');
  return {
    from: name,
    to: null,
    subject,
    content: {
      text,
      html: mailPage({
        language,
        title: subject,
        body,
        foot: html`<span dir="auto">${why}</span> <a href="${unsubscribe.href}">${t.issue.end}</a>`,
      }),
      calendar: null,
      attachments: [],
    },
    follows: [],
    sort: { kind: 'bulletin', help: new URL(page), archive: new URL(page), unsubscribe },
  };
};

/** For whom it speaks. */
const byline = (item: FinalItem, language: string): string => {
  const t = postMessages(language).subscription.issue;
  switch (item.kind) {
    case 'article':
      return ownName(item.by.printed);
    case 'text':
      return t.text(item.final.symbol);
    case 'statement':
      return t.statement;
  }
};

/** In the language that was asked for, where the issue is in it; else in the first that it is in. */
const linksOf = ({ nth, languages }: FinalIssue, page: string, wanted: string) => {
  const t = postMessages(wanted).subscription.issue;
  const language = languages.includes(wanted) ? wanted : (languages[0] ?? wanted);
  const at = `${page}/${nth ?? 0}/${language}`;
  return [
    { label: t.read, href: at },
    { label: 'EPUB', href: `${at}.epub` },
  ];
};
