import assert from 'node:assert/strict';
import { after, test } from 'node:test';
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
    const page = await (await scene.ask(`/${SLUG}/tables?lang=${language}`)).text();
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
