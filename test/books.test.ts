import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { EpubCheck } from '@likecoin/epubcheck-ts';
import { openArchive } from '../src/press/unzip.ts';
import { SLUG, createSampleScene } from './kit/sample.ts';

/** The sample's books, looked over by EPUBCheck's rules, which know nothing of what wrote them: shops and libraries refuse what does not pass them. */

const scene = await createSampleScene();
after(scene.close);

const state = scene.conference.state();
const paths = [
  ...state.texts.flatMap(({ number, stage }) => (stage === 'adopted' ? [`decisions/${number}`] : [])),
  ...state.statements.map(({ number }) => `statements/${number}`),
  'charters/1',
  ...state.periodicals.flatMap(({ number, published }) =>
    published.map((_, i) => `publications/${number}/${i + 1}/el`),
  ),
];

const bookAt = async (path: string, language: string): Promise<Uint8Array<ArrayBuffer>> => {
  const answer = await scene.ask(`/${SLUG}/${path}.epub?lang=${language}`);
  assert.equal(answer.status, 200, path);
  return new Uint8Array(await answer.arrayBuffer());
};

test('pass with nothing to be said of them', async () => {
  assert.ok(paths.length > 3);
  for (const path of paths)
    for (const language of ['en', 'el']) {
      const { messages } = await EpubCheck.validate(await bookAt(path, language), {}, 'book.epub');
      assert.deepEqual(
        messages.map(({ id, message }) => `${id}: ${message}`),
        [],
        `${path} ${language}`,
      );
    }
});

/** The checker itself, as Debian has it: of EPUB 3.2, stricter in places than what came after. */
const JAR = '/usr/share/java/epubcheck.jar';
const skip =
  existsSync(JAR) && spawnSync('java', ['-version']).status === 0
    ? false
    : `NOT CHECKED: epubcheck is not on this machine`;

test('pass the checker that shops use', { skip }, async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'isonomia-books-'));
  t.after(() => rm(folder, { recursive: true }));
  for (const path of process.env['LONG'] === undefined ? paths.slice(-1) : paths) {
    const file = join(folder, `${path.replaceAll('/', '-')}.epub`);
    await writeFile(file, await bookAt(path, 'el'));
    const { status, stdout, stderr } = spawnSync('java', ['-jar', JAR, file], { encoding: 'utf8' });
    assert.equal(status, 0, `${path}: ${stdout}${stderr}`);
  }
});

test('have each a name of their own, in which the address where they were fetched has no part', async () => {
  const names = new Set<string>();
  for (const path of paths)
    for (const language of ['en', 'el']) {
      const opf = await (await openArchive(await bookAt(path, language))).part('package.opf');
      const [, name = ''] = /<dc:identifier id="id">([^<]+)</u.exec(new TextDecoder().decode(opf ?? undefined)) ?? [];
      assert.match(name, /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u);
      names.add(name);
    }
  assert.equal(names.size, paths.length * 2);
});
