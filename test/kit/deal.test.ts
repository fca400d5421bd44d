import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { describe, it } from 'node:test';
import { ALONE, deal } from './deal.ts';

const files = (count: number, folder: string, text = ''): readonly { readonly path: string; readonly text: string }[] =>
  Array.from({ length: count }, (_, i) => ({ path: `${folder}/${i}.test.ts`, text }));

describe('test files dealt to processes', () => {
  it('are each in one hand, with others of their folder, and those that need Chromium first', () => {
    const browser = files(9, 'test/browser', 'const { page } = await launch();');
    const all = [
      ...files(30, 'src/charter/law'),
      ...files(2, 'src/base'),
      ...ALONE.map((path) => ({ path, text: '' })),
      ...browser,
    ];
    const hands = deal(all);
    assert.deepEqual(hands.flatMap(({ paths }) => paths).toSorted(), all.map(({ path }) => path).toSorted());
    assert.deepEqual(hands.map(({ name, paths }) => [name, paths.length]).slice(0, 6), [
      ['chromium-1', 3],
      ['chromium-2', 3],
      ['chromium-3', 3],
      ['src-charter-1', 15],
      ['src-charter-2', 15],
      ['src-base', 2],
    ]);
    for (const path of ALONE)
      assert.ok(
        hands.some(({ paths }) => paths.length === 1 && paths[0] === path),
        path,
      );
  });

  it('stand alone where they are', () => {
    for (const path of ALONE) assert.ok(existsSync(new URL(`../../${path}`, import.meta.url)), path);
  });
});
