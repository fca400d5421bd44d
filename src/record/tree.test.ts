import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { concat, fromBase64, utf8 } from '../base/bytes.ts';
import { type Hash, sha256 } from '../base/sha256.ts';
import { verifyConsistency, verifyInclusion } from './proofs.ts';
import { TILE, entryBundle, hashTile, parseTilePath, tilePath } from './tiles.ts';
import { createTree, leafHash, nodeHash } from './tree.ts';

const vectors = new URL('../../../shared/vectors/rfc6962.json', import.meta.url);
const noVectors = existsSync(vectors) ? false : 'the published vectors are not beside this checkout';

interface Vector {
  readonly name: string;
  readonly wantErr: boolean;
  readonly proof: readonly string[] | null;
}

interface Vectors {
  readonly inclusion: readonly (Vector &
    Record<'leafIdx' | 'treeSize', number> &
    Record<'leafHash' | 'root', string>)[];
  readonly consistency: readonly (Vector & Record<'size1' | 'size2', number> & Record<'root1' | 'root2', string>)[];
}

const leaves = Array.from({ length: 600 }, (_, i) => leafHash(utf8(`entry ${i}`)));
const grown = (size: number) => {
  const tree = createTree();
  leaves.slice(0, size).forEach(tree.append);
  return tree;
};

/** RFC 6962 section 2.1, word for word. */
const mth = (list: readonly Hash[]): Hash => {
  const [only] = list;
  if (list.length === 1 && only !== undefined) return only;
  let k = 1;
  while (k * 2 < list.length) k *= 2;
  return nodeHash(mth(list.slice(0, k)), mth(list.slice(k)));
};

test('the root is that of RFC 6962 for every size', () => {
  const tree = grown(135);
  assert.equal(tree.size(), 135);
  assert.deepEqual(tree.root(0), sha256(new Uint8Array(0)));
  for (let size = 1; size <= 135; size++) {
    assert.deepEqual(tree.root(size), mth(leaves.slice(0, size)));
    assert.deepEqual(grown(size).root(), tree.root(size));
  }
});

test('a tree is extended by another as by its leaves, whatever their sizes', () => {
  const sizes = fc.integer({ min: 0, max: 70 });
  fc.assert(
    fc.property(fc.array(sizes, { maxLength: 6 }), (parts) => {
      const tree = createTree();
      let size = 0;
      for (const part of parts) {
        const other = createTree();
        leaves.slice(size, (size += part)).forEach(other.append);
        tree.extend(other.rows());
      }
      assert.deepEqual(tree.rows(), grown(size).rows());
      assert.deepEqual(tree.root(), grown(size).root());
    }),
  );
});

test('a tree whose parts are of a power of two, but for the last, is extended without hashing one of their nodes', () => {
  let hashed = 0;
  const tree = createTree((bytes) => {
    hashed++;
    return sha256(bytes);
  });
  for (let from = 0; from < leaves.length; from += 64) {
    const other = createTree();
    leaves.slice(from, from + 64).forEach(other.append);
    tree.extend(other.rows());
  }
  assert.deepEqual(tree.root(), grown(leaves.length).root());
  assert.ok(hashed < leaves.length / 32, String(hashed));
});

test('every leaf is proven in every tree, and nothing else is', () => {
  const tree = grown(40);
  for (let size = 1; size <= 40; size++) {
    for (let index = 0; index < size; index++) {
      const [leaf, root, proof] = [leaves[index] as Hash, tree.root(size), tree.inclusionProof(index, size)];
      assert(verifyInclusion({ index, size, leaf, root, proof }));
      assert(!verifyInclusion({ index: index + 1, size, leaf, root, proof }));
      assert(!verifyInclusion({ index, size, leaf: root, root: leaf, proof: [...proof, leaf] }));
      if (proof.length > 0) assert(!verifyInclusion({ index, size, leaf, root, proof: proof.slice(1) }));
    }
  }
});

test('every tree is proven to begin every later one', () => {
  const tree = grown(40);
  for (let size = 1; size <= 40; size++) {
    for (let from = 1; from <= size; from++) {
      const proof = tree.consistencyProof(from, size);
      const [oldRoot, root] = [tree.root(from), tree.root(size)];
      assert(verifyConsistency({ from, size, oldRoot, root, proof }));
      assert(!verifyConsistency({ from, size, oldRoot: leafHash(oldRoot), root, proof }));
      assert(!verifyConsistency({ from, size, oldRoot, root: leafHash(root), proof }));
      if (from < size) assert(!verifyConsistency({ from: from + 1, size, oldRoot, root, proof }));
    }
  }
});

test('a proof that climbs past the root of its size is none', () => {
  const [leaf, sibling] = [leaves[0] ?? assert.fail(), leaves[1] ?? assert.fail()];
  const root = nodeHash(sibling, leaf);
  assert(!verifyInclusion({ index: 0, size: 1, leaf, root, proof: [sibling] }));
  const [oldRoot, newRoot] = [leaf, nodeHash(leaf, sibling)];
  assert(verifyConsistency({ from: 1, size: 2, oldRoot, root: newRoot, proof: [sibling] }));
  const higher = nodeHash(sibling, newRoot);
  assert(
    !verifyConsistency({ from: 1, size: 2, oldRoot: nodeHash(sibling, leaf), root: higher, proof: [sibling, sibling] }),
  );
});

test('what the tree does not have is a fault', () => {
  const tree = grown(5);
  for (const call of [
    () => tree.root(6),
    () => tree.root(-1),
    () => tree.inclusionProof(5),
    () => tree.inclusionProof(4, 4),
    () => tree.consistencyProof(0),
    () => tree.consistencyProof(4, 3),
    () => tree.hashes(0, 3, 3),
    () => createTree().inclusionProof(0),
  ]) {
    assert.throws(call, RangeError);
  }
});

test('the published proofs', { skip: noVectors }, () => {
  const { inclusion, consistency } = JSON.parse(readFileSync(vectors, 'utf8')) as Vectors;
  // Some roots are no hashes; that a leaf is one, its type says before any proof is looked at.
  const hash = (text: string) => (fromBase64(text) ?? assert.fail(text)) as Hash;
  for (const { name, wantErr, leafIdx, treeSize, leafHash: leaf, root, proof } of inclusion) {
    const path = { index: leafIdx, size: treeSize, leaf: hash(leaf), root: hash(root), proof: (proof ?? []).map(hash) };
    assert.equal(path.leaf.length === 32 && verifyInclusion(path), !wantErr, name);
  }
  for (const { name, wantErr, size1, size2, root1, root2, proof } of consistency) {
    const path = { from: size1, size: size2, oldRoot: hash(root1), root: hash(root2), proof: (proof ?? []).map(hash) };
    assert.equal(verifyConsistency(path), !wantErr, name);
  }
  assert.equal(inclusion.length + consistency.length, 196);
});

test('tiles hold what tlog-tiles says', () => {
  const tree = grown(600);
  const [first, second] = [leaves.slice(0, 256), leaves.slice(256, 512)];
  assert.deepEqual(hashTile(tree, { level: 0, index: 1, width: TILE }), concat(...second));
  assert.deepEqual(hashTile(tree, { level: 0, index: 2, width: 88 }), concat(...leaves.slice(512)));
  assert.deepEqual(hashTile(tree, { level: 1, index: 0, width: 2 }), concat(mth(first), mth(second)));
  for (const tile of [
    { level: 0, index: 2, width: 89 },
    { level: 1, index: 0, width: 3 },
    { level: 2, index: 0, width: 1 },
    { level: 0, index: 0, width: 0 },
    { level: 64, index: 0, width: 1 },
  ]) {
    assert.equal(hashTile(tree, tile), null);
  }
  assert.deepEqual(
    entryBundle([utf8('ab'), new Uint8Array(258)]),
    concat(Uint8Array.of(0, 2), utf8('ab'), Uint8Array.of(1, 2), new Uint8Array(258)),
  );
});

test('a tile has one path', () => {
  assert.equal(tilePath(0, 1_234_067, TILE), 'tile/0/x001/x234/067');
  assert.equal(tilePath('entries', 0, 5), 'tile/entries/000.p/5');
  fc.assert(
    fc.property(
      fc.constantFrom(0, 1, 63, 'entries' as const),
      fc.nat(2 ** 31 - 1),
      fc.integer({ min: 1, max: TILE }),
      (level, index, width) => {
        assert.deepEqual(parseTilePath(tilePath(level, index, width)), { level, index, width });
      },
    ),
  );
  for (const path of [
    'tile/00/000',
    'tile/64/000',
    'tile/0/0',
    'tile/0/x000/001',
    'tile/0/000.p/0',
    'tile/0/000.p/256',
    'tile/0/000.p/05',
    'tile/0/000/',
    '../tile/0/000',
  ]) {
    assert.equal(parseTilePath(path), null, path);
  }
});
