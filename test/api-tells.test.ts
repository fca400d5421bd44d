import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { Hono } from 'hono';
import { readRoutes } from '../src/api/reads.ts';
import { patternOf } from '../src/api/route.ts';
import type { OrganisationId } from '../src/base/ids.ts';
import { ACT_KINDS, type ActKind } from '../src/charter/acts.ts';
import { apply } from '../src/charter/apply.ts';
import { EXAMPLES } from '../src/charter/spec/example.ts';
import { given, lastSent } from '../src/charter/spec/spec.ts';
import type { State } from '../src/charter/state.ts';

/** What an act says, the API tells a participant: a field that no shape names is told to nobody. */

const READER = 'ada' as OrganisationId;

/** The routes that read, over a state alone. */
const reading = (state: State): Hono => {
  const conference = { slug: 'rivers', state: () => state, noteShown: async () => undefined };
  const visitor = { viewer: { kind: 'organisation', id: READER }, me: { session: { organisation: READER } } };
  const deps = {
    host: { halted: () => [], conference: () => conference, conferences: () => [conference] },
    signIn: { visitor: () => visitor },
    config: { origin: 'http://localhost' },
  };
  const app = new Hono();
  for (const route of readRoutes) app.get(patternOf(route), (c) => route.handle(c, deps as never));
  return app;
};

/** Everything that can be read, as one text. */
const readAll = async (state: State): Promise<string> => {
  const app = reading(state);
  const values: Readonly<Record<string, readonly string[]>> = {
    slug: ['rivers'],
    number: ['1', '2', '3', '4', '5'],
    id: [...state.organisations.keys()],
    revision: ['1', '2', '3'],
    language: ['el', 'en'],
  };
  const fill = (path: string): readonly string[] => {
    const name = /\{([a-z]+)\}/u.exec(path)?.[1];
    return name === undefined
      ? [path]
      : (values[name] ?? ['1']).flatMap((value) => fill(path.replace(`{${name}}`, value)));
  };
  const answers = readRoutes
    .flatMap(({ path }) => fill(path))
    .map(async (path) => {
      const answer = await app.request(path, { headers: { authorization: 'Bearer x' } });
      return answer.ok ? answer.text() : '';
    });
  return (await Promise.all(answers)).join('\n');
};

/** The words in a value that people wrote. */
const wordsIn = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? /\p{L} \p{L}/u.test(value)
      ? [value]
      : []
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(wordsIn)
      : [];

/** Why something beside the record was erased is told where it was asked for itself. */
const ELSEWHERE = new Set<ActKind>(['attachment.erase', 'host.erased']);

suite('what an act says is told', () => {
  for (const kind of ACT_KINDS) {
    if (ELSEWHERE.has(kind)) continue;
    test(kind, async () => {
      const { given: scene, next } = EXAMPLES[kind];
      const { world } = given(scene);
      const entry = lastSent(world, next);
      const words = wordsIn(entry.act.body);
      if (words.length === 0) return;
      const told = await readAll(apply(world.state, entry));
      assert.deepEqual(
        words.filter((one) => !told.includes(JSON.stringify(one).slice(1, -1))),
        [],
      );
    });
  }
});
