import type { Page } from 'playwright-core';
import type { Slug } from '../../src/base/ids.ts';
import type { Key } from '../../src/charter/members/organisation-state.ts';
import type { State } from '../../src/charter/state.ts';
import { type Authenticator, virtualAuthenticator } from './authenticator.ts';
import type { Kit } from './browser.ts';
import type { TestServer } from './server.ts';

/** Somebody at a browser of their own, with an authenticator. */
export interface Person {
  readonly page: Page;
  readonly authenticator: Authenticator;
}

export const personAt = async (kit: Kit, { origin }: TestServer): Promise<Person> => {
  const page = await kit.page({ baseURL: origin });
  await page.goto('/');
  return { page, authenticator: await virtualAuthenticator(page) };
};

/** The links of invitation that a receipt shows. */
export const linksOn = async (page: Page): Promise<readonly string[]> => {
  await page.locator('show-invitations input').first().waitFor();
  return Promise.all((await page.locator('show-invitations input').all()).map((input) => input.inputValue()));
};

/** Resolves on the page that follows, so that no other one is opened while that is still on its way. */
export const signOut = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('banner').getByRole('link', { name: 'Sign in' }).waitFor();
};

export const stateOf = ({ host }: TestServer, slug: string): State => {
  const conference = host.conference(slug as Slug);
  if (conference === null) throw new RangeError(`No conference ${slug}`);
  return conference.state();
};

/** The keys of an organisation that hold now, but for invitations: `1 passkey`, the delegate's number and the kind. */
export const keysOf = (state: State, id: string): readonly string[] =>
  [...state.keys.values()]
    .filter(({ organisation, until, use }) => organisation === id && until === null && use !== 'invitation')
    .map(({ delegate, use }: Key) => `${delegate} ${use}`);
