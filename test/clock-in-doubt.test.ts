import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { DAY, after } from '../src/base/time.ts';
import { type Doubt, NO_DOUBTS } from '../src/conference/time/doubt.ts';
import { ACTS, type ApiScene, JSON_TYPE, SLUG, START, createApiScene, problemIn } from './kit/api.ts';
import { someText, write } from './kit/small-conference.ts';
import { webOn } from './kit/web.ts';

/** While the time is in doubt, pages say so, and an act that would decide it alone is asked to come again. */

let scene: ApiScene;
before(async () => {
  let doubt: Doubt | null = null;
  scene = await createApiScene({}, { ...NO_DOUBTS, of: () => doubt });
  doubt = { known: START, shown: after(START, 20 * DAY) };
});

describe('while the time is in doubt', () => {
  const pageSays = (language: string, words: RegExp) => async (): Promise<void> => {
    const answer = await webOn(scene).request(`/${SLUG}/about?lang=${language}`);
    assert.equal(answer.status, 200);
    assert.match(await answer.text(), words);
  };
  it(
    'each page says so',
    pageSays('en', /The clock of this host shows .*30 January 2026.*by what it knew it is .*10 January 2026/u),
  );
  it('in Greek, too', pageSays('el', /Το ρολόι του κόμβου δείχνει .*30 Ιανουαρίου 2026.*10 Ιανουαρίου 2026/u));

  it('an act that fits the other time is asked to come again', async () => {
    const head = { conference: scene.small.id, made: after(START, 20 * DAY) };
    const { envelope } = write(scene.speaker(0), head, 'text.table', someText());
    const answer = await scene.ask(ACTS, { method: 'POST', headers: JSON_TYPE, body: envelope });
    const problem = await problemIn(answer);
    assert.deepEqual([answer.status, problem.kind], [503, 'clock-in-doubt']);
  });
});
