import type { Page } from 'playwright-core';
import { virtualAuthenticator } from './authenticator.ts';
import type { Kit } from './browser.ts';
import { type DelegateAtWork, delegateAt, field } from './delegate.ts';
import { type Person, linksOn } from './person.ts';
import type { TestServer } from './server.ts';

/** Founding a conference in the browser, as its founders do: from the one-time link to the last signature under the charter. */

export interface Founder {
  readonly id: string;
  readonly name: string;
  /** ISO 3166-1, two letters. */
  readonly country: string;
  /** The name of its delegate. */
  readonly delegate: string;
  readonly key: 'passkey' | 'device';
}

export interface Founding {
  readonly name: string;
  readonly abbreviation: string;
  /** The short name in its address. */
  readonly slug: string;
  readonly seat: string;
  /** At least two. The first fills the form; its key is a passkey. */
  readonly founders: readonly [Founder & { readonly key: 'passkey' }, ...(readonly Founder[])];
}

/** How many founders the form has room for before more are asked for. */
const ROWS = 2;

/**
 * Founds a conference. Every founder is at a browser of its own, signed in, and has signed the charter.
 * @returns their delegates, in the order of `founders`.
 */
export const foundConference = async (
  kit: Kit,
  server: TestServer,
  founding: Founding,
): Promise<readonly DelegateAtWork[]> => {
  const [first, ...others] = founding.founders;
  const { page, links } = await beginFounding(kit, server, founding);
  if (links.length !== others.length) throw new Error(`${links.length} invitations for ${others.length} organisations`);

  const invited = await Promise.all(
    others.map((founder, i) => enter(kit, server, { founder, link: links[i] ?? '', slug: founding.slug })),
  );
  const delegates = [delegateAt(page, first.key), ...invited];
  for (const delegate of delegates) await delegate.make(`/${founding.slug}/do/charter.sign`);
  return delegates;
};

/** From the one-time link to the receipt of the founding act: the page of whoever founds, and the links for the others. */
export const beginFounding = async (
  kit: Kit,
  server: TestServer,
  founding: Founding,
): Promise<Person & { readonly links: readonly string[] }> => {
  const { page, authenticator } = await screen(kit, server);
  await page.goto(`/found?token=${server.openFounding()}`);
  await fill(page, founding);
  await goOn(page, 'The rules');
  await page.getByRole('button', { name: 'Read it over' }).click();
  await page.getByRole('button', { name: 'Make the key and sign' }).click();
  await page.waitForURL('**/receipt/0');
  return { page, authenticator, links: await linksOn(page) };
};

/** To the next step of founding. */
export const goOn = async (page: Page, step: string): Promise<void> => {
  await page.getByRole('button', { name: 'Go on', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: step }).waitFor();
};

const screen = async (kit: Kit, { origin }: TestServer): Promise<Person> => {
  const page = await kit.page({ baseURL: origin });
  return { page, authenticator: await virtualAuthenticator(page) };
};

const fill = async (page: Page, { founders, ...conference }: Founding): Promise<void> => {
  for (const name of ['name', 'abbreviation', 'slug', 'seat'] as const)
    await page.locator(`[name=${name}]`).fill(conference[name]);
  await goOn(page, 'The organisations');
  const form = page.locator('main form').first();
  await field(form, 'delegateName').fill(founders[0].delegate);
  for (const [i, { id, name, country }] of founders.entries()) {
    // Asking for another row sends the form, which comes back without the rows that are empty.
    if (i >= ROWS) await page.getByRole('button', { name: /another/iu }).click();
    await field(form, `founder-${i + 1}-id`).fill(id);
    await field(form, `founder-${i + 1}-name`).fill(name);
    await field(form, `founder-${i + 1}-countryName`).fill(`Country ${country}`);
    await field(form, `founder-${i + 1}-country`).fill(country);
  }
  await goOn(page, 'The principles');
};

/** Takes a founder's place from its link of invitation. */
export const enter = async (
  kit: Kit,
  server: TestServer,
  { founder, link, slug }: { readonly founder: Founder; readonly link: string; readonly slug: string },
): Promise<DelegateAtWork> => {
  const { page } = await screen(kit, server);
  await page.goto(link);
  await page.getByLabel('Your name').fill(founder.delegate);
  if (founder.key === 'device') await page.getByText('This browser’s own key').click();
  await page.getByRole('button', { name: 'Go on with this key' }).click();
  await page.waitForURL(`**/${slug}`);
  return delegateAt(page, founder.key);
};
