import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { PUBLIC } from '../src/charter/visibility.ts';
import { createReader } from '../src/conference/reading/reader.ts';
import { DATA_SETS } from '../src/web/site/data/sets.ts';
import { SLUG, createSampleScene } from './kit/sample.ts';

/** The tables of the sample: who gets them, and that they hold what the pages show. */

const scene = await createSampleScene();
after(scene.close);

const { texts, statements, meetings } = scene.conference.state();
const member = await scene.headers('pro-delta');

const linesOf = async (path: string, headers: Readonly<Record<string, string>> = {}): Promise<readonly string[]> => {
  const answer = await scene.ask(`/${SLUG}/${path}`, { headers });
  assert.equal(answer.status, 200, path);
  assert.equal(answer.headers.get('content-type'), 'text/csv; charset=utf-8; header=present');
  return (await answer.text()).trimEnd().split('\r\n');
};

test('signatures are for everyone, of whatever is signed, and the same in every language', async () => {
  const adopted = texts.find(({ stage, signatures }) => stage === 'adopted' && signatures.size > 0) ?? assert.fail();
  const statement = statements.find(({ signatures }) => signatures.size > 0) ?? assert.fail();
  for (const [path, count] of [
    [`decisions/${adopted.number}`, adopted.signatures.size],
    [`statements/${statement.number}`, statement.signatures.size],
    ['charters/1', 8],
  ] as const) {
    const lines = await linesOf(`${path}/signatures.csv?lang=en`);
    assert.equal(lines.length, count + 1, path);
    assert.deepEqual(await linesOf(`${path}/signatures.csv?lang=el`), lines);
    const page = await (await scene.ask(`/${SLUG}/${path}?lang=en`)).text();
    assert.match(page, new RegExp(`href="/${SLUG}/${path}/signatures\\.csv"`, 'u'));
  }
});

test('positions and attendance are for members, and each is led to from its page', async () => {
  const text = texts.find(({ standing }) => standing.size > 0) ?? assert.fail();
  const [meeting = assert.fail()] = meetings;
  const held = [...text.standing.values()].reduce((sum, one) => sum + one.size, 0);
  for (const [path, page, count] of [
    [`texts/${text.number}/positions.csv`, `texts/${text.number}/stand`, held],
    [`meetings/${meeting.number}/attendance.csv`, `meetings/${meeting.number}/attendance`, null],
  ] as const) {
    assert.equal((await scene.ask(`/${SLUG}/${path}`)).status, 404, path);
    const lines = await linesOf(path, member);
    assert.ok(lines.length > 2);
    if (count !== null) assert.equal(lines.length, count + 1);
    const markup = await (await scene.ask(`/${SLUG}/${page}?lang=en`, { headers: member })).text();
    assert.ok(markup.includes(`href="/${SLUG}/${path}"`), page);
  }
});

test('a part that there is not is not there', async () => {
  for (const part of ['0', '2', '-1', '1e3', 'x', '99999999999999999999'])
    assert.equal((await scene.ask(`/${SLUG}/charters/1/signatures.csv?part=${part}`)).status, 404, part);
  assert.equal((await scene.ask(`/${SLUG}/charters/1/signatures.csv?part=1`)).status, 200);
});

test('every column is explained, in both languages', async () => {
  const text = texts.find(({ standing }) => standing.size > 0) ?? assert.fail();
  for (const language of ['en', 'el']) {
    const page = await (await scene.ask(`/${SLUG}/data?lang=${language}`)).text();
    for (const path of [
      'charters/1/signatures.csv',
      `texts/${text.number}/positions.csv`,
      'meetings/1/attendance.csv',
    ]) {
      const [head = ''] = await linesOf(path, member);
      for (const [, column = ''] of head.matchAll(/"(\w+)"/gu))
        assert.ok(page.includes(`<code>${column}</code>`), column);
    }
  }
});

test('every data set is everybody’s: as a table with as many rows as the page says, and as JSON, the same for members', async () => {
  const page = await (await scene.ask(`/${SLUG}/data?lang=en`)).text();
  for (const { name, json, columns, count } of DATA_SETS) {
    const rows = count(createReader(scene.conference.state(), PUBLIC));
    const table = await linesOf(`data/${name}.csv`);
    assert.equal(table.length > 1, rows > 0);
    // No meeting of the sample is open to everybody.
    if (name === 'meetings') continue;
    assert.ok(rows > 0, `the sample has none of ${name}`);
    assert.equal(table[0], columns.map((column) => `"${column}"`).join(','));
    assert.deepEqual(await linesOf(`data/${name}.csv?lang=el`, member), table, name);
    assert.ok(page.includes(`<a href="/${SLUG}/data/${name}.csv">`) && page.includes(`rows: ${rows}`), name);
    for (const column of columns) assert.ok(page.includes(`<code>${column}</code>`), column);
    assert.ok(page.includes(`href="/api/conferences/${SLUG}${json}"`), name);
    assert.equal((await scene.ask(`/api/conferences/${SLUG}${json}`)).status, 200, json);
  }
  assert.ok(page.includes(`href="/api/conferences/${SLUG}/public-record"`));
});

test('every list of the API that a stranger finds something in is a data set, or part of one', async () => {
  const { paths } = (await (await scene.ask('/api/openapi.json')).json()) as { readonly paths: object };
  const lists = Object.keys(paths).flatMap((path) => /^\/api\/conferences\/\{slug\}(\/[a-z]+)$/u.exec(path)?.[1] ?? []);
  const known = new Set(DATA_SETS.map(({ json }) => json));
  // Participants are organisations; the others are the record, and what members alone find.
  const others = new Set([
    '/participants',
    '/charters',
    '/observations',
    '/entries',
    '/checkpoint',
    '/consistency',
    '/events',
  ]);
  for (const list of lists.filter((one) => !known.has(one) && !others.has(one))) {
    const response = await scene.ask(`/api/conferences/${SLUG}${list}`);
    const found: unknown = response.status === 200 ? await response.json().catch(() => []) : [];
    assert.deepEqual(Array.isArray(found) ? found : [], [], list);
  }
});
