import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OrganisationId } from '../src/base/ids.ts';
import { DAY } from '../src/base/time.ts';
import { goOn } from './kit/founding.ts';
import { goTo } from './kit/go-to.ts';
import { faultsOf, launch } from './kit/browser.ts';
import { delegateAt } from './kit/delegate.ts';
import { type Person, keysOf, linksOn, personAt, signOut, stateOf } from './kit/person.ts';
import { startServer } from './kit/server.ts';

/**
 * Keys and identity, in a browser: a conference is founded by a passkey and a device key; people sign in and out, add and revoke
 * keys; an organisation applies with a key of its own; another loses its last one and gets a new one.
 */

const kit = await launch();
const server = await startServer();
const keys = (id: string): readonly string[] => keysOf(stateOf(server, 'rivers'), id);

let eleni: Person;
let jasna: Person;
/** The link by which Jasna comes in. */
let link = '';

test('a conference is founded from the one-time link: a passkey here, a device key there', async () => {
  eleni = await personAt(kit, server);
  const { page } = eleni;
  const sent: string[] = [];
  page.on('request', (request) => sent.push(`${request.url()}\n${request.postData() ?? ''}`));

  const token = server.openFounding();
  assert.equal((await page.goto('/found?token=wrong'))?.status(), 403);
  await page.goto(`/found?token=${token}`);
  await page.getByLabel('Name of the conference').fill('Conference of River Basins');
  await page.getByLabel('Abbreviation').fill('CRB');
  await page.getByLabel('Short name for its address').fill('rivers');
  await page.getByLabel('Seat', { exact: true }).fill('Niš');
  await goOn(page, 'The organisations');
  await page.locator('[name=founder-1-name]').fill('Δίκτυο Ποταμών');
  await page.locator('[name=founder-1-countryName]').fill('Ελλάδα');
  await page.locator('[name=founder-1-id]').fill('diktyo-potamon');
  await page.locator('[name=delegateName]').fill('Ελένη Μαυρίδου');
  await page.locator('[name=founder-2-name]').fill('Udruga Zelena Sava');
  await page.locator('[name=founder-2-countryName]').fill('Hrvatska');
  await page.locator('[name=founder-2-id]').fill('Zelena Sava');
  await page.getByRole('button', { name: 'Go on', exact: true }).click();

  // What was typed is still there, and what is wrong stands at its field.
  assert.equal(await page.locator('[name=delegateName]').inputValue(), 'Ελένη Μαυρίδου');
  await page.locator('#founder-2-id[aria-invalid=true]:focus').waitFor();
  await page.locator('#founder-2-id-error').getByText('lower-case Latin letters').waitFor();
  await page.locator('[name=founder-2-id]').fill('zelena-sava');
  await goOn(page, 'The principles');
  await goOn(page, 'The rules');
  await page.getByRole('button', { name: 'Read it over' }).click();
  await page.getByRole('button', { name: 'Change something' }).click();
  await page.getByRole('button', { name: 'The conference' }).click();
  assert.equal(await page.getByLabel('Seat', { exact: true }).inputValue(), 'Niš');
  await page.getByLabel('Seat', { exact: true }).fill('Belgrade');
  await page.getByRole('button', { name: 'The rules' }).click();
  await page.getByRole('button', { name: 'Read it over' }).click();
  await page.getByRole('button', { name: 'Make the key and sign' }).click();
  await page.waitForURL('**/receipt/0');
  assert.equal(stateOf(server, 'rivers').charter?.charter.seat, 'Belgrade');
  // Where no country was typed, it follows from the one that is printed.
  assert.deepEqual(
    [...stateOf(server, 'rivers').organisations.values()].map(({ country }) => country),
    ['GR', 'HR'],
  );
  assert.equal((await page.goto(`/found?token=${token}`))?.status(), 403, 'the link works once');
  await page.goto('/rivers/receipt/0');
  [link = ''] = await linksOn(page);
  const secret = link.split('#')[1] ?? '';
  assert.match(secret, /^[A-Za-z0-9_-]{43}$/u);
  assert.ok(!sent.some((request) => request.includes(secret)), 'the host has seen the secret');

  jasna = await personAt(kit, server);
  await jasna.page.goto(link);
  await jasna.page.getByText('You are to represent Udruga Zelena Sava').waitFor();
  await jasna.page.getByLabel('Your name').fill('Jasna Horvatić');
  await jasna.page.getByText('This browser’s own key').click();
  await jasna.page.getByRole('button', { name: 'Go on with this key' }).click();
  await jasna.page.waitForURL('**/rivers');

  assert.equal(stateOf(server, 'rivers').founded, null);
  await delegateAt(jasna.page, 'device').make('/rivers/do/charter.sign');
  await page.goto('/rivers');
  await page.getByText('✓ signed on').waitFor();
  await delegateAt(page, 'passkey').make('/rivers/do/charter.sign');
  assert.notEqual(stateOf(server, 'rivers').founded, null);
  assert.deepEqual([...keys('diktyo-potamon'), ...keys('zelena-sava')], ['1 passkey', '1 device']);
  assert.deepEqual(faultsOf(jasna.page), []);
});

test('a spent invitation says so, and so does one that never was', async () => {
  const { page } = await personAt(kit, server);
  await jasna.page.goto('/rivers/organisation');
  await page.goto(`/rivers/invitation#${'A'.repeat(43)}`);
  await page.getByText('This link is spent or not for this conference.').waitFor();
  await page.goto('about:blank');
  await page.goto(link);
  await page.getByText('This invitation has been used, or').waitFor();
});

test('one signs out and in again: by passkey in a browser that knows nothing of it, by device key in its own', async () => {
  await signOut(eleni.page);
  await eleni.page.goto('/rivers/today');
  await eleni.page.evaluate('localStorage.clear()');
  await eleni.page.getByRole('main').getByRole('link', { name: 'Sign in' }).click();
  await eleni.page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await eleni.page.waitForURL('**/rivers/today');

  await jasna.page.goto('/rivers');
  await signOut(jasna.page);
  await jasna.page.goto('/rivers/sign-in?to=//elsewhere.example/');
  await jasna.page.getByRole('button', { name: /Udruga Zelena Sava/u }).click();
  await jasna.page.waitForURL(`${server.origin}/rivers/today`);
});

test('a passkey that nobody here has is told so', async () => {
  const { page } = await personAt(kit, server);
  await goTo(page, '/rivers/sign-in');
  await page.evaluate(async () => {
    await navigator.credentials.create({
      publicKey: {
        challenge: new Uint8Array(32),
        rp: { id: 'localhost', name: 'Another' },
        user: { id: new Uint8Array(32), name: 'another', displayName: 'Another' },
        pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      },
    });
  });
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.getByRole('alert').getByText('This key is not one of this conference’s.').waitFor();
});

test('a second key comes in by two signatures, and can be revoked', async () => {
  const { page } = eleni;
  await page.goto('/rivers/organisation');
  await page.getByRole('link', { name: 'Add a key' }).click();
  await page.getByText('This browser’s own key').click();
  await page.getByRole('button', { name: 'Make the key and sign' }).click();
  await page.waitForURL('**/receipt/*');
  assert.deepEqual(keys('diktyo-potamon'), ['1 passkey', '1 device']);
  const added = [...stateOf(server, 'rivers').keys.values()].find(
    ({ organisation, use }) => organisation === 'diktyo-potamon' && use === 'device',
  );
  await delegateAt(page, 'passkey').make(`/rivers/do/key.revoke?key=${encodeURIComponent(added?.fingerprint ?? '')}`);
  assert.deepEqual(keys('diktyo-potamon'), ['1 passkey']);
  await page.goto('/rivers/organisation');
  await page.getByText('device key').waitFor();
});

test('who refuses at the authenticator is told so, and can try again', async () => {
  const { page, authenticator } = eleni;
  await page.goto('/rivers/do/delegate.appoint');
  await page.locator('[name=role][value=assisting]').check();
  await page.getByRole('button', { name: 'Read it over' }).click();
  await authenticator.verifies(false);
  await page.getByRole('button', { name: 'Sign with your passkey' }).click();
  await page.getByText('Your key was not used. You can try again.').waitFor();
  await authenticator.verifies(true);
  await delegateAt(page, 'passkey').sign();
});

test('an organisation applies with a key of its own, is presented, disagreed with, and admitted in the end', async () => {
  const amra = await personAt(kit, server);
  const { page } = amra;
  await page.goto('/rivers/apply');
  await page.getByRole('link', { name: 'Begin the application' }).click();
  await page.getByLabel('Name of the organisation').fill('Rijeke Bosne');
  await page.getByLabel('Country, as it is printed').fill('Bosna i Hercegovina');
  await page.getByLabel('Country, for grouping').fill('bosnia and herzegovina');
  await page.getByLabel('Short name').fill('zelena-sava');
  await page.getByLabel('Letter to the participants').fill('We look after the Una.\n\nLet us take part.');
  await page.getByText('Our organisation has read').click();
  await page.getByRole('button', { name: 'Read it over' }).click();
  await page.locator('#id-error').getByText('“zelena-sava” is taken.').waitFor();
  await page.getByLabel('Short name').fill('rijeke-bosne');
  await page.getByRole('button', { name: 'Read it over' }).click();
  await page.getByRole('button', { name: 'Make the key and sign' }).click();
  await page.waitForURL('**/receipt/*');
  const standing = () => stateOf(server, 'rivers').organisations.get('rijeke-bosne' as OrganisationId)?.standing.kind;
  assert.equal(standing(), 'applicant');

  const member = delegateAt(jasna.page, 'device');
  // The receipt follows what happens, and stays what it is.
  for (const kind of ['participation.present', 'participation.withdraw-presentation']) {
    const renewed = page.waitForResponse((answer) => answer.url() === page.url());
    await member.make(`/rivers/do/${kind}?organisation=rijeke-bosne`, async (form) => {
      if (kind === 'participation.present') await form.getByText('We know them').click();
    });
    await renewed;
  }
  assert.equal(await page.locator('main .facts').count(), 1);
  await jasna.page.goto('/rivers/participants/rijeke-bosne');
  await jasna.page.getByText('Let us take part.').waitFor();
  await member.make('/rivers/do/participation.disagree?organisation=rijeke-bosne', async (form) => {
    await form.getByLabel('Your reasons').fill('We have not met them yet.');
  });
  await page.goto('/rivers/participants/rijeke-bosne');
  await page.getByText('We have not met them yet.').waitFor();
  await member.make('/rivers/do/participation.withdraw-disagreement?organisation=rijeke-bosne');
  await page.goto('/rivers/organisation');
  await page.getByText('Ask a participant whom you know to present your organisation.').waitFor();
  await member.make('/rivers/do/participation.present?organisation=rijeke-bosne', async (form) => {
    await form.getByText('We know them').click();
  });
  // The page would reload when the session ends with the days.
  await page.goto('about:blank');
  server.clock.forward(31 * DAY);
  await goTo(page, '/rivers/sign-in');
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.waitForURL('**/rivers/today');
  assert.equal(standing(), 'participant');
});

test('a lost last key is replaced when another vouches for the new one and none disagrees', async () => {
  const other = await personAt(kit, server);
  const { page } = other;
  await goTo(page, '/rivers/sign-in');
  await page.getByRole('link', { name: 'Ask for a lost key to be replaced' }).click();
  await page.getByLabel('Whose key is lost?').selectOption('zelena-sava');
  await page.getByLabel('Number of the delegate').fill('1');
  await page.getByLabel('What happened').fill('The laptop fell into the Sava. Call us at the office.');
  await page.getByRole('button', { name: 'Read it over' }).click();
  await page.getByRole('button', { name: 'Make the key and sign' }).click();
  // The only moment at which whoever asks can learn what the one who vouches will ask for.
  await page.getByRole('heading', { name: 'Your request is on the record' }).waitFor();
  const shown = await page.locator('[data-part=fingerprint]').textContent();
  assert.equal(shown, stateOf(server, 'rivers').recoveries[0]?.fingerprint);
  await goTo(page, '/rivers/sign-in');
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.getByRole('alert').waitFor();
  await goTo(eleni.page, '/rivers/sign-in');
  await eleni.page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await eleni.page.waitForURL('**/rivers/today');
  await eleni.page.getByRole('link', { name: 'See who asks' }).click();
  await eleni.page.getByText('The laptop fell into the Sava.').waitFor();
  await delegateAt(eleni.page, 'passkey').make('/rivers/do/recovery.vouch?recovery=1', async (form) => {
    await form.getByText(shown ?? assert.fail()).waitFor();
    await form.getByText('We have spoken with them').click();
  });
  await eleni.page.goto('about:blank');
  await page.goto('about:blank');
  server.clock.forward(15 * DAY);
  await goTo(page, '/rivers/sign-in');
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.waitForURL('**/rivers/today');
  assert.deepEqual(keys('zelena-sava'), ['1 passkey']);
});
