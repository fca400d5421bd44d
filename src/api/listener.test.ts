import assert from 'node:assert/strict';
import { it } from 'node:test';
import { utf8 } from '../base/bytes.ts';
import { createListener } from './listener.ts';

/** A listener over a stream in which so many messages may wait, and what was heard of its end. */
const listening = (waiting: number) => {
  const calls: string[] = [];
  const made: ReturnType<typeof createListener>[] = [];
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      start: (controller) => {
        const [onGone, onEnded, onDeaf] = ['gone', 'ended', 'deaf'].map((call) => () => void calls.push(call));
        assert.ok(onGone && onEnded && onDeaf);
        made.push(createListener({ token: null, delegate: false, controller, onGone, onEnded, onDeaf }));
      },
    },
    { highWaterMark: waiting },
  );
  const [listener = assert.fail()] = made;
  return { stream, calls, listener };
};

it('a listener goes once, whoever ends it and however often', () => {
  const ended = listening(2);
  for (let i = 0; i < 3; i += 1) ended.listener.end();
  ended.listener.gone();
  ended.listener.send(utf8('late'));
  assert.deepEqual(ended.calls, ['gone', 'ended']);

  const left = listening(2);
  for (let i = 0; i < 3; i += 1) left.listener.gone();
  left.listener.end();
  assert.deepEqual(left.calls, ['gone'], 'its reader has ended the stream');
});

it('one who does not read is let go, and cut at once', () => {
  const { listener, calls } = listening(2);
  for (let i = 0; i < 4; i += 1) listener.send(utf8('.'));
  assert.deepEqual(calls, ['gone', 'ended', 'deaf']);
});
