import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linkFor } from '../src/post/link-for.ts';
import { unescaped, wordsIn } from './kit/forms.ts';
import { startServer } from './kit/server.ts';
import { smallConference } from './kit/small-conference.ts';
import { createVisitor } from './kit/visitor.ts';

/** A mail's link says for whom it is: what it finds where somebody else is signed in, or nobody. */

const server = await startServer();
const { speakers } = await smallConference(server.host, server.clock.now, ['alfa', 'beta']);
const [alfa, beta] = speakers;
assert.ok(alfa && beta);
const reader = createVisitor(server.origin, 'rivers');
await reader.signIn(alfa.pen);

/** As a mail to an organisation has it, below the conference's address. */
const mailed = (path: string, to: typeof alfa.organisation): string =>
  linkFor(`${server.origin}/rivers${path}`, to).slice(`${server.origin}/rivers`.length);

test('whoever opens a link that was sent to another organisation is told, and can change with it kept', async () => {
  const html = unescaped(await reader.page(mailed('/letters?kind=circular#c-1', beta.organisation)));
  assert.match(wordsIn(html), /This link was sent to beta ?\. You are signed in for alfa ?\./u);
  const change = `/rivers/sign-in?to=${encodeURIComponent('/rivers/letters?kind=circular')}`;
  assert.ok(html.includes(`href="${change}"`));
  const form = await (await reader.get(change.slice('/rivers'.length))).text();
  assert.ok(unescaped(form).includes('name="to" value="/rivers/letters?kind=circular"'));
});

test('their own says nothing, and so does one for nobody who is there', async () => {
  for (const address of [mailed('/letters', alfa.organisation), '/letters?for=nobody', '/letters?for=', '/letters'])
    assert.doesNotMatch(wordsIn(await reader.page(address)), /This link was sent/u, address);
});

test('whoever is not signed in is led to the page through signing in', async () => {
  const address = mailed('/today', beta.organisation);
  const answer = await createVisitor(server.origin, 'rivers').get(address);
  assert.equal(answer.status, 401);
  const html = unescaped(await answer.text());
  assert.ok(html.includes(`href="/rivers/sign-in?to=${encodeURIComponent(`/rivers${address}`)}"`));
  assert.doesNotMatch(wordsIn(html), /This link was sent/u);
});
