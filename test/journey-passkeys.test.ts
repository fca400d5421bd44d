import assert from 'node:assert/strict';
import { test } from 'node:test';
import { virtualAuthenticator } from './kit/authenticator.ts';
import { faultsOf, launch } from './kit/browser.ts';
import { delegateAt } from './kit/delegate.ts';
import { beginFounding } from './kit/founding.ts';
import { stateOf } from './kit/person.ts';
import { startServer } from './kit/server.ts';

/** Passkeys as people know them: offered in a field, and no more once they are dead. */

const kit = await launch();
const server = await startServer();
const { page, authenticator } = await beginFounding(kit, server, {
  name: 'Conference of River Basins',
  abbreviation: 'CRB',
  slug: 'rivers',
  seat: 'Niš',
  founders: [
    { id: 'diktyo', name: 'Δίκτυο Ποταμών', country: 'GR', delegate: 'Ελένη', key: 'passkey' },
    { id: 'zelena-sava', name: 'Udruga Zelena Sava', country: 'HR', delegate: 'Jasna', key: 'device' },
  ],
});

test('a passkey is offered in the field, and leads to where one wanted to go', async () => {
  const [passkey] = await authenticator.passkeys();
  assert.ok(passkey);
  const other = await kit.page({ baseURL: server.origin });
  const offering = await virtualAuthenticator(other, { inField: true });
  await offering.add(passkey);
  await other.goto('/rivers/sign-in?to=/rivers/organisation');
  await other.waitForURL('**/rivers/organisation');
  await other.getByRole('heading', { level: 1, name: 'Δίκτυο Ποταμών' }).waitFor();
  assert.deepEqual(faultsOf(other), []);
});

test('the place on a page is kept on the way through signing in, and never sent', async () => {
  const [passkey] = await authenticator.passkeys();
  assert.ok(passkey);
  const other = await kit.page({ baseURL: server.origin });
  const sent: string[] = [];
  other.on('request', (request) => sent.push(request.url(), request.postData() ?? ''));
  await other.goto('/rivers/organisation#printed-names');
  const offering = await virtualAuthenticator(other, { inField: true });
  await offering.add(passkey);
  await other.getByRole('link', { name: 'Sign in', exact: true }).last().click();
  await other.waitForURL('**/rivers/organisation#printed-names');
  await other.getByRole('heading', { level: 1, name: 'Δίκτυο Ποταμών' }).waitFor();
  assert.deepEqual(
    sent.filter((words) => words.includes('printed-names') && !words.includes('#printed-names')),
    [],
  );
  assert.deepEqual(
    faultsOf(other).filter((fault) => !fault.includes('401')),
    [],
  );
});

test('a browser that offers nothing in a field shows none', async () => {
  const other = await kit.page({ baseURL: server.origin });
  await virtualAuthenticator(other);
  await other.goto('/rivers/sign-in');
  await other.getByRole('button', { name: 'Sign in with a passkey' }).waitFor();
  assert.equal(await other.getByLabel('Or choose it here').isVisible(), false);
});

test('a passkey that was revoked is refused, and the authenticator is told to offer it no more', async () => {
  const before = await authenticator.passkeys();
  await page.goto('/rivers/organisation');
  await page.getByRole('link', { name: 'Add a key' }).click();
  await page.getByRole('button', { name: 'Make the key and sign' }).click();
  await page.waitForURL('**/receipt/*');
  const second = [...stateOf(server, 'rivers').keys.values()].findLast(({ use }) => use === 'passkey');
  await delegateAt(page, 'passkey').make(`/rivers/do/key.revoke?key=${encodeURIComponent(second?.fingerprint ?? '')}`);
  const revoked = (await authenticator.passkeys()).find(
    ({ credentialId }) => !before.some((known) => known.credentialId === credentialId),
  );
  assert.ok(revoked);

  // At a screen whose authenticator holds that one alone.
  const other = await kit.page({ baseURL: server.origin });
  const holding = await virtualAuthenticator(other);
  await holding.add(revoked);
  await other.goto('/rivers/sign-in');
  await other.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await other.getByRole('alert').waitFor();
  while ((await holding.passkeys()).length > 0) await other.evaluate('new Promise(requestAnimationFrame)');
});
