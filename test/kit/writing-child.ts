import { setTimeout as pause } from 'node:timers/promises';
import { join } from 'node:path';
import { utf8 } from '../../src/base/bytes.ts';
import type { Language, OrganisationId } from '../../src/base/ids.ts';
import { instant } from '../../src/base/time.ts';
import type { MailAddress } from '../../src/conference/post/address.ts';
import { createHost } from '../../src/conference/host.ts';
import { generateHostKey } from '../../src/conference/host-key.ts';
import { systemClock } from '../../src/conference/clock.ts';
import { OUTBOX_MAIL } from '../../src/store/contract/outbox.ts';
import { openPostStores } from '../../src/store/sqlite/beside.ts';
import { openSqliteDrafts } from '../../src/store/sqlite/drafts.ts';
import { openSqliteSessions } from '../../src/store/sqlite/sessions.ts';
import { openSqliteStore } from '../../src/store/sqlite/store.ts';
import { SLUG } from './rivers.ts';
import { smallConference, someText, write } from './small-conference.ts';

/**
 * A process that writes to every store of a folder, again and again, until it is killed: `writing-child.ts FOLDER`. It says `ok NAME NUMBER` of what it was told is kept, and `no NAME` of what it was told is
 * not; `begun`, when all has been written once.
 */

const [folder = ''] = process.argv.slice(2);
const post = openPostStores(folder);
const drafts = openSqliteDrafts(join(folder, 'drafts.sqlite'));
const sessions = openSqliteSessions(join(folder, 'sessions.sqlite'));
const records = await openSqliteStore(folder);
const host = await createHost({ store: records, hostKey: generateHostKey(), origin: 'http://localhost' });
const small = await smallConference(host, systemClock.now, ['alfa', 'beta'], { slug: SLUG });
const [alfa] = small.speakers;
if (alfa === undefined) throw new TypeError('Nobody is there');
const own = { slug: SLUG, organisation: 'diktyo' as OrganisationId } as const;

const writes: Readonly<Record<string, (number: number) => unknown>> = {
  records: async () => {
    const head = { conference: small.id, made: systemClock.now() };
    const answer = await small.conference.submit(write(alfa, head, 'text.table', someText()).envelope);
    if (!answer.ok) throw new Error(JSON.stringify(answer.error));
    return answer.value.index;
  },
  signed: async () => {
    const { size } = small.conference.state();
    await small.conference.checkpoint();
    return size;
  },
  contacts: (delegate) =>
    post.contacts.put({
      ...own,
      delegate,
      address: 'anna@example.org' as MailAddress,
      confirmation: { kind: 'unconfirmed' },
      language: 'el' as Language,
      zone: 'UTC',
      digest: 'never',
      lastDigest: null,
      bulletins: true,
      push: null,
    }),
  outbox: (number) => post.outbox.put([OUTBOX_MAIL(number)]),
  tray: (number) =>
    post.tray.keep({
      slug: SLUG,
      id: `m${number}`,
      at: instant(1),
      sender: '',
      recipients: [],
      from: { address: '', name: '' },
      raw: utf8('words'),
    }),
  drafts: (number) =>
    drafts.put({
      ...own,
      id: `d${number}`,
      kind: 'table',
      text: null,
      revision: null,
      title: '',
      body: 'words',
      version: 1,
      by: 1,
      at: instant(1),
      pens: [],
    }),
  sessions: (number) =>
    sessions.put({
      ...own,
      tokenHash: `t${number}`,
      delegate: number,
      key: 'SHA256:x' as never,
      created: instant(0),
      expires: instant(9),
    }),
};

for (let number = 1; ; number += 1) {
  for (const [name, work] of Object.entries(writes)) {
    try {
      const said = await work(number);
      console.log(`ok ${name} ${typeof said === 'number' && name !== 'outbox' ? said : number}`);
    } catch {
      console.log(`no ${name}`);
    }
  }
  if (number === 1) console.log('begun');
  await pause(1);
}
