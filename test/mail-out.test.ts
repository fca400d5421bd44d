import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createPrivateKey } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { it } from 'node:test';
import PostalMime from 'postal-mime';
import type { OrganisationId } from '../src/base/ids.ts';
import { systemClock } from '../src/conference/clock.ts';
import type { Outcome } from '../src/conference/post/outbox.ts';
import { createMailOut, openMailIdentity } from '../src/post/mail-out.ts';
import { openSqliteOutbox } from '../src/store/sqlite/outbox.ts';
import { dkimResults } from './kit/dkim.ts';
import { startMailServer } from './kit/mail-server.ts';
import { DOMAIN, RIVERS, circular, circularTo } from './kit/mail.ts';

it('a node’s mail arrives, signed under its own domain, and its addresses lead back to what was sent to whom', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'isonomia-'));
  const server = await startMailServer();
  t.after(async () => {
    await server.close();
    await rm(folder, { recursive: true });
  });
  const known = [{ slug: RIVERS, organisation: 'diktyo' as OrganisationId }];
  const outbox = openSqliteOutbox(join(folder, 'outbox.sqlite'));
  const identity = await openMailIdentity(folder, DOMAIN, () => known);
  const settled: Outcome[] = [];
  const mailOut = createMailOut({
    identity,
    domain: DOMAIN,
    relay: { host: '127.0.0.1', port: server.port, security: 'none', auth: null },
    outbox,
    clock: systemClock,
    render: async ({ delegate }) => (delegate === 2 ? null : circular()),
    onSettled: (outcomes) => settled.push(...outcomes),
    onFault: (fault) => assert.fail(String(fault)),
  });
  await mailOut.send([1, 2, 3].map((delegate) => circularTo(identity.mailings, delegate)));
  await mailOut.idle();
  await mailOut.stop();
  await outbox.close();

  assert.deepEqual(settled.map(({ key, state }) => `${key} ${state.kind}`).toSorted(), [
    '17/diktyo/1 handed-over',
    '17/diktyo/2 given-up',
    '17/diktyo/3 handed-over',
  ]);
  const taken = server.taken.find(({ to }) => to === 'delegate-3@example.net') ?? assert.fail();
  const key = createPrivateKey(await readFile(join(folder, 'dkim.pem')));
  const [signature] = await dkimResults(taken.message, { domain: DOMAIN, selector: 'isonomia', key });
  assert.deepEqual([signature?.result, signature?.domain], ['pass', DOMAIN]);
  const mail = await PostalMime.parse(taken.message);
  assert.equal(mail.from?.address, `${RIVERS}@${DOMAIN}`);

  // Another process, which has given nothing out.
  const { tokens } = await openMailIdentity(folder, DOMAIN, () => known);
  const meaning = { slug: RIVERS, circulation: 17, organisation: 'diktyo', delegate: 3 };
  const local = (address: string | undefined): string => address?.split('@')[0] ?? '';
  assert.deepEqual(tokens.read(local(taken.from)), { ...meaning, purpose: 'bounce' });
  assert.deepEqual(tokens.read(local(mail.replyTo?.[0]?.address)), { ...meaning, purpose: 'reply' });
});
