import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { hex, utf8 } from '../../src/base/bytes.ts';
import type { Language, OrganisationId } from '../../src/base/ids.ts';
import { instant } from '../../src/base/time.ts';
import { lostKeys } from '../../src/cli/lost-keys.ts';
import { stillClock, systemClock } from '../../src/conference/clock.ts';
import { createDamages } from '../../src/conference/damaged.ts';
import { loadOrCreateHostKey } from '../../src/conference/host-key.ts';
import { createHost } from '../../src/conference/host.ts';
import type { MailAddress } from '../../src/conference/post/address.ts';
import { loadOrCreateDkimKey } from '../../src/conference/dkim-file.ts';
import { FORGOTTEN } from '../../src/conference/post/personal.ts';
import { lastKnown, noteKnown } from '../../src/conference/time/known-file.ts';
import { Unusable } from '../../src/conference/unusable.ts';
import { loadOrCreateTokenKey } from '../../src/post/mail/token-key.ts';
import { sinceWhen } from '../../src/post/since.ts';
import { OUTBOX_MAIL } from '../../src/store/contract/outbox.ts';
import { openPostStores } from '../../src/store/sqlite/beside.ts';
import { openSqliteContacts } from '../../src/store/sqlite/contacts.ts';
import { openSqliteDrafts } from '../../src/store/sqlite/drafts.ts';
import { openSqliteLedger } from '../../src/store/sqlite/ledger.ts';
import { openSqliteOutbox } from '../../src/store/sqlite/outbox.ts';
import { openSqliteSessions } from '../../src/store/sqlite/sessions.ts';
import { openSqliteStore } from '../../src/store/sqlite/store.ts';
import { openSqliteTray } from '../../src/store/sqlite/tray.ts';
import { SLUG } from './rivers.ts';
import { accepted, smallConference, someText } from './small-conference.ts';

/** A data folder with something of everything in it, and what a node finds in it when it starts. */

const OWN = 'diktyo' as OrganisationId;
const ADDRESS = 'anna@example.org' as MailAddress;
const MAILS = [1, 2, 3, 4, 5, 6].map(OUTBOX_MAIL);
const LATE = instant(9_000_000_000_000);
const OVER = { kind: 'handed-over', answer: '250 ok', at: instant(8000) } as const;

const openBeside = (folder: string, note = createDamages((fault) => assert.fail(String(fault))).note) => ({
  post: openPostStores(folder, note),
  drafts: openSqliteDrafts(join(folder, 'drafts.sqlite'), note),
  sessions: openSqliteSessions(join(folder, 'sessions.sqlite'), note),
});

type Beside = ReturnType<typeof openBeside>;

/** Writes a round of everything. */
const write = async ({ post, drafts, sessions }: Beside, round: number): Promise<void> => {
  const base = { slug: SLUG, organisation: OWN } as const;
  await post.outbox.put(MAILS.slice(round * 3, round * 3 + 3));
  const [one] = await post.outbox.claim(LATE, 2);
  if (one !== undefined)
    await post.outbox.settle([{ slug: one.slug, key: one.key, attempts: one.attempts, state: OVER }]);
  for (const delegate of [1, 2])
    post.contacts.put({
      ...base,
      delegate: round * 2 + delegate,
      address: ADDRESS,
      confirmation: { kind: 'confirmed', at: instant(1) },
      language: 'el' as Language,
      zone: 'Europe/Athens',
      digest: 'daily',
      lastDigest: null,
      bulletins: true,
      push: null,
    });
  const from = { address: '192.0.2.1', name: 'mail.example.net' };
  const mail = { slug: SLUG, at: instant(1000), sender: ADDRESS, recipients: ['rivers@post.example'], from };
  await post.tray.keep({ ...mail, id: `m${round}`, raw: utf8(`Subject: ${round}\r\n\r\nWords.`.repeat(20)) });
  post.ledger.take([{ of: `somebody ${round}`, most: 5 }], instant(1000));
  const draft = { kind: 'table', text: null, revision: null, title: 'Rivers', version: 1, by: 1, pens: [] } as const;
  drafts.put({ ...base, ...draft, id: `d${round}`, body: 'Words of a draft. '.repeat(50), at: instant(1000) });
  sessions.put({
    ...base,
    tokenHash: `t${round}`,
    delegate: 1,
    key: 'SHA256:x' as never,
    created: instant(1000),
    expires: instant(100_000),
  });
};

/** Two folders as they lie on the disk while their node runs: one, and the same earlier. */
export const keptFolders = async (base: string) => {
  const [live, sound, older] = ['live', 'sound', 'older'].map((name) => join(base, name)) as [string, string, string];
  await mkdir(live, { recursive: true });
  const store = await openSqliteStore(live);
  const host = await createHost({
    store,
    hostKey: await loadOrCreateHostKey(join(live, 'host-key.pem')),
    origin: 'http://localhost',
  });
  const small = await smallConference(host, systemClock.now, ['alfa', 'beta'], { slug: SLUG });
  const [alfa] = small.speakers;
  assert.ok(alfa !== undefined);
  await loadOrCreateTokenKey(join(live, 'mail-key'));
  await loadOrCreateDkimKey(join(live, 'dkim.pem'));
  await sinceWhen(join(live, 'mail-since'), { now: () => instant(5000) });
  await noteKnown(live, { time: instant(Date.now()), steady: 1, boot: null });
  const beside = openBeside(live);
  for (const [round, to] of [older, sound].entries()) {
    accepted(await small.submit(alfa, 'text.table', someText()));
    await small.conference.checkpoint();
    accepted(await small.submit(alfa, 'text.table', someText()));
    await write(beside, round);
    await cp(live, to, { recursive: true });
  }
  await host.close();
  await store.close();
  await beside.post.close();
  beside.drafts.close();
  beside.sessions.close();
  return { sound, older };
};

/** What a start comes to. */
export interface Found {
  /** The sentence with which it ends; `null`: it goes on. */
  readonly refused: string | null;
  /** What whoever runs the node is told. */
  readonly told: readonly string[];
  /** All that can be read, to be compared. */
  readonly content: Readonly<Record<string, unknown>>;
  /** Whether acts are taken. */
  readonly takesActs: boolean;
  /** The mails that go out then, when all that is known of is queued anew. */
  readonly sent: readonly string[];
}

/** Opens a folder as a node does, looks at all of it, and sends what it would. */
export const startOn = async (folder: string): Promise<Found> => {
  const told: string[] = [];
  const tell = (fault: unknown): void => void told.push(fault instanceof Error ? fault.message : String(fault));
  const closing: (() => unknown)[] = [];
  try {
    await lastKnown(folder);
    const store = await openSqliteStore(folder);
    closing.push(store.close);
    const keyFile = join(folder, 'host-key.pem');
    if (!existsSync(keyFile) && (await store.acknowledged()).length > 0) throw new Unusable(`${keyFile} is missing`);
    const hostKey = await loadOrCreateHostKey(keyFile);
    lostKeys(folder).forEach(tell);
    const { note } = createDamages(tell);
    const sessions = openSqliteSessions(join(folder, 'sessions.sqlite'), note);
    closing.push(sessions.close);
    const drafts = openSqliteDrafts(join(folder, 'drafts.sqlite'), note);
    closing.push(drafts.close);
    const host = await createHost({ store, hostKey, origin: 'http://localhost', clock: stillClock, onFault: tell });
    closing.push(host.close);
    const contacts = openSqliteContacts(join(folder, 'contacts.sqlite'), note);
    closing.push(contacts.close);
    const outbox = openSqliteOutbox(join(folder, 'outbox.sqlite'), note);
    closing.push(outbox.close);
    const tray = openSqliteTray(join(folder, 'tray.sqlite'), note);
    closing.push(tray.close);
    closing.push(openSqliteLedger(join(folder, 'ledger.sqlite'), note).close);
    const conference = host.conference(SLUG);
    const [entries, hashes] = [await conference?.entries(0, Infinity), await conference?.attachmentHashes()];
    const attachments: unknown[] = [];
    for (const hash of hashes ?? []) attachments.push(await conference?.attachment(hash));
    const mails = tray.list(SLUG, ['new'], LATE, 100);
    const lines = drafts.of(SLUG, OWN);
    const content = {
      keys: [
        hostKey.publicKey,
        hex(await loadOrCreateTokenKey(join(folder, 'mail-key'))),
        (await loadOrCreateDkimKey(join(folder, 'dkim.pem'))).export({ type: 'pkcs8', format: 'pem' }),
        await sinceWhen(join(folder, 'mail-since'), systemClock),
      ],
      entries: entries?.map(({ hash }) => hash),
      attachments,
      contacts: contacts.all(SLUG),
      outbox: outbox.of(SLUG, 7),
      tray: mails.map((mail) => [mail, Buffer.from(tray.raw(SLUG, mail.id) ?? []).toString('latin1')]),
      drafts: [lines, lines.map(({ id }) => drafts.get(SLUG, id))],
      sessions: sessions.of(SLUG, OWN, 1, instant(2000)),
    };
    // What the postmaster and the courier do at a start.
    await outbox.release(instant(9000));
    await outbox.put(MAILS);
    const sent = (await outbox.claim(LATE, 100)).filter(({ address }) => address !== FORGOTTEN);
    return {
      refused: null,
      told,
      content,
      takesActs: conference !== null && !conference.isReadOnly(),
      sent: sent.map(({ key }) => key),
    };
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    return { refused: error.message, told, content: {}, takesActs: false, sent: [] };
  } finally {
    for (const close of closing.reverse()) await close();
  }
};
