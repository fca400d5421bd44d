import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock } from '../../src/conference/clock.ts';
import { createSmtpCarrier } from '../../src/post/mail/carrier.ts';
import { createCourier } from '../../src/post/courier.ts';
import { openSqliteOutbox } from '../../src/store/sqlite/outbox.ts';
import { circular, circularTo, newDkimKey, testCompose, testMailings } from './mail.ts';

/**
 * A courier in a process of its own, to be killed: `courier-child.ts FOLDER PORT RECIPIENTS LANES`. It queues one circular, says `queued`, sends
 * what is due, says `idle`, and ends.
 */

const [folder = '', port = '', recipients = '', lanes = ''] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const outbox = openSqliteOutbox(join(folder, 'outbox.sqlite'));
const mailings = testMailings();
const compose = testCompose(newDkimKey('rsa'));
const mail = circular();

await outbox.put(Array.from({ length: Number(recipients) }, (_, i) => circularTo(mailings, i + 1)));
console.log('queued');

const courier = createCourier({
  outbox,
  carrier: createSmtpCarrier({
    relay: { host: '127.0.0.1', port: Number(port), security: 'none', auth: null },
    name: 'post.example.org',
    connections: Number(lanes),
    ca: null,
  }),
  clock: systemClock,
  render: (item, now) => compose(item, mail, now),
  onSettled: () => undefined,
  onFault: (fault) => console.error(fault),
});
await courier.idle();
await courier.stop();
await outbox.close();
console.log('idle');
