import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { z } from 'zod';
import type { Json, JsonObject } from '../../base/json.ts';
import { ACT_KINDS, ACT_RULES, type ActKind } from '../acts.ts';
import { readAct } from '../read.ts';
import { given } from '../spec/spec.ts';
import { EXAMPLES } from '../spec/example.ts';
import type { Attempt } from '../spec/world.ts';

/** No field of any act takes what hides or reorders what is read, whatever the field is for. */

/** One of each kind: by property, by block, and what looks blank though no property says so. */
const HIDDEN = {
  'zero-width space': '\u200b',
  'idle non-joiner': '\u200c',
  'idle joiner': '\u200d',
  'soft hyphen': '\u00ad',
  'combining grapheme joiner': '\u034f',
  'right-to-left override': '\u202e',
  'first strong isolate': '\u2068',
  'Arabic letter mark': '\u061c',
  'byte-order mark': '\ufeff',
  'emoji’s selector': '\ufe0f',
  'variation selector': '\u{e0100}',
  'Mongolian selector': '\u180b',
  tag: '\u{e0041}',
  'Khmer vowel': '\u17b4',
  'Hangul filler': '\u3164',
  'musical beam': '\u{1d173}',
  'invisible times': '\u2062',
  'Braille’s blank': '\u2800',
  'hieroglyphs’ blank': '\u{13441}',
  'object that is not there': '\ufffc',
  'interlinear annotation': '\ufff9',
  'no-break space': '\u00a0',
  'ideographic space': '\u3000',
  tab: '\t',
  bell: '\u0007',
  'next line': '\u0085',
  'line separator': '\u2028',
  'private use': '\ue000',
  unassigned: '\u0378',
  noncharacter: '\uffff',
} as const;

type Loose = {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly keyType?: z.ZodType;
  readonly valueType?: z.ZodType;
};

/** The schemas of strings within a schema, each with the path to it. */
const stringsIn = (schema: z.ZodType, path = ''): readonly (readonly [path: string, schema: z.ZodType])[] => {
  const def = schema.def as unknown as Loose;
  switch (def.type) {
    case 'string':
      return [[path, schema]];
    case 'object':
      return Object.entries(def.shape ?? {}).flatMap(([name, inner]) => stringsIn(inner, `${path}/${name}`));
    case 'array':
      return stringsIn(def.element ?? assert.fail(), `${path}/*`);
    case 'union':
      return (def.options ?? []).flatMap((option) => stringsIn(option, path));
    case 'nullable':
    case 'optional':
    case 'readonly':
      return stringsIn(def.innerType ?? assert.fail(), path);
    case 'pipe':
      return stringsIn(def.in ?? assert.fail(), path);
    case 'record':
      return [def.keyType, def.valueType].flatMap((inner) => stringsIn(inner ?? assert.fail(), `${path}/*`));
    case 'literal':
    case 'enum':
    case 'number':
    case 'boolean':
    case 'null':
      return [];
    default:
      return assert.fail(`A schema of type ${def.type} at ${path}`);
  }
};

suite('a string of an act', () => {
  for (const kind of ACT_KINDS) {
    test(`of ${kind} hides nothing`, () => {
      for (const [path, schema] of stringsIn(ACT_RULES[kind].body)) {
        for (const [what, character] of Object.entries(HIDDEN)) {
          for (const words of [`a${character}b`, `https://a.example/${character}b`, `a${character}`, `${character}a`])
            assert.ok(!schema.safeParse(words).success, `${path} takes a ${what}`);
        }
      }
    });
  }
});

suite('an act that can be made', () => {
  for (const kind of ACT_KINDS) {
    test(`${kind} cannot be made with something hidden in any of its words`, () => {
      const { json, body } = exampleOf(kind);
      const places = placesIn(body);
      for (const [place, words] of places) {
        for (const [what, character] of Object.entries(HIDDEN)) {
          const at = Math.ceil(words.length / 2);
          const altered = withWords(body, place, words.slice(0, at) + character + words.slice(at));
          assert.ok(!readAct({ ...json, body: altered }).ok, `${place.join('/')} takes a ${what}`);
        }
      }
    });
  }
});

const exampleOf = (kind: ActKind): { readonly json: JsonObject; readonly body: Json } => {
  const { given: before, next } = EXAMPLES[kind];
  const { world } = given(before);
  const sent: Attempt[] = [];
  next({
    ...world,
    get now() {
      return world.now;
    },
    send: (attempt) => {
      sent.push(attempt);
      return null;
    },
  });
  const attempt = sent.at(-1) ?? assert.fail();
  const { act } = world.entryOf(attempt);
  const json = { ...act, body: attempt.body } as unknown as JsonObject;
  assert.ok(readAct(json).ok);
  return { json, body: attempt.body as Json };
};

type Place = readonly string[];

const placesIn = (json: Json, place: Place = []): readonly (readonly [Place, string])[] =>
  typeof json === 'string'
    ? [[place, json]]
    : typeof json === 'object' && json !== null
      ? Object.entries(json).flatMap(([name, inner]) => placesIn(inner, [...place, name]))
      : [];

const withWords = (json: Json, [name, ...rest]: Place, words: string): Json => {
  if (name === undefined) return words;
  if (Array.isArray(json))
    return json.map((inner: Json, i): Json => (`${i}` === name ? withWords(inner, rest, words) : inner));
  const fields = json as JsonObject;
  return { ...fields, [name]: withWords(fields[name] ?? null, rest, words) };
};
