import type { Instant } from '../../base/time.ts';
import type { Slug } from '../../base/ids.ts';
import type { MailAddress } from '../../conference/post/address.ts';
import type { Carriage } from '../../conference/post/carrier.ts';
import type { Mail, MailContent, MailSort } from '../../conference/post/mail.ts';
import type { OutboxItem } from '../../conference/post/outbox.ts';
import { type EncodedContent, encodeContent } from './content.ts';
import type { DkimKey } from '../../conference/post/dkim-key.ts';
import { dkimField } from './dkim.ts';
import { type Field, createWording, field, wording } from './fields.ts';
import type { Mailings } from './mailings.ts';

/** Brings a mail into the form of the wire: head, body, signature. */
export type Compose = (item: OutboxItem, mail: Mail, now: Instant) => Promise<Carriage>;

export interface ComposeDeps {
  readonly mailings: Mailings;
  /** The address that stands in `From`. */
  readonly from: (slug: Slug) => MailAddress;
  /** Where the post takes mail. */
  readonly domain: string;
  /** Signs with each; receivers look them up under its domain. */
  readonly keys: readonly DkimKey[];
}

export const createCompose = ({ mailings, from, domain, keys }: ComposeDeps): Compose => {
  const shared = createWording();
  const encoded = new WeakMap<MailContent, Promise<EncodedContent>>();
  const encodedOnce = (content: MailContent): Promise<EncodedContent> => {
    const before = encoded.get(content);
    if (before !== undefined) return before;
    const fresh = encodeContent(content);
    encoded.set(content, fresh);
    return fresh;
  };

  return async (item, mail, now) => {
    const { fields, body, bodyHash } = await encodedOnce(mail.content);
    const replyTo = mailings.replyTo(item);
    const head: readonly Field[] = [
      field('Date', new Date(now).toUTCString().replace('GMT', '+0000')),
      field('From', `${shared.phrase(mail.from)}<${from(item.slug)}>`),
      field('To', `${wording.phrase(mail.to ?? '')}<${item.address}>`),
      ...(replyTo === null ? [] : [field('Reply-To', `${shared.phrase(mail.from)}<${replyTo}>`)]),
      field('Subject', shared.text(mail.subject)),
      field('Message-ID', item.messageId),
      ...threading(mail.follows),
      ...listFields(mail.sort, `${item.slug}.${domain}`),
      field('Auto-Submitted', 'auto-generated'),
      field('MIME-Version', '1.0'),
      ...fields,
    ];
    const at = Math.floor(now / 1000);
    const signatures = await Promise.all(keys.map((key) => dkimField(key, head, bodyHash, at)));
    const top = [...signatures, ...head].map(({ line }) => `${line}\r\n`).join('');
    const message = new Uint8Array(top.length + 2 + body.length);
    Buffer.from(message.buffer).write(`${top}\r\n`, 'latin1');
    message.set(body, top.length + 2);
    return { from: mailings.returnPath(item), to: item.address, message };
  };
};

/** RFC 5322 section 3.6.4; of a long thread, its beginning and its end. */
const threading = (follows: readonly string[]): readonly Field[] => {
  const last = follows.at(-1);
  if (last === undefined) return [];
  const references = follows.length <= 10 ? follows : [...follows.slice(0, 1), ...follows.slice(-9)];
  return [field('In-Reply-To', last), field('References', references.join(' '))];
};

const listFields = (sort: MailSort, list: string): readonly Field[] => {
  if (sort.kind === 'personal') return [];
  return [
    field('List-Id', `<${list}>`),
    field('List-Help', `<${sort.help.href}>`),
    ...(sort.archive === null ? [] : [field('List-Archive', `<${sort.archive.href}>`)]),
    ...(sort.kind === 'bulletin' ? unsubscribeFields(sort.unsubscribe) : []),
  ];
};

/** One click needs an address that nobody on the way can read (RFC 8058 section 3.1). */
const unsubscribeFields = (unsubscribe: URL): readonly Field[] => [
  field('List-Unsubscribe', `<${unsubscribe.href}>`),
  ...(unsubscribe.protocol === 'https:' ? [field('List-Unsubscribe-Post', 'List-Unsubscribe=One-Click')] : []),
];
