import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { Page } from 'playwright-core';
import type { OrganisationId, Slug } from '../src/base/ids.ts';
import { DAY } from '../src/base/time.ts';
import type { Key, State } from '../src/charter/state.ts';
import { type Authenticator, virtualAuthenticator } from './kit/authenticator.ts';
import { faultsOf, launch } from './kit/browser.ts';
import { delegateAt } from './kit/delegate.ts';
import { startServer } from './kit/server.ts';
import { newSshKey, runShown } from './kit/ssh.ts';

/**
 * Keys and identity, in a browser: a conference is founded by a passkey and a device key, a third delegate comes with an SSH key,
 * people sign in and out, add and revoke keys, lose one and get another; one of them without JavaScript.
 */

const kit = await launch();
const server = await startServer();
const folder = await mkdtemp(join(tmpdir(), 'isonomia-keys-'));
after(() => rm(folder, { recursive: true }));

const state = (): State => {
  const conference = server.host.conference('rivers' as Slug);
  assert.ok(conference);
  return conference.state();
};

/** The keys of an organisation that hold now, but for invitations. */
const keysOf = (id: string): readonly Key[] =>
  [...state().keys.values()].filter(
    ({ organisation, until, use }) => organisation === id && until === null && use !== 'invitation',
  );

interface Person {
  readonly page: Page;
  readonly authenticator: Authenticator;
}

const person = async (): Promise<Person> => {
  const page = await kit.page({ baseURL: server.origin });
  await page.goto('/');
  return { page, authenticator: await virtualAuthenticator(page) };
};

const links = (page: Page): Promise<readonly string[]> =>
  page
    .locator('show-invitations input')
    .evaluateAll((inputs) => inputs.map((input) => input.getAttribute('value') ?? ''));

const signOut = (page: Page): Promise<void> => page.getByRole('button', { name: 'Sign out' }).click();

let eleni: Person;
let jasna: Person;

test('a conference is founded from the one-time link: a passkey here, a device key there', async () => {
  eleni = await person();
  const { page } = eleni;
  const sent: string[] = [];
  page.on('request', (request) => sent.push(`${request.url()}\n${request.postData() ?? ''}`));

  const token = server.openFounding();
  assert.equal((await page.goto('/found?token=wrong'))?.status(), 403);
  await page.goto(`/found?token=${token}`);
  await page.getByRole('link', { name: /Start from this one.*regional/u }).click();
  await page.getByLabel('Name of the conference').fill('Conference of River Basins');
  await page.getByLabel('Abbreviation').fill('CRB');
  await page.getByLabel('Short name for its address').fill('rivers');
  await page.getByLabel('Seat').fill('Niš');
  await page.locator('[name=founder-1-name]').fill('Δίκτυο Ποταμών');
  await page.locator('[name=founder-1-country]').selectOption('GR');
  await page.locator('[name=founder-1-id]').fill('diktyo-potamon');
  await page.locator('[name=delegateName]').fill('Ελένη Μαυρίδου');
  await page.locator('[name=founder-2-name]').fill('Udruga Zelena Sava');
  await page.locator('[name=founder-2-country]').selectOption('HR');
  await page.locator('[name=founder-2-id]').fill('Zelena Sava');
  await page.getByRole('button', { name: 'Read it over' }).click();

  // What was typed is still there, and what is wrong stands at its field.
  assert.equal(await page.getByLabel('Seat').inputValue(), 'Niš');
  assert.equal(await page.locator('#founder-2-id').getAttribute('aria-invalid'), 'true');
  await page.locator('[name=founder-2-id]').fill('zelena-sava');
  await page.getByRole('button', { name: 'Read it over' }).click();
  await page.getByRole('button', { name: 'Change something' }).click();
  await page.getByLabel('Seat').fill('Belgrade');
  await page.getByRole('button', { name: 'Read it over' }).click();
  await page.getByRole('button', { name: 'Make the key and sign' }).click();
  await page.waitForURL('**/receipt/0');
  assert.equal(state().charter?.charter.seat, 'Belgrade');
  assert.equal((await page.goto(`/found?token=${token}`))?.status(), 403, 'the link works once');
  await page.goto('/rivers/receipt/0');
  const [link = ''] = await links(page);
  const secret = link.split('#')[1] ?? '';
  assert.match(secret, /^[A-Za-z0-9_-]{43}$/u);
  assert.ok(!sent.some((request) => request.includes(secret)), 'the host has seen the secret');

  jasna = await person();
  await jasna.page.goto(link);
  await jasna.page.getByText('You are to represent Udruga Zelena Sava').waitFor();
  await jasna.page.getByLabel('Your name').fill('Jasna Horvatić');
  await jasna.page.getByText('This browser’s own key').click();
  await jasna.page.getByRole('button', { name: 'Go on with this key' }).click();
  await jasna.page.waitForURL('**/rivers');

  assert.equal(state().founded, null);
  await delegateAt(jasna.page, 'device').make('/rivers/do/charter.sign');
  await page.goto('/rivers');
  await page.getByText('✓ signed on').waitFor();
  await delegateAt(page, 'passkey').make('/rivers/do/charter.sign');
  assert.notEqual(state().founded, null);
  assert.deepEqual(
    [...keysOf('diktyo-potamon'), ...keysOf('zelena-sava')].map(({ use }) => use),
    ['passkey', 'device'],
  );
  assert.deepEqual(faultsOf(jasna.page), []);
});

test('a spent invitation says so, and so does one that never was', async () => {
  const { page } = await person();
  await jasna.page.goto('/rivers/organisation');
  await page.goto(`/rivers/invitation#${'A'.repeat(43)}`);
  await page.getByText('This link is spent or not for this conference.').waitFor();
  await eleni.page.goto('/rivers/receipt/0');
  const [link = ''] = await links(eleni.page);
  await page.goto('about:blank');
  await page.goto(link);
  await page.getByText('This invitation has been used.').waitFor();
});

test('one signs out and in again: by passkey in a browser that knows nothing of it, by device key in its own', async () => {
  await signOut(eleni.page);
  await eleni.page.goto('/rivers/needs');
  await eleni.page.evaluate('localStorage.clear()');
  await eleni.page.getByRole('main').getByRole('link', { name: 'Sign in' }).click();
  await eleni.page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await eleni.page.waitForURL('**/rivers/needs');

  await jasna.page.goto('/rivers');
  await signOut(jasna.page);
  await jasna.page.goto('/rivers/sign-in?to=//elsewhere.example/');
  await jasna.page.getByRole('button', { name: /Udruga Zelena Sava/u }).click();
  await jasna.page.waitForURL(`${server.origin}/rivers/needs`);
});

test('a passkey that nobody here has is told so', async () => {
  const { page } = await person();
  await page.goto('/rivers/sign-in');
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
  const added = keysOf('diktyo-potamon').find(({ use }) => use === 'device');
  assert.ok(added);
  await delegateAt(page, 'passkey').make(`/rivers/do/key.revoke?key=${encodeURIComponent(added.fingerprint)}`);
  assert.deepEqual(
    keysOf('diktyo-potamon').map(({ use }) => use),
    ['passkey'],
  );
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

test('a third delegate comes by a link with an SSH key, signed by ssh-keygen, and signs in with it', async () => {
  const { page } = eleni;
  const key = await newSshKey(folder, 'third');
  await delegateAt(page, 'passkey').make('/rivers/do/delegate.appoint', async (form) => {
    await form.getByLabel('Name').fill('Νίκος Πέτρου');
  });
  const [link = ''] = await links(page);
  const nikos = await person();
  await nikos.page.goto(link);
  await nikos.page.locator('[name=use][value=ssh]').check();
  await nikos.page.getByLabel('Your public key').fill('no key');
  await nikos.page.getByRole('button', { name: 'Go on with this key' }).click();
  await nikos.page.getByText('This is not a public key').waitFor();
  await nikos.page.getByLabel('Your public key').fill(key.publicKey);
  await nikos.page.getByRole('button', { name: 'Go on with this key' }).click();
  const waiting = nikos.page.waitForEvent('download');
  await nikos.page.getByText('Save the act as act.json').click();
  const file = join(folder, 'act.json');
  await (await waiting).saveAs(file);
  await nikos.page.locator('#elsewhere-signature').fill(await key.sign('isonomia-sign-in-v1', { file }));
  await nikos.page.getByRole('button', { name: 'Send with this signature' }).click();
  await nikos.page.getByText('This signature does not fit.').waitFor();
  await nikos.page.locator('#elsewhere-signature').fill(await key.sign('isonomia-act-v1', { file }));
  await nikos.page.getByRole('button', { name: 'Send with this signature' }).click();
  await nikos.page.waitForURL('**/sign-in?to=/rivers');

  await nikos.page.getByText('Sign in with an SSH key').click();
  const command = await nikos.page.locator('details pre').innerText();
  await nikos.page.getByLabel('What the command printed').fill(await runShown(command, key));
  await nikos.page.locator('details').getByRole('button', { name: 'Sign in' }).click();
  await nikos.page.waitForURL('**/rivers/needs');
  assert.deepEqual(
    keysOf('diktyo-potamon').map(({ use, delegate }) => `${delegate} ${use}`),
    ['1 passkey', '3 ssh'],
  );

  // Whoever signs with SSH can bring a passkey, too.
  await nikos.page.goto('/rivers/do/key.enrol');
  await nikos.page.getByRole('button', { name: 'Make the key and sign' }).click();
  const again = nikos.page.waitForEvent('download');
  await nikos.page.getByText('Save the act as act.json').click();
  await (await again).saveAs(file);
  await nikos.page.locator('#elsewhere-signature').fill(await key.sign('isonomia-act-v1', { file }));
  await nikos.page.getByRole('button', { name: 'Send with this signature' }).click();
  await nikos.page.waitForURL('**/receipt/*');
  assert.deepEqual(
    keysOf('diktyo-potamon').map(({ use, delegate }) => `${delegate} ${use}`),
    ['1 passkey', '3 ssh', '3 passkey'],
  );
});

test('without JavaScript one signs in and acts with an SSH key', async () => {
  const key = { file: join(folder, 'third') };
  const page = await kit.page({ baseURL: server.origin, script: false });
  await page.goto('/rivers/sign-in?to=/rivers/organisation');
  assert.equal(await page.getByRole('button', { name: 'Sign in with a passkey' }).isVisible(), false);
  await page.getByText('Sign in with an SSH key').click();
  const pasted = await runShown(await page.locator('details pre').innerText(), { ...key, publicKey: '', sign: never });
  await page.getByLabel('What the command printed').fill(pasted);
  await page.locator('details').getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('**/rivers/organisation');

  const signed = async (): Promise<string> => {
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save the act as act.json' }).click();
    const file = join(folder, 'plain.json');
    await (await waiting).saveAs(file);
    const command = 'ssh-keygen -q -Y sign -f ~/.ssh/id_ed25519 -n isonomia-act-v1 <';
    return runShown(`${command} '${file}'`, { ...key, publicKey: '', sign: never });
  };

  // An ordinary form, with an invitation whose key was made elsewhere.
  const invited = await newSshKey(folder, 'invited');
  await page.getByRole('link', { name: 'Appoint a delegate' }).click();
  await page.getByLabel('Public key of the invitation').fill(invited.publicKey.split(' ').slice(0, 2).join(' '));
  await page.getByRole('button', { name: 'Read it over' }).click();
  await page.getByLabel('The signature').fill(await signed());
  await page.getByRole('button', { name: 'Send with this signature' }).click();
  await page.waitForURL('**/receipt/*');
  assert.equal(state().organisations.get('diktyo-potamon' as OrganisationId)?.delegates.length, 4);

  // A second SSH key, which both sign.
  const second = await newSshKey(folder, 'second');
  await page.goto('/rivers/do/key.enrol');
  await page.getByText('An SSH key', { exact: true }).click();
  await page.getByLabel('Your public key').fill(second.publicKey);
  await page.getByRole('button', { name: 'Go on with this key' }).click();
  await page.getByLabel('Signature by the key you have signed in with').fill(await signed());
  const file = join(folder, 'plain.json');
  await page.getByLabel('Signature by the new key').fill(await second.sign('isonomia-act-v1', { file }));
  await page.getByRole('button', { name: 'Send with this signature' }).click();
  await page.waitForURL('**/receipt/*');
  assert.equal(keysOf('diktyo-potamon').filter(({ use }) => use === 'ssh').length, 2);

  await page.goto('/rivers/organisation');
  await signOut(page);
  assert.equal((await page.goto('/rivers/organisation'))?.status(), 401);
});

const never = (): never => {
  throw new TypeError('Not this key');
};

test('an organisation applies with a key of its own, is disagreed with, and is admitted in the end', async () => {
  const amra = await person();
  const { page } = amra;
  await page.goto('/rivers/apply');
  await page.getByRole('link', { name: 'Begin the application' }).click();
  await page.getByLabel('Name of the organisation').fill('Rijeke Bosne');
  await page.getByLabel('Country').selectOption('BA');
  await page.getByLabel('Short name').fill('zelena-sava');
  await page.getByLabel('Letter to the participants').fill('We look after the Una.\n\nLet us take part.');
  await page.getByText('Our organisation has read').click();
  await page.getByRole('button', { name: 'Read it over' }).click();
  await page.getByText('“zelena-sava” is taken.').waitFor();
  await page.getByLabel('Short name').fill('rijeke-bosne');
  await page.getByRole('button', { name: 'Read it over' }).click();
  await page.getByRole('button', { name: 'Make the key and sign' }).click();
  await page.waitForURL('**/receipt/*');
  const standing = () => state().organisations.get('rijeke-bosne' as OrganisationId)?.standing.kind;
  assert.equal(standing(), 'applicant');

  const member = delegateAt(jasna.page, 'device');
  await jasna.page.goto('/rivers/participants/rijeke-bosne');
  await jasna.page.getByText('Let us take part.').waitFor();
  await member.make('/rivers/do/participation.disagree?organisation=rijeke-bosne', async (form) => {
    await form.getByLabel('Your reasons').fill('We have not met them yet.');
  });
  await page.goto('/rivers/participants/rijeke-bosne');
  await page.getByText('We have not met them yet.').waitFor();
  await member.make('/rivers/do/participation.withdraw-disagreement?organisation=rijeke-bosne');
  // The page would reload when the session ends with the days.
  await page.goto('about:blank');
  server.clock.forward(31 * DAY);
  await page.goto('/rivers/sign-in');
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.waitForURL('**/rivers/needs');
  assert.equal(standing(), 'participant');
});

test('a lost last key is replaced when none of the others disagrees', async () => {
  const other = await person();
  const { page } = other;
  await page.goto('/rivers/sign-in');
  await page.getByRole('link', { name: 'Ask for a lost key to be replaced' }).click();
  await page.getByLabel('Whose key is lost?').selectOption('zelena-sava/1');
  await page.getByLabel('What happened').fill('The laptop fell into the Sava. Call us at the office.');
  await page.getByRole('button', { name: 'Read it over' }).click();
  await page.getByRole('button', { name: 'Make the key and sign' }).click();
  await page.waitForURL('**/receipt/*');
  await page.goto('/rivers/sign-in');
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.getByRole('alert').waitFor();
  await page.goto('about:blank');
  server.clock.forward(15 * DAY);
  await page.goto('/rivers/sign-in');
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.waitForURL('**/rivers/needs');
  assert.deepEqual(
    keysOf('zelena-sava').map(({ use }) => use),
    ['passkey'],
  );
});
