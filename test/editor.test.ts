import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Page } from 'playwright-core';
import { fromMarkdown } from '../src/text/markdown.ts';
import { numbering } from '../src/text/numbering.ts';
import { axeCheck } from './kit/axe.ts';
import { assertFits, faultsOf, launch, screenshot } from './kit/browser.ts';
import { DOCS, DOCS_CLAUSES, WEB, WEB_CLAUSES, WORD, WORD_CLAUSES, paste } from './kit/clipboard.ts';
import { createSampleScene } from './kit/sample.ts';

/** The editor in a browser: by keyboard alone, with what other programs put on the clipboard, and where it cannot run. */

const kit = await launch();
const scene = await createSampleScene({ listen: true });
after(() => scene.close());

const SHOTS = process.env['ISONOMIA_SHOTS'] === '1';

const open = async (path: string, options: Parameters<typeof kit.page>[0] = {}): Promise<Page> => {
  const page = await kit.page({ baseURL: scene.origin, ...options });
  const { name, value } = scene.cookie(await scene.signIn('zelena-sava'));
  await page.context().addCookies([{ name, value, url: scene.origin }]);
  await page.goto(`/sample/do/${path}`);
  return page;
};

const typed = async (page: Page): Promise<Page> => {
  await page.getByRole('textbox', { name: 'The text' }).focus();
  return page;
};

/** What the form would send. */
const sourceIn = (page: Page): Promise<string> =>
  page.evaluate(`new FormData(document.querySelector('textarea[name=body]').form).get('body')`);

const clausesIn = async (page: Page) => {
  const read = fromMarkdown(await sourceIn(page));
  assert.ok(read.ok);
  return read.value.clauses;
};

const shown = async (page: Page): Promise<readonly string[]> =>
  (await clausesIn(page)).map(({ kind, level, words }) => `${kind}${level ?? ''}: ${words}`);

test('a text is written with the keyboard alone, and sent as it would be without the editor', async () => {
  const page = await typed(await open('text.table'));
  await page.keyboard.type('Recalling the springs,\n');
  await page.keyboard.type('1. Asks for care:\n');
  await page.keyboard.press('Tab');
  await page.keyboard.type('by day;\nby night.\n\n');
  await page.keyboard.type('Ends *well*.');
  assert.deepEqual(await shown(page), [
    'paragraph: Recalling the springs,',
    'operative: Asks for care:',
    'point1: by day;',
    'point1: by night.',
    'operative: Ends *well*.',
  ]);
  // To the toolbar and back: Escape, then Shift+Tab; one stop, and arrows from button to button.
  await page.keyboard.press('ControlOrMeta+Home');
  await page.locator('[data-tool=paragraph][aria-pressed=true]').waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+Tab');
  const focused = page.locator(':focus');
  assert.equal(await focused.getAttribute('data-tool'), 'operative');
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight');
  assert.equal(await focused.textContent(), 'Preambular');
  await page.keyboard.press('Enter');
  assert.equal((await shown(page))[0], 'preambular: Recalling the springs,');
  assert.equal(await page.locator('[data-tool=preambular]').getAttribute('aria-pressed'), 'true');
  // A link and a footnote.
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.press('ControlOrMeta+Shift+ArrowRight');
  await page.locator('[data-tool=link][aria-disabled=false]').waitFor();
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('dialog', { name: 'Link' }).getByRole('textbox').fill('example.org');
  await page.keyboard.press('Enter');
  assert.match((await page.getByRole('alert').textContent()) ?? '', /begins with https/u);
  await page.getByRole('dialog').getByRole('textbox').fill('https://example.org/');
  await page.keyboard.press('Enter');
  await page.keyboard.press('End');
  await page.locator('[data-tool=link][aria-disabled=true]').waitFor();
  await page.keyboard.press('ControlOrMeta+Alt+f');
  await page.keyboard.type('In [French].');
  await page.keyboard.press('Enter');
  await page.keyboard.type(' so');
  const [first] = await shown(page);
  assert.match(
    first ?? '',
    /^preambular: \[Recalling ?\]\(https:\/\/example\.org\/\) ?the springs,\^\[In \(French\)\.\] so$/u,
  );
  await page.keyboard.press('ControlOrMeta+z');
  assert.doesNotMatch((await shown(page))[0] ?? '', /so$/u);

  await page.getByLabel('Title').fill('On springs');
  await page.getByRole('button', { name: 'Read it over' }).click();
  await page.getByRole('heading', { name: 'Table a text' }).waitFor();
  const act = JSON.parse(await page.locator('[name=act]').first().inputValue()) as {
    body: { clauses: readonly { words: string }[] };
  };
  assert.equal(act.body.clauses.length, 5);
  assert.deepEqual(faultsOf(page), []);
});

test('ids stay through splitting, joining, moving, the plain text and back', async () => {
  const page = await typed(await open('text.revise?text=4'));
  const before = (await sourceIn(page)).trim();
  const ids = async (): Promise<readonly string[]> =>
    (await clausesIn(page)).map(({ id }) => (/^.-.{5}$/u.test(id) ? 'new' : id));
  const own = await ids();
  const place = own.indexOf('keep');
  const clause = page.locator('.typed > p[data-id=keep]');
  await clause.click({ position: { x: 60, y: 10 } });
  await page.locator('[data-tool=operative][aria-pressed=true]').waitFor();
  await page.keyboard.press('Enter');
  assert.deepEqual(await ids(), own.toSpliced(place + 1, 0, 'new'));
  await page.keyboard.press('Backspace');
  assert.deepEqual(await ids(), own);
  assert.equal(await sourceIn(page), before);
  await page.keyboard.press('Alt+ArrowDown');
  assert.deepEqual(await ids(), own.with(place, 'remove').with(place + 1, 'keep'));
  await page.keyboard.press('Alt+ArrowUp');
  await page.getByRole('button', { name: 'Show as plain text' }).click();
  const area = page.getByRole('textbox', { name: 'The text' });
  assert.equal(await area.inputValue(), before);
  await area.fill(before.replaceAll(/ \{#[a-z-]+\}/gu, '').replace('within five years', 'within eight years'));
  await page.getByRole('button', { name: 'Show as it will be printed' }).click();
  assert.deepEqual(await ids(), own);
  assert.match(await sourceIn(page), /within eight years/u);
  await page.getByRole('button', { name: 'Show as plain text' }).click();
  await area.fill('1. One.\n\n2.\n');
  await page.getByRole('button', { name: 'Show as it will be printed' }).click();
  assert.match(
    (await page.locator('text-editor [role=status]').textContent()) ?? '',
    /Clause 2 from the top has no words\./u,
  );
  assert.ok(await area.isVisible());
  // What is too long is said while it is written, here and there.
  const limits = (said: string | RegExp) => page.locator('[data-part=limits]', { hasText: said }).waitFor();
  await area.fill(`1. One.\n\n2. ${'x'.repeat(8001)}`);
  await limits(/Clause 2 from the top, “x{40} …”, has 8,001 characters; at most 8,000 can be sent/u);
  await area.fill(`1. One.\n\n2. ${'x'.repeat(7999)}`);
  await page.getByRole('button', { name: 'Show as it will be printed' }).click();
  await page.locator('[data-part=limits]:empty').waitFor({ state: 'attached' });
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type('yyy');
  await limits(/Clause 2 from the top, “x{40} …”, has 8,002 characters/u);
  // A dictated word over the end of one clause and the beginning of the next: the browser would join them with styles of its own.
  for (const key of ['ControlOrMeta+Home', 'End', 'ArrowLeft', 'Shift+ArrowDown']) await page.keyboard.press(key);
  await page.keyboard.insertText(' and so');
  assert.match((await page.locator('.typed > p').allTextContents()).join('|'), /^One and sox*yyy$/u);
  assert.deepEqual(faultsOf(page), []);
});

test('what comes from Word, from a page and from Google Docs arrives clean', async () => {
  const page = await typed(await open('text.table'));
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  for (const [html, clauses] of [
    [WORD, WORD_CLAUSES],
    [WEB, WEB_CLAUSES],
    [DOCS, DOCS_CLAUSES],
  ] as const) {
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.press('Backspace');
    await page.locator('[data-tool=paragraph]').click();
    await paste(page, { html });
    assert.deepEqual(await shown(page), clauses);
  }
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Backspace');
  await paste(page, { text: '# A\r\n\r\nSeeing,\r\n\r\n1) do:\r\n\r\n- this\r\n' });
  assert.deepEqual(await shown(page), ['heading: A', 'preambular: Seeing,', 'operative: do:', 'point1: this']);
  await paste(page, { html: '<p>one <i>word</i></p>' });
  assert.equal((await shown(page)).at(-1), 'point1: thisone *word*');
  const [known = assert.fail()] = await clausesIn(page);
  const named = `<p data-pm-slice="0 0 []" data-kind="operative" data-id="${known.id}">Forged.</p>`;
  await paste(page, { html: named + named.replace(known.id, 'chosen') });
  const ids = (await clausesIn(page)).map(({ id }) => id);
  assert.equal(ids[0], known.id);
  assert.ok(!ids.includes('chosen' as never));
  const fonts = `${scene.origin}/assets/`;
  assert.deepEqual(
    asked.filter((url) => !url.startsWith(fonts)),
    [],
    'nothing of what is pasted is fetched',
  );
  assert.deepEqual(faultsOf(page), []);
});

test('an edit that comes back to the same words is none: by keys, and by a program that keeps plain text', async () => {
  const page = await typed(await open('amendments.propose?text=4&way=edit'));
  const told = async (): Promise<string | null> => {
    await page.getByRole('button', { name: /Show the amendments/u }).click();
    const status = page.locator('#derived [role=status], #derived [name=offer]').first();
    await status.waitFor({ state: 'attached' });
    return status.textContent();
  };
  const before = await shown(page);
  await page.locator('.typed > p[data-id=keep]').click({ position: { x: 60, y: 10 } });
  await page.locator('[data-tool=operative][aria-pressed=true]').waitFor();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowLeft');
  await page.locator('[data-tool=preambular][aria-pressed=true]').waitFor();
  await page.keyboard.press('Delete');
  assert.equal((await shown(page)).length, before.length - 1);
  await page.keyboard.press('Enter');
  assert.deepEqual(await shown(page), before);
  assert.match((await told()) ?? '', /Nothing has been changed/u);
  await typed(page);
  await page.keyboard.press('ControlOrMeta+a');
  const copied = await page.evaluate<string>(`(() => {
    const data = new DataTransfer();
    document.activeElement.dispatchEvent(new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }));
    return data.getData('text/plain');
  })()`);
  assert.match(copied, /^1\. /mu);
  for (const text of [copied, copied.replaceAll('\n\n', '\r\n')]) {
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.press('Backspace');
    await paste(page, { text });
    assert.deepEqual(await shown(page), before);
    assert.match((await told()) ?? '', /Nothing has been changed/u);
    await typed(page);
  }
  assert.deepEqual(faultsOf(page), []);
});

test('the numbers shown are those that the text will have', async () => {
  const page = await open('text.table');
  const marks = ['1.', '(a)', '(i)', '(A)', '(1)'];
  const deep = (level: number): string => `${' '.repeat(3 * level)}${marks[level] ?? ''} words {.level-${level}}`;
  const rows = [0, 1, 2, 3, 4, 4, 3, 4, 2, 1, 1, 0, 1, 2].map((level) => (level === 0 ? '1. words' : deep(level)));
  const many = Array.from({ length: 29 }, () => deep(1));
  const source = [...rows, 'A paragraph. {.paragraph}', deep(1), '## Heading', deep(2), '1. words', ...many].join(
    '\n\n',
  );
  await page.getByRole('button', { name: 'Show as plain text' }).click();
  await page.getByRole('textbox', { name: 'The text' }).fill(source);
  await page.getByRole('button', { name: 'Show as it will be printed' }).click();
  const clauses = await clausesIn(page);
  const devtools = await page.context().newCDPSession(page);
  const { nodes } = await devtools.send('Accessibility.getFullAXTree');
  const box = nodes.find(({ role, name }) => role?.value === 'textbox' && name?.value === 'The text');
  const children = (id: string) => nodes.find(({ nodeId }) => nodeId === id)?.childIds ?? [];
  const wordsUnder = (id: string): string => {
    const node = nodes.find(({ nodeId }) => nodeId === id);
    return node?.role?.value === 'StaticText' ? String(node.name?.value) : children(id).map(wordsUnder).join('');
  };
  const seen = children(box?.nodeId ?? '').map((id) => wordsUnder(id).replace(/(?:words|A para.*|Heading)$/u, ''));
  const numbers = numbering(clauses);
  assert.deepEqual(
    seen,
    clauses.map(({ id }) => numbers.get(id)),
  );
  assert.ok(seen.includes('(cc)') || seen.includes('(ac)'));
});

test('the editor is reached by everyone: axe, 320 px, the other direction, and no script', async () => {
  const page = await open('text.revise?text=4');
  await page.getByRole('textbox', { name: 'The text' }).waitFor();
  await axeCheck(page);
  await assertFits(page);
  if (SHOTS) await screenshot(page, 'editor');
  await typed(page);
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.type('نهر ');
  assert.equal(await page.locator('.typed > p').first().getAttribute('dir'), 'auto');
  const plain = await open('text.revise?text=4', { script: false });
  assert.ok(await plain.getByRole('textbox', { name: 'The text' }).isVisible());
  assert.equal(await plain.locator('text-editor button[type=button]:visible').count(), 0);
  await axeCheck(plain);
  assert.deepEqual(faultsOf(page), []);
});
