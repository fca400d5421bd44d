import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { fitProse } from '../../src/base/fit.ts';
import type { Clause } from '../../src/text/clause.ts';
import { type Inline, inlineOf, writeInline } from '../../src/web/islands/editor/inline.ts';
import { paste } from './clipboard.ts';

/** Somebody who does anything at all in the editor, the same again from the same seed, and what then stands on the page. */

/** Numbers from 0 up to `below`: mulberry32. */
export type Dice = (below: number) => number;

export const createDice = (seed: number): Dice => {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
};

const TYPED = [
  'The river ',
  'is kept',
  ' free;',
  '1. ',
  '(a) ',
  '- ',
  '# ',
  '*so*',
  '\\',
  '  ',
  ' {#a}',
  'ποτάμι',
  'नदी ',
  '🌾',
  'e\u0301 ',
  '^[so]',
];
const KEYS = [
  'Enter',
  'Enter',
  'Shift+Enter',
  'Backspace',
  'Delete',
  'Home',
  'End',
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'Shift+ArrowLeft',
  'Shift+ArrowUp',
  'Shift+Home',
  'Tab',
  'Shift+Tab',
  'Alt+ArrowUp',
  'Alt+ArrowDown',
  'ControlOrMeta+i',
  'ControlOrMeta+z',
  'ControlOrMeta+y',
  'ControlOrMeta+Home',
  'ControlOrMeta+a',
] as const;
const TOOLS = [
  'operative',
  'point',
  'paragraph',
  'preambular',
  'heading',
  'indent',
  'outdent',
  'moveUp',
  'undo',
] as const;
const PASTED = [
  { html: '<p>One <em>two</em></p><ol><li>three<ul><li>four</li></ul></li></ol>' },
  { text: '   (a) by day;\n\n   (b) by night;\n\n# A heading' },
  { text: 'in one line ' },
] as const;

const pick = <T>(dice: Dice, all: readonly T[]): T => all[dice(all.length)] ?? assert.fail();

/** Does something; says what. */
export const act = async (page: Page, dice: Dice): Promise<string> => {
  const kind = dice(10);
  if (kind < 4) {
    const words = pick(dice, TYPED);
    await page.keyboard.insertText(words);
    return `type ${JSON.stringify(words)}`;
  }
  if (kind < 8) {
    const key = pick(dice, KEYS);
    await page.keyboard.press(key);
    await page.locator('.typed').focus();
    return key;
  }
  if (kind === 8) {
    const pasted = pick(dice, PASTED);
    await paste(page, pasted);
    return `paste ${JSON.stringify(pasted)}`;
  }
  if (dice(3) > 0) {
    const tool = pick(dice, TOOLS);
    await page.evaluate(`document.querySelector('[data-tool=${tool}]').click()`);
    return tool;
  }
  await page.getByRole('button', { name: 'Show as plain text' }).click();
  await page.getByRole('button', { name: 'Show as it will be printed' }).click();
  return 'plain and back';
};

interface Block extends Pick<Clause, 'kind'> {
  readonly level: number | null;
  readonly pieces: readonly Inline[];
}

/** What stands on the page. */
export const shownOn = async (page: Page): Promise<readonly Omit<Clause, 'id'>[]> => {
  const blocks = await page.evaluate<readonly Block[]>(READ);
  return blocks.flatMap(({ kind, level, pieces }) => {
    const words = fitProse(writeInline(pieces)).trim();
    return words === '' ? [] : [{ kind, ...(level === null ? {} : { level }), words }];
  });
};

const READ = `[...document.querySelectorAll('.typed > p')].map((p) => {
  const pieces = [];
  const read = (node, emphasis, link) => {
    for (const child of node.childNodes) {
      if (child instanceof Text) pieces.push({ kind: 'words', text: child.data.replaceAll('\\ufeff', ''), emphasis, link });
      else if (child.matches('.ProseMirror-trailingBreak, .ProseMirror-separator')) continue;
      else if (child.localName === 'br') pieces.push({ kind: 'words', text: '\\n', emphasis, link });
      else if (child.dataset.footnote !== undefined) pieces.push({ kind: 'footnote', words: child.dataset.footnote });
      else read(child, emphasis || child.localName === 'em', child.getAttribute('href') ?? link);
    }
  };
  read(p, false, null);
  return { kind: p.dataset.kind, level: p.dataset.level === undefined ? null : Number(p.dataset.level), pieces };
})`;

/** Whether two rows of words mean the same: words that nobody has touched stay as they were written. */
export const sayTheSame = (a: readonly Omit<Clause, 'id'>[], b: readonly Omit<Clause, 'id'>[]): boolean =>
  JSON.stringify(a.map(meaning)) === JSON.stringify(b.map(meaning));

const meaning = ({ kind, level, words }: Omit<Clause, 'id'>) => [kind, level ?? null, writeInline(inlineOf(words))];
