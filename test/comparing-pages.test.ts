import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { type ApiScene, SLUG, createApiScene, tokenFor } from './kit/api.ts';
import { accepted, someText } from './kit/small-conference.ts';
import { sessionCookie } from '../src/conference/door/sign-in.ts';
import { WorkBusy } from '../src/conference/work/turns.ts';
import type { Work } from '../src/conference/work/work.ts';
import type { ClauseId } from '../src/base/ids.ts';
import { webOn } from './kit/web.ts';
import { workHere } from './kit/work-here.ts';

/** Pages that compare much: what a worker compares, and what stands there where it cannot. */

let scene: ApiScene;
let cookie: string;
const clauses = (word: string) =>
  Array.from({ length: 30 }, (_, i) => ({
    id: `c${i + 1}` as ClauseId,
    kind: 'operative' as const,
    words: `The river shall be clean in its reach ${i}. `.repeat(20) + word,
  }));
before(async () => {
  scene = await createApiScene();
  const { submit } = scene.small;
  const [ada, bor] = [scene.speaker(0), scene.speaker(1)];
  accepted(await submit(ada, 'text.table', { ...someText(), clauses: clauses('now') }));
  const revision = { text: 1, revision: 1, title: 'On the river', charter: null, tookIn: [], note: null };
  accepted(await submit(ada, 'text.revise', { ...revision, clauses: clauses('soon') }));
  const change = { kind: 'replace', clause: 'c1' as ClauseId, words: clauses('never')[0]?.words ?? '' } as const;
  accepted(await submit(bor, 'amendment.propose', { text: 1, revision: 2, change, reason: 'Clearer.' }));
  const token = await tokenFor(scene.ask, ada);
  cookie = `${sessionCookie(scene.deps.config.origin, SLUG)}=${token}`;
});

const page = async (path: string, work: Pick<Work, 'ask'>): Promise<string> => {
  const answer = await webOn(scene, { work }).request(`/${SLUG}/texts/1${path}`, { headers: { cookie } });
  assert.equal(answer.status, 200);
  return answer.text();
};

const busy: Pick<Work, 'ask'> = { ask: () => Promise.reject(new WorkBusy(5)) };

describe('two revisions compared', () => {
  it('are compared by a worker, asked once for all of them', async () => {
    const asked: string[] = [];
    const html = await page('/changes', {
      ask: async (job, input, asker) => {
        asked.push(`${job.name} for ${asker}`);
        return workHere.ask(job, input, asker);
      },
    });
    assert.deepEqual(asked, [`allCompared for ${SLUG} alfa`]);
    assert.equal(html.match(/<ins>[^]*?soon<\/ins>/gu)?.length, 30);
    assert.ok(html.length < 200_000);
  });

  it('stand one in place of the other where nobody has time, and nothing is missing', async () => {
    const html = await page('/changes', busy);
    assert.ok((html.match(/<del>/gu)?.length ?? 0) >= 28);
    assert.equal(html.match(/soon<\/ins>/gu)?.length, 30);
  });
});

describe('a text with amendments', () => {
  it('shows what is proposed, in brackets or beside', async () => {
    for (const path of ['', '/brackets']) {
      assert.match(await page(path, workHere), /class="bracket"[^]*never/u);
      assert.match(await page(path, busy), /never/u);
    }
  });
});

describe('who wrote what', () => {
  it('is worked out by a worker, and told to come again where it cannot be', async () => {
    assert.match(await page('/authors', workHere), /id="s-1"/u);
    const answer = await webOn(scene, { work: busy }).request(`/${SLUG}/texts/1/authors`, { headers: { cookie } });
    assert.equal(answer.status, 503);
    assert.equal(answer.headers.get('retry-after'), '5');
  });
});
