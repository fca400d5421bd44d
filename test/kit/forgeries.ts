import assert from 'node:assert/strict';
import { playSample } from '../../sample/play.ts';
import { type Bytes, utf8 } from '../../src/base/bytes.ts';
import { instant } from '../../src/base/time.ts';
import { PROOFS, type Proof } from '../../src/charter/proof/index.ts';
import { PUBLIC, type Viewer } from '../../src/charter/visibility.ts';
import { workHere } from './work-here.ts';
import { createBundles } from '../../src/conference/archive/bundle.ts';
import { createManualClock } from '../../src/conference/clock.ts';
import { createHost } from '../../src/conference/host.ts';
import { type HostKey, generateHostKey } from '../../src/conference/host-key.ts';
import type { Conference, RecordEntry } from '../../src/conference/types.ts';
import { type BundleParts, type BundledEntry, bundleFiles } from '../../src/record/bundle.ts';
import { actHash } from '../../src/record/act.ts';
import { checkEntry } from '../../src/record/check-entry.ts';
import { originOf, signCheckpoint } from '../../src/record/checkpoint.ts';
import { actBytesOf, readTrustedEntry } from '../../src/record/entry.ts';
import { type MatterNote, matterFiles, signMatter } from '../../src/record/matter.ts';
import { readParts } from '../../src/record/read-bundle.ts';
import { type Files, readTar } from '../../src/record/tar.ts';
import { createTree, leafHash } from '../../src/record/tree.ts';
import { verifyBundleFiles } from '../../src/record/verify-bundle.ts';
import { isWebAuthn } from '../../src/record/verify-signature.ts';
import { createFaultyStore } from './faulty-store.ts';

const { charter: charterBundle, statement: statementBundle, text: textBundle } = createBundles(workHere);

/** What forgers of proofs work with: two conferences of the same people, all their proofs, and the tools to put new ones together. */

export interface Genuine {
  readonly files: Files;
  readonly parts: BundleParts;
  readonly matter: MatterNote;
  readonly proof: Proof;
}

export interface Played {
  readonly conference: Conference;
  readonly hostKey: HostKey;
  readonly entries: readonly RecordEntry[];
  /** Of the founding charter, and of every text and statement that has a proof, for everyone and for participants. */
  readonly proofs: readonly Genuine[];
}

/** The sample conference under a host of its own. */
export const play = async (): Promise<Played> => {
  const clock = createManualClock(instant(0));
  const hostKey = generateHostKey();
  const host = await createHost({ store: createFaultyStore(), hostKey, clock, origin: 'http://localhost' });
  const conference = await playSample({ host, clock, now: instant(Date.UTC(2026, 10, 22)) });
  const { size, organisations, texts, statements } = conference.state();
  const [id] = organisations.keys();
  assert.ok(id !== undefined);
  const proofs: Genuine[] = [];
  for (const viewer of [PUBLIC, { kind: 'organisation', id } satisfies Viewer]) {
    for (const [make, { length }] of [
      [charterBundle, [1]] as const,
      [textBundle, texts] as const,
      [statementBundle, statements] as const,
    ]) {
      for (let number = 1; number <= length; number++) {
        const tar = await make(conference, number, viewer);
        if (tar !== null) proofs.push(await opened(tar));
      }
    }
  }
  return { conference, hostKey, entries: await conference.entries(0, size), proofs };
};

export const opened = async (tar: Bytes): Promise<Genuine> => {
  const files = readTar(tar) ?? assert.fail('not a tar');
  const parts = readParts(files);
  const verified = await verify(files);
  assert.ok(parts.ok && verified.ok, JSON.stringify(verified));
  return { files, parts: parts.value, matter: verified.value.matter, proof: verified.value.proof };
};

/** Signatures are most of the work, and forgers bring the same entries again and again. */
const checked = new Map<string, ReturnType<typeof checkEntry>>();

const checkOnce: typeof checkEntry = (bytes) => {
  const name = bytes.toBase64();
  const known = checked.get(name) ?? checkEntry(bytes);
  checked.set(name, known);
  return known;
};

export const verify = (files: Files) => verifyBundleFiles(files, PROOFS, checkOnce);

/** What follows from parts, as well as a forger can make it. */
export const remade = async (
  parts: BundleParts,
  { subject, audience, adopted }: MatterNote,
  like: Proof,
): Promise<Files> => {
  const claim = { matter: { subject, audience, adopted }, text: parts.text, note: parts.note };
  const proven = PROOFS.prove(await toProve(parts.entries), claim);
  const proof = proven.ok ? proven.value : like;
  const claims = PROOFS.claimsOf(proof);
  return bundleFiles(parts, { markdown: PROOFS.markdownOf(proof), claims, signers: proof.signers });
};

const toProve = (entries: readonly BundledEntry[]) =>
  Promise.all(
    entries.map(async ({ index, bytes }) => {
      const { act, time } = readTrustedEntry(bytes);
      const found = await checkOnce(bytes);
      const signers = found.ok
        ? found.value.signers.map((signer) => ({ ...signer, webauthn: isWebAuthn(signer.algorithm) }))
        : [];
      return { index, time, act, hash: actHash(actBytesOf(bytes)), signers };
    }),
  );

/** A bundle of any entries at all, by a host that signs whatever suits it: a tree of its own, and a list of its own. */
export const byLyingHost = async (
  hostKey: HostKey,
  { matter, parts }: Pick<Genuine, 'matter' | 'parts'>,
  entries: readonly Bytes[],
): Promise<Files> => {
  const tree = createTree();
  for (const bytes of entries) tree.append(leafHash(bytes));
  const [size, root] = [tree.size(), tree.root()];
  const placed = entries.map((bytes, index) => ({ index, bytes, proof: tree.inclusionProof(index) }));
  const proven = PROOFS.prove(await toProve(placed), { matter, text: parts.text, note: parts.note });
  const markdown = proven.ok ? PROOFS.markdownOf(proven.value) : utf8('');
  const claims = proven.ok ? PROOFS.claimsOf(proven.value) : utf8('');
  const list: MatterNote = {
    ...matter,
    size,
    root,
    files: matterFiles({ 'text.json': parts.text, 'note.json': parts.note, 'text.md': markdown, 'claims.md': claims }),
    entries: placed.map(({ index }) => index),
  };
  const signed = {
    checkpoint: await signCheckpoint({ origin: originOf(matter.conference), size, root }, hostKey),
    matter: await signMatter(list, hostKey),
  };
  return bundleFiles(
    { ...parts, ...signed, entries: placed },
    { markdown, claims, signers: proven.ok ? proven.value.signers : [] },
  );
};
