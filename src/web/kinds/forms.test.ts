import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { ACT_KINDS, ACT_RULES } from '../../charter/acts.ts';
import { formOf } from './forms.ts';

test('every act that an organisation can make has a form', () => {
  const without = ACT_KINDS.filter((kind) => ACT_RULES[kind].strength !== 'host' && formOf(kind) === null);
  assert.deepEqual(without, []);
});

/** Where links stand: not in the forms that they lead to, nor in the words. */
const PAGES =
  'src/web/{act,group,history,kit,means,meetings,members,post,publications,purpose,record,site,sitting,texts}/{,pages/,parts/}*.ts';

test('every act that an organisation can make is named where something leads to its form', () => {
  const home = new URL('../../../', import.meta.url);
  const pages = globSync(PAGES, { cwd: home.pathname }).map((path) => readFileSync(new URL(path, home), 'utf8'));
  assert.ok(pages.length > 150, `${pages.length} files`);
  const all = pages.join('\n');
  const without = ACT_KINDS.filter(
    (kind) => ACT_RULES[kind].strength !== 'host' && !new RegExp(`['/\`]${RegExp.escape(kind)}['?"\`]`, 'u').test(all),
  );
  assert.deepEqual(without, []);
});
