import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OrganisationId, Slug } from '../base/ids.ts';
import { DAY, after } from '../base/time.ts';
import { given } from '../charter/spec/spec.ts';
import { applyFor, founded, onClause, table, take } from '../charter/spec/acts.ts';
import { needsOf } from '../conference/reading/needs.ts';
import { newsOf } from '../conference/reading/news.ts';
import type { Told } from '../conference/post/digest.ts';
import { createReader } from '../conference/reading/reader.ts';
import type { Conference, RecordEntry } from '../conference/types.ts';
import { createWordings } from './wordings.ts';

const { world, state } = given(
  founded(3),
  table('ada', ['One.', 'Two.']),
  take('bor', 'accept', onClause('c1')),
  take('bor', 'accept', onClause('c2')),
  applyFor('dora'),
);

const bytes = new Uint8Array();
const entries = world.entries
  .map((entry, index): RecordEntry => ({ ...entry, index, bytes, signatures: [] }))
  .slice((state.founded?.index ?? 0) + 1);

const told = (language: string): Told => ({
  conference: { slug: 'rivers' as Slug, state: () => state } as Conference,
  reader: createReader(state, { kind: 'organisation', id: 'cvet' as OrganisationId }),
  language,
  now: after(world.now, DAY),
});

const wordings = createWordings('https://conference.example');
const title = state.texts[0]?.revisions[0]?.title ?? assert.fail();
const name = (id: string): string => state.organisations.get(id as OrganisationId)?.name ?? assert.fail();

test('what happened is told as on the first screen', () => {
  const news = newsOf(entries).map((one) => wordings.news(told('en'), one));
  assert.deepEqual(
    news.map(({ title }) => title),
    [
      `${name('ada')} tabled a text`,
      `${name('bor')} said where it stands ×2, ${title}`,
      `${name('dora')} applied to take part`,
    ],
  );
  assert.equal(news[0]?.path, `/rivers/record/${entries[0]?.index}`);
});

test('what needs an organisation is told as on the first screen, in the reader’s language', () => {
  const { reader, now } = told('el');
  const needs = needsOf(reader, 'cvet' as OrganisationId, now).map((need) => wordings.need(told('el-GR'), need));
  assert.equal(needs.length, 2);
  for (const { title, why, path } of needs) {
    assert.match(`${title} ${why ?? ''}`, /[α-ω]{4}/u);
    assert.ok(path.startsWith('/rivers/'));
  }
});
