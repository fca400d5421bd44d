import { NO_DOUBTS } from '../../src/conference/time/doubt.ts';
import { readFileSync } from 'node:fs';
import type { TestContext } from 'node:test';
import { createTransport } from 'nodemailer';
import { type Bytes, fromUtf8, utf8 } from '../../src/base/bytes.ts';
import type { Language, OrganisationId } from '../../src/base/ids.ts';
import type { Contact } from '../../src/conference/post/contacts.ts';
import type { MailAddress } from '../../src/conference/post/address.ts';
import type { Tray, TrayItem, Trust } from '../../src/conference/post/tray.ts';
import { after } from '../../src/base/time.ts';
import { attach } from '../../src/record/envelope.ts';
import { createAllowances } from '../../src/post/allowances.ts';
import { createReadAddress } from '../../src/post/inbound/addresses.ts';
import { createMailReading } from '../../src/post/inbound/apart.ts';
import { type Answer, type DeskDeps, createDesk } from '../../src/post/inbound/desk.ts';
import { startListener } from '../../src/post/inbound/listener.ts';
import { NO_TRUST } from '../../src/post/inbound/trust.ts';
import { createTokens } from '../../src/post/mail/token.ts';
import { rejectionInWords } from '../../src/web/act/rejection-words.ts';
import { createMemoryContacts } from '../../src/store/memory/contacts.ts';
import { createMemoryLedger } from '../../src/store/memory/ledger.ts';
import { createMemoryTray } from '../../src/store/memory/tray.ts';
import { START, SLUG } from './rivers.ts';
import { createManualClock } from '../../src/conference/clock.ts';
import { createHost } from '../../src/conference/host.ts';
import { generateHostKey } from '../../src/conference/host-key.ts';
import { createFaultyStore } from './faulty-store.ts';
import { type Speaker, accepted, smallConference, write } from './small-conference.ts';

/** A conference that takes mail in over a real socket, and has sent a circular that can be answered. */

export const DOMAIN = 'post.example';
export const MEMBERS = ['alfa', 'diktyo-potamon', 'reki', 'nehirler'] as const;
/** Where the delegates of the members write from, in `vectors/mail/replies` too. */
export const ADDRESSES = {
  alfa: 'ana@alfa.example',
  'diktyo-potamon': 'anna@diktyo-potamon.example',
  reki: 'ivan@reki.example',
  nehirler: 'ayse@nehirler.example',
} as const;

type Member = (typeof MEMBERS)[number];

const KEY = new Uint8Array(32).fill(7);

export const startMailRoom = async (t: TestContext, more: Partial<DeskDeps> & { readonly trust?: Trust } = {}) => {
  const clock = createManualClock(START);
  const host = await createHost({
    store: createFaultyStore(),
    clock,
    hostKey: generateHostKey(),
    origin: 'http://localhost',
  });
  t.after(host.close);
  const small = await smallConference(host, clock.now, MEMBERS, { slug: SLUG });
  const { conference } = small;
  const speaker = (name: Member): Speaker => small.speakers[MEMBERS.indexOf(name)] as Speaker;
  const words = attach(utf8('Γράψτε μας για τα νερά των πηγών.'));
  const circular = write(
    speaker('alfa'),
    { conference: small.id, made: clock.now() },
    'letter.send',
    {
      kind: 'letter',
      subject: 'Circular 7',
      language: 'el' as Language,
      answers: null,
      words: words.hash,
      files: [],
      correspondent: null,
      list: { kind: 'participants' },
    },
    { attachments: [words] },
  );
  accepted(await conference.submit(circular.envelope));

  const contacts = createMemoryContacts();
  for (const name of MEMBERS) contacts.put(contact(name));
  const tokens = createTokens(KEY, () => MEMBERS.map((name) => ({ slug: SLUG, organisation: name as OrganisationId })));
  const readAddress = createReadAddress({
    domain: DOMAIN,
    tokens,
    hasConference: (slug) => slug === SLUG,
    sent: () => null,
  });
  const tray: Tray = more.tray ?? createMemoryTray();
  const answers: Answer[] = [];
  const bounced: (readonly [string, string])[] = [];
  const faults: unknown[] = [];
  const allowances = createAllowances({ ledger: createMemoryLedger(), key: KEY, clock, isMember: () => true });
  const newDesk = () =>
    createDesk({
      tray,
      read: createMailReading((id) => id.endsWith(`@${DOMAIN}>`)),
      vouch: async () => more.trust ?? NO_TRUST,
      readAddress,
      contacts,
      conference: host.conference,
      sent: () => null,
      allowances,
      bounced: async (token, answer) => void bounced.push([token, answer]),
      answer: async (answer) => void answers.push(answer),
      inWords: (_slug, rejection, language) => rejectionInWords(conference, rejection, language),
      key: KEY,
      clock,
      doubts: NO_DOUBTS,
      onFault: (fault) => faults.push(fault),
      ...more,
    });
  const desk = newDesk();
  const listener = await startListener({
    protocol: 'lmtp',
    listen: { host: '127.0.0.1', port: 0 },
    host: DOMAIN,
    readAddress,
    keep: tray.keep,
    clock,
    onFault: (fault) => faults.push(fault),
  });
  t.after(async () => {
    await listener.close();
    await desk.close();
  });
  const transport = createTransport({ host: '127.0.0.1', port: listener.port, lmtp: true, ignoreTLS: true });

  return {
    ...small,
    clock,
    speaker,
    tray,
    desk,
    answers,
    bounced,
    faults,
    address: (purpose: 'reply' | 'bounce' | 'calendar', name: Member): string =>
      `${tokens.local(purpose, { slug: SLUG, organisation: name as OrganisationId, delegate: 1, circulation: 1 })}@${DOMAIN}`,
    /** The desk that deals with the same tray after the host has started again. */
    afterRestart: newDesk,
    /** Brings a mail to the door, and has it dealt with. */
    deliver: async (raw: Bytes | string, to: string, from: string = ADDRESSES['diktyo-potamon']): Promise<void> => {
      clock.set(after(clock.now(), 1));
      await transport.sendMail({ envelope: { from, to: [to] }, raw: Buffer.from(raw) });
      await desk.wake();
    },
    /** All mails that were kept, the first first. */
    items: (): readonly TrayItem[] =>
      tray
        .list(SLUG, ['new', 'placed', 'refused', 'waiting', 'done', 'ignored', 'bounce'], Infinity as never, 100)
        .toReversed(),
    /** The replies in the register, with their words. */
    replies: async () =>
      Promise.all(
        conference
          .state()
          .letters.filter(({ kind }) => kind === 'reply')
          .map(async ({ by, delegate, answers, subject, words, files, proven }) => {
            const kept = words === null ? null : await conference.attachment(words);
            return {
              by,
              delegate,
              proven,
              answers,
              subject,
              words: kept === null ? null : fromUtf8(kept.content),
              files,
            };
          }),
      ),
  };
};

const contact = (name: Member): Contact => ({
  slug: SLUG,
  organisation: name as OrganisationId,
  delegate: 1,
  address: ADDRESSES[name] as MailAddress,
  confirmation: { kind: 'confirmed', at: START },
  language: ({ alfa: 'en', 'diktyo-potamon': 'el', reki: 'bg', nehirler: 'tr' } as const)[name] as Language,
  zone: 'Europe/Athens',
  digest: 'never',
  lastDigest: null,
  bulletins: true,
  push: null,
});

/** A mail of `vectors/mail/replies`. */
export const replyVector = (file: string): Bytes =>
  new Uint8Array(readFileSync(new URL(`../../vectors/mail/replies/${file}`, import.meta.url)));
