import assert from 'node:assert/strict';
import { createPrivateKey } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import ICAL from 'ical.js';
import { createTransport } from 'nodemailer';
import PostalMime, { type Email } from 'postal-mime';
import { fromUtf8, utf8 } from '../src/base/bytes.ts';
import type { Language, OrganisationId } from '../src/base/ids.ts';
import { DAY, HOUR, after as later } from '../src/base/time.ts';
import type { BodyOf } from '../src/charter/acts.ts';
import { generateHostKey } from '../src/conference/host-key.ts';
import { NO_LIMITS } from '../src/conference/door/limits.ts';
import type { MailAddress } from '../src/conference/post/address.ts';
import { openPost } from '../src/node-post.ts';
import { type RunningNode, createNode } from '../src/node.ts';
import { openSearchIndexes } from '../src/store/search/indexes.ts';
import type { RunningPost } from '../src/post/post.ts';
import { attach } from '../src/record/envelope.ts';
import { createMemoryContacts } from '../src/store/memory/contacts.ts';
import { createMemoryOutbox } from '../src/store/memory/outbox.ts';
import { createMemoryLedger } from '../src/store/memory/ledger.ts';
import { createMemoryTray } from '../src/store/memory/tray.ts';
import { createTestClock } from './kit/clock.ts';
import { dkimResults } from './kit/dkim.ts';
import { keptInMemory } from './kit/kept.ts';
import { type MailServer, startMailServer } from './kit/mail-server.ts';
import { SLUG } from './kit/rivers.ts';
import { type SmallConference, accepted, smallConference, write } from './kit/small-conference.ts';

/** A node with its post as it is put together for real: what goes out over SMTP is answered over LMTP, and both are on the record. */

const DOMAIN = 'post.example.org';
const clock = createTestClock();
const contacts = createMemoryContacts();
const outbox = createMemoryOutbox();
let server: MailServer;
let node: RunningNode;
let post: RunningPost;
let rivers: SmallConference;
let folder: string;

const ADDRESS = 'vera@beta.example';
const faults: unknown[] = [];

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'isonomia-'));
  server = await startMailServer();
  const relay = { host: '127.0.0.1', port: server.port, security: 'none', auth: null } as const;
  const door = { protocol: 'lmtp', host: '127.0.0.1', port: 0 } as const;
  const origin = 'https://rivers.example';
  const onFault = (fault: unknown): void => void faults.push(fault);
  node = await createNode({
    openIndexes: () => openSearchIndexes(null),
    kept: keptInMemory(),
    hostKey: generateHostKey(),
    clock,
    limits: NO_LIMITS,
    origin,
    proxies: 0,
    version: '0.0.0',
    sample: null,
    founding: () => ({ isOpen: () => false, spend: () => false }),
    openPost: async (host, wordings) => {
      const mail = { domain: DOMAIN, relay, door };
      const [tray, ledger] = [createMemoryTray(), createMemoryLedger()];
      const resolve = (): Promise<never> =>
        Promise.reject(Object.assign(new Error('No such name'), { code: 'ENOTFOUND' }));
      post = await openPost({
        mail,
        folder,
        resolve,
        host,
        outbox,
        contacts,
        tray,
        ledger,
        wordings,
        clock,
        origin,
        onFault,
      });
      return post;
    },
    onFault,
  });
  rivers = await smallConference(node.host, clock.now);
  contacts.put({
    slug: SLUG,
    organisation: 'beta' as OrganisationId,
    delegate: 1,
    address: ADDRESS as MailAddress,
    confirmation: { kind: 'confirmed', at: clock.now() },
    language: 'el' as Language,
    zone: 'Europe/Athens',
    digest: 'never',
    lastDigest: null,
    bulletins: true,
    push: null,
  });
});

after(async () => {
  await node.close();
  await server.close();
  await rm(folder, { recursive: true });
});

/** The mail that went out last, once everything that is due has gone. */
const lastMail = async (): Promise<Email> => {
  await post.idle();
  return PostalMime.parse(server.taken.at(-1)?.message ?? assert.fail('No mail went out'));
};

/** Answers as a mail program does, and waits until it is dealt with. */
const answer = async (
  to: string,
  mail: Parameters<ReturnType<typeof createTransport>['sendMail']>[0],
): Promise<void> => {
  const port = post.mailRoom?.port ?? assert.fail('Nowhere to bring it');
  const door = createTransport({ host: '127.0.0.1', port, lmtp: true, ignoreTLS: true });
  await door.sendMail({ envelope: { from: ADDRESS, to: [to] }, from: ADDRESS, to, ...mail });
  await post.idle();
};

const state = () => rivers.conference.state();

describe('a node with a post', () => {
  it('takes a circular to a delegate in their language, and their answer to the register', async () => {
    const words = attach(utf8('We meet in Ohrid.'));
    const body: BodyOf<'letter.send'> = {
      kind: 'circular',
      subject: 'The next assembly',
      language: 'en' as Language,
      answers: null,
      words: words.hash,
      files: [],
      correspondent: null,
      list: { kind: 'participants' },
    };
    const [alfa = assert.fail()] = rivers.speakers;
    const head = { conference: rivers.id, made: clock.now() };
    accepted(await rivers.conference.submit(write(alfa, head, 'letter.send', body, { attachments: [words] }).envelope));
    const mail = await lastMail();
    assert.match(mail.text ?? '', /We meet in Ohrid\./u);
    assert.match(mail.text ?? '', /Μπορείτε να απαντήσετε/u);
    assert.equal(
      mail.headers.find(({ key }) => key === 'list-unsubscribe'),
      undefined,
    );
    const key = createPrivateKey(await readFile(join(folder, 'dkim.pem')));
    const message = server.taken.at(-1)?.message ?? assert.fail();
    const [signature] = await dkimResults(message, { domain: DOMAIN, selector: 'isonomia', key });
    assert.deepEqual([signature?.result, signature?.domain], ['pass', DOMAIN]);
    const delivery = [...(state().circulations[0]?.recipients ?? [])];
    assert.deepEqual(
      delivery.map(([id, { mail }]) => [id, mail?.result, mail?.code]),
      [
        ['beta', 'handed-over', 250],
        ['gama', 'no-address', null],
      ],
    );

    const [{ address = '' } = {}] = mail.replyTo ?? [];
    await answer(address, {
      subject: 'Re: circular',
      text: 'Θα έρθουμε τρεις.\n\nΣτις 1/12/2026 η Vera έγραψε:\n> We meet in Ohrid.\n',
    });
    const letter = state().letters.at(-1) ?? assert.fail();
    assert.deepEqual([letter.kind, letter.by, letter.delegate, letter.answers], ['reply', 'beta', 1, 1]);
    const kept = letter.words === null ? null : await rivers.conference.attachment(letter.words);
    assert.equal(fromUtf8(kept?.content ?? new Uint8Array()), 'Θα έρθουμε τρεις.');
  });

  it('invites to an assembly by calendar, and takes the answer as attendance', async () => {
    const [alfa = assert.fail(), , gama = assert.fail()] = rivers.speakers;
    const starts = later(clock.now(), 40 * DAY);
    const notice = {
      starts,
      ends: later(starts, 8 * HOUR),
      zone: 'Europe/Skopje',
      place: 'Охрид',
      link: null,
      languages: ['en' as Language],
      words: null,
      public: false,
    };
    accepted(await rivers.submit(alfa, 'meeting.convene', { kind: 'assembly', notice }));
    accepted(await rivers.submit(gama, 'meeting.second', { meeting: 1 }));
    const mail = await lastMail();
    const part = mail.attachments.find(({ mimeType }) => mimeType === 'text/calendar') ?? assert.fail('No invitation');
    const text =
      typeof part.content === 'string' ? part.content : Buffer.from(part.content as ArrayBuffer).toString('utf8');
    const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
    assert.equal(calendar.getFirstPropertyValue('method'), 'REQUEST');
    const event = calendar.getFirstSubcomponent('vevent') ?? assert.fail();
    const organiser = String(event.getFirstPropertyValue('organizer')).replace('mailto:', '');

    calendar.updatePropertyWithValue('method', 'REPLY');
    event.getFirstProperty('attendee')?.setParameter('partstat', 'ACCEPTED');
    await answer(organiser, {
      subject: 'Accepted',
      text: '',
      icalEvent: { method: 'REPLY', content: calendar.toString() },
    });
    const reply = state().meetings[0]?.replies.get('beta' as OrganisationId);
    assert.deepEqual([reply?.reply, reply?.byMail], ['coming', true]);
  });

  it('sends the code by which an address is confirmed', async () => {
    const contact = contacts.get(SLUG, 'beta' as OrganisationId, 1) ?? assert.fail();
    await post.sendCode(contact, '123456');
    const mail = await lastMail();
    assert.match(mail.subject ?? '', /123456/u);
    assert.equal(mail.to?.[0]?.address, ADDRESS);
  });

  it('answers no stranger, and keeps the mail', async () => {
    const before = server.taken.length;
    const stranger = {
      from: 'mallory@elsewhere.example',
      envelope: { from: 'mallory@elsewhere.example', to: [`${SLUG}@${DOMAIN}`] },
    };
    for (const text of ['Let me in.', 'Let me in!'])
      await answer(`${SLUG}@${DOMAIN}`, { ...stranger, subject: 'Hello', text });
    await post.idle();
    assert.equal(server.taken.length, before);
    assert.equal(post.tray.tally(SLUG).waiting, 2);
    assert.deepEqual(faults, []);
  });
});
