import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

/** The colours of the style sheet, and what docs/DESIGN.md says of them. */

const read = (path: string): Promise<string> => readFile(new URL(`../${path}`, import.meta.url), 'utf8');
const css = await read('src/web/kit/style/base.css');
const design = await read('docs/DESIGN.md');

type Scheme = 'light' | 'dark';
const TOKENS = new Map(
  [...css.matchAll(/--(\w+): light-dark\((#\w+), (#\w+)\)/gu)].map(([, name, light, dark]) => [
    name ?? '',
    { light: light ?? '', dark: dark ?? '' },
  ]),
);

const colour = (name: string, scheme: Scheme): string => {
  const token = TOKENS.get(name);
  assert.ok(token !== undefined, `The style sheet has no --${name}`);
  return token[scheme];
};

/** WCAG 2.2, relative luminance. */
const luminance = (hex: string): number => {
  const digits = hex.length === 4 ? hex.slice(1).replaceAll(/./gu, '$&$&') : hex.slice(1);
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const part = Number.parseInt(digits.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

const contrast = (a: string, b: string): number => {
  const [x, y] = [luminance(a), luminance(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
};

/** Against the worst of the grounds that words stand on. */
const least = (name: string, scheme: Scheme): number =>
  Math.min(...['paper', 'sheet', 'wash'].map((ground) => contrast(colour(name, scheme), colour(ground, scheme))));

const ROWS = [...design.matchAll(/^\| `--(\w+)`\s*\|[^|]*\| (#\w+)\s*\| ([\d.]+)\s*\| (#\w+)\s*\| ([\d.]+)\s*\|$/gmu)];

test('words and marks have the contrast that reading needs, in light and dark', () => {
  for (const scheme of ['light', 'dark'] as const) {
    for (const name of ['ink', 'quiet', 'accent', 'accord', 'aside', 'objection'])
      assert.ok(least(name, scheme) >= 4.5, `--${name}, ${scheme}: ${least(name, scheme)}`);
    assert.ok(least('edge', scheme) >= 3, `--edge, ${scheme}: ${least('edge', scheme)}`);
    // Buttons are the other way round.
    assert.ok(contrast(colour('paper', scheme), colour('accent', scheme)) >= 4.5);
  }
});

test('docs/DESIGN.md says what the style sheet has', () => {
  assert.equal(ROWS.length, 7);
  for (const [, name = '', light, lightLeast, dark, darkLeast] of ROWS) {
    assert.deepEqual([light, dark], [colour(name, 'light'), colour(name, 'dark')], name);
    assert.deepEqual([lightLeast, darkLeast], [least(name, 'light').toFixed(1), least(name, 'dark').toFixed(1)], name);
  }
  for (const ground of ['paper', 'sheet', 'wash'])
    assert.ok(design.includes(`(${colour(ground, 'light')}, ${colour(ground, 'dark')})`), ground);
});
