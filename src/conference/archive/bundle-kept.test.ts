import { printedBy } from '../../../test/kit/printed.ts';
import assert from 'node:assert/strict';
import { type TestContext, beforeEach, describe, it } from 'node:test';
import { opened } from '../../../test/kit/forgeries.ts';
import { type Rivers, startRivers } from '../../../test/kit/rivers.ts';
import { accepted } from '../../../test/kit/small-conference.ts';
import { workHere } from '../../../test/kit/work-here.ts';
import type { Bytes } from '../../base/bytes.ts';
import type { ClauseId, OrganisationId } from '../../base/ids.ts';
import { PUBLIC, type Viewer } from '../../charter/visibility.ts';
import { createWork } from '../work/work.ts';
import { type Bundles, createBundles } from './bundle.ts';
import { EVENT } from '../../charter/spec/statements.ts';

/** A bundle is made once until the record grows, and whoever gets one that was kept gets their own. */

let rivers: Rivers;
let asked: string[];
let bundles: Bundles;
beforeEach(async () => {
  rivers = await startRivers();
  const clauses = [{ id: 'c1' as ClauseId, kind: 'paragraph', words: 'It rained.' }] as const;
  accepted(
    await rivers.submit(rivers.who(0), 'statement.open', {
      title: 'On the flood',
      clauses,
      event: EVENT,
      lead: null,
      calls: [],
    }),
  );
  await sign(0);
  asked = [];
  bundles = createBundles({
    ask: async (job, input, asker) => {
      asked.push(job.name);
      return workHere.ask(job, input, asker);
    },
  });
});

const sign = async (by: number): Promise<void> => {
  const version = rivers.conference.state().statements[0]?.hash ?? assert.fail();
  const signer = rivers.who(by);
  const printed = printedBy(rivers.conference, signer.organisation);
  accepted(await rivers.submit(signer, 'statement.sign', { statement: 1, printed, version }));
};
const made = async (viewer: Viewer, by = bundles): Promise<Bytes> =>
  (await by.statement(rivers.conference, 1, viewer)) ?? assert.fail('no bundle');
const memberOf = (index: number): Viewer => ({ kind: 'organisation', id: rivers.who(index).organisation });

describe('a bundle', () => {
  it('asked for by two hundred at once is made once', async () => {
    const all = await Promise.all(Array.from({ length: 200 }, () => made(PUBLIC)));
    await made(PUBLIC);
    assert.equal(new Set(all).size, 1);
    assert.deepEqual(asked, ['proven', 'packed']);
  });

  it('that a member was given is given to nobody who may see less', async () => {
    const stranger = { kind: 'organisation', id: 'nobody' as OrganisationId } as const;
    const audiences: string[] = [];
    for (const viewer of [memberOf(0), PUBLIC, memberOf(1), stranger])
      audiences.push((await opened(await made(viewer))).matter.audience);
    assert.deepEqual(audiences, ['participants', 'everyone', 'participants', 'everyone']);
  });

  it('is of the record as it was when it was asked for, though acts come while it is made', async () => {
    const before = rivers.conference.state().size;
    const asking = made(PUBLIC);
    await sign(1);
    const { matter, proof } = await opened(await asking);
    assert.deepEqual([matter.size, proof.signatories.length], [before, 1]);
    const next = await opened(await made(PUBLIC));
    assert.deepEqual([next.matter.size, next.proof.signatories.length], [rivers.conference.state().size, 2]);
  });

  it('is the same whether a worker makes it or not', async (t: TestContext) => {
    const work = createWork();
    t.after(work.close);
    const { files } = await opened(await made(memberOf(2), createBundles(work)));
    const here = await opened(await made(memberOf(2)));
    assert.deepEqual([...files.keys()], [...here.files.keys()]);
    assert.deepEqual(files.get('claims.md'), here.files.get('claims.md'));
  });
});
