import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { printedBy } from '../../../test/kit/printed.ts';
import { type Rivers, refusal, startRivers } from '../../../test/kit/rivers.ts';
import { accepted, newPen } from '../../../test/kit/small-conference.ts';
import type { ClauseId, OrganisationId } from '../../base/ids.ts';
import { EVENT, vouching } from '../../charter/spec/statements.ts';

/** A statement at the door, among people who mean it no good: whoever signs for another, twice, by a spent link, or all at once. */

let rivers: Rivers;
const GUEST = 'guests' as OrganisationId;
const link = newPen();

const signatures = () => rivers.conference.state().statements[0]?.signatures ?? assert.fail();
const body = (organisation: OrganisationId) => ({
  statement: 1,
  version: rivers.conference.state().statements[0]?.hash ?? assert.fail(),
  printed: printedBy(rivers.conference, organisation),
});
const sign = (speaker: Rivers['speakers'][number]) =>
  rivers.submit(speaker, 'statement.sign', body(speaker.organisation));

beforeEach(async () => {
  rivers = await startRivers();
  const words = { title: 'On the flood', event: EVENT, lead: null, calls: [] };
  const clauses = [{ id: 'c1' as ClauseId, kind: 'paragraph', words: 'It rained.' }] as const;
  accepted(await rivers.submit(rivers.who(0), 'statement.open', { ...words, clauses }));
  const printed = [{ name: 'Guests', country: 'Elsewhere' }];
  const newcomer = { country: 'MK', about: null, website: null, printed, invitation: link.publicKey };
  const invitation = { statement: 1, organisation: GUEST, newcomer, vouching };
  accepted(await rivers.submit(rivers.who(0), 'statement.invite', invitation as never, [link]));
});

describe('a statement', () => {
  it('is signed by several at once, and by each once', async () => {
    const [one, two] = [rivers.who(1), rivers.who(2)];
    const results = await Promise.all([sign(one), sign(two), sign(one), sign(two)]);
    assert.equal(results.filter(({ ok }) => ok).length, 2);
    assert.deepEqual([...signatures().keys()].toSorted(), [one.organisation, two.organisation].toSorted());
  });

  it('is withdrawn from once, however often at once, and not signed again', async () => {
    const one = rivers.who(1);
    accepted(await sign(one));
    const withdraw = () => rivers.submit(one, 'statement.withdraw', { statement: 1, reason: null });
    const results = await Promise.all([withdraw(), withdraw(), sign(one)]);
    assert.equal(results.filter(({ ok }) => ok).length, 1);
    assert.notEqual(signatures().get(one.organisation)?.withdrawn, null);
    assert.equal(refusal(await sign(one)), 'already');
  });

  it('is signed for nobody by another’s key, however good that key is', async () => {
    const [one, two] = [rivers.who(1), rivers.who(2)];
    for (const [pen, why] of [
      [two.pen, 'key-of-another'],
      [link, 'unknown-key'],
      [newPen(), 'unknown-key'],
    ] as const)
      assert.equal(refusal(await sign({ ...one, pen })), why);
    assert.equal(signatures().size, 0);
  });

  it('is signed by no link: a link brings in one key, once', async () => {
    const guest = { organisation: GUEST, delegate: 1, pen: newPen() };
    const enrol = (pen: typeof link) => ({ delegate: 1, key: pen.publicKey, use: 'ssh', name: null }) as const;
    assert.notEqual(refusal(await sign({ ...guest, pen: link })), '');
    accepted(await rivers.submit({ ...guest, pen: link }, 'key.enrol', enrol(guest.pen), [guest.pen]));
    const other = newPen();
    assert.equal(
      refusal(await rivers.submit({ ...guest, pen: link }, 'key.enrol', enrol(other), [other])),
      'revoked-key',
    );
    accepted(await sign(guest));
    assert.deepEqual([...signatures().keys()], [GUEST]);
  });
});
