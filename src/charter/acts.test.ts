import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { z } from 'zod';
import { ACT_KINDS, ACT_RULES } from './acts.ts';
import { ARTICLES } from './law/articles.ts';
import { given } from './spec/spec.ts';
import { EXAMPLES } from './spec/example.ts';

suite('every kind of act', () => {
  for (const kind of ACT_KINDS) {
    test(`${kind}, under ${ACT_RULES[kind].article}`, () => {
      const { world } = given(EXAMPLES[kind].given);
      const { length } = world.entries;
      assert.equal(EXAMPLES[kind].next(world), null);
      assert.deepEqual(
        world.entries.slice(length).map(({ act }) => act.kind),
        [kind],
      );
    });

    test(`${kind} is named as it is listed, under an article, with a schema that JSON Schema can say`, () => {
      assert.equal(ACT_RULES[kind].kind, kind);
      assert.ok(ARTICLES.includes(ACT_RULES[kind].article));
      assert.deepEqual(ACT_RULES[kind].body.safeParse(ACT_RULES[kind].example).error?.issues, undefined);
      assert.equal(z.toJSONSchema(ACT_RULES[kind].body, { io: 'input' }).type, 'object');
    });

    test(`${kind} is signed alone where keys change or are vouched for by it, where its maker's standing changes or where it erases`, () => {
      const { world } = given(EXAMPLES[kind].given);
      const before = new Map([...world.state.organisations].map(([id, { standing }]) => [id, standing.kind]));
      assert.equal(EXAMPLES[kind].next(world), null);
      const { act } = world.entries.at(-1) ?? assert.fail();
      const { ofKeys, newKeys, erases, strength, signedAlone } = ACT_RULES[kind];
      const standing = world.state.organisations.get(act.by.organisation)?.standing.kind;
      const alone =
        ofKeys === true ||
        newKeys !== undefined ||
        erases !== undefined ||
        standing !== before.get(act.by.organisation);
      assert.equal(signedAlone === true, alone && strength !== 'host');
    });
  }
});
