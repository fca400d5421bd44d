import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Bytes, fromUtf8, sameBytes, utf8 } from '../src/base/bytes.ts';
import { type Signatory } from '../src/charter/proof/index.ts';
import type { BundleParts, BundledEntry } from '../src/record/bundle.ts';
import { writeEntry } from '../src/record/entry.ts';
import type { Files } from '../src/record/tar.ts';
import { type Genuine, byLyingHost, play, remade, verify } from './kit/forgeries.ts';

/**
 * Forged proofs, thousands of them: made of the genuine proofs and entries of two conferences in which the same people sign with the same
 * keys. Each is refused; or, where the host itself lies, it says nothing that is not so.
 */

const RUNS = process.env['LONG'] === undefined ? 250 : 10_000;

const [here, there] = [await play(), await play()];
const genuine = [...here.proofs, ...there.proofs];
const anyGenuine = fc.constantFrom(...genuine);

/** Numbers by which a move picks among what there is. */
const picks = fc.array(fc.nat(), { minLength: 4, maxLength: 4 });
const pick = <T>(list: readonly T[], nth: number | undefined): T => list[(nth ?? 0) % list.length] ?? assert.fail();

type Move = (parts: BundleParts, other: Genuine, nths: readonly number[]) => BundleParts;

const withEntries = (parts: BundleParts, entries: readonly BundledEntry[]): BundleParts => ({ ...parts, entries });

const sorted = (entries: readonly BundledEntry[]): readonly BundledEntry[] =>
  [...new Map(entries.map((entry) => [entry.index, entry])).values()].toSorted((a, b) => a.index - b.index);

/** An entry with one of its parts changed; the act's bytes are found where they are not. */
const altered = (entry: BundledEntry, change: (text: string) => string): BundledEntry => ({
  ...entry,
  bytes: utf8(change(fromUtf8(entry.bytes) ?? '')),
});

const MOVES: Readonly<Record<string, Move>> = {
  'leaves entries out': (parts, _, [nth = 0, many = 0]) =>
    withEntries(
      parts,
      parts.entries.filter(({ index }, i) => index === 0 || (i + nth) % (2 + (many % 9)) !== 0),
    ),
  'puts a foreign entry in': (parts, { parts: foreign }, [nth]) =>
    withEntries(parts, sorted([...parts.entries, pick(foreign.entries, nth)])),
  'puts a foreign entry in the place of another': (parts, { parts: foreign }, [nth, at]) => {
    const { index } = pick(parts.entries, at);
    return withEntries(
      parts,
      parts.entries.map((entry) => (entry.index === index ? { ...pick(foreign.entries, nth), index } : entry)),
    );
  },
  'exchanges two entries': (parts, _, [one, two]) => {
    const [a, b] = [pick(parts.entries, one), pick(parts.entries, two)];
    const bytesAt = (index: number, own: Bytes) => (index === a.index ? b.bytes : index === b.index ? a.bytes : own);
    return withEntries(
      parts,
      parts.entries.map((entry) => ({ ...entry, bytes: bytesAt(entry.index, entry.bytes) })),
    );
  },
  'exchanges the words': (parts, { parts: { text } }) => ({ ...parts, text }),
  'exchanges the checkpoint': (parts, { parts: { checkpoint } }) => ({ ...parts, checkpoint }),
  'exchanges the host’s list': (parts, { parts: { matter } }) => ({ ...parts, matter }),
  'exchanges both': (parts, { parts: { checkpoint, matter } }) => ({ ...parts, checkpoint, matter }),
  'exchanges the host': (parts, { parts: { hostKey } }) => ({ ...parts, hostKey }),
  'takes the signatures of another act': (parts, { parts: foreign }, [nth, at]) => {
    const { index } = pick(parts.entries, at);
    const signatures = /"signatures":\[.*\]/u.exec(fromUtf8(pick(foreign.entries, nth).bytes) ?? '')?.[0];
    return withEntries(
      parts,
      parts.entries.map((entry) =>
        entry.index === index
          ? altered(entry, (text) => text.replace(/"signatures":\[.*\]/u, () => signatures ?? ''))
          : entry,
      ),
    );
  },
  'takes the signatures away': (parts, _, [at]) => {
    const { index } = pick(parts.entries, at);
    return withEntries(
      parts,
      parts.entries.map((entry) =>
        entry.index === index
          ? altered(entry, (text) => text.replace(/"signatures":\[.*\]/u, '"signatures":[]'))
          : entry,
      ),
    );
  },
  'lets another organisation have done it': (parts, _, [at, who]) => {
    const { index } = pick(parts.entries, at);
    const ids = [...here.conference.state().organisations.keys()];
    return withEntries(
      parts,
      parts.entries.map((entry) =>
        entry.index === index
          ? altered(entry, (text) => text.replace(/"organisation":"[^"]*"\}/u, `"organisation":"${pick(ids, who)}"}`))
          : entry,
      ),
    );
  },
  'lets a signature have been for these words': (parts, { matter }, [at]) => {
    const { index } = pick(parts.entries, at);
    return withEntries(
      parts,
      parts.entries.map((entry) =>
        entry.index === index
          ? altered(entry, (text) => text.replace(/"text":\d+/u, `"text":${matter.subject.number}`))
          : entry,
      ),
    );
  },
};

const anyMove = fc.constantFrom(...Object.keys(MOVES));

/** The sums are over all other files. */
const same = (a: Files, b: Files): boolean => {
  const [one, other] = [a.get('SHA256SUMS'), b.get('SHA256SUMS')];
  return one !== undefined && other !== undefined && sameBytes(one, other);
};

test(`a stranger who changes a proof is found out, whatever else he mends (${RUNS} forgeries)`, async () => {
  let tried = 0;
  await fc.assert(
    fc.asyncProperty(
      anyGenuine,
      anyGenuine,
      fc.array(fc.tuple(anyMove, picks), { minLength: 1, maxLength: 3 }),
      async (own, other, moves) => {
        let { parts } = own;
        for (const [move, nths] of moves) parts = MOVES[move]?.(parts, other, nths) ?? parts;
        const forged = await remade(parts, own.matter, own.proof);
        if (genuine.some(({ files }) => same(files, forged))) return;
        tried += 1;
        const verified = await verify(forged);
        assert.equal(verified.ok, false, moves.map(([move]) => move).join(', '));
      },
    ),
    { numRuns: RUNS },
  );
  assert.ok(tried > RUNS / 2, `only ${tried} were forgeries`);
});

test('a file of one proof in the place of another’s is found', async () => {
  await fc.assert(
    fc.asyncProperty(anyGenuine, anyGenuine, picks, async ({ files }, { files: foreign }, [nth]) => {
      const [name, bytes] = pick([...foreign], nth);
      if (sameBytes(bytes, files.get(name) ?? new Uint8Array())) return;
      assert.equal((await verify(new Map([...files, [name, bytes]]))).ok, false, name);
      assert.equal(
        (await verify(new Map([...files].filter(([other]) => other !== pick([...files], nth)[0])))).ok,
        false,
      );
    }),
    { numRuns: RUNS },
  );
});

/** Whether the record says the same of this signature. */
const isSo = ({ matter, parts }: Genuine, { organisation, as, clauses, withdrawn }: Signatory): boolean => {
  const { conference } = [here, there].find((played) => played.hostKey.publicKey === parts.hostKey) ?? assert.fail();
  const { texts, statements, organisations } = conference.state();
  const { stated } = organisations.get(organisation.id) ?? assert.fail(organisation.id);
  assert.deepEqual({ ...organisation }, { id: organisation.id, printed: stated.at(-1)?.printed });
  const { kind, number } = matter.subject;
  if (kind === 'charter') return organisations.get(organisation.id)?.founding !== null;
  if (kind === 'text') {
    const signature = texts[number - 1]?.signatures.get(organisation.id);
    assert.ok(signature !== undefined && as.kind === 'participant');
    assert.deepEqual(clauses, signature.clauses);
    return withdrawn === null || signature.withdrawn !== null;
  }
  const statement = statements[number - 1];
  const signature = statement?.signatures.get(organisation.id);
  return (
    statement !== undefined &&
    signature !== undefined &&
    (withdrawn === null || signature.withdrawn !== null) &&
    (as.kind === 'outside') === statement.invited.has(organisation.id)
  );
};

test(`a host that lies, with a tree and a list of its own, can leave out and never invent (${RUNS} forgeries)`, async () => {
  let believed = 0;
  await fc.assert(
    fc.asyncProperty(
      anyGenuine,
      fc.constantFrom(here, there),
      fc.array(fc.tuple(fc.nat(), fc.nat(6)), { maxLength: 5 }),
      fc.nat(5),
      async (own, foreign, insertions, dropped) => {
        const host = [here, there].find((played) => played.hostKey.publicKey === own.parts.hostKey) ?? assert.fail();
        const [founding, ...others] = own.parts.entries.map(({ bytes }) => bytes);
        const drawn = insertions.map(([nth, how]) =>
          how === 0
            ? madeUp(pick(foreign.entries, nth).bytes)
            : pick(how < 4 ? foreign.entries : host.entries, nth).bytes,
        );
        const kept = others.filter((_, i) => dropped === 0 || (i * 7 + dropped) % 11 > 0);
        const entries = [founding ?? assert.fail(), ...inOrderOfTime([...kept, ...drawn])];
        const verified = await verify(await byLyingHost(host.hostKey, own, entries));
        if (!verified.ok) return;
        believed += 1;
        for (const signatory of verified.value.proof.signatories) assert.ok(isSo(own, signatory));
      },
    ),
    { numRuns: RUNS },
  );
  assert.ok(believed > 0);
});

const timeOf = (bytes: Bytes): number => (JSON.parse(fromUtf8(bytes) ?? '') as { time: number }).time;

const inOrderOfTime = (entries: readonly Bytes[]): readonly Bytes[] =>
  entries.toSorted((a, b) => timeOf(a) - timeOf(b));

/** The same act as if nobody needed to sign it. */
const madeUp = (bytes: Bytes): Bytes => {
  const text = fromUtf8(bytes) ?? '';
  const act = utf8(text.slice('{"act":'.length, text.lastIndexOf(',"signatures":[')));
  return writeEntry(act, [], timeOf(bytes) as never);
};
