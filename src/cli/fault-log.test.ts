import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { z } from 'zod';
import type { Slug } from '../base/ids.ts';
import { MINUTE, instant } from '../base/time.ts';
import { MOST_KINDS, createFaultLog } from './fault-log.ts';
import { createLog } from './log.ts';

const log = (as: 'json' | 'words' = 'json') => {
  const written: string[] = [];
  let now = instant(0);
  const clock = () => now;
  const onFault = createFaultLog({
    log: createLog({ write: (text) => void written.push(text), now: clock, as }),
    now: clock,
  });
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
    assert.match(written[1] ?? '', /"event":"more-faults-like-these","number":9999/u);
    assert.match(written[2] ?? '', /again/u);
  });

  it('grows by no more than so much in a minute', () => {
    const { written, onFault, forward } = log();
    const minute = (): number => {
      written.length = 0;
      for (let i = 0; i < 1000; i += 1) onFault(thrown(`place ${i}`, 'x y'.repeat(100_000)));
      for (const odd of ['text', 7, null, undefined, { an: 'object' }]) onFault(odd);
      forward(MINUTE);
      return written.reduce((sum, { length }) => sum + length, 0);
    };
    minute();
    assert.ok(minute() <= MOST_KINDS * 600);
  });

  it('says when, in which request and which conference, in a line of JSON or in words', () => {
    const about = { request: 'a1b2c3', conference: 'rivers' as Slug };
    const json = log();
    json.onFault(thrown('submit (src/conference/appender.ts:1:2)', 'The record could not be written'), about);
    assert.deepEqual(JSON.parse(json.written[0] ?? ''), {
      time: '1970-01-01T00:00:00.000Z',
      level: 'error',
      event: 'fault',
      ...about,
      name: 'Error',
      message: 'The record could not be written',
      at: ['submit (src/conference/appender.ts:1:2)', 'other'],
    });
    const words = log('words');
    words.onFault(thrown('submit (src/conference/appender.ts:1:2)', 'The record could not be written'), about);
    const [line, ...below] = (words.written[0] ?? '').split('\n');
    assert.match(
      line ?? '',
      /^1970-01-01T00:00:00.000Z fault request=a1b2c3 conference=rivers name=Error message=The record/u,
    );
    assert.equal(below.length, 2);
  });

  it('has nothing in it that is a person’s, whatever threw it', () => {
    const secrets = [
      'Άννα Καραμάνου',
      'Anna Karamanou',
      'anna@diktyo.example',
      '203.0.113.77',
      '2001:db8::1f',
      'AAAAC3NzaC1lZDI1NTE5AAAAIE0SLrNkGoWjV+3RXKmH7wJb',
      'f3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    ];
    const raised = (work: () => unknown): unknown => {
      try {
        return work();
      } catch (fault) {
        return fault;
      }
    };
    for (const secret of secrets) {
      const faults: readonly unknown[] = [
        raised(() => JSON.parse(secret)),
        raised(() => JSON.parse(`{"a":"${secret}`)),
        raised(() => z.strictObject({}).parse({ [secret]: secret })),
        raised(() => new URL(`http://${secret}:x`)),
        raised(() => decodeURIComponent(`%${secret}`)),
        raised(() => Buffer.alloc(secret as never)),
        new Error(`The address “${secret}” is unknown`),
        new Error(`No delegate <${secret}>`, { cause: new TypeError(`It was "${secret}"`) }),
        Object.assign(new Error('A server answered'), {
          response: secret,
          to: [secret],
          code: secret,
          syscall: secret,
        }),
        Object.assign(new Error('x'), { name: secret }),
        new Error(`x\n    at “${secret}”`),
        new AggregateError([new Error(secret)], 'Several'),
        secret,
        { secret },
      ];
      for (const as of ['json', 'words'] as const)
        for (const fault of faults) {
          const { written, onFault } = log(as);
          onFault(fault);
          for (const part of secret.split(' '))
            assert.ok(!written.join('\n').includes(part), `${part}: ${written.join('\n')}`);
        }
    }
  });
});
