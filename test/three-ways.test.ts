import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { utf8 } from '../src/base/bytes.ts';
import { canonicalBytes } from '../src/base/json.ts';
import type { Position } from '../src/charter/texts/position-state.ts';
import { keyIn } from '../src/cli/signing.ts';
import { newNonce } from '../src/record/act.ts';
import { writeEnvelope } from '../src/record/envelope.ts';
import { startServer } from './kit/server.ts';
import { type SmallConference, type Speaker, accepted, smallConference, someText } from './kit/small-conference.ts';
import { createVisitor } from './kit/visitor.ts';

/** The same act made on a page, on the command line, and by hand with an editor, `ssh-keygen` and `curl`. */

const execute = promisify(execFile);
const home = fileURLToPath(new URL('../', import.meta.url));
const SLUG = 'rivers';
const REASON = 'It says nothing of the springs.';

const folder = await mkdtemp(join(tmpdir(), 'isonomia-three-ways-'));
after(() => rm(folder, { recursive: true }));
const server = await startServer();
const small: SmallConference = await smallConference(server.host, server.clock.now, ['alfa', 'beta', 'gama', 'delta']);

const speaker = (index: number): Speaker => small.speakers[index] as Speaker;

/** Brings the key in this file onto the record for a speaker, signed by the one it has and by itself. */
const enrol = async ({ organisation, delegate, pen }: Speaker, file: string): Promise<void> => {
  const key = await keyIn(file);
  const body = { delegate, key: key.publicKey, use: 'ssh', name: null };
  const by = { organisation, delegate };
  const head = { v: 1, conference: small.id, made: server.clock.now(), nonce: newNonce() } as const;
  const act = { ...head, kind: 'key.enrol', by, body } as const;
  const bytes = canonicalBytes(act);
  const signatures = [pen.signAct(bytes), await key.sign(bytes, 'isonomia-act-v1')];
  accepted(await small.conference.submit(utf8(writeEnvelope({ act, signatures, attachments: [] }))));
};

/** What an act left in the state, but for who made it and when. */
const positionOf = ({ organisation }: Speaker): Omit<Position, 'by' | 'mark'> => {
  const position = small.conference.state().texts[0]?.standing.get('whole')?.get(organisation);
  assert.ok(position, `${organisation} has no position`);
  const { by, mark, ...rest } = position;
  assert.ok(by === organisation && mark.index < small.conference.state().size);
  return rest;
};

const onThePage = async (who: Speaker): Promise<void> => {
  const visitor = createVisitor(server.origin, SLUG);
  await visitor.signIn(who.pen);
  const form = { text: '1', revision: '1', on: 'whole', 'stand-whole': 'object', 'reason-whole': REASON };
  const signed = await visitor.act('positions.take', form, [who.pen]);
  assert.equal(signed.status, 303, await signed.text());
  assert.match(signed.headers.get('location') ?? '', /\/receipt\/\d+$/u);
};

const onTheCommandLine = async (who: Speaker): Promise<void> => {
  const isonomia = (...args: readonly string[]) =>
    execute(process.execPath, [join(home, 'bin/isonomia.js'), ...args], { cwd: folder });
  await isonomia('key', 'new', '--out', 'key');
  await enrol(who, join(folder, 'key'));
  const position = { on: { kind: 'whole' }, stand: 'object', reason: REASON, conditions: [] };
  const body = { text: 1, revision: 1, positions: [position] };
  await writeFile(join(folder, 'body.json'), JSON.stringify(body, null, 2));
  const place = ['--server', server.origin, '--conference', SLUG, '--key', 'key', '--as', who.organisation];
  const { stdout } = await isonomia('act', ...place, 'positions.take', 'body.json');
  assert.match(stdout, /^On the record: entry \d+/u);
};

const byHand = async (who: Speaker): Promise<void> => {
  const key = join(folder, 'by-hand');
  await execute('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', key]);
  await enrol(who, key);
  const manual = await readFile(join(home, 'docs/HAND.md'), 'utf8');
  const blocks = [...manual.matchAll(/^```bash\n(.*?)^```$/gmsu)].map(([, block]) => block);
  assert.ok(blocks.length > 5);
  const environment = { ...process.env, node: server.origin, conference: SLUG, organisation: who.organisation, key };
  const { stdout } = await execute('bash', ['-euo', 'pipefail', '-c', blocks.join('\n')], {
    cwd: folder,
    env: environment,
  });
  assert.match(stdout, /It is there, letter for letter\./u);
  assert.match(stdout, new RegExp(`isonomia sign-in\n${server.origin}\n${SLUG}$`, 'mu'));
};

describe('the same act', () => {
  it('made on a page, on the command line and by hand leaves the same in the state', async () => {
    accepted(await small.submit(speaker(0), 'text.table', someText()));
    const [web, cli, hand] = [speaker(1), speaker(2), speaker(3)];
    await onThePage(web);
    await onTheCommandLine(cli);
    await byHand(hand);
    const expected = { on: { kind: 'whole' }, stand: 'object', reason: REASON, conditions: [], revision: 1 };
    for (const who of [web, cli, hand]) assert.deepEqual(positionOf(who), expected);

    const { size } = small.conference.state();
    const acts = (await small.conference.entries(0, size))
      .map(({ act }) => act)
      .filter(({ kind }) => kind === 'positions.take');
    const shapes = acts.map(({ body, conference, v }) => ({ body, conference, v }));
    assert.equal(shapes.length, 3);
    for (const shape of shapes) assert.deepEqual(shape, shapes[0]);
  });
});
