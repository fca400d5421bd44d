import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { describe, it } from 'node:test';
import { dkimSign } from 'mailauth';
import type { OrganisationId, Slug } from '../../base/ids.ts';
import { foldedAddress } from '../../conference/post/address.ts';
import type { KeptMail } from '../../conference/post/tray.ts';
import type { OurAddress } from './addresses.ts';
import { type Placement, place } from './place.ts';
import { readMail } from './read.ts';
import { none } from '../../../test/kit/mail-in.ts';
import { createVouch, type Resolve } from './trust.ts';

/**
 * Mail in Anna's name by Mallory, who holds the key of evil.example and a machine that evil.example names, and tries what is known to make two readers of a
 * head see two authors: the collections of “Composition Kills” (USENIX Security 2020), VU#517845, and the bugs of mail programs and filters since.
 */

const ANNA = 'anna@example.org';
const MALLORY = 'mallory@evil.example';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const PEM = privateKey.export({ type: 'pkcs8', format: 'pem' });
const KEY = `v=DKIM1; k=rsa; p=${publicKey.export({ type: 'spki', format: 'der' }).toString('base64')}`;

const ZONE: Readonly<Record<string, string>> = {
  'k._domainkey.evil.example': KEY,
  'evil.example': 'v=spf1 ip4:203.0.113.9 -all',
  '_dmarc.evil.example': 'v=DMARC1; p=reject',
  // Anna's own key, under which Mallory has a mail of hers.
  'k._domainkey.example.org': KEY,
  't._domainkey.example.org': `${KEY}; t=y`,
  'example.org': 'v=spf1 ip4:192.0.2.1 -all',
  '_dmarc.example.org': 'v=DMARC1; p=reject',
};
const resolve: Resolve = async (domain, type) => {
  const text = type === 'TXT' ? ZONE[domain] : undefined;
  if (text === undefined) throw Object.assign(new Error('not found'), { code: 'ENOTFOUND' });
  return [[text]];
};
const vouch = createVouch(resolve, 'post.example');

interface Attack {
  /** The head's lines; characters below U+0100 are bytes. */
  readonly head: readonly string[];
  readonly end?: string;
  readonly sender?: string;
  readonly from?: KeptMail['from'];
  /** Who signed, under which selector, which fields, and how much of the body. */
  readonly signed?: { readonly by?: string; readonly key?: string; readonly fields?: string; readonly length?: number };
  /** What Mallory put on top of, and below, what was signed. */
  readonly added?: { readonly head?: string; readonly body?: string };
}

const REST = ['To: x@post.example', 'Subject: Re: Springs', 'Date: Sun, 22 Nov 2026 10:00:00 +0200'];
const MALLORYS: KeptMail['from'] = { address: '203.0.113.9', name: 'mx.evil.example' };

const rawOf = async ({ head, end = '\r\n', signed = {}, added = {} }: Attack): Promise<KeptMail['raw']> => {
  const message = Buffer.from([...head, ...REST, '', 'We withdraw.', ''].join(end), 'latin1');
  const { signatures } = await dkimSign(message, {
    signatureData: [
      {
        signingDomain: signed.by ?? 'evil.example',
        selector: signed.key ?? 'k',
        privateKey: PEM,
        ...(signed.length === undefined ? {} : { maxBodyLength: signed.length }),
      },
    ],
    ...(signed.fields === undefined ? {} : { headerList: signed.fields }),
  } as unknown as Parameters<typeof dkimSign>[1]);
  const before = `${signatures.replaceAll('\r\n', end)}${added.head ?? ''}`;
  return new Uint8Array(
    Buffer.concat([Buffer.from(before, 'latin1'), message, Buffer.from(added.body ?? '', 'latin1')]),
  );
};

const to = (purpose: 'reply' | 'general'): OurAddress =>
  purpose === 'general'
    ? { purpose, slug: 'rivers' as Slug }
    : { purpose, slug: 'rivers' as Slug, circulation: 7, organisation: 'diktyo' as OrganisationId, delegate: 2 };

const placed = async (attack: Attack, purpose: 'reply' | 'general'): Promise<Placement> => {
  const { sender = MALLORY, from = MALLORYS } = attack;
  const raw = await rawOf(attack);
  const mail = readMail(raw, sender, none);
  const trust = await vouch({ raw, sender, from }, mail.from?.address ?? null);
  const isAnna = foldedAddress(mail.from?.address ?? '') === ANNA;
  const known = isAnna ? [{ organisation: 'diktyo' as OrganisationId, delegate: 2 }] : [];
  return place({ mail, sender, trust, to: to(purpose), known, asked: ANNA, follows: [] });
};

const line = (from: string): Attack => ({ head: [`From: ${from}`] });
const genuine = { by: 'example.org' };

const ATTACKS: Readonly<Record<string, Attack>> = {
  'two mailboxes, the first unreadable': line(`"mallory x"@evil.example, ${ANNA}`),
  'two mailboxes': line(`${MALLORY}, ${ANNA}`),
  'two mailboxes, the other way': line(`Anna <${ANNA}>, Mallory <${MALLORY}>`),
  'two mailboxes by a semicolon': line(`${MALLORY}; ${ANNA}`),
  'two mailboxes by a space': line(`<${MALLORY}> <${ANNA}>`),
  'no comma between': line(`<${MALLORY}>${ANNA}`),
  'an empty mailbox first': line(`,${ANNA},`),
  'a domain literal first': line(`mallory@[203.0.113.9], ${ANNA}`),
  'an address without a domain first': line(`mallory, ${ANNA}`),
  'a group': line(`Rivers: ${MALLORY}, ${ANNA};`),
  'a group without members, and an author': line(`undisclosed:; ${ANNA}`),
  'a group named by an address': line(`<${MALLORY}>:<${ANNA}>`),
  'a group that is never closed': line(`a:b:${ANNA}`),
  'a route': line(`<@evil.example:${ANNA}>`),
  'a route of two': line(`<@evil.example,@b.example:${ANNA}>`),
  'an address in a quoted local part': line(`"${ANNA}> x"@evil.example`),
  'an address and a space in a quoted local part': line(`"${ANNA} x"@evil.example`),
  'a quoted name with brackets for a local part': line(`"Anna <${ANNA}>"@evil.example`),
  'a quoted local part that is the same unquoted': line('"anna"@example.org'),
  'an escaped sign': line(`"\\"${ANNA}\\"" ${MALLORY}`),
  'a quotation that is never closed': line(`"Anna <${ANNA}>`),
  'an unquoted sign in the name': line(`mallory@evil <${ANNA}>`),
  'an address before the address': line(`${ANNA} <${MALLORY}>`),
  'a comment in the address': line(`anna(x)@example.org`),
  'a comment in the domain': line(`anna@example(.evil.example).org`),
  'a comment behind the at sign': line(`anna@(evil.example)example.org`),
  'a comment that goes on as the domain': line(`${ANNA}(x).evil.example`),
  'a comment within a comment': line(`(a(${MALLORY})b) ${ANNA}`),
  'a comment with an address': line(`(${MALLORY}) <${ANNA}>`),
  'a comment that is never closed': line(`${ANNA} (x <${MALLORY}>`),
  'a comment that hides an author': line(`${ANNA} (, ${MALLORY})`),
  'encoded words for an address': line('=?utf-8?Q?anna=40example.org?='),
  'encoded words in the address': line('=?utf-8?Q?anna?=@example.org'),
  'encoded words in brackets': line('<=?utf-8?B?YW5uYUBleGFtcGxlLm9yZw==?=>'),
  'an encoded end of the text': line('<=?utf-8?Q?anna=40example.org=00?=@evil.example>'),
  'encoded words that hold a whole author': line(`=?utf-8?Q?Anna_=3Canna=40example.org=3E?= <${MALLORY}>`),
  'two at signs': line('anna@example.org@evil.example'),
  'something behind the brackets': line(`<${MALLORY}> ${ANNA}`),
  'brackets within brackets': line(`<<${ANNA}>>`),
  'a space in the address': line('anna @example.org'),
  'a dot at the end of the domain': line(`${ANNA}.`),
  'a full-width at sign': line('anna\xef\xbc\xa0example.org'),
  'a domain with letters of another alphabet': line('anna@ex\xd0\xb0mple.org'),
  'a domain of full-width letters': line('anna@\xef\xbd\x85xample.org'),
  'a domain with a soft hyphen': line('anna@exam\xc2\xadple.org'),
  'eight bits that are no text': line('anna@example.org\xff'),
  'a NUL in the address': line(`anna@example.org\0.evil.example`),
  'a NUL before it': line(`${MALLORY}\0,${ANNA}`),
  'a carriage return of its own': line(`${MALLORY}\rFrom: ${ANNA}`),
  'a vertical tab': line(`${MALLORY}\v${ANNA}`),
  'a line feed of its own': { head: [`X: y\nFrom: ${ANNA}`, `From: ${MALLORY}`] },
  'a line feed of its own, and nothing else': { head: [`X: y\nFrom: ${ANNA}`] },
  'an address beyond the longest line': line(`${'x'.repeat(16_380)} <${ANNA}>`),
  'an address behind a long name': line(`"${'x'.repeat(1000)}" <${ANNA}>`),
  'two fields': { head: [`From: ${MALLORY}`, `From: ${ANNA}`] },
  'two fields, the other way': { head: [`From: ${ANNA}`, `From: ${MALLORY}`] },
  'two fields, one in capitals': { head: [`FROM: ${ANNA}`, `from: ${MALLORY}`] },
  'a space before the colon': { head: [`From : ${ANNA}`, `From: ${MALLORY}`] },
  'a space before the colon, alone': { head: [`From : ${ANNA}`] },
  'a tab before the colon': { head: [`From: ${ANNA}`, `From\t: ${MALLORY}`] },
  'a space before the field': { head: [` From: ${MALLORY}`, `From: ${ANNA}`] },
  'a name that is folded': { head: ['From', ` : ${MALLORY}`, `From: ${ANNA}`] },
  'a name with a NUL': { head: [`From\0: ${MALLORY}`, `From: ${ANNA}`] },
  'a name with a hidden letter': { head: [`\xe2\x80\x8bFrom: ${MALLORY}`, `From: ${ANNA}`] },
  'a name behind a byte order mark': { head: [`\xef\xbb\xbfFrom: ${ANNA}`] },
  'a line that is no field': { head: ['x', `From: ${ANNA}`] },
  'a no-break space for a fold': { head: [`From: ${MALLORY},`, `\xc2\xa0${ANNA}`] },
  'a line of spaces, which some read as the end': { head: ['X: y', '  ', `From: ${ANNA}`] },
  'an address that is folded': { head: ['From: <anna@', ' example.org>'] },
  'no field': { head: ['X: y', `Sender: ${ANNA}`, `Reply-To: ${ANNA}`, `Return-Path: <${ANNA}>`] },
  'an empty field': { head: ['From:', `Resent-From: ${ANNA}`, `X-Original-From: ${ANNA}`] },
  'two of another field': { head: [`From: ${ANNA}`, 'Content-Type: text/plain', 'Content-Type: text/html'] },
  'her name, plainly': line(`Anna <${ANNA}>`),
  'results that the sender wrote': {
    head: [
      'Authentication-Results: post.example; dkim=pass header.d=example.org; dmarc=pass header.from=example.org',
      'ARC-Authentication-Results: i=1; post.example; dmarc=pass',
      'Received-SPF: pass',
      `From: ${ANNA}`,
    ],
  },
  'a return path in the head and none in the envelope': {
    head: [`Return-Path: <${ANNA}>`, `From: ${ANNA}`],
    sender: '',
    from: { address: '203.0.113.9', name: 'example.org' },
  },
  'a sender who is two': { ...line(ANNA), sender: `"x@example.org"@evil.example` },
  'a name at the greeting that vouches for itself': {
    ...line(ANNA),
    sender: 'mallory@nowhere.example.org',
    from: { address: '203.0.113.9', name: 'evil.example' },
  },
  'a machine that calls itself by an address': {
    head: [
      'Received: from x ([192.0.2.1]) by y (evil [203.0.113.9]) by post.example; Sun, 22 Nov 2026 10:00:00 +0200',
      `From: ${ANNA}`,
    ],
    sender: ANNA,
    from: { address: '127.0.0.1', name: 'localhost' },
  },
  'a field below that names another machine': {
    head: [
      'Received: by post.example (Postfix, from userid 33) id 1; Sun, 22 Nov 2026 10:00:00 +0200',
      'Received: from mx.example.org (mx.example.org [192.0.2.1]) by post.example; Sun, 22 Nov 2026 10:00:00 +0200',
      `From: ${ANNA}`,
    ],
    sender: ANNA,
    from: { address: '127.0.0.1', name: 'localhost' },
  },
  'a domain that ends the signer’s name for some': { ...line(ANNA), signed: { by: 'evil.example(.example.org' } },
  'a signature for a domain above': { ...line(ANNA), signed: { by: 'org' } },
  'a signature that leaves the author out': { ...line(ANNA), signed: { ...genuine, fields: 'Subject:Date:To' } },
  'her words, with more below them': { ...line(ANNA), signed: { ...genuine, length: 5 }, added: { body: 'x\r\n' } },
  'her mail, with another author on top': { ...line(ANNA), signed: genuine, added: { head: `From: ${ANNA}\r\n` } },
  'her mail, with another subject': {
    ...line(ANNA),
    signed: { ...genuine, fields: 'From:Date:To' },
  },
  'her mail, under a key that is tried out': { ...line(ANNA), signed: { ...genuine, key: 't' } },
};

describe('mail in a delegate’s name', () => {
  for (const [name, attack] of Object.entries(ATTACKS))
    it(`is nobody’s: ${name}`, async () => {
      for (const purpose of ['reply', 'general'] as const) {
        const placement = await placed(attack, purpose);
        assert.ok(placement.kind === 'waiting' || placement.kind === 'refused' || placement.kind === 'automatic');
        assert.notEqual(purpose === 'reply' && placement.kind === 'refused' && placement.why.kind, 'nothing-said');
      }
    });

  it('is hers where her domain vouches for all of it', async () => {
    const mail: Attack = { ...line(`"Anna, of the Network" <${ANNA}>`), signed: genuine };
    for (const purpose of ['reply', 'general'] as const) assert.equal((await placed(mail, purpose)).kind, 'reply');
    const brought = `from [10.0.0.1] (mx.example.org [192.0.2.1]) (using TLSv1.3 (256/256 bits)) by post.example; x`;
    const bySpf: Attack = {
      head: [`Received: ${brought}`, `From: ${ANNA}`],
      sender: ANNA,
      from: { address: '127.0.0.1', name: 'localhost' },
    };
    assert.equal((await placed(bySpf, 'general')).kind, 'reply');
  });
});
