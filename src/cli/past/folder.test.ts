import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, suite, test } from 'node:test';
import { utf8 } from '../../base/bytes.ts';
import { fileBelow } from './folder.ts';
import { typeOfFile } from './kinds.ts';

const home = await mkdtemp(join(tmpdir(), 'isonomia-papers-'));
after(() => rm(home, { recursive: true }));

suite('a folder of papers', () => {
  test('gives files as they are, and follows nothing out of it', async () => {
    const folder = join(home, 'papers');
    await mkdir(join(folder, 'in'), { recursive: true });
    await mkdir(join(home, 'beside'));
    await writeFile(join(folder, 'in', 'a.txt'), 'words');
    await writeFile(join(home, 'beside', 'secret.txt'), 'secret');
    await writeFile(join(folder, 'empty.txt'), '');
    await writeFile(join(folder, 'hole.pdf'), '');
    await truncate(join(folder, 'hole.pdf'), 2 ** 40);
    await symlink(join(home, 'beside'), join(folder, 'away'));
    await symlink(join(folder, 'in', 'a.txt'), join(folder, 'link.txt'));
    const read = (path: string) => fileBelow(folder, path, 100);
    assert.deepEqual(await read('in/a.txt'), utf8('words'));
    assert.equal(await read('away/secret.txt'), 'is-a-link');
    assert.equal(await read('link.txt'), 'is-a-link');
    assert.equal(await read('in'), 'is-a-folder');
    assert.equal(await read('in/a.txt/b'), 'no-file');
    assert.equal(await read('none.txt'), 'no-file');
    assert.equal(await read('empty.txt'), 'empty');
    assert.equal(await read('hole.pdf'), 'too-large');
    assert.equal(await fileBelow('/dev', 'null', 100), 'is-no-file');
  });
});

test('a file is what its name says, or nothing is said of it', () => {
  assert.equal(typeOfFile('a.pdf', utf8('%PDF-1.7')), 'application/pdf');
  assert.equal(typeOfFile('a.PDF', utf8('MZ')), null);
  assert.equal(
    typeOfFile('a.docx', utf8('PK\u0003\u0004')),
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  );
  assert.equal(typeOfFile('a.txt', utf8('%PDF-1.7')), null);
  assert.equal(typeOfFile('a.md', utf8('a\0b')), null);
  assert.equal(typeOfFile('a.txt', Uint8Array.of(0xff, 0xfe, 0x61, 0)), 'text/plain');
  assert.equal(typeOfFile('a.tif', utf8('II*\0')), 'application/octet-stream');
  assert.equal(typeOfFile('a.scan', utf8('%PDF-1.7')), null);
  assert.equal(typeOfFile('none', utf8('<script>')), 'application/octet-stream');
});
