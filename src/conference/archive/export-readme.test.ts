import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, it } from 'node:test';
import { playSample } from '../../../sample/play.ts';
import { createFaultyStore } from '../../../test/kit/faulty-store.ts';
import { exported } from '../../../test/kit/folder.ts';
import { fromUtf8 } from '../../base/bytes.ts';
import { instant } from '../../base/time.ts';
import { createManualClock } from '../clock.ts';
import { createHost } from '../host.ts';
import { generateHostKey } from '../host-key.ts';

const folder = await mkdtemp(join(tmpdir(), 'isonomia-'));
after(() => rm(folder, { recursive: true }));

const hasTools = ['bash', 'ssh-keygen'].every((tool) => spawnSync('which', [tool]).status === 0);

it('the README’s commands check any signature of an export', { skip: !hasTools && 'no ssh-keygen here' }, async () => {
  const clock = createManualClock(instant(0));
  const host = await createHost({ store: createFaultyStore(), hostKey: generateHostKey(), clock, rpId: 'localhost' });
  const conference = await playSample({ host, clock, now: instant(Date.UTC(2026, 10, 22)) });
  const files = await exported(conference);
  for (const [name, bytes] of files) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), bytes);
  }
  const readme = fromUtf8(files.get('README.md') ?? new Uint8Array()) ?? '';
  const [, commands = ''] = /```bash\n(.*?)```/su.exec(readme) ?? [];
  const run = (index: number) =>
    spawnSync('bash', ['-euo', 'pipefail', '-c', commands.replace('N=0', `N=${index}`)], {
      cwd: folder,
      encoding: 'utf8',
    });
  const entries = await conference.entries(0, Infinity);
  const kinds = ['conference.found', 'key.enrol', 'participation.apply', 'text.sign', 'host.tick'];
  for (const kind of kinds) {
    const { index, act } = entries.find((entry) => entry.act.kind === kind) ?? assert.fail(kind);
    const { status, stdout, stderr } = run(index);
    assert.equal(status, 0, stderr);
    const who = kind === 'host.tick' ? 'host' : `${act.by.organisation}/${act.by.delegate}`;
    assert.match(stdout, new RegExp(`^Good "isonomia-act-v1" signature for ${who} with`, 'u'));
  }
  const forged = Buffer.from(files.get('entries.jsonl') ?? []);
  const place = forged.indexOf('"nonce":"') + 9;
  forged[place] = forged[place] === 65 ? 66 : 65;
  await writeFile(join(folder, 'entries.jsonl'), forged);
  assert.notEqual(run(0).status, 0);
});
