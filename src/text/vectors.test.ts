import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { suite, test } from 'node:test';
import { z } from 'zod';
import { clauseIdSchema } from '../base/ids.ts';
import { placesOf } from './apply-change.ts';
import { carriedOn } from './carry-on.ts';
import { changeSchema } from './change.ts';
import { changesOf } from './changes-of.ts';
import { clauseSchema } from './clause.ts';
import { changesBetween } from './derive.ts';
import { footprintOf } from './footprint.ts';
import { recognised } from './keep-ids.ts';
import { merge } from './merge.ts';
import { tokensOf } from './tokens.ts';

/** The cases of `vectors/text/`, which other implementations run too. */

const clauses = z.array(clauseSchema);
const mergeCases = z.array(
  z.strictObject({
    name: z.string(),
    clauses,
    amendments: z.array(z.strictObject({ number: z.int(), change: changeSchema })),
    expected: z.strictObject({
      clauses,
      collisions: z.array(z.strictObject({ clauses: z.array(clauseIdSchema), amendments: z.array(z.int()) })),
      unfit: z.array(z.int()),
    }),
  }),
);
const deriveCases = z.array(
  z.strictObject({
    name: z.string(),
    before: clauses,
    after: clauses,
    expected: z.strictObject({ ids: z.array(clauseIdSchema), changes: z.array(changeSchema) }),
  }),
);
const amendments = z.array(z.strictObject({ number: z.int(), change: changeSchema }));
const carryCases = z.array(
  z.strictObject({
    name: z.string(),
    clauses,
    made: amendments,
    after: clauses,
    amendments,
    expected: z.array(
      z.discriminatedUnion('kind', [
        z.strictObject({ number: z.int(), kind: z.enum(['carried', 'contested']), changes: z.array(changeSchema) }),
        z.strictObject({ number: z.int(), kind: z.literal('ended'), why: z.enum(['done', 'gone', 'reshaped']) }),
      ]),
    ),
  }),
);
const tokenCases = z.array(z.strictObject({ text: z.string(), tokens: z.array(z.string()) }));

const read = async (name: string): Promise<unknown> =>
  JSON.parse(await readFile(new URL(`../../vectors/text/${name}`, import.meta.url), 'utf8'));

suite('the cases of vectors/text', () => {
  test('merge into what they say, in either order', async () => {
    for (const one of mergeCases.parse(await read('merge.json'))) {
      assert.deepEqual(merge(one.clauses, one.amendments), one.expected, one.name);
      assert.deepEqual(merge(one.clauses, one.amendments.toReversed()), one.expected, one.name);
    }
  });

  test('come to the changes that they say, each clause as the one that it is', async () => {
    for (const { name, before, after, expected } of deriveCases.parse(await read('derive.json'))) {
      const clauses = recognised(before, after);
      assert.deepEqual({ ids: clauses.map(({ id }) => id), changes: changesBetween(before, clauses) }, expected, name);
    }
  });

  test('are carried on as they say', async () => {
    for (const one of carryCases.parse(await read('carry.json'))) {
      const places = placesOf(one.clauses);
      const footprints = (list: z.infer<typeof amendments>) =>
        new Map(
          list.map(({ number, change }) => [
            number,
            footprintOf(one.clauses, places, change) ?? assert.fail(`${one.name}: ${number} does not fit`),
          ]),
        );
      const carried = carriedOn(one.clauses, footprints(one.made), one.after, footprints(one.amendments));
      const told = [...carried].map(([number, result]) =>
        result.kind === 'ended'
          ? { number, kind: result.kind, why: result.why }
          : { number, kind: result.kind, changes: changesOf(one.after, result.footprint) },
      );
      assert.deepEqual(told, one.expected, one.name);
    }
  });

  test('are cut into the tokens that they say', async () => {
    for (const { text, tokens } of tokenCases.parse(await read('tokens.json')))
      assert.deepEqual(tokensOf(text), tokens);
  });
});
