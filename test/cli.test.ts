import { printedAs } from './kit/printed.ts';
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { type Charter, charterHash } from '../src/charter/law/charter.ts';

/** The command line from outside: what each command does, says and ends with. */

const bin = fileURLToPath(new URL('../bin/isonomia.js', import.meta.url));
const folder = await mkdtemp(join(tmpdir(), 'isonomia-cli-'));
/** What is still running. */
const running = new Set<ChildProcess>();
after(async () => {
  for (const child of running) child.kill('SIGKILL');
  await rm(folder, { recursive: true });
});

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

interface Started {
  readonly ended: Promise<Ended>;
  /** Resolves with what was said so far, once it matches. */
  readonly says: (pattern: RegExp) => Promise<string>;
  readonly stop: (signal: NodeJS.Signals) => void;
}

const start = (command: string, args: readonly string[], environment: Record<string, string> = {}): Started => {
  const child = spawn(command, args, { cwd: folder, env: { ...process.env, ...environment } });
  running.add(child);
  child.once('close', () => running.delete(child));
  child.stdin.end();
  let [out, err] = ['', ''];
  const listeners = new Set<() => void>();
  child.stdout.setEncoding('utf8').on('data', (piece: string) => {
    out += piece;
    for (const listener of listeners) listener();
  });
  child.stderr.setEncoding('utf8').on('data', (piece: string) => (err += piece));
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (code) => resolve({ code, out, err }));
  });
  return {
    ended,
    says: (pattern) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (pattern.test(out)) resolve(out);
        };
        listeners.add(look);
        look();
        void ended.then(({ code }) => reject(new Error(`Ended with ${code}: ${err}`)));
      }),
    stop: (signal) => void child.kill(signal),
  };
};

const isonomia = (...args: readonly string[]): Promise<Ended> => start(process.execPath, [bin, ...args]).ended;

/** What a command said that ended well. */
const well = async (...args: readonly string[]): Promise<string> => {
  const { code, out, err } = await isonomia(...args);
  assert.equal(code, 0, err);
  assert.equal(err, '');
  return out;
};

describe('isonomia', () => {
  it('says which one it is, and ends with 2 when it is called in a wrong way', async () => {
    assert.match(await well('--version'), /^\d+\.\d+\.\d+\n$/u);
    const { code, out, err } = await isonomia('dance');
    assert.deepEqual([code, out], [2, '']);
    assert.match(err, /^isonomia: there is no command “dance”\.\n/u);
  });
});

describe('isonomia key new', () => {
  it('makes a key that ssh-keygen signs with, and overwrites none', async () => {
    const out = await well('key', 'new', '--out', 'own', '--comment', 'a delegate');
    const listed = await start('ssh-keygen', ['-l', '-f', 'own']).ended;
    assert.match(listed.out, /^256 SHA256:\S+ a delegate \(ED25519\)/u);
    assert.ok(out.includes(listed.out.split(' ')[1] ?? ''));
    assert.equal((await stat(join(folder, 'own'))).mode & 0o777, 0o600);
    const same = await start('ssh-keygen', ['-y', '-f', 'own']).ended;
    assert.equal(same.out, await readFile(join(folder, 'own.pub'), 'utf8'));
    await writeFile(join(folder, 'file'), 'words');
    assert.equal((await start('ssh-keygen', ['-Y', 'sign', '-f', 'own', '-n', 'x', 'file']).ended).code, 0);
    const again = await isonomia('key', 'new', '--out', 'own');
    assert.deepEqual([again.code, again.err], [1, 'own is there already.\n']);
  });
});

describe('isonomia serve', () => {
  it('listens, says where, founds by its link, acts, and ends well when told to', async () => {
    const node = start(process.execPath, [bin, 'serve', '--listen', '127.0.0.1:0', '--data', 'node']);
    const said = await node.says(/\/found\?token=[\w-]+\n/u);
    const [, origin = ''] = /^Isonomia is at (http:\/\/localhost:\d+)$/mu.exec(said) ?? [];
    const [, token = ''] = /\/found\?token=([\w-]+)$/mu.exec(said) ?? [];
    const second = await isonomia('serve', '--listen', '127.0.0.1:0', '--data', 'node');
    assert.deepEqual([second.code, second.err.includes('is in use by another isonomia')], [1, true]);
    const taken = await isonomia(
      'serve',
      '--listen',
      new URL(origin).host.replace('localhost', '127.0.0.1'),
      '--data',
      'x',
    );
    assert.deepEqual([taken.code, taken.err.includes('something else listens there')], [1, true]);

    await well('key', 'new', '--out', 'alfa');
    await well('key', 'new', '--out', 'link');
    await well('key', 'new', '--out', 'beta');
    const profile = { country: 'MK', about: null, website: null };
    const link = (await readFile(join(folder, 'link.pub'), 'utf8')).trim();
    const founders = [
      { id: 'alfa', printed: printedAs('Alfa'), ...profile, invitation: null },
      { id: 'beta', printed: printedAs('Бета'), ...profile, invitation: link },
    ];
    const { examples } = (
      (await (await fetch(`${origin}/api/openapi.json`)).json()) as {
        components: { schemas: Record<string, { examples: { body: { charter: object } }[] }> };
      }
    ).components.schemas['conference.found'] ?? { examples: [] };
    const charter = { ...examples[0]?.body.charter, region: [] };
    await writeFile(join(folder, 'found.json'), JSON.stringify({ charter, founders, meeting: null, delegate: null }));
    const place = ['--server', origin, '--conference', 'seas', '--as'];
    const founding = ['act', ...place, 'alfa', '--key', 'alfa', '--new-key', 'link', 'conference.found', 'found.json'];
    const refused = await isonomia(...founding, '--founding-token', 'wrong');
    assert.deepEqual(
      [refused.code, refused.err.includes('(field Isonomia-Founding-Token, founding-token)')],
      [1, true],
    );
    assert.match(await well(...founding, `--founding-token=${token}`), /^On the record: entry 0,/u);

    await writeFile(join(folder, 'enrol.json'), JSON.stringify({ delegate: 1, name: null }));
    await well('act', ...place, 'beta', '--key', 'link', '--new-key', 'beta', 'key.enrol', 'enrol.json');
    const { charter: inForce } = (await (await fetch(`${origin}/api/conferences/seas`)).json()) as { charter: null };
    assert.equal(inForce, null);
    const foreign = await isonomia('act', ...place, 'alfa', '--key', 'beta', 'participation.leave');
    assert.deepEqual(
      [foreign.code, foreign.err.split('\n')[0]],
      [1, 'The field /body/reason is not as it must be: invalid_type.'],
    );

    const hash = charterHash(charter as unknown as Charter);
    for (const [id, name] of [
      ['alfa', 'Alfa'],
      ['beta', 'Бета'],
    ] as const) {
      const body = { charter: hash, printed: printedAs(name) };
      await writeFile(join(folder, 'sign.json'), JSON.stringify(body));
      await well('act', ...place, id, '--key', id, 'charter.sign', 'sign.json');
    }
    await writeFile(join(folder, 'letter.txt'), 'We would like to take part.');
    await writeFile(
      join(folder, 'apply.json'),
      JSON.stringify({ printed: printedAs('Gama'), ...profile, charter: hash, delegate: null }),
    );
    const apply = [
      'act',
      ...place,
      'gama',
      '--key',
      'own',
      '--attach',
      'letter=letter.txt',
      'participation.apply',
      'apply.json',
    ];
    const kept = await well(...apply, '--dry-run', '--out', 'apply-act.json');
    assert.match(kept, /Nothing was sent\.$/mu);
    const checked = await start('bash', [
      '-c',
      'ssh-keygen -Y check-novalidate -n isonomia-act-v1 -s apply-act.json.sig < apply-act.json',
    ]).ended;
    assert.equal(checked.code, 0, checked.err);
    assert.match(await well(...apply), /^On the record: entry 4,/u);
    const standing = await isonomia(...apply);
    assert.match(standing.err, /^“gama” is what another organisation .* \(article 2\.1, field by, alike\)/u);

    node.stop('SIGTERM');
    const { code, err } = await node.ended;
    const events = err
      .split('\n')
      .flatMap((said) => (said === '' ? [] : [(JSON.parse(said) as { event: string }).event]));
    assert.deepEqual([code, ...events], [0, 'started', 'stopping', 'stopped']);
    const left =
      'drafts.sqlite drafts.sqlite-written host-key.pem in-use.sqlite known-time records.sqlite search sessions.sqlite sessions.sqlite-written signed.sqlite';
    assert.deepEqual(await readdir(join(folder, 'node')), left.split(' '));
  });

  it('refuses a setting of the environment that is wrong', async () => {
    const { code, err } = await start(process.execPath, [bin, 'serve'], { ISONOMIA_ORIGIN: 'http://example.org' })
      .ended;
    assert.equal(code, 2);
    assert.match(err, /^ISONOMIA_ORIGIN must be https:/u);
  });
});

describe('a record on disk', () => {
  before(async () => {
    assert.match(await well('sample', '--data', 'sample'), /: \d+ entries\.$/mu);
  });

  it('is exported, found good, and played into another folder with the same root', async () => {
    const again = await isonomia('sample', '--data', 'sample');
    assert.deepEqual([again.code, again.err.includes('has a conference “sample” already')], [1, true]);
    const exported = await well('export', '--data', 'sample', '--conference', 'sample', '--out', 'out');
    const root = /root (\S+)$/mu.exec(exported)?.[1] ?? 'none';
    assert.ok((await well('verify', 'out')).includes(root));
    const full = await isonomia('export', '--data', 'sample', '--conference', 'sample', '--out', 'out');
    assert.deepEqual([full.code, full.err.includes('out is not empty.')], [1, true]);

    await cp(join(folder, 'sample/host-key.pem'), join(folder, 'moved/host-key.pem'), { recursive: true });
    await well('import', 'out/entries.jsonl', '--data', 'moved', '--conference', 'carried-on');
    const carried = await well('export', '--data', 'moved', '--conference', 'carried-on', '--out', 'out-again');
    assert.ok(carried.includes(root));
    const taken = await isonomia('import', 'out/entries.jsonl', '--data', 'moved', '--conference', 'carried-on');
    assert.deepEqual([taken.code, taken.err.includes('There is a conference “carried-on” already.')], [1, true]);
    const differ = await start('diff', ['-r', 'out', 'out-again']).ended;
    assert.deepEqual([differ.code, differ.out], [0, '']);
  });

  it('cannot be exported by a host that does not carry it on', async () => {
    await well('import', 'out/entries.jsonl', '--data', 'elsewhere', '--conference', 'sample');
    const { code, err } = await isonomia('export', '--data', 'elsewhere', '--conference', 'sample', '--out', 'never');
    assert.equal(code, 1);
    assert.match(err, /Another host carries this record on/u);
    const other = await isonomia('export', '--data', 'elsewhere', '--conference', 'lakes', '--out', 'never');
    assert.match(other.err, /no conference “lakes” here\. There are: sample\./u);
  });

  it('that was changed is found out, by the entry and the line', async () => {
    const file = join(folder, 'out/entries.jsonl');
    const entries = await readFile(file, 'utf8');
    const lines = entries.split('\n');
    const at = lines.findIndex((line) => line.includes('"kind":"text.sign"'));
    await writeFile(
      file,
      lines.with(at, lines[at]?.replace('"adReferendum":false', '"adReferendum":true') ?? '').join('\n'),
    );
    const { code, err } = await isonomia('verify', 'out');
    assert.equal(code, 1);
    assert.match(
      err,
      new RegExp(`^Not good\\. Entry ${at}, line ${at + 1} of entries\\.jsonl: signature 1 is not good`, 'u'),
    );
    const rejected = await isonomia('import', 'out/entries.jsonl', '--data', 'moved', '--conference', 'changed');
    assert.match(rejected.err, new RegExp(`^Nothing was taken in\\. Entry ${at}, `, 'u'));
    await writeFile(file, entries);
    await rm(join(folder, 'out/README.md'));
    assert.match((await isonomia('verify', 'out')).err, /README\.md is missing/u);
  });
});

describe('isonomia verify', () => {
  it('shows what a file is called, and obeys nothing in it', async () => {
    await cp(join(folder, 'out'), join(folder, 'strange'), { recursive: true });
    await writeFile(join(folder, 'strange', '\u001b[2K\rGood: the whole record\n\u202e'), '');
    const { code, out, err } = await isonomia('verify', 'strange');
    assert.deepEqual([code, out], [1, '']);
    assert.match(err, /^Not good\. [\x20-\x7e“”]+\n$/u);
  });

  it('says that something is not there, or is no bundle', async () => {
    assert.match((await isonomia('verify', 'nowhere')).err, /There is nothing at .*nowhere/u);
    await writeFile(join(folder, 'x.tar'), 'x');
    const { code, err } = await isonomia('verify', 'x.tar');
    assert.deepEqual([code, err], [1, 'Not good. It is not a proof bundle, or it was changed.\n']);
  });
});
