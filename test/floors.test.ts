import assert from 'node:assert/strict';
import { test } from 'node:test';
import { refusedByLinter } from './kit/linter.ts';
import { arrows, isTest } from './kit/sources.ts';

/** The charter's floors, from the lowest up, as docs/ARCHITECTURE.md draws them: checked on what the code imports, and on what the linter says. */
const FLOORS =
  'names law members group history texts common meetings decisions means purpose publications final brought sight proof spec'.split(
    ' ',
  );
/** Files beside the chapters that every chapter may import: what an act is, what there is, who sees it. They are made of the law alone. */
const GROUND = new Set(['act.ts', 'state.ts', 'visibility.ts']);

/** The floor of a file of the charter; `null` of one of the {@link GROUND}, `Infinity` where the chapters are put together. */
const floorOf = (path: string): number | null => {
  const [folder = '', ...rest] = path.slice('src/charter/'.length).split('/');
  if (rest.length > 0) return FLOORS.indexOf(folder);
  return GROUND.has(folder) ? null : Infinity;
};

/** What a chapter keeps in the state is everyone's to read. */
const isState = (path: string): boolean => /(?:\/|-)state\.ts$/u.test(path);

const above = FLOORS.indexOf('brought');

test('a chapter of the charter imports only what lies below it, and what others keep', () => {
  const wrong = arrows.filter(({ path, to }) => {
    if (![path, to].every((one) => one.startsWith('src/charter/')) || isTest(path) || isState(to)) return false;
    const [from, into] = [floorOf(path) ?? FLOORS.indexOf('law'), floorOf(to) ?? 0];
    return into === Infinity ? from < above : into > from;
  });
  assert.deepEqual(
    wrong.map(({ path, to }) => `${path} → ${to}`),
    [],
  );
});

test('the linter refuses what looks up in the charter, and nothing else', async () => {
  const files = new Map<string, string>();
  const refused: string[] = [];
  const expect = (path: string, name: string, allowed: boolean): void => {
    files.set(`src/charter/${path}`, `export * from '${name}';\n`);
    if (!allowed) refused.push(`src/charter/${path}`);
  };
  for (const [from, floor] of FLOORS.entries()) {
    for (const [into, other] of FLOORS.entries()) {
      if (floor === other) continue;
      expect(`${floor}/to-${other}.ts`, `../${other}/rules.ts`, into < from);
      expect(`${floor}/deep/to-${other}.ts`, `../../${other}/rules.ts`, into < from);
      expect(`${floor}/to-${other}.test.ts`, `../${other}/rules.ts`, true);
      expect(`${floor}/to-kept-${other}.ts`, `../${other}/own-state.ts`, true);
    }
    expect(`${floor}/to-judge.ts`, '../judge.ts', from >= above);
    expect(`${floor}/to-state.ts`, '../state.ts', true);
  }
  assert.deepEqual(await refusedByLinter(files), refused.sort());
});
