import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it, test } from 'node:test';
import fc from 'fast-check';
import { PATIENCE } from '../src/api/public-record.ts';
import { type Bytes, base64, fromUtf8, utf8 } from '../src/base/bytes.ts';
import { after } from '../src/base/time.ts';
import { maySeeEntry } from '../src/charter/sight/visibility-entries.ts';
import { PUBLIC } from '../src/charter/visibility.ts';
import { verifyCommand } from '../src/cli/verify.ts';
import { verifyPublic } from '../src/conference/archive/public-record.ts';
import { leafHash } from '../src/record/tree.ts';
import { ONE } from './kit/api.ts';
import { playEverything } from './kit/everything.ts';

/** The public record as one file: what is in it, that it verifies, and that no byte of it is free. */

/** `node test/public-record.test.ts --write` writes the vector anew. */
const VECTOR = new URL('../vectors/public-record/small.jsonl', import.meta.url);
const LONG = process.env['LONG'] !== undefined;
const RUNS = LONG ? 1000 : 60;
const PATH = `${ONE}/public-record`;

const scene = await playEverything();
const { conference } = scene.small;
const answer = await scene.ask(PATH);
const bytesOf = async (from: Response): Promise<Bytes> => new Uint8Array(await from.arrayBuffer());
const file = await bytesOf(answer);
if (process.argv.includes('--write')) {
  mkdirSync(new URL('.', VECTOR), { recursive: true });
  writeFileSync(VECTOR, file);
}
const lines = (bytes: Bytes): readonly string[] => (fromUtf8(bytes) ?? '').split('\n');
const check = async (bytes: Bytes) => {
  const verified = await verifyPublic({ pieces: [bytes] });
  return verified.ok ? null : verified.error.kind;
};
const faultOf = (changed: readonly string[]): Promise<string | null> => check(utf8(changed.join('\n')));

describe('the public record', () => {
  it('holds what everyone may read, letter for letter, of the rest the hashes, and verifies', async () => {
    const state = conference.state();
    const [, ...leaves] = lines(file);
    assert.equal(leaves.pop(), '');
    const all = await conference.entries(0, state.size);
    assert.deepEqual(
      leaves,
      all.map(({ index, act, bytes }) =>
        maySeeEntry(state, PUBLIC, index, act) ? fromUtf8(bytes) : `"${base64(leafHash(bytes))}"`,
      ),
    );
    const shown = leaves.filter((line) => line.startsWith('{')).length;
    assert.ok(shown > 5 && shown < state.size - 5);
    const verified = await verifyPublic({ pieces: [file] });
    assert.ok(verified.ok);
    assert.deepEqual(
      [verified.value.conference, verified.value.size, verified.value.shown, verified.value.root],
      [state.conference, state.size, shown, conference.root(state.size)],
    );
  });

  it('is the same whoever asks', async () => {
    const headers = await scene.as(scene.speaker(0));
    assert.deepEqual(await bytesOf(await scene.ask(PATH, { headers })), file);
  });

  it('is not sent again to whoever has it', async () => {
    const etag = answer.headers.get('etag') ?? '';
    assert.equal((await scene.ask(PATH, { headers: { 'if-none-match': etag } })).status, 304);
    assert.equal((await scene.ask(PATH, { headers: { 'if-none-match': '"other"' }, method: 'HEAD' })).status, 200);
  });

  it('verifies in whatever pieces it comes', async () => {
    for (const length of [97, 1000, 70_000]) {
      const pieces = Array.from({ length: Math.ceil(file.length / length) }, (_, i) =>
        file.subarray(i * length, (i + 1) * length),
      );
      assert.ok((await verifyPublic({ pieces })).ok, `${length}`);
    }
  });

  it('is found out by any byte', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(file.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const changed = file.slice();
        changed[at] = (changed[at] ?? 0) ^ by;
        assert.notEqual(await check(changed), null, `byte ${at}`);
      }),
      { numRuns: RUNS },
    );
  });

  it('is found out by the bytes of its first line and of a hash', async () => {
    const [head = '', ...rest] = lines(file);
    const hidden = rest.findIndex((line) => line.startsWith('"'));
    const begins = utf8([head, ...rest.slice(0, hidden), ''].join('\n')).length;
    const places = [...Array(utf8(head).length + 1).keys(), ...Array.from({ length: 47 }, (_, i) => begins + i)];
    for (const at of places.filter((_, i) => LONG || i % 5 === 0)) {
      const changed = file.slice();
      changed[at] = (changed[at] ?? 0) ^ 1;
      assert.notEqual(await check(changed), null, `byte ${at}`);
    }
  });

  it('is found out where lines are missing, doubled, exchanged, cut or foreign', async () => {
    const [head = '', first = '', second = '', ...rest] = lines(file);
    const foreign = lines(await bytesOf(await (await playEverything()).ask(PATH)));
    const other = rest.findIndex((line) => line.startsWith('"'));
    for (const [changed, kind] of [
      [[], 'head'],
      [[''], 'head'],
      [[first, second, ...rest], 'head'],
      [[head, ''], 'empty'],
      [[head, head, first, second, ...rest], 'format'],
      [[head, second, first, ...rest], 'conference'],
      [[head, first, second, ...rest.slice(1)], null],
      [[head, first, second, ...rest.slice(0, -1)], 'unfinished'],
      [[head, first, second, ...rest, ''], 'format'],
      [[head, `"${base64(leafHash(utf8(first)))}"`, second, ...rest], 'founding-hidden'],
      [[head, first, second, ...rest.with(other, '"AA=="')], 'hash'],
      [[head, first, second, ...rest.toSpliced(other, 1)], 'size'],
      [[head, first, second, ...rest.with(other, `"${base64(leafHash(utf8('x')))}"`)], 'root'],
      [[foreign[0] ?? '', first, second, ...rest], 'checkpoint'],
      [[head, ...foreign.slice(1)], 'checkpoint'],
      [[head, first, ...foreign.slice(2)], 'conference'],
    ] as const) {
      const found = await faultOf(changed);
      if (kind === null) assert.notEqual(found, null);
      else assert.equal(found, kind);
    }
  });

  it('is read by a few at once, and by nobody who does not read', async () => {
    const slow = await Promise.all([scene.ask(PATH), scene.ask(PATH)]);
    assert.equal((await scene.ask(PATH)).status, 503);
    scene.clock.set(after(scene.clock.now(), PATIENCE));
    await assert.rejects(slow[0]?.text() ?? assert.fail());
    const reader = (await scene.ask(PATH)).body?.getReader() ?? assert.fail();
    await reader.read();
    await reader.cancel();
    for (let i = 0; i < 3; i++) assert.deepEqual(await bytesOf(await scene.ask(PATH)), file);
  });
});

test('the vector verifies, and the command says of it what it is', async () => {
  const vector = new Uint8Array(readFileSync(VECTOR));
  assert.equal(await check(vector), null);
  const folder = await mkdtemp(join(tmpdir(), 'public-record-'));
  const said: string[] = [];
  const terminal = { say: (line: string) => said.push(line), complain: (line: string) => said.push(line) } as never;
  try {
    await writeFile(join(folder, 'good.jsonl'), vector);
    const bad = vector.slice();
    bad[bad.length - 10] = (bad.at(-10) ?? 0) ^ 1;
    await writeFile(join(folder, 'bad.jsonl'), bad);
    assert.equal(await verifyCommand.run([join(folder, 'good.jsonl')], terminal), 0);
    assert.match(said[0] ?? '', /^Good: the public record of conference /u);
    assert.equal(await verifyCommand.run([join(folder, 'bad.jsonl')], terminal), 1);
    assert.match(said.at(-1) ?? '', /^Not good\. /u);
  } finally {
    await rm(folder, { recursive: true });
  }
});
