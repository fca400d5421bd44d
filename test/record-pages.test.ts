import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import * as content from '../sample/content/index.ts';
import { ACT_KINDS, type ActKind } from '../src/charter/acts.ts';
import { maySeeEntry } from '../src/charter/sight/visibility-entries.ts';
import { PUBLIC, type Viewer, isMember } from '../src/charter/visibility.ts';
import type { OrganisationId } from '../src/base/ids.ts';
import { textNamed } from '../src/conference/reading/news.ts';
import type { RecordEntry } from '../src/conference/types.ts';
import { sampleKey } from '../src/record/sample-keys.ts';
import { decoded } from './kit/crawl.ts';
import { createSampleScene } from './kit/sample.ts';

/** The record as people read it: page by page everything that somebody may see of it and nothing else, whatever it is filtered by. */

const scene = await createSampleScene();
after(scene.close);
const MEMBER = 'diktyo-potamon';
const VIEWERS = [null, MEMBER, content.APPLICANT.id, 'drustvo-ob-savi'] as const;

const viewerOf = (id: string | null): Viewer =>
  id === null ? PUBLIC : { kind: 'organisation', id: id as OrganisationId };

/** What a viewer may see of the record, the newest first; whoever is no member, of what is not for everybody only its own acts. */
const mayRead = async (id: string | null): Promise<readonly RecordEntry[]> => {
  const state = scene.conference.state();
  const sees = (viewer: Viewer, { index, act }: RecordEntry): boolean => maySeeEntry(state, viewer, index, act);
  const viewer = viewerOf(id);
  const all = (await scene.conference.entries(0, state.size)).toReversed();
  if (isMember(state, viewer)) return all.filter((entry) => sees(viewer, entry));
  return all.filter((entry) => sees(PUBLIC, entry) || (entry.act.by.organisation === id && sees(viewer, entry)));
};

const pageOf = async (id: string | null, path: string): Promise<string> => {
  const answer = await scene.ask(path, { headers: await scene.headers(id) });
  assert.equal(answer.status, 200, path);
  return answer.text();
};

const entriesOn = (html: string): readonly number[] =>
  [...html.matchAll(/\/sample\/record\/(\d+)"/gu)].map(([, index]) => Number(index));

const linked = (html: string, rel: 'next' | 'prev'): string | null => {
  const href = new RegExp(`rel="${rel}" href="([^"]+)"`, 'u').exec(html)?.[1];
  return href === undefined ? null : decoded(href);
};

/** Page after page of what is asked for. */
const walk = async (id: string | null, query: string): Promise<readonly (readonly number[])[]> => {
  const pages: (readonly number[])[] = [];
  let path: string | null = `/sample/record${query}`;
  while (path !== null) {
    const html: string = await pageOf(id, path);
    pages.push(entriesOn(html));
    path = linked(html, 'next');
  }
  return pages;
};

const indexes = (entries: readonly RecordEntry[]): readonly number[] => entries.map(({ index }) => index);

describe('The record', () => {
  for (const id of VIEWERS)
    it(`is read page by page by ${id ?? 'the public'}, each entry once, and nothing that is not theirs`, async () => {
      const pages = await walk(id, '');
      assert.deepEqual(pages.flat(), indexes(await mayRead(id)));
      assert.ok(pages.every(({ length }) => length <= 50));
    });

  it('is filtered by organisation, by text and by kind, and by all of them together', async () => {
    for (const id of [null, MEMBER]) {
      const all = await mayRead(id);
      const of = (fits: (entry: RecordEntry) => boolean): readonly number[] => indexes(all.filter(fits));
      const shown = async (query: string): Promise<readonly number[]> => (await walk(id, query)).flat();
      const by =
        (one: string) =>
        ({ act }: RecordEntry): boolean =>
          act.by.organisation === one;
      const kind =
        (one: ActKind) =>
        ({ act }: RecordEntry): boolean =>
          act.kind === one;
      const text = ({ act }: RecordEntry): boolean => textNamed(act) === 3;
      assert.deepEqual(await shown(`?by=${MEMBER}`), of(by(MEMBER)));
      assert.deepEqual(await shown('?by=@host'), of(by('')));
      assert.deepEqual(await shown('?text=3'), of(text));
      assert.deepEqual(await shown('?kind=text.sign'), of(kind('text.sign')));
      const signed = all.find(kind('text.sign')) ?? assert.fail();
      const { organisation } = signed.act.by;
      const about = textNamed(signed.act);
      const together = await shown(`?by=${organisation}&kind=text.sign&text=${about}`);
      assert.deepEqual(
        together,
        of((entry) => by(organisation)(entry) && kind('text.sign')(entry) && textNamed(entry.act) === about),
      );
      assert.ok(together.includes(signed.index));
    }
  });

  it('offers the kinds of which there is any for whoever asks, and no other', async () => {
    for (const id of [null, MEMBER]) {
      const all = await mayRead(id);
      for (const [query, fits] of [
        ['', () => true],
        [`?by=${MEMBER}`, ({ act }: RecordEntry) => act.by.organisation === MEMBER],
      ] as const) {
        const html = await pageOf(id, `/sample/record${query}`);
        const offered = ACT_KINDS.filter((kind) => html.includes(`<option value="${kind}"`));
        assert.deepEqual(
          offered,
          ACT_KINDS.filter((kind) => all.some((one) => fits(one) && one.act.kind === kind)),
        );
      }
    }
  });

  it('leads back from older pages to newer ones', async () => {
    const [first, second, third] = await walk(MEMBER, '');
    assert.ok(first !== undefined && second !== undefined && third !== undefined);
    const html = await pageOf(MEMBER, `/sample/record?before=${second.at(-1) ?? ''}`);
    assert.deepEqual(entriesOn(html), third);
    assert.deepEqual(entriesOn(await pageOf(MEMBER, linked(html, 'prev') ?? assert.fail())), second);
  });

  it('takes what is no filter for none, and says where nothing fits', async () => {
    const [first] = await walk(null, '');
    assert.deepEqual(entriesOn(await pageOf(null, '/sample/record?kind=nothing&text=x&before=-1')), first);
    const none = await pageOf(null, '/sample/record?by=nobody&text=999999999&before=999999999');
    assert.deepEqual(entriesOn(none), []);
    assert.match(none, /Nothing here fits that/u);
  });

  it('shows an act at once to whoever may see it, and what it opened of what was before', async () => {
    const by = ['pro-delta', 1] as const;
    const [own, other] = [await sampleKey(...by), await sampleKey('pro-delta', 9)];
    const enrolment = { delegate: 1, key: other.publicKey, use: 'ssh', name: null } as const;
    await scene.act(by, 'key.enrol', enrolment, { signers: [own, other] });
    const enrolled = scene.conference.state().size - 1;
    assert.ok(!(await walk(null, '')).flat().includes(enrolled));
    const { hash: version = '' } = scene.text(3).revisions.at(-1) ?? {};
    const observation = { text: 3, version, kind: 'view', clauses: [], words: 'We read it so.', public: true } as const;
    await scene.act(by, 'observation.make', observation, { signers: [other] });
    const shown = (await walk(null, '')).flat();
    assert.deepEqual(shown, indexes(await mayRead(null)));
    assert.deepEqual(shown.slice(0, 2), [enrolled + 1, enrolled]);
  });
});
