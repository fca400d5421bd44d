import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { after, describe, it } from 'node:test';
import { type Bytes, fromUtf8, utf8 } from '../src/base/bytes.ts';
import { sha256 } from '../src/base/sha256.ts';
import { present } from '../src/charter/texts/texts.ts';
import { PROOFS } from '../src/charter/proof/index.ts';
import { generateHostKey } from '../src/conference/host-key.ts';
import { COPY_NAMESPACE, printSums, readSums } from '../src/record/copy.ts';
import { signEd25519 } from '../src/record/sign-ed25519.ts';
import { armour } from '../src/record/sshsig.ts';
import { verifyCopy } from '../src/record/verify-copy.ts';
import { copied, copyIn } from './kit/copy.ts';
import { decoded } from './kit/crawl.ts';
import { createSampleScene } from './kit/sample.ts';

/** The public site as files: all of it, nothing else, the same again from the same record, and no byte of it changed unseen. */

const CHANGES = process.env['LONG'] === undefined ? 30 : 1000;

const scene = await createSampleScene();
after(scene.close);
const files = new Map<string, Bytes>();
const first = await copied(scene, files);
const light = new Map<string, Bytes>();
await copied(scene, light, { paper: false });
const pages = [...files]
  .filter(([name]) => name.endsWith('.html'))
  .map(([name, bytes]) => [name, fromUtf8(bytes) ?? ''] as const);

const faultIn = async (
  changed: ReadonlyMap<string, Bytes>,
): Promise<{ readonly file: string; readonly kind: string } | null> => {
  const verified = await verifyCopy(copyIn(changed), PROOFS);
  return verified.ok ? null : verified.error;
};

describe('a copy of the public site', () => {
  it('leads only to files of its own, to the conference itself, and to what people linked', () => {
    assert.deepEqual(first.broken, []);
    for (const [name, page] of pages)
      for (const [, href = ''] of page.matchAll(/\s(?:href|src)="([^"]*)"/gu)) {
        const url = new URL(decoded(href), `http://copy/${name}`);
        if (url.hostname !== 'copy') continue;
        assert.ok(files.has(url.pathname.slice(1)), `${name} leads to ${href}`);
      }
  });

  it('asks nothing of a server: no form, no address of one, and no script but the checker’s', () => {
    for (const [name, page] of pages) {
      assert.doesNotMatch(page, /<form|localhost|="\/(?!\/)/u, name);
      const scripts = [...page.matchAll(/<script\b[^>]*>/gu)];
      assert.equal(scripts.length, name.endsWith('/verify.html') ? 1 : 0, name);
    }
  });

  it('holds what strangers see and nothing of what members do, in every language', () => {
    const names = [...files.keys()];
    for (const language of ['en', 'el'])
      for (const page of ['index', 'decisions', 'decisions/1', 'statements/1', 'participants', 'about', 'verify'])
        assert.ok(names.includes(`${language}/${page}.html`), page);
    assert.deepEqual(
      names.filter(
        (name) => !name.startsWith('assets/') && /today|letters|sign-in|organisation\.|drafts|\/do\//u.test(name),
      ),
      [],
    );
    assert.match(fromUtf8(files.get('el/decisions.html') ?? new Uint8Array()) ?? '', /<html lang="el">/u);
  });

  it('leaves files for Word and paper to the conference itself, where that is asked for', async () => {
    assert.ok([...files.keys()].some((name) => name.endsWith('.pdf')));
    assert.deepEqual(
      [...light.keys()].filter((name) => /\.(?:docx|pdf)$/u.test(name)),
      [],
    );
    const page = fromUtf8(light.get('en/decisions/1.html') ?? assert.fail()) ?? '';
    assert.match(page, /href="https:\/\/conference\.example\/sample\/decisions\/1\.docx"/u);
  });

  it('is the same again, byte for byte, from the same record', async () => {
    const again = new Map<string, Bytes>();
    await copied(scene, again);
    assert.deepEqual([...again.keys()].toSorted(), [...files.keys()].toSorted());
    for (const [name, bytes] of again) assert.deepEqual(bytes, files.get(name), name);
  });

  it('is written anew only where something has changed', async () => {
    const kept = new Map(files);
    const still = await copied(scene, kept);
    assert.deepEqual({ written: still.written, removed: still.removed }, { written: 0, removed: 0 });
    await scene.act(['diktyo-potamon', 1], 'observation.make', {
      text: 2,
      version: present(scene.text(2)).hash,
      kind: 'view',
      clauses: [],
      words: 'We read “the water” as the river and its banks.',
      public: true,
    });
    const asked: string[] = [];
    const grown = await copied(scene, kept, { onAsked: (address) => asked.push(address) });
    // What it is not about is not even looked at: no document of another text, in whatever form.
    assert.deepEqual(
      asked.filter(
        (address) => /\/(?:decisions|statements|archive)\/[1-9]/u.test(address) && !/\/decisions\/2\b/u.test(address),
      ),
      [],
    );
    assert.ok(grown.written > 0 && grown.written < first.written / 2, `${grown.written}`);
    const whole = new Map<string, Bytes>();
    await copied(scene, whole);
    // A proof stands as of the moment at which it was made.
    for (const [name, bytes] of whole)
      if (!/^(?:proofs\/|made\.json|SHA256SUMS)/u.test(name)) assert.deepEqual(kept.get(name), bytes, name);
    assert.equal(await faultIn(kept), null);
  });
});

describe('a host that goes on with a copy', () => {
  const lie = utf8('<p>We all agree.');
  const changedIn = (sign: (list: Bytes) => Promise<Bytes> | Bytes) => async (): Promise<Map<string, Bytes>> => {
    const changed = new Map(light).set('en/decisions/1.html', lie);
    const sums = new Map(readSums(light.get('SHA256SUMS') ?? assert.fail()));
    const list = printSums(sums.set('en/decisions/1.html', sha256(lie)));
    return changed.set('SHA256SUMS', list).set('SHA256SUMS.sig', await sign(list));
  };
  const byAnother = async (message: Bytes): Promise<Bytes> =>
    utf8(armour(await signEd25519(generateHostKey(), { message, namespace: COPY_NAMESPACE })));

  it('never signs what somebody else has put into it', async () => {
    const kept = (): Bytes => light.get('SHA256SUMS.sig') ?? assert.fail();
    for (const changed of [changedIn(kept), changedIn(byAnother), changedIn(() => utf8(''))]) {
      const folder = await changed();
      await copied(scene, folder, { paper: false });
      assert.notDeepEqual(folder.get('en/decisions/1.html'), lie);
      assert.equal(await faultIn(folder), null);
    }
  });
});

describe('whoever checks a copy', () => {
  it('finds it good', async () => {
    const verified = await verifyCopy(copyIn(files), PROOFS);
    assert.ok(verified.ok);
    assert.equal(verified.value.files, files.size - 2);
    assert.equal(verified.value.proofs, 5);
  });

  it(`finds each of ${CHANGES} changes of one byte, wherever it is`, async () => {
    const names = [...files.keys()];
    for (let i = 0; i < CHANGES; i++) {
      const name = names[randomInt(names.length)] ?? '';
      const bytes = files.get(name)?.slice() ?? assert.fail();
      const at = randomInt(bytes.length);
      bytes[at] = (bytes[at] ?? 0) ^ randomInt(1, 256);
      assert.notEqual(await faultIn(new Map(files).set(name, bytes)), null, `byte ${at} of ${name}`);
    }
  });

  it('finds what is missing, and what was put in', async () => {
    const less = new Map(files);
    less.delete('el/decisions/1.html');
    assert.deepEqual(await faultIn(less), { file: 'el/decisions/1.html', kind: 'missing' });
    const more = new Map(files).set('en/decisions/99.html', utf8('<p>We all agree.'));
    assert.deepEqual(await faultIn(more), { file: 'en/decisions/99.html', kind: 'unexpected' });
  });

  it('believes no other key, whatever it has signed', async () => {
    const liar = generateHostKey();
    const forged = new Map(files).set('en/decisions/1.html', utf8('<p>We all agree.'));
    const sums = new Map(readSums(files.get('SHA256SUMS') ?? assert.fail()));
    sums.set('en/decisions/1.html', sha256(utf8('<p>We all agree.')));
    const list = printSums(sums);
    const signed = await signEd25519(liar, { message: list, namespace: COPY_NAMESPACE });
    forged.set('SHA256SUMS', list).set('SHA256SUMS.sig', utf8(armour(signed)));
    assert.deepEqual(await faultIn(forged), { file: 'checkpoint', kind: 'checkpoint' });
    const act = await signEd25519(scene.hostKey, { message: list, namespace: 'isonomia-act-v1' });
    forged.set('SHA256SUMS.sig', utf8(armour(act)));
    assert.deepEqual(await faultIn(forged), { file: 'SHA256SUMS.sig', kind: 'not-signed' });
  });
});
