import type { Locator, Page } from 'playwright-core';

/** A delegate at a browser: what they do to make an act, whatever its kind. */
export interface DelegateAtWork {
  readonly page: Page;
  /** Opens the form of an act, fills it by the names of its fields, and brings the act to the record. Gives the entry's index. */
  readonly make: (path: string, fill?: (form: Locator) => Promise<void>) => Promise<number>;
  /** From the page before signing to the receipt. */
  readonly sign: () => Promise<number>;
}

const BUTTON = { passkey: 'Sign with your passkey', device: 'Sign with this browser’s key' } as const;

export const delegateAt = (page: Page, key: keyof typeof BUTTON): DelegateAtWork => {
  const sign = async (): Promise<number> => {
    await page.getByRole('button', { name: BUTTON[key] }).click();
    await page.waitForURL('**/receipt/*');
    return Number(page.url().split('/').at(-1));
  };
  return {
    page,
    sign,
    make: async (path, fill) => {
      await page.goto(path);
      await fill?.(page.locator('main form').filter({ has: page.getByRole('button', { name: 'Read it over' }) }));
      await page.getByRole('button', { name: 'Read it over' }).click();
      return sign();
    },
  };
};

/** Types into a field by its name, or chooses the radio button or box of that value. */
export const field = (form: Locator, name: string, value?: string): Locator =>
  form.locator(value === undefined ? `[name="${name}"]` : `[name="${name}"][value="${value}"]`);

/** Types a whole text as plain text, which the editor takes over when it is shown again. */
export const writeText = async (form: Locator, words: string): Promise<void> => {
  await form.getByRole('button', { name: 'Show as plain text' }).click();
  await field(form, 'body').fill(words);
};
