import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { ACT_KINDS } from '../src/charter/acts.ts';
import { launch } from './kit/browser.ts';
import { crawl } from './kit/crawl.ts';
import { walkForms } from './kit/form-walk.ts';
import { createSampleScene } from './kit/sample.ts';

/** A button that only works on what was typed (adds a row, shows a preview, asks for more) keeps all of it, in every form that the sample links to. */

const kit = await launch();
const scene = await createSampleScene({ listen: true });
after(() => scene.close());

const WORKPLACES =
  /^\/sample\/(?:do\/|texts|meetings|group|letters|observations|statements|decisions|drafts|together|settings|today)(?!.*[?&]lang=)/u;

/** Whom somebody invites has been invited then, and nobody is once it is opened. */
const DONE = /\/together\/\S+: “(?:Invite to write|Open it to signature)” (?:loses|adds) (?:participant|name):/u;

const beginTogether = async (token: string): Promise<void> => {
  const { name, value } = scene.cookie(token);
  const body = new URLSearchParams({
    title: 'On the drought',
    event: 'The drought',
    'event-on': '2026-08-14',
    body: 'Dry.',
  });
  const answer = await scene.ask('/sample/together', { method: 'POST', headers: { cookie: `${name}=${value}` }, body });
  assert.equal(answer.status, 303);
};

test('every button of every form keeps what was typed', async () => {
  const token = await scene.signIn('zelena-sava');
  const start = ['/sample/today', ...ACT_KINDS.map((kind) => `/sample/do/${kind}`)];
  await beginTogether(token);
  const pages = await crawl(scene, start, token, (path) => WORKPLACES.test(path));
  const forms = pages.filter(
    ({ status, body }) => status === 200 && /<form[^>]*method="post"(?!\s*action="[^"]*\/sign-out)/u.test(body),
  );
  const page = await kit.page({ baseURL: scene.origin });
  const { name, value } = scene.cookie(token);
  await page.context().addCookies([{ name, value, url: scene.origin }]);
  await page.goto('/verify');
  const [pressed, losses]: [Set<string>, string[]] = [new Set(), []];
  for (const { path } of forms) {
    for (const most of path.endsWith('statement.open') ? [0, 5000] : [0]) {
      const walked = await page.evaluate(walkForms, { path, most });
      for (const one of walked.pressed) pressed.add(one);
      losses.push(...walked.losses.filter((loss) => !DONE.test(loss)));
    }
  }
  assert.deepEqual(losses, []);
  assert.ok(
    [...pressed].some((one) => /together\/[\w-]{22} invite$/u.test(one)),
    'no shared draft was pressed',
  );
  assert.ok(pressed.size >= 10, [...pressed].join('\n'));
});
