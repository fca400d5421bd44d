import assert from 'node:assert/strict';
import { test } from 'node:test';
import { messagesIn } from '../messages/index.ts';
import type { SiteContext } from './context.ts';
import { fewText } from './words.ts';

const context = (language: 'en' | 'el') => ({ language, t: messagesIn(language) }) as SiteContext;

test('a row names a few of anything and says how many more there are, and looks at no more than it names', () => {
  let named = 0;
  const name = (n: number): string => {
    named += 1;
    return `L/${n}`;
  };
  const numbers = (n: number): readonly number[] => Array.from({ length: n }, (_, i) => i + 1);
  assert.equal(fewText(context('en'), numbers(2), name), 'L/1 and L/2');
  assert.equal(fewText(context('en'), numbers(6), name), 'L/1, L/2, L/3, L/4, L/5, and L/6');
  named = 0;
  assert.equal(fewText(context('en'), numbers(5000), name), 'L/1, L/2, L/3, L/4, L/5, and 4995 more');
  assert.equal(fewText(context('el'), numbers(7), name), 'L/1, L/2, L/3, L/4, L/5 και 2 ακόμη');
  assert.equal(named, 10);
});
