import { printedAs, printedBy } from '../../../test/kit/printed.ts';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { byLyingHost, opened, verify } from '../../../test/kit/forgeries.ts';
import { startRivers } from '../../../test/kit/rivers.ts';
import { noTools, run } from '../../../test/kit/run-readme.ts';
import { accepted, newPen, newSpeaker } from '../../../test/kit/small-conference.ts';
import { fromUtf8 } from '../../base/bytes.ts';
import type { ClauseId, Country } from '../../base/ids.ts';
import type { AnyAct } from '../../charter/acts.ts';
import { maySeeEntry } from '../../charter/sight/visibility-entries.ts';
import { PUBLIC, type Viewer } from '../../charter/visibility.ts';
import { workHere } from '../../../test/kit/work-here.ts';
import { createBundles } from './bundle.ts';
import { EVENT } from '../../charter/spec/statements.ts';

const { statement: statementBundle } = createBundles(workHere);

/** Statements to which several from outside are invited, of whom one signs: the others are nowhere to be seen. */

const rivers = await startRivers();
const { conference, submit, who, hostKey } = rivers;
const [alfa, beta] = [who(0), who(1)];
const [guest, link] = [newSpeaker('signs-it'), newPen()];

const vouching = { kind: 'mail-domain', domain: 'guests.example' } as const;
const newcomer = (id: string, invitation: string) => ({
  statement: 1,
  organisation: id,
  newcomer: { printed: printedAs(`The ${id}`), country: 'AT' as Country, about: '},"', website: null, invitation },
  vouching,
});
const open = async (title: string): Promise<void> => {
  const clauses = [{ id: 'c1' as ClauseId, kind: 'paragraph', words: 'It rained.' }] as const;
  accepted(await submit(alfa, 'statement.open', { title, clauses, event: EVENT, lead: null, calls: ['Help.'] }));
};
const sign = async (by: typeof alfa, statement: number): Promise<void> => {
  const version = conference.state().statements[statement - 1]?.hash ?? assert.fail();
  accepted(await submit(by, 'statement.sign', { statement, printed: printedBy(conference, by.organisation), version }));
};

await open('On the flood');
for (const [id, pen] of [
  ['silent-one', newPen()],
  [guest.organisation, link],
  ['quiet-two', newPen()],
] as const)
  accepted(await submit(alfa, 'statement.invite', newcomer(id, pen.publicKey) as never, [pen]));
const key = { delegate: 1, key: guest.pen.publicKey, use: 'ssh', name: null } as const;
accepted(await submit({ ...guest, pen: link }, 'key.enrol', key, [guest.pen]));
await sign(guest, 1);
await sign(beta, 1);
// The record knows the guest, who is invited to another statement and signs that, too.
await open('On the drought');
const known = { statement: 2, organisation: guest.organisation, newcomer: null, vouching } as const;
accepted(await submit(alfa, 'statement.invite', known));
await sign(guest, 2);

const entries = await conference.entries(0, conference.state().size);
const placesOf = (kind: AnyAct['kind']) => entries.flatMap(({ act, index }) => (act.kind === kind ? [index] : []));
const [flood = NaN, drought = NaN] = placesOf('statement.open');
const [silent = NaN, invited = NaN, quiet = NaN, again = NaN] = placesOf('statement.invite');
const SILENT = /silent-one|quiet-two/u;

const MEMBER: Viewer = { kind: 'organisation', id: beta.organisation };
const proofOf = async (statement: number, viewer: Viewer) =>
  opened((await statementBundle(conference, statement, viewer)) ?? assert.fail('no bundle'));

describe('an invitation', () => {
  it('is shown to everyone once whom it invites has signed; no other leaves a trace', () => {
    const seen = entries.filter(({ index, act }) => maySeeEntry(conference.state(), PUBLIC, index, act));
    const places = new Set(seen.map(({ index }) => index));
    assert.deepEqual(
      [flood, silent, invited, quiet].map((index) => places.has(index)),
      [true, false, true, false],
    );
    for (const { bytes } of seen) assert.doesNotMatch(fromUtf8(bytes) ?? '', SILENT);
  });

  it('stands in the proof of what whoever it invites has signed, and no other does', async () => {
    for (const viewer of [PUBLIC, MEMBER]) {
      const { files, proof, matter } = await proofOf(1, viewer);
      assert.deepEqual(
        [flood, silent, invited, quiet, again].map((index) => matter.entries.includes(index)),
        [true, false, true, false, false],
      );
      assert.deepEqual(
        proof.signatories.map(({ organisation, as }) => [organisation.id, as.kind]),
        [
          [guest.organisation, 'outside'],
          [beta.organisation, 'participant'],
        ],
      );
      for (const content of files.values()) assert.doesNotMatch(fromUtf8(content) ?? '', SILENT);
    }
  });

  it('is good in bash as well, where it says who was invited', { skip: noTools }, async () => {
    for (const viewer of [PUBLIC, MEMBER]) {
      const { good, said } = run((await proofOf(1, viewer)).files);
      assert.ok(good, said);
      assert.match(said, new RegExp(`entry ${invited}: alfa, by its delegate 1: invited signs-it\n`, 'u'));
      assert.match(said, new RegExp(`entry ${flood}: alfa, by its delegate 1: opened`, 'u'));
    }
  });

  it('to another statement brings somebody in, and invites to no more than that', async () => {
    const genuine = await proofOf(2, PUBLIC);
    assert.deepEqual(
      [flood, drought, invited, again].map((index) => genuine.matter.entries.includes(index)),
      [false, true, true, true],
    );
    const shell = noTools === false ? run(genuine.files) : { good: true, said: '' };
    assert.ok(shell.good, shell.said);
    const without = genuine.matter.entries.filter((index) => index !== again);
    const forged = await byLyingHost(
      hostKey,
      genuine,
      without.map((index) => entries[index]?.bytes ?? assert.fail()),
    );
    assert.equal((await verify(forged)).ok, false);
    if (noTools === false) assert.match(run(forged).said, /Not good: signs-it was not invited/u);
  });
});
