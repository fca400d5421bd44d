import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { MINUTE, instant } from '../base/time.ts';
import { MOST_KINDS, MOST_SAID, createFaultLog } from './fault-log.ts';

const log = () => {
  const written: string[] = [];
  let now = instant(0);
  const onFault = createFaultLog({ write: (text) => void written.push(text), now: () => now });
  return { written, onFault, forward: (ms: number) => void (now = instant(now + ms)) };
};

const thrown = (at: string, message: string): Error => {
  const fault = new Error(message);
  fault.stack = `Error: ${message}\n    at ${at}\n    at other`;
  return fault;
};

describe('a log of faults', () => {
  it('has one of a kind in a minute, whatever it says, and how many came besides', () => {
    const { written, onFault, forward } = log();
    for (let i = 0; i < 10_000; i += 1) onFault(thrown('here', `sent ${i}`));
    assert.equal(written.length, 1);
    forward(MINUTE);
    onFault(thrown('here', 'again'));
    assert.deepEqual(written.slice(1, 2), ['… and 9999 more faults like these.']);
    assert.match(written[2] ?? '', /again/u);
  });

  it('grows by no more than so much in a minute', () => {
    const { written, onFault, forward } = log();
    const minute = (): number => {
      written.length = 0;
      for (let i = 0; i < 1000; i += 1) onFault(thrown(`place ${i}`, 'x'.repeat(100_000)));
      for (const odd of ['text', 7, null, undefined, { an: 'object' }]) onFault(odd);
      forward(MINUTE);
      return written.reduce((sum, { length }) => sum + length, 0);
    };
    minute();
    assert.ok(minute() <= MOST_KINDS * (MOST_SAID + 1) + 100);
  });
});
