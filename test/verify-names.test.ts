import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { verifyCommand } from '../src/cli/verify.ts';
import { createSampleScene } from './kit/sample.ts';

const scene = await createSampleScene();
after(scene.close);
const folder = await mkdtemp(join(tmpdir(), 'isonomia-verify-'));
after(() => rm(folder, { recursive: true }));

test('what is verified is told with the names that the proof gives, each with its id, and with the key that signed', async () => {
  const bundle = await scene.ask('/api/conferences/sample/texts/3/bundle');
  const file = join(folder, 'bundle.tar');
  await writeFile(file, new Uint8Array(await bundle.arrayBuffer()));
  const said: string[] = [];
  const terminal = {
    say: (line: string) => void said.push(line),
    complain: (line: string) => void said.push(line),
    write: () => undefined,
    read: async () => new Uint8Array(),
    environment: {},
  };
  assert.equal(await verifyCommand.run([file], terminal), 0);
  const lines = said.filter((line) => /^ {2}entry/u.test(line));
  assert.ok(lines.length > 20);
  for (const line of lines)
    assert.match(line, / by .*\p{L}.* \([a-z-]+\), delegate \d+, by the key SHA256:\S{43}: [a-z]+$/u);
  assert.match(said.join('\n'), /its keys on the word of “Моравски круг \(Morava Circle\)” \(moravski-krug\)/u);
});
