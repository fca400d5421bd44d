import assert from 'node:assert/strict';
import { it } from 'node:test';
import { HOUR, MINUTE, after } from '../src/base/time.ts';
import { createMemoryTray } from '../src/store/memory/tray.ts';
import { ADDRESSES, replyVector, startMailRoom } from './kit/mail-room.ts';

it('a mail is dealt with by itself where the tray has refused, once, however long it did', async (t) => {
  const tray = createMemoryTray();
  let refuses: 'settle' | 'expire' | null = 'settle';
  const attempted = <T>(write: typeof refuses, work: () => T): T => {
    if (refuses === write) throw new Error('disk full');
    return work();
  };
  const room = await startMailRoom(t, {
    tray: {
      ...tray,
      settle: async (...given) => attempted('settle', () => tray.settle(...given)),
      expire: (...given) => attempted('expire', () => tray.expire(...given)),
    },
  });
  const pass = async (ms: number): Promise<void> => {
    room.clock.set(after(room.clock.now(), ms));
    await room.desk.wake();
  };
  await room.deliver(replyVector('gmail-bg.eml'), room.address('reply', 'reki'), ADDRESSES.reki);
  await pass(MINUTE);
  refuses = 'expire';
  await pass(MINUTE);
  assert.equal(room.items()[0]?.fate.kind, 'new');
  refuses = null;
  await pass(HOUR);
  assert.equal(room.items()[0]?.fate.kind, 'placed');
  assert.equal((await room.replies()).length, 1);
  assert.deepEqual([...new Set(room.faults.map(String))], ['Error: disk full']);
});
