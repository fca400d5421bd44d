import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** The commands of docs/API.md, run as they stand against a node with the sample conference. */

const execute = promisify(execFile);
const home = fileURLToPath(new URL('../', import.meta.url));
const folder = await mkdtemp(join(tmpdir(), 'isonomia-api-docs-'));
const args = ['serve', '--listen', '127.0.0.1:0', '--data', 'data', '--sample'];
const node = spawn(process.execPath, [join(home, 'bin/isonomia.js'), ...args], {
  cwd: folder,
  stdio: ['ignore', 'pipe', 'inherit'],
});
after(async () => {
  node.kill('SIGKILL');
  await rm(folder, { recursive: true });
});

it('the commands of docs/API.md do what it says', async () => {
  let origin = '';
  for await (const line of createInterface(node.stdout)) {
    origin = /^Isonomia is at (\S+)$/u.exec(line)?.[1] ?? '';
    if (origin !== '') break;
  }
  const text = await readFile(join(home, 'docs/API.md'), 'utf8');
  const blocks = [...text.matchAll(/^```bash\n(.*?)^```$/gmsu)].map(([, block]) => block);
  assert.ok(blocks.length > 5);
  const env = { ...process.env, node: origin, conference: 'sample' };
  const { stdout } = await execute('bash', ['-euo', 'pipefail', '-c', blocks.join('\n')], { cwd: folder, env });
  assert.match(stdout, /"kind":"malformed"/u);
  assert.match(stdout, /^SHA256SUMS$|^README\.md$/mu);
});
