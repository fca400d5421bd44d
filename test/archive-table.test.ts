import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { writePrivateKey } from '../src/record/openssh-key.ts';
import { type Bytes, fromUtf8, utf8 } from '../src/base/bytes.ts';
import { sha256 } from '../src/base/sha256.ts';
import { sampleKey } from '../src/record/sample-keys.ts';
import { PROOFS } from '../src/charter/proof/index.ts';
import { verifyCopy } from '../src/record/verify-copy.ts';
import { copied, copyIn } from './kit/copy.ts';
import { createSampleScene } from './kit/sample.ts';

/** Two hundred documents from a table and a folder: what is wrong is told line by line, nothing of it is half taken in, and a run that is cut short is run again. */

const bin = fileURLToPath(new URL('../bin/isonomia.js', import.meta.url));
const scene = await createSampleScene({ listen: true });
const home = await mkdtemp(join(tmpdir(), 'isonomia-archive-'));
after(async () => {
  await scene.close();
  await rm(home, { recursive: true });
});

const folder = join(home, 'papers');
const before200 = scene.conference.state().archive.length;

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the command; `until`: it is killed as soon as it has said so much. */
const archive = (args: readonly string[], until: RegExp | null = null): Promise<Ended> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [bin, 'archive', ...args]);
    child.stdin.end();
    let [out, err] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (piece: string) => {
      out += piece;
      if (until?.test(out) === true) child.kill('SIGKILL');
    });
    child.stderr.setEncoding('utf8').on('data', (piece: string) => (err += piece));
    child.on('close', (code) => resolve({ code, out, err }));
  });

const HEAD = [
  'kind',
  'reference',
  'title',
  'date',
  'until',
  'place',
  'language',
  'names',
  'source',
  'words',
  'original',
];

type Line = Readonly<Record<string, string>>;

const lineOf = (i: number): Line => ({
  kind: i % 10 === 3 ? 'meeting' : i % 10 === 7 ? 'statement' : 'decision',
  reference: `OLD/${2000 + (i % 20)}/${i}`,
  title: `On the weir of mile ${i}, and “what; lies, below”`,
  date: i % 3 === 0 ? `${2000 + (i % 20)}` : `${2000 + (i % 20)}-0${1 + (i % 9)}-1${i % 9}`,
  until: '',
  place: i % 4 === 0 ? '' : 'Ohrid',
  language: 'en',
  names: 'Weir Keepers (Albania); Friends of the "Old" Mill\nMile Group (Serbia)',
  source: 'Binder 7,\nkept in Niš.',
  words: i % 5 === 0 ? '' : `words/${i}.${i % 2 === 0 ? 'md' : 'txt'}`,
  original: i % 5 === 0 ? `scans/${i}.pdf` : '',
});

const cellOf = (value: string): string => (/[",;\n\t]/u.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

const tableOf = (lines: readonly Line[], separator = ','): string =>
  `\ufeff${[HEAD, ...lines.map((line) => HEAD.map((column) => line[column] ?? ''))]
    .map((row) => row.map(cellOf).join(separator))
    .join('\r\n')}\r\n`;

const LINES = Array.from({ length: 200 }, (_, i) => lineOf(i));
const TABLE = join(home, 'table.csv');
const SIGNED = ['--server', scene.origin, '--conference', 'sample', '--as', 'zelena-sava', '--key', join(home, 'key')];

/** Where a cell begins: each row takes three lines, for its names and its source hold a line end. */
const lineAt = (i: number, column: string): number => 2 + i * 3 + (column === 'words' || column === 'original' ? 2 : 0);

before(async () => {
  await mkdir(join(folder, 'words'), { recursive: true });
  await mkdir(join(folder, 'scans'));
  for (const i of LINES.keys()) {
    if (i % 5 === 0)
      await writeFile(join(folder, `scans/${i}.pdf`), `%PDF-1.7\n${'x'.repeat(i === 0 ? 150_000 : 900)}`);
    else
      await writeFile(
        join(folder, `words/${i}.${i % 2 === 0 ? 'md' : 'txt'}`),
        `1. The weir of mile ${i} is to be opened.\n\n2. So it was said.\n`,
      );
  }
  await writeFile(join(folder, 'lies.pdf'), 'no paper at all');
  await writeFile(join(folder, 'empty.txt'), '');
  await writeFile(join(folder, 'long.txt'), 'Many words. '.repeat(20_000));
  await writeFile(join(folder, 'large.pdf'), `%PDF-${'x'.repeat(200_000)}`);
  await symlink('/etc/hostname', join(folder, 'link.txt'));
  const { publicKey } = await sampleKey('zelena-sava', 1);
  const seed = sha256(utf8('isonomia sample key zelena-sava/1'));
  await writeFile(join(home, 'key'), writePrivateKey({ seed, publicKey, comment: 'sample' }), { mode: 0o600 });
});

const WRONG: ReadonlyMap<number, readonly [change: Line, told: RegExp]> = new Map([
  [4, [{ date: '14/9/2019' }, /date: “14\/9\/2019” is no date/u]],
  [9, [{ date: '2999' }, /date: “2999” lies ahead/u]],
  [13, [{ reference: 'OLD/2001/1' }, /reference: “OLD\/2001\/1 \(line 5\)” is the reference of another line/u]],
  [21, [{ kind: 'treaty' }, /kind: “treaty” is none of/u]],
  [34, [{ words: 'words/none.txt' }, /words: “words\/none.txt” there is no such file/u]],
  [55, [{ original: 'lies.pdf' }, /original: “lies.pdf” is not what the end of its name says/u]],
  [60, [{ original: '../../etc/passwd' }, /original: “..\/..\/etc\/passwd” leads out of the folder/u]],
  [71, [{ words: 'link.txt' }, /words: “link.txt” is a link/u]],
  [85, [{ original: 'large.pdf' }, /original: “large.pdf” is larger than it may be/u]],
  [99, [{ words: 'empty.txt' }, /words: “empty.txt” is empty/u]],
  [120, [{ title: '' }, /title: is empty/u]],
  [151, [{ language: 'klingon language' }, /language: “klingon language” is no tag/u]],
]);

describe('an archive of 200 documents', () => {
  it('is told all that is wrong, each by its line and column, and nothing of it comes in', async () => {
    const wrong = LINES.map((line, i) => ({ ...line, ...WRONG.get(i)?.[0] }));
    await writeFile(TABLE, tableOf(wrong));
    for (const args of [
      ['--check', TABLE, folder],
      [...SIGNED, TABLE, folder],
    ]) {
      const { code, err } = await archive(args);
      assert.equal(code, 1);
      const told = err.trim().split('\n');
      for (const [i, [change, words]] of WRONG) {
        const [column = ''] = Object.keys(change);
        const own = told.filter((line) => line.startsWith(`line ${lineAt(i, column)}, ${column}:`));
        assert.equal(own.length, 1, `${i}: ${err}`);
        assert.match(own[0] ?? '', words);
      }
      assert.match(told.at(-1) ?? '', /: 12 things are wrong\. Nothing was brought\.$/u);
      assert.equal(told.length, 13);
    }
    assert.equal(scene.conference.state().archive.length, before200);
  });

  it('comes in once, though it is killed in the middle and run again', async () => {
    await writeFile(TABLE, tableOf(LINES, ';'));
    const cut = await archive([...SIGNED, TABLE, folder], /\(40 of 200\)/u);
    assert.equal(cut.code, null);
    const half = scene.conference.state().archive.length - before200;
    assert.ok(half >= 40 && half < 200, `${half}`);
    const { code, out, err } = await archive([...SIGNED, TABLE, folder]);
    assert.equal(code, 0, err);
    assert.match(out, new RegExp(`200 pieces, ${half} of them in the archive already`, 'u'));
    const again = await archive([...SIGNED, TABLE, folder]);
    assert.match(again.out, /200 pieces, 200 of them in the archive already/u);

    const { archive: pieces } = scene.conference.state();
    assert.equal(pieces.length, before200 + 200);
    assert.equal(new Set(pieces.map(({ versions }) => versions[0]?.what.reference)).size, before200 + 200);
    for (const { versions } of pieces)
      for (const { papers } of versions)
        for (const hash of [papers.words, ...papers.files.flatMap(({ parts }) => parts)])
          assert.ok(hash === null || (await scene.conference.attachment(hash)) !== null);
  });

  it('stands in lists, feeds and the sitemap under its mark, with its words and originals', async () => {
    const page = async (path: string): Promise<string> => {
      const answer = await scene.ask(`/sample${path}`);
      assert.equal(answer.status, 200, path);
      return answer.text();
    };
    const number = scene.conference
      .state()
      .archive.find(({ versions }) => versions[0]?.what.reference === 'OLD/2001/1')?.number;
    const own = await page(`/archive/${number}`);
    for (const words of [
      'From the archive',
      'The weir of mile 1 is to be opened.',
      'Friends of the &quot;Old&quot; Mill',
      'Binder 7,',
    ])
      assert.ok(own.includes(words), words);
    for (const path of ['/archive', '/decisions', '/statements', '/meetings'])
      assert.match(await page(path), /From the archive · <bdi>OLD\//u, path);
    assert.match(await page('/decisions'), /rel="next"/u);
    assert.match(await page('/feed.atom'), /From the archive · OLD\//u);
    assert.ok((await page('/sitemap-1.xml')).includes(`/archive/${number}?`));

    const scanned = scene.conference
      .state()
      .archive.find(({ versions }) => versions[0]?.what.reference === 'OLD/2000/0')?.number;
    const file = await scene.ask(`/sample/archive/${scanned}/original-1.pdf`);
    assert.equal((await file.arrayBuffer()).byteLength, 150_009);
    assert.match(file.headers.get('content-disposition') ?? '', /^attachment/u);
    assert.equal(file.headers.get('x-content-type-options'), 'nosniff');
  });

  it('stands in the copy of the site under its mark, with its originals, and verifies', async () => {
    const files = new Map<string, Bytes>();
    const { broken } = await copied(scene, files, { paper: false });
    assert.deepEqual(broken, []);
    const verified = await verifyCopy(copyIn(files), PROOFS);
    assert.ok(verified.ok, JSON.stringify(verified));
    for (const { number, versions } of scene.conference.state().archive) {
      const { reference } = versions[0]?.what ?? assert.fail();
      const page = fromUtf8(files.get(`en/archive/${number}.html`) ?? assert.fail(reference)) ?? '';
      assert.ok(page.includes(`From the archive · <bdi>${reference}</bdi>`), reference);
      assert.ok(files.has(`el/archive/${number}.html`));
      const [original] = versions[0]?.papers.files ?? [];
      if (original !== undefined) assert.ok(files.has(`archive/${number}/original-1.pdf`), reference);
    }
  });

  it('is refused as it stands in another alphabet of bytes', async () => {
    const text = tableOf(LINES.slice(0, 2)).replace('Ohrid', 'Οχρίδα');
    const wide = Buffer.from(text, 'utf16le');
    await writeFile(TABLE, wide);
    assert.match((await archive(['--check', TABLE, folder])).err, /is not in UTF-8, but, as it looks, in utf-16le/u);
    await writeFile(TABLE, Buffer.from('kind,reference,title,date,source\ndecision,A,Se\xf1al,2019,x\n', 'latin1'));
    assert.match((await archive(['--check', TABLE, folder])).err, /is not in UTF-8, but, as it looks, in /u);
  });
});
