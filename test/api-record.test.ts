import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { type Bytes, base64, fromBase64, utf8 } from '../src/base/bytes.ts';
import { canonicalBytes } from '../src/base/json.ts';
import { asHash } from '../src/base/sha256.ts';
import { originOf, verifyCheckpoint } from '../src/record/checkpoint.ts';
import { verifyConsistency, verifyInclusion } from '../src/record/proofs.ts';
import { leafHash } from '../src/record/tree.ts';
import { ONE, SLUG } from './kit/api.ts';
import { type Played, playEverything } from './kit/everything.ts';
import type { Speaker } from './kit/small-conference.ts';

/** The record through the API: entries, their proofs, checkpoints and tiles. */

let scene: Played;
before(async () => {
  scene = await playEverything();
});

describe('the record', () => {
  interface Proven {
    readonly index: number;
    readonly entry: object;
    readonly proof: {
      readonly size: number;
      readonly leaf: string;
      readonly hashes: readonly string[];
      readonly root: string;
      readonly checkpoint: string;
    };
  }
  const hashOf = (text: string) => asHash(fromBase64(text)) ?? assert.fail(text);

  it('proves each entry by a checkpoint that the host signed', async () => {
    const { size } = scene.small.conference.state();
    for (let index = 0; index < size; index++) {
      const { entry, proof } = await scene.read<Proven>(`${ONE}/entries/${index}`, scene.speaker(0));
      const leaf = leafHash(canonicalBytes(entry));
      assert.equal(base64(leaf), proof.leaf);
      const root = hashOf(proof.root);
      assert.ok(verifyInclusion({ index, size: proof.size, leaf, root, proof: proof.hashes.map(hashOf) }));
      const signed = await verifyCheckpoint(utf8(proof.checkpoint), {
        origin: originOf(scene.small.id),
        hostKey: scene.host.publicKey,
      });
      assert.ok(signed.ok && base64(signed.value.root) === proof.root);
    }
  });

  it('shows each the entries that are theirs to see, and leaves out the rest', async () => {
    interface Listed {
      readonly size: number;
      readonly entries: readonly {
        readonly index: number;
        readonly entry: { readonly act: { readonly kind: string } };
      }[];
    }
    const kinds = async (who?: Speaker) => {
      const { entries } = await scene.read<Listed>(`${ONE}/entries`, who);
      return new Set(entries.map(({ entry }) => entry.act.kind));
    };
    const [open, own, all] = [await kinds(), await kinds(scene.applicant), await kinds(scene.speaker(0))];
    assert.ok(open.has('text.sign') && open.has('statement.sign') && open.has('conference.found'));
    assert.ok(!open.has('positions.take') && !open.has('participation.apply') && !open.has('text.table'));
    assert.deepEqual(
      [...own].filter((kind) => !open.has(kind)),
      ['participation.apply'],
    );
    assert.ok(all.has('positions.take') && all.size === 20);
    const { size, entries } = await scene.read<Listed>(`${ONE}/entries?from=2&to=4`, scene.speaker(0));
    assert.deepEqual([size, entries.map(({ index }) => index)], [scene.small.conference.state().size, [2, 3]]);
    assert.deepEqual((await scene.read<Listed>(`${ONE}/entries?from=999`)).entries, []);
  });

  it('proves that an earlier record begins a later one', async () => {
    const { size } = scene.small.conference.state();
    const { conference } = scene.small;
    for (const from of [1, 5, size]) {
      const { hashes } = await scene.read<{ hashes: string[] }>(`${ONE}/consistency?from=${from}`);
      const [oldRoot, root] = [conference.root(from), conference.root(size)];
      assert.ok(verifyConsistency({ from, size, oldRoot, root, proof: hashes.map(hashOf) }));
    }
    for (const range of ['', '?from=0', '?from=3&to=2', '?from=1&to=999']) {
      assert.equal((await scene.ask(`${ONE}/consistency${range}`)).status, 400);
    }
  });

  it('stands as tiles: hashes for everyone, entries for participants', async () => {
    const { size } = scene.small.conference.state();
    const log = `/${SLUG}/log`;
    assert.equal(
      await (await scene.ask(`${log}/checkpoint`)).text(),
      await (await scene.ask(`${ONE}/checkpoint`)).text(),
    );
    const hashes = new Uint8Array(await (await scene.ask(`${log}/tile/0/000.p/${size}`)).arrayBuffer());
    assert.equal(hashes.length, 32 * size);
    for (const path of [`tile/0/000.p/${size + 1}`, 'tile/0/000', 'tile/0/0', 'tile/x', 'tile/1/000.p/1']) {
      assert.equal((await scene.ask(`${log}/${path}`)).status, 404, path);
    }
    const entries = `${log}/tile/entries/000.p/${size}`;
    assert.equal((await scene.ask(entries)).status, 401);
    assert.equal((await scene.ask(entries, { headers: await scene.as(scene.applicant) })).status, 403);
    const answer = await scene.ask(entries, { headers: await scene.as(scene.speaker(1)) });
    const bundle: Bytes = new Uint8Array(await answer.arrayBuffer());
    const first = await scene.small.conference.entry(0);
    assert.deepEqual(bundle.subarray(2, 2 + (first?.bytes.length ?? 0)), first?.bytes);
  });
});
