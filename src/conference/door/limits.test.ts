import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { type Instant, SECOND } from '../../base/time.ts';
import { callerAt, createLimiter, forwardedFor } from './limits.ts';

const at = (ms: number): Instant => ms as Instant;

describe('a limiter', () => {
  it('lets a burst through, then one more as each token comes back', () => {
    const limiter = createLimiter({ burst: 3, perSecond: 2 });
    assert.deepEqual(
      [1, 2, 3].map(() => limiter.take('a', at(0))),
      [0, 0, 0],
    );
    assert.equal(limiter.take('a', at(0)), 500);
    assert.equal(limiter.wait('a', at(400)), 100);
    assert.equal(limiter.take('a', at(500)), 0);
    assert.equal(limiter.take('a', at(500)), 500);
    assert.equal(limiter.take('b', at(500)), 0);
  });

  it('never grants more than the burst and what time has brought', () => {
    const steps = fc.array(fc.nat(3000), { maxLength: 200 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 20 }), steps, (burst, perSecond, gaps) => {
        const limiter = createLimiter({ burst, perSecond });
        let now = 0;
        let granted = 0;
        for (const gap of gaps) {
          now += gap;
          if (limiter.take('a', at(now)) === 0) granted++;
        }
        assert.ok(granted <= burst + (now * perSecond) / SECOND + 1e-6);
      }),
    );
  });

  it('grants after exactly the wait it named', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.double({ min: 0.1, max: 50, noNaN: true }), (burst, perSecond) => {
        const limiter = createLimiter({ burst, perSecond });
        for (let i = 0; i < burst; i++) limiter.take('a', at(0));
        const wait = limiter.take('a', at(0));
        assert.ok(wait > 0);
        assert.equal(limiter.take('a', at(wait)), 0);
      }),
    );
  });

  it('is not refilled by a clock that runs backwards', () => {
    const limiter = createLimiter({ burst: 1, perSecond: 1 });
    assert.equal(limiter.take('a', at(5000)), 0);
    assert.equal(limiter.take('a', at(0)), 1000);
  });

  it('forgets whoever asked longest ago when there are too many', () => {
    const limiter = createLimiter({ burst: 1, perSecond: 0.001 }, 2);
    for (const caller of ['a', 'b', 'a', 'c']) limiter.take(caller, at(0));
    assert.ok(limiter.wait('a', at(0)) > 0);
    assert.equal(limiter.wait('b', at(0)), 0);
  });
});

describe('the caller at an address', () => {
  for (const [address, caller] of [
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:2::9', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ] as const) {
    it(`${address} is ${caller}`, () => assert.equal(callerAt(address), caller));
  }
});

describe('who calls from behind proxies of ours', () => {
  it('is whom the outermost of them names: what stands before that, anyone can write', () => {
    const named = '203.0.113.9, 198.51.100.7, 192.0.2.8';
    assert.equal(forwardedFor(named, '192.0.2.1', 0), '192.0.2.1');
    assert.equal(forwardedFor(named, '192.0.2.1', 1), '192.0.2.8');
    assert.equal(forwardedFor(named, '192.0.2.1', 2), '198.51.100.7');
    assert.equal(forwardedFor(undefined, '192.0.2.1', 2), '192.0.2.1');
  });
});
