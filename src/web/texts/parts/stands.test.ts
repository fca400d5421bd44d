import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OrganisationId } from '../../../base/ids.ts';
import type { Context } from '../../kit/context.ts';
import { messagesIn } from '../../messages/index.ts';
import { type Held, type Shown, standsRow, tallyLine } from './stands.ts';

const context = {
  t: messagesIn('en'),
  language: 'en',
  me: null,
  reader: { organisation: (id: string) => ({ name: `The ${id} <b>` }) },
} as unknown as Context;

const held = (...stands: readonly Shown[]): readonly Held[] =>
  stands.map((stand, i) => ({
    organisation: `o${i}` as OrganisationId,
    stand,
    said: stand,
    reason: null,
    depends: [],
  }));

const many = (shown: Shown, n: number): readonly Shown[] => Array.from({ length: n }, () => shown);

test('few organisations have a mark each, with their name', () => {
  const row = String(standsRow(context, held('support', 'object', 'none')));
  assert.match(row, /aria-label="1 objects, 1 supports, 1 has not said"/u);
  assert.match(row, /title="The o1 &lt;b&gt;: objects"/u);
});

test('the marks of many stand together by what they say, and the list names those who said something', () => {
  const all = held(...many('accept', 20), 'object', ...many('none', 9));
  const row = String(standsRow(context, all));
  assert.match(row, /aria-label="1 objects, 20 accept, 9 have not said"/u);
  assert.match(
    row,
    /<span class="s-object">✕<\/span><span class="s-accept">○{20}<\/span><span class="s-none">·{9}<\/span>/u,
  );
  const list = String(tallyLine(context, all));
  assert.equal(list.match(/<li>/gu)?.length, 3);
  assert.match(list, /objects: \u2068The o20 &lt;b&gt;\u2069<\/li>/u);
  assert.match(list, /9 have not said<\/li>/u);
});
