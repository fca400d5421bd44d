import { generateKeyPairSync } from 'node:crypto';
import type { Language, OrganisationId, Slug } from '../../src/base/ids.ts';
import { instant } from '../../src/base/time.ts';
import type { MailAddress } from '../../src/conference/post/address.ts';
import type { Mail } from '../../src/conference/post/mail.ts';
import type { Mailing, OutboxItem } from '../../src/conference/post/outbox.ts';
import { type Compose, createCompose } from '../../src/post/mail/compose.ts';
import type { DkimKey } from '../../src/conference/post/dkim-key.ts';
import { type Mailings, createMailings } from '../../src/post/mail/mailings.ts';
import { createTokens } from '../../src/post/mail/token.ts';

/** A host's post as tests have it: its names, its key, and mails to send. */

export const DOMAIN = 'post.example.org';
export const RIVERS = 'rivers' as Slug;

const SECRET = new Uint8Array(32).fill(5);

export const testMailings = (): Mailings =>
  createMailings(
    SECRET,
    createTokens(SECRET, () => []),
    DOMAIN,
  );

export const newDkimKey = (type: 'rsa' | 'ed25519'): DkimKey => {
  const { privateKey: key } =
    type === 'rsa' ? generateKeyPairSync('rsa', { modulusLength: 2048 }) : generateKeyPairSync('ed25519');
  return { domain: 'example.org', selector: `test-${type}`, key };
};

export const testCompose = (...keys: readonly DkimKey[]): Compose =>
  createCompose({
    mailings: testMailings(),
    from: (slug) => `${slug}@example.org` as MailAddress,
    domain: DOMAIN,
    keys,
  });

/** A circular's mailing to the `number`th delegate of an organisation. */
export const circularTo = (mailings: Mailings, number: number, more: Partial<Mailing> = {}): Mailing =>
  mailings.of({
    slug: RIVERS,
    key: null,
    kind: 'circular',
    entry: 17,
    organisation: 'diktyo' as OrganisationId,
    delegate: number,
    data: null,
    address: `delegate-${number}@example.net` as MailAddress,
    language: 'el' as Language,
    urgent: false,
    queued: instant(0),
    ...more,
  });

/** The same, as it is while it is being sent. */
export const sending = (mailing: Mailing): OutboxItem => ({
  ...mailing,
  attempts: 1,
  state: { kind: 'sending', since: mailing.queued },
});

export const circular = (more: Partial<Mail> = {}): Mail => ({
  from: 'Σύνοδος των Ποταμών',
  to: 'Άννα Κ.',
  subject: 'Ανακοίνωση προς όλους: συνεδρίαση της συντονιστικής ομάδας',
  content: {
    text: 'Αγαπητοί φίλοι,\n\nσας περιμένουμε.\n',
    html: '<p>Αγαπητοί φίλοι</p>',
    calendar: null,
    attachments: [],
  },
  follows: [],
  sort: { kind: 'notice', help: new URL('https://example.org/help'), archive: null },
  ...more,
});
