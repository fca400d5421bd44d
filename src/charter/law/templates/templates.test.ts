import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Country, Language } from '../../../base/ids.ts';
import { fromMarkdown, toMarkdown } from '../../../text/markdown.ts';
import { charterSchema } from '../charter.ts';
import { TEMPLATES } from './index.ts';

for (const { id, clauses, rules } of TEMPLATES) {
  test(`the template ${id} makes a sound charter`, () => {
    const charter = {
      title: 'Charter',
      name: 'Conference',
      abbreviation: 'CONF',
      region: ['GR' as Country],
      seat: 'Niš',
      languages: ['en' as Language],
      principles: clauses,
      rules,
    };
    assert.deepEqual(charterSchema.parse(charter), charter);
  });

  test(`the principles of ${id} come back from the textarea as they went in`, () => {
    const read = fromMarkdown(toMarkdown({ title: null, clauses }, { ids: false }), { before: clauses });
    assert.ok(read.ok);
    assert.deepEqual(read.value, { title: null, clauses });
  });
}

test('the templates differ in their rules, which are data', () => {
  assert.notDeepEqual(TEMPLATES[0]?.rules, TEMPLATES[1]?.rules);
});
