import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { instant } from '../base/time.ts';
import { createBudget } from '../conference/door/limits.ts';
import { readBody } from './body.ts';

/** A request whose body comes in pieces of 1,000 bytes, and how many of them were taken. */
const coming = (pieces: number, { breaks = false, length }: { breaks?: boolean; length?: number } = {}) => {
  let taken = 0;
  const body = new ReadableStream<Uint8Array>(
    {
      pull: (controller) => {
        if (taken === pieces) {
          if (breaks) controller.error(new Error('ECONNRESET'));
          else controller.close();
          return;
        }
        taken += 1;
        controller.enqueue(new Uint8Array(1000));
      },
    },
    { highWaterMark: 0 },
  );
  const headers = length === undefined ? {} : { 'content-length': `${length}` };
  const request = new Request('http://localhost', { method: 'POST', body, headers, duplex: 'half' });
  return { request, taken: () => taken };
};

const clock = { now: () => START };
const START = instant(0);
const budget = () =>
  createBudget({ fromOne: { burst: 5000, perSecond: 1000 }, inAll: { burst: 8000, perSecond: 1000 } });

describe('a body', () => {
  it('is read whole where it is as large as it may be', async () => {
    const { request } = coming(4);
    const read = await readBody(request, { most: 4000, budget: budget(), sender: 'a', clock });
    assert.equal(read.ok && read.value.length, 4000);
    const empty = await readBody(new Request('http://localhost', { method: 'POST' }), {
      most: 1,
      budget: budget(),
      sender: 'a',
      clock,
    });
    assert.equal(empty.ok && empty.value.length, 0);
  });

  it('that is too large is read no further than that shows, and not at all where it says so itself', async () => {
    const large = coming(1_000_000);
    const allowance = { most: 4000, budget: budget(), sender: 'a', clock };
    assert.deepEqual(await readBody(large.request, allowance), { ok: false, error: { kind: 'too-large', most: 4000 } });
    assert.equal(large.taken(), 5);
    const said = coming(1_000_000, { length: 1_000_000_000 });
    assert.equal((await readBody(said.request, allowance)).ok, false);
    assert.equal(said.taken(), 0);
  });

  it('that breaks off is nobody’s fault here', async () => {
    const { request } = coming(2, { breaks: true });
    assert.deepEqual(await readBody(request, { most: 4000, budget: budget(), sender: 'a', clock }), {
      ok: false,
      error: { kind: 'gone' },
    });
  });

  it('takes its sender’s share, and a share of all, which come back with time', async () => {
    let now = START;
    const room = budget();
    const read = async (sender: string) => {
      const whole = await readBody(coming(4).request, { most: 4000, budget: room, sender, clock: { now: () => now } });
      return whole.ok ? 'read' : whole.error.kind;
    };
    assert.equal(await read('a'), 'read');
    assert.equal(await read('a'), 'busy');
    assert.equal(await read('b'), 'busy');
    now = instant(4000);
    assert.equal(await read('a'), 'read');
    assert.equal(await read('b'), 'busy');
    now = instant(8000);
    assert.equal(await read('b'), 'read');
  });
});
