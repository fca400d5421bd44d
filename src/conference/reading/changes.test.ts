import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import * as fc from 'fast-check';
import type { OrganisationId } from '../../base/ids.ts';
import type { ReceivedAct } from '../../charter/act.ts';
import { ACT_KINDS, type AnyAct } from '../../charter/acts.ts';
import { apply } from '../../charter/apply.ts';
import { changedBy } from '../../charter/sight/changes.ts';
import { play, runArbitrary } from '../../charter/spec/moves.test.ts';
import { given } from '../../charter/spec/spec.ts';
import { EXAMPLES } from '../../charter/spec/example.ts';
import { type State, emptyState } from '../../charter/state.ts';
import { PUBLIC, type Viewer, isMember } from '../../charter/visibility.ts';
import { createReader } from './reader.ts';

const NAMES = ['ada', 'bor', 'cvet', 'dora', 'eva', 'fani', 'gost', 'hana'];
/** The public, a member, an applicant and an outside signatory of the examples. */
const VIEWERS: readonly Viewer[] = [
  PUBLIC,
  ...['ada', 'nova', 'gost'].map((id) => ({ kind: 'organisation' as const, id: id as OrganisationId })),
];

const inWords = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    inner instanceof Map || inner instanceof Set ? [...inner] : typeof inner === 'bigint' ? `${inner}` : inner,
  );

/** Everything that a viewer can read, by its name. */
const readAll = (state: State, viewer: Viewer): ReadonlyMap<string, string> => {
  const reader = createReader(state, viewer);
  const all: readonly (readonly [string, unknown])[] = [
    ['', [reader.charter(), reader.earlierCharters()]],
    ['group', [reader.group(), reader.earlierGroups(), reader.mandates()]],
    ['help', reader.help()],
    ['letters', reader.letters()],
    ['means', [reader.accounts(), reader.transactions(), reader.periods(), reader.lastBooksMandate()]],
    ['observations', reader.observations()],
    ['recoveries', reader.recoveries()],
    ...reader.organisations().map((one) => [`organisations/${one.id}`, [one, reader.keys(one.id)]] as const),
    // What a text keeps ready follows from the rest of it, and nobody reads it.
    ...reader.texts().map(({ live: _live, ...one }) => [`texts/${one.number}`, one] as const),
    ...reader.statements().map((one) => [`statements/${one.number}`, one] as const),
    ...reader.archive().map((one) => [`archive/${one.number}`, one] as const),
    ...reader.reports().map((one) => [`reports/${one.number}`, one] as const),
    ...reader.periodicals().map(({ opened: _opened, ...one }) => [`publications/${one.number}`, one] as const),
    ...reader.appeals().map((one) => [`appeals/${one.number}`, one] as const),
    ...reader.actions().map((one) => [`actions/${one.number}`, one] as const),
    ...reader.meetings().map((one) => [`meetings/${one.number}`, one] as const),
    ...reader.circulations().map((one) => [`circulations/${one.number}`, one] as const),
  ];
  return new Map(all.map(([name, value]) => [name, inWords(value)]));
};

const NOTHING = new Set(['null', '[]', '[null,[]]', '[null,[],[]]', '[[],[],[],null]']);

/** What entries changed for a viewer without its being named to them, and what was named that they may not see. Where their own standing changes, they see another conference. */
const unnamed = (entries: readonly ReceivedAct<AnyAct>[], viewer: Viewer): readonly string[] => {
  const state = emptyState();
  let before = readAll(state, viewer);
  const missing: string[] = [];
  for (const [index, entry] of entries.entries()) {
    const member = isMember(state, viewer);
    apply(state, entry);
    const after = readAll(state, viewer);
    const named = new Set<string>(changedBy(state, viewer, [{ index, act: entry.act }]));
    if (isMember(state, viewer) === member)
      for (const name of new Set([...before.keys(), ...after.keys()]))
        if (before.get(name) !== after.get(name) && !named.has(name) && !NOTHING.has(after.get(name) ?? ''))
          missing.push(`${entry.act.kind} changed ${name}`);
    for (const name of named)
      if (!before.has(name) && !after.has(name)) missing.push(`${entry.act.kind} let ${name} be overheard`);
    before = after;
  }
  return missing;
};

suite('whoever sees that something changed hears its name', () => {
  for (const kind of ACT_KINDS)
    test(kind, () => {
      const { given: scene, next } = EXAMPLES[kind];
      const { entries } = given(scene, next).world;
      for (const viewer of VIEWERS) assert.deepEqual(unnamed(entries, viewer), []);
    });

  test('whatever happens in a conference', () => {
    fc.assert(
      fc.property(runArbitrary, (run) => {
        const { entries } = play(run, NAMES);
        for (const viewer of VIEWERS) assert.deepEqual(unnamed(entries, viewer), []);
      }),
      { numRuns: 20 },
    );
  });
});
