import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { ACT_KINDS, ACT_RULES, type ActKind, ruleOf } from '../acts.ts';

test('an entry that can become everyone’s for the sake of a key holds no words but those that are for everyone', () => {
  // The charter, where its founders met and about what, which their form says is for everyone; how an organisation is called and what it says of itself, and how an inviter knows whom it invites.
  assert.deepEqual(
    Object.fromEntries(ACT_KINDS.filter((kind) => ruleOf({ kind }).ofKeys).flatMap((kind) => freeWordsOf(kind))),
    {
      'conference.found': [
        'charter',
        'founders/about',
        'founders/printed/country',
        'founders/printed/name',
        'meeting/agenda',
        'meeting/place',
      ],
      'charter.sign': ['printed/country', 'printed/name'],
      'participation.apply': ['about', 'printed/country', 'printed/name'],
      'statement.invite': ['newcomer/about', 'newcomer/printed/country', 'newcomer/printed/name', 'vouching/words'],
    },
  );
});

interface JsonSchema {
  readonly type?: string;
  readonly pattern?: string;
  readonly enum?: unknown;
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly maxLength?: number;
}

/** The fields of a kind's body in which people can write what they like, by their paths; web addresses aside. */
const freeWordsOf = (kind: ActKind): readonly (readonly [ActKind, readonly string[]])[] => {
  const paths = new Set<string>();
  const walk = (schema: JsonSchema, path: string): void => {
    for (const inner of [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]) walk(inner, path);
    if (schema.items !== undefined) walk(schema.items, path);
    for (const [name, inner] of Object.entries(schema.properties ?? {}))
      if (path === '' && name === 'charter' && inner.type === 'object') paths.add('charter');
      else walk(inner, path === '' ? name : `${path}/${name}`);
    if (
      schema.type === 'string' &&
      schema.pattern === undefined &&
      schema.enum === undefined &&
      schema.const === undefined
    )
      paths.add(path);
  };
  walk(z.toJSONSchema(ACT_RULES[kind].body, { unrepresentable: 'any', io: 'input' }) as JsonSchema, '');
  return paths.size === 0 ? [] : [[kind, [...paths].toSorted()]];
};
