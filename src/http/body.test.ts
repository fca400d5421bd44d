import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { instant } from '../base/time.ts';
import { createBudget } from '../conference/door/limits.ts';
import { readBody } from './body.ts';

/** A body that comes in pieces of 1,000 bytes, and how many of them were taken. */
const coming = (pieces: number, { breaks = false, declared = 0 }: { breaks?: boolean; declared?: number } = {}) => {
  let taken = 0;
  const bytes = async function* () {
    for (; taken < pieces;) {
      taken += 1;
      yield new Uint8Array(1000);
    }
    if (breaks) throw new Error('ECONNRESET');
  };
  return { body: { declared, bytes: bytes() }, taken: () => taken };
};

const clock = { now: () => START };
const START = instant(0);
const budget = () =>
  createBudget({ fromOne: { burst: 5000, perSecond: 1000 }, inAll: { burst: 8000, perSecond: 1000 } });

describe('a body', () => {
  it('is read whole where it is as large as it may be', async () => {
    const { body } = coming(4);
    const read = await readBody(body, { most: 4000, budget: budget(), sender: 'a', clock });
    assert.equal(read.ok && read.value.length, 4000);
    const empty = await readBody(coming(0).body, {
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
    assert.deepEqual(await readBody(large.body, allowance), { ok: false, error: { kind: 'too-large', most: 4000 } });
    assert.equal(large.taken(), 5);
    const said = coming(1_000_000, { declared: 1_000_000_000 });
    assert.equal((await readBody(said.body, allowance)).ok, false);
    assert.equal(said.taken(), 0);
  });

  it('that breaks off is nobody’s fault here', async () => {
    const { body } = coming(2, { breaks: true });
    assert.deepEqual(await readBody(body, { most: 4000, budget: budget(), sender: 'a', clock }), {
      ok: false,
      error: { kind: 'gone' },
    });
  });

  it('takes its sender’s share, and a share of all, which come back with time', async () => {
    let now = START;
    const room = budget();
    const read = async (sender: string) => {
      const whole = await readBody(coming(4).body, { most: 4000, budget: room, sender, clock: { now: () => now } });
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
