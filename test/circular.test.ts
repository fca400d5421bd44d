import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, describe, it } from 'node:test';
import type { Language } from '../src/base/ids.ts';
import { utf8 } from '../src/base/bytes.ts';
import { systemClock } from '../src/conference/clock.ts';
import type { MailAddress } from '../src/conference/post/address.ts';
import { attach } from '../src/record/envelope.ts';
import { openSqliteContacts } from '../src/store/sqlite/contacts.ts';
import { type MailServer, startMailServer } from './kit/mail-server.ts';
import { SLUG, serve, withFolder } from './kit/served.ts';
import { type Speaker, smallConference, write } from './kit/small-conference.ts';

/** A whole node that sends a circular to twelve organisations, and is killed while it does. */

const NAMES = Array.from({ length: 13 }, (_, i) => `organisation-${i}`);
const BOUNCING = new Set(['organisation-3@example.net', 'organisation-9@example.net']);
const SLOW = 'organisation-5@example.net';

/** After how many mails the node is killed: some in every run, more by `npm run test:long`. */
const MOMENTS = process.env['LONG'] === undefined ? [0, 4, 9] : Array.from({ length: 12 }, (_, i) => i);

/** A conference of thirteen, twelve of which have given an address. */
const prepare = (data: string) =>
  withFolder(data, async ({ host }) => {
    const { id, speakers } = await smallConference(host, systemClock.now, NAMES, { slug: SLUG });
    const contacts = openSqliteContacts(join(data, 'contacts.sqlite'));
    for (const { organisation } of speakers.slice(1)) {
      contacts.put({
        slug: SLUG,
        organisation,
        delegate: 1,
        address: `${organisation}@example.net` as MailAddress,
        confirmation: { kind: 'confirmed', at: systemClock.now() },
        language: 'en' as Language,
        zone: 'UTC',
        digest: 'never',
        lastDigest: null,
        bulletins: true,
        push: null,
      });
    }
    contacts.close();
    return { id, first: speakers[0] as Speaker };
  });

const circular = ({ id, first }: Awaited<ReturnType<typeof prepare>>) => {
  const words = attach(utf8('We meet in Ohrid.'));
  const body = {
    kind: 'circular',
    subject: 'The next assembly',
    language: 'en' as Language,
    answers: null,
    words: words.hash,
    files: [],
    correspondent: null,
    list: { kind: 'participants' },
  } as const;
  const head = { conference: id, made: systemClock.now() };
  return write(first, head, 'letter.send', body, { attachments: [words] }).envelope;
};

/** What the record in this folder says of each organisation's mail, once it says something of all. */
const outcomesIn = (data: string) =>
  withFolder(data, async ({ host }) => {
    const circulation = host.conference(SLUG)?.state().circulations[0];
    return new Map([...(circulation?.recipients ?? [])].map(([name, { mail }]) => [name as string, mail]));
  });

const environmentOf = (server: MailServer): NodeJS.ProcessEnv => ({
  ISONOMIA_MAIL: 'post.example.org',
  ISONOMIA_SMTP: `smtp://127.0.0.1:${server.port}`,
});

/** Resolves when the server has taken or refused a mail to everyone, some perhaps twice. */
const allAnswered = async (server: MailServer): Promise<void> => {
  const answered = (): number => new Set([...server.taken.map(({ to }) => to), ...server.turnedAway]).size;
  for (let most = NAMES.length - 1; answered() < NAMES.length - 1; most++) await server.seen(most);
};

/** Sends, kills the node after so many mails, starts it again, and gives back what is known then. */
const sendAndKill = async (t: TestContext, moment: number) => {
  const data = await mkdtemp(join(tmpdir(), 'isonomia-'));
  const { promise: gate, resolve: open } = Promise.withResolvers<void>();
  const server = await startMailServer({
    answer: (to) => (BOUNCING.has(to) ? '550 5.1.1 no such user' : null),
    before: (to) => (to === SLOW ? gate : Promise.resolve()),
  });
  t.after(async () => {
    open();
    await server.close();
    await rm(data, { recursive: true });
  });
  const envelope = circular(await prepare(data));
  const node = await serve(data, { environment: environmentOf(server) });
  const sent = await fetch(node.door, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: envelope,
  });
  assert.equal(sent.status, 201, await sent.text());
  await server.seen(moment);
  await node.end('SIGKILL');
  await server.left();
  open();

  const again = await serve(data, { environment: environmentOf(server) });
  await allAnswered(server);
  // Told to end, it brings what it knows onto the record first.
  await again.end('SIGTERM');
  return { server, outcomes: await outcomesIn(data) };
};

describe('a circular to twelve organisations, two of which bounce and one is slow', () => {
  for (const moment of MOMENTS) {
    it(`ends with the right record and no double when the node is killed after ${moment} mails`, async (t) => {
      const { server, outcomes } = await sendAndKill(t, moment);
      const confirmed = server.taken.filter((mail) => mail.confirmed);
      assert.equal(new Set(confirmed.map(({ to }) => to)).size, confirmed.length, 'a mail was confirmed twice');
      assert.deepEqual(
        new Set(server.taken.map(({ to }) => to)),
        new Set(
          NAMES.slice(1)
            .map((name) => `${name}@example.net`)
            .filter((to) => !BOUNCING.has(to)),
        ),
      );
      // A server that took a mail and could not say so gets the very same mail again (RFC 1047).
      for (const mails of Map.groupBy(server.taken, ({ to }) => to).values())
        assert.equal(new Set(mails.map(({ messageId }) => messageId)).size, 1);
      for (const name of NAMES.slice(1)) {
        const expected = BOUNCING.has(`${name}@example.net`) ? ['bounced', 550] : ['handed-over', 250];
        const mail = outcomes.get(name);
        assert.deepEqual([mail?.result, mail?.code], expected, name);
      }
    });
  }
});
