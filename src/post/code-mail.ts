import type { Mail } from '../conference/post/mail.ts';
import type { OutboxItem } from '../conference/post/outbox.ts';
import { html } from '../markup/html.ts';
import { mailPage } from './mail-page.ts';
import { postMessages } from './messages/index.ts';

/** The mail with the code in `item.data`, by which an address is confirmed. */
export const codeMail = (conference: string, { data, language }: OutboxItem): Mail => {
  const t = postMessages(language).code;
  const code = data ?? '';
  const subject = t.subject(conference, code);
  const [first = '', ...others] = t.words(code);
  const body = html`<p style="font-size:22px">${first}</p>
    ${others.map((words) => html`<p>${words}</p>`)}`;
  return {
    from: conference,
    to: null,
    subject,
    content: {
      text: t.words(code).join('\n\n'),
      html: mailPage({ language, title: subject, body, foot: html`${conference}` }),
      calendar: null,
      attachments: [],
    },
    follows: [],
    sort: { kind: 'personal' },
  };
};
