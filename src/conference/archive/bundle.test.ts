import { printedBy } from '../../../test/kit/printed.ts';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { type Genuine, opened, play } from '../../../test/kit/forgeries.ts';
import { startRivers } from '../../../test/kit/rivers.ts';
import { noTools, run } from '../../../test/kit/run-readme.ts';
import { accepted } from '../../../test/kit/small-conference.ts';
import { type Bytes, hex, utf8 } from '../../base/bytes.ts';
import type { ClauseId, OrganisationId } from '../../base/ids.ts';
import { sha256 } from '../../base/sha256.ts';
import { PUBLIC, type Viewer } from '../../charter/visibility.ts';
import type { Files } from '../../record/tar.ts';
import { workHere } from '../../../test/kit/work-here.ts';
import { createBundles } from './bundle.ts';
import { EVENT } from '../../charter/spec/statements.ts';

const { statement: statementBundle, text: textBundle } = createBundles(workHere);

const { conference, proofs } = await play();
const state = conference.state();
const someMember = [...state.organisations.values()].find(({ standing }) => standing.kind === 'participant');
const MEMBER: Viewer = { kind: 'organisation', id: someMember?.id ?? ('' as OrganisationId) };

const ofText = (number: number, audience: string): Genuine =>
  proofs.find(
    ({ matter }) => matter.subject.kind === 'text' && matter.subject.number === number && matter.audience === audience,
  ) ?? assert.fail(`no proof of text ${number}`);
const kinds = ({ proof }: Genuine): ReadonlySet<string> => new Set(proof.entries.map(({ placed }) => placed.act.kind));
const numbers = (stage: string): readonly number[] =>
  state.texts.filter((text) => text.stage === stage).map(({ number }) => number);

describe('the bundle of an adopted text', () => {
  it('proves to a stranger every signature on it, and shows nothing that is for members', () => {
    for (const number of numbers('adopted')) {
      const proof = ofText(number, 'everyone');
      const text = state.texts[number - 1];
      assert.deepEqual(
        proof.proof.signatories.map(({ organisation }) => organisation.id),
        [...(text?.signatures.keys() ?? [])],
      );
      const hidden = ['text.table', 'text.revise', 'decision.open', 'positions.take', 'delegate.recall'];
      assert.deepEqual(
        hidden.filter((kind) => kinds(proof).has(kind)),
        [],
      );
      assert.equal(proof.matter.adopted?.symbol, text?.decision?.outcome?.symbol);
    }
  });

  it('shows a member the decision and the answers too', () => {
    for (const number of numbers('adopted')) {
      const found = kinds(ofText(number, 'participants'));
      assert.ok(found.has('decision.open') && found.has('positions.take'));
    }
  });

  it('is not there while a text is not adopted, or is none', async () => {
    for (const number of [...numbers('negotiation'), 0, 99])
      assert.equal(await textBundle(conference, number, MEMBER), null);
  });
});

describe('the bundle of a statement', () => {
  it('proves every signature on it, and who invited those from outside', async () => {
    const found = proofs.find(({ matter }) => matter.subject.kind === 'statement') ?? assert.fail();
    const [statement] = state.statements;
    assert.deepEqual(
      found.proof.signatories.map(({ organisation, as }) => [
        organisation.id,
        as.kind === 'outside' ? as.invitedBy.id : null,
      ]),
      [...(statement?.signatures.keys() ?? [])].map((id) => [
        id,
        statement?.invited.has(id) === true ? statement.by : null,
      ]),
    );
    assert.equal(await statementBundle(conference, 2, PUBLIC), null);
  });
});

/** The proof of a statement that one has signed in a record of few entries: a shell is started for each piece of it. */
const small = async (): Promise<Genuine> => {
  const { conference, submit, who } = await startRivers();
  const clauses = [{ id: 'c1' as ClauseId, kind: 'paragraph', words: 'It rained.' }] as const;
  accepted(
    await submit(who(0), 'statement.open', {
      title: 'On the flood',
      clauses,
      event: EVENT,
      lead: null,
      calls: ['Help.'],
    }),
  );
  const version = conference.state().statements[0]?.hash ?? assert.fail();
  accepted(
    await submit(who(1), 'statement.sign', {
      statement: 1,
      printed: printedBy(conference, who(1).organisation),
      version,
    }),
  );
  return opened((await statementBundle(conference, 1, PUBLIC)) ?? assert.fail('no bundle'));
};

/** A file replaced or taken out; whoever does that can change the sums as well. */
const changed = (files: Files, name: string, content: Bytes | null): Files => {
  const others = [...files].filter(([other]) => other !== name && other !== 'SHA256SUMS');
  const now = content === null ? others : [...others, [name, content] as const];
  const sums = now.map(([other, bytes]) => `${hex(sha256(bytes))}  ${other}\n`).join('');
  return new Map<string, Bytes>([...now, ['SHA256SUMS', utf8(sums)]]);
};

describe('the README of a bundle', () => {
  it('is the same in all, and its hash stands in the documentation', () => {
    const readmes = new Set(proofs.map(({ files }) => hex(sha256(files.get('README.md') ?? utf8('')))));
    const [only = '', ...others] = readmes;
    assert.deepEqual(others, []);
    assert.ok(readFileSync(new URL('../../../docs/RECORD.md', import.meta.url), 'utf8').includes(`\`${only}\``), only);
  });
});

describe('the README’s commands, as they stand', { skip: noTools }, () => {
  const statement = proofs.find(({ matter }) => matter.subject.kind === 'statement') ?? assert.fail();

  it('find every proof good, and say who signed what', () => {
    // Whatever the proof for everyone holds, the one for participants holds too; the statement's is for everyone.
    const [few, more] = [ofText(2, 'everyone'), ofText(2, 'participants')];
    assert.ok(kinds(few).isSubsetOf(kinds(more)) && statement.matter.audience === 'everyone');
    for (const { files, proof, matter } of [more, statement]) {
      const { good, said } = run(files);
      assert.ok(good, said);
      for (const { organisation, on } of proof.signatories)
        assert.match(said, new RegExp(`entry ${on.index}: ${organisation.id}, by its delegate \\d+: signed`, 'u'));
      assert.match(said, new RegExp(`${matter.subject.kind} ${matter.subject.number}, for ${matter.audience}`, 'u'));
    }
  });

  it('find a changed byte in any file, though the sums were changed with it', async () => {
    const { files, matter } = await small();
    const last = Math.max(...matter.entries);
    const [highest = ''] = [...files.keys()]
      .filter((name) => name.startsWith('proofs/0/'))
      .toSorted()
      .slice(-1);
    assert.equal(run(files).good, true);
    const places: readonly (readonly [string, readonly number[]])[] = [
      ['acts/0.json', [30]],
      [`acts/${last}.json`, [40]],
      [`entries/${last}.json`, [60]],
      [`signatures/${last}.00.sig`, [200]],
      ['text.json', [12]],
      ['text.md', [3]],
      ['claims.md', [20]],
      [`proofs/${last}/00`, [0]],
      [highest, [31]],
      ['checkpoint', [50, 130]],
      ['matter', [12, 200]],
      ['host.pem', [60]],
      ['allowed_signers', [100]],
    ];
    for (const [name, at] of places) {
      for (const place of at) {
        const bytes = files.get(name) ?? assert.fail(name);
        const { good } = run(changed(files, name, bytes.with(place, (bytes[place] ?? 0) ^ 1)));
        assert.equal(good, false, `${name}, byte ${place}`);
      }
    }
    assert.equal(run(changed(files, `entries/${last}.json`, null)).good, false);
  });

  it('find words that nobody signed, though somebody’s act holds their hash', () => {
    const { files } = ofText(2, 'everyone');
    const other = ofText(3, 'everyone').files;
    const swapped = ['text.json', 'text.md', 'claims.md'].reduce<Files>(
      (now, name) => changed(now, name, other.get(name) ?? assert.fail(name)),
      files,
    );
    assert.equal(run(swapped).good, false);
  });
});
