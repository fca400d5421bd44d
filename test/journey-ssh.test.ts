import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { Page } from 'playwright-core';
import { CONSENT_RULES } from '../src/charter/law/rules.ts';
import { hostKeyFrom } from '../src/conference/host-key.ts';
import { launch } from './kit/browser.ts';
import { goOn } from './kit/founding.ts';
import { keysOf, personAt, signOut, stateOf } from './kit/person.ts';
import { startServer } from './kit/server.ts';
import { accepted, smallConference } from './kit/small-conference.ts';
import { type SshKey, newSshKey, runShown } from './kit/ssh.ts';

/** Delegates with SSH keys, who sign with stock `ssh-keygen`: with JavaScript, and without any. */

const kit = await launch();
const server = await startServer();
const small = await smallConference(server.host, server.clock.now, ['alfa', 'beta']);
const folder = await mkdtemp(join(tmpdir(), 'isonomia-ssh-'));
after(() => rm(folder, { recursive: true }));
const key = await newSshKey(folder, 'delegate');
const keys = (): readonly string[] => keysOf(stateOf(server, 'rivers'), 'alfa');

/** The act that the page offers as a file. */
const saved = async (page: Page, button: string): Promise<string> => {
  const waiting = page.waitForEvent('download');
  await page.getByText(button).click();
  const file = join(folder, 'act.json');
  await (await waiting).saveAs(file);
  return file;
};

const signInBySsh = async (page: Page, key: SshKey): Promise<void> => {
  await page.getByText('Sign in with an SSH key').click();
  const command = await page.locator('details pre').innerText();
  await page.getByLabel('What the command printed').fill(await runShown(command, key));
  await page.locator('details').getByRole('button', { name: 'Sign in' }).click();
};

test('a delegate comes by a link with an SSH key, signs in with it, and brings a passkey, too', async () => {
  const [alfa] = small.speakers;
  assert.ok(alfa);
  const secret = generateKeyPairSync('ed25519').privateKey;
  const link = hostKeyFrom(secret);
  const appointment = { delegate: 2, name: null, role: 'representing', invitation: link.publicKey } as const;
  accepted(await small.submit(alfa, 'delegate.appoint', appointment, [link]));

  const { page } = await personAt(kit, server);
  const send = () => page.getByRole('button', { name: 'Send with this signature' }).click();
  const signature = page.locator('#elsewhere-signature');
  await page.goto(`/rivers/invitation#${secret.export({ format: 'jwk' }).d ?? ''}`);
  await page.locator('[name=use][value=ssh]').check();
  await page.getByLabel('Your public key').fill('no key');
  await page.getByRole('button', { name: 'Go on with this key' }).click();
  await page.getByText('This is not a public key').waitFor();
  await page.getByLabel('Your public key').fill(key.publicKey);
  await page.getByRole('button', { name: 'Go on with this key' }).click();
  const file = await saved(page, 'Save the act as act.json');
  await signature.fill(await key.sign('isonomia-sign-in-v1', { file }));
  await send();
  await page.getByText('This signature does not fit.').waitFor();
  await signature.fill(await key.sign('isonomia-act-v1', { file }));
  await send();
  await page.waitForURL('**/sign-in?to=/rivers');
  await signInBySsh(page, key);
  await page.waitForURL('**/rivers/today');
  assert.deepEqual(keys(), ['1 ssh', '2 ssh']);

  await page.goto('/rivers/do/key.enrol');
  await page.getByRole('button', { name: 'Make the key and sign' }).click();
  await signature.fill(await key.sign('isonomia-act-v1', { file: await saved(page, 'Save the act as act.json') }));
  await send();
  await page.waitForURL('**/receipt/*');
  assert.deepEqual(keys(), ['1 ssh', '2 ssh', '2 passkey']);
});

test('without JavaScript one signs in and acts with an SSH key', async () => {
  const page = await kit.page({ baseURL: server.origin, script: false });
  await page.goto('/rivers/sign-in?to=/rivers/organisation');
  assert.equal(await page.getByRole('button', { name: 'Sign in with a passkey' }).isVisible(), false);
  await signInBySsh(page, key);
  await page.waitForURL('**/rivers/organisation');

  // An ordinary form, with an invitation whose key was made elsewhere, and which signs too.
  const invited = await newSshKey(folder, 'invited');
  await page.getByRole('link', { name: 'Appoint a delegate' }).click();
  await page.getByLabel('Public key of the invitation').fill(invited.publicKey);
  await page.getByRole('button', { name: 'Read it over' }).click();
  const file = await saved(page, 'Save the act as act.json');
  const own = await key.sign('isonomia-act-v1', { file });
  await page.getByLabel('The signature').fill(own);
  await page.getByRole('button', { name: 'Send with this signature' }).click();
  await page.getByText('A key that the act brings in has not signed it.').waitFor();
  await page.getByText('The new invitations sign, too.').waitFor();
  await page.getByLabel('The signature').fill(own + (await invited.sign('isonomia-act-v1', { file })));
  await page.getByRole('button', { name: 'Send with this signature' }).click();
  await page.waitForURL('**/receipt/*');

  // A second SSH key, which both sign.
  const second = await newSshKey(folder, 'second');
  await page.goto('/rivers/do/key.enrol');
  await page.getByText('An SSH key', { exact: true }).click();
  await page.getByLabel('Your public key').fill(second.publicKey);
  await page.getByRole('button', { name: 'Go on with this key' }).click();
  await saved(page, 'Save the act as act.json');
  await page
    .getByLabel('Signature by the key you have signed in with')
    .fill(await key.sign('isonomia-act-v1', { file }));
  await page.getByLabel('Signature by the new key').fill(await second.sign('isonomia-act-v1', { file }));
  await page.getByRole('button', { name: 'Send with this signature' }).click();
  await page.waitForURL('**/receipt/*');
  assert.deepEqual(keys(), ['1 ssh', '2 ssh', '2 passkey', '2 ssh']);

  await page.goto('/rivers/organisation');
  await signOut(page);
  assert.equal((await page.goto('/rivers/organisation'))?.status(), 401);
});

test('without JavaScript a conference is founded with SSH keys', async () => {
  const page = await kit.page({ baseURL: server.origin, script: false });
  const invited = await newSshKey(folder, 'founder');
  await page.goto(`/found?token=${server.openFounding()}`);
  for (const [name, value] of [
    ['name', 'Circle of Springs'],
    ['abbreviation', 'COS'],
    ['slug', 'springs'],
    ['seat', 'Ohrid'],
  ] as const)
    await page.locator(`[name=${name}]`).fill(value);
  await page.locator('[name=template][value=consent]').check();
  await goOn(page, 'The organisations');
  for (const [name, value] of [
    ['founder-1-name', 'Река Вардар'],
    ['founder-1-countryName', 'Македонија'],
    ['founder-2-name', 'Lumi i Lirë'],
    ['founder-2-countryName', 'Shqipëria'],
    ['founder-2-id', 'lumi-i-lire'],
    ['founder-2-invitation', invited.publicKey],
  ] as const)
    await page.locator(`[name=${name}]`).fill(value);
  await page.locator('[name=founder-1-country]').fill('North Macedonia');
  await page.locator('[name=founder-2-country]').fill('AL');
  await page.getByRole('button', { name: 'Add another founder' }).click();
  assert.equal(await page.locator('[name=founder-1-name]').inputValue(), 'Река Вардар');
  await page.getByText('Founder 3').waitFor();
  await goOn(page, 'The principles');
  await goOn(page, 'The rules');

  await page.getByRole('button', { name: 'Read it over' }).click();
  await page.getByText('An SSH key', { exact: true }).click();
  const founder = await newSshKey(folder, 'vardar');
  await page.getByLabel('Your public key').fill(founder.publicKey);
  await page.getByRole('button', { name: 'Go on with this key' }).click();
  const file = await saved(page, 'Save the act as act.json');
  const signatures = await Promise.all([founder, invited].map((each) => each.sign('isonomia-act-v1', { file })));
  await page.getByLabel('The signature').fill(signatures.join(''));
  await page.getByRole('button', { name: 'Send with this signature' }).click();
  await page.waitForURL('**/springs/receipt/0');
  const { charter, organisations } = stateOf(server, 'springs');
  assert.equal(charter?.charter.name, 'Circle of Springs');
  assert.deepEqual([...organisations.keys()], ['reka-vardar', 'lumi-i-lire']);
  assert.deepEqual(charter?.charter.rules, CONSENT_RULES);
});
