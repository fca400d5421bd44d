import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { ClauseId, OrganisationId, Slug } from '../src/base/ids.ts';
import { instant } from '../src/base/time.ts';
import { createMemoryDrafts } from '../src/store/memory/drafts.ts';
import type { Clause } from '../src/text/clause.ts';
import { createCopy, sameText } from '../src/web/islands/editor/copy.ts';
import { createDraftDesk } from '../src/web/kit/drafts.ts';
import type { Kept, Save } from '../src/web/shared/draft-save.ts';
import type { DraftText } from '../src/web/shared/merge-drafts.ts';
import { bodyOf, readTyped } from '../src/web/shared/typed-source.ts';
import { type Dice, createDice } from './kit/monkey.ts';

/** Three who type letter by letter at one place, each behind their own last letter, while saves are on their way: no clause stands twice, and every letter once. */

const OWN = 'diktyo' as OrganisationId;
const ID = 'a'.repeat(22);
/** Each writer's letters, none of which stands in the text. */
const LETTERS = ['abcdefgh', 'ijklmnop', 'qrstuvwx'];
const BEGUN: readonly Clause[] = [
  { id: 'c1' as ClauseId, kind: 'operative', words: 'THE RIVER IS KEPT FREE.' },
  { id: 'c2' as ClauseId, kind: 'operative', words: 'SO IS THE LAKE.' },
];

const clausesOf = (text: DraftText): readonly Clause[] => {
  const read = readTyped(text);
  assert.ok(read.ok);
  return read.value.clauses;
};

const createWorld = (dice: Dice) => {
  let names = 0;
  const newId = (kind: string): ClauseId => `${kind.slice(0, 1)}-${(names += 1)}` as ClauseId;
  const desk = createDraftDesk(
    { drafts: createMemoryDrafts(), clock: { now: () => instant(names) } },
    { slug: 'rivers' as Slug, organisation: OWN, delegate: 1, mayBegin: true },
  );
  const keep = (save: Save): Kept => {
    const saved = desk.save({ ...save, kind: 'table', text: null, revision: null });
    assert.ok(saved.ok);
    return { ...saved.draft, collided: saved.collided, apart: saved.apart, renamed: saved.renamed };
  };
  const pen = 'p'.repeat(22);
  keep({
    id: ID,
    owner: OWN,
    pen,
    number: 1,
    version: 0,
    base: { title: '', body: '' },
    title: 'T',
    body: bodyOf(BEGUN),
  });
  const kept = () => desk.get(ID) ?? assert.fail();
  // Behind a word or right at it, at the end of the text or within.
  const [space, place] = [dice(2) === 0 ? '' : ' ', [6 + 6, 22, 23][dice(3)] ?? 0];
  return { keep, kept, newId, place, space };
};

type World = ReturnType<typeof createWorld>;

const createWriter = (world: World, dice: Dice, letters: string, i: number) => {
  const { version, title, body } = world.kept();
  const pen = `${i}`.padStart(22, 'q');
  const copy = createCopy({ id: ID, owner: OWN, pen, version, base: { title, body }, newId: world.newId });
  let here: DraftText = { title, body };
  let typed = '';
  let flying: { readonly save: Save; readonly since: DraftText; kept: Kept | null } | null = null;
  const takeIn = (kept: Kept, since?: DraftText): void => {
    const merged = copy.takeIn(kept, here, since);
    if (merged !== null) here = { title: merged.title, body: merged.body };
  };
  /** A letter behind the last one, after a space where one was typed. */
  const put = (letter: string, spaced: boolean): void => {
    const clauses = [...clausesOf(here)];
    const isOwn = (sign: string): boolean => letters.includes(sign);
    const which = Math.max(
      0,
      clauses.findLastIndex(({ words }) => Array.from(words).some(isOwn)),
    );
    const clause = clauses[which] ?? assert.fail();
    const last = Array.from(clause.words).findLastIndex(isOwn) + 1;
    const at = last === 0 ? world.place : last;
    const [before, behind] = [clause.words.slice(0, at), clause.words.slice(at)];
    const lead = last === 0 ? world.space : spaced ? ' ' : '';
    const words =
      lead === ' ' && last > 0 && behind.startsWith(' ')
        ? `${before} ${letter}${/^ [^ .]/u.test(behind) ? ' ' : ''}${behind.slice(1)}`
        : `${before}${lead}${letter}${lead === ' ' && last > 0 && /^[^ .]/u.test(behind) ? ' ' : ''}${behind}`;
    clauses[which] = { ...clause, words };
    here = { ...here, body: bodyOf(clauses) };
  };
  return {
    typed: () => typed.replaceAll(' ', ''),
    letters,
    type: (): void => {
      const space = typed !== '' && !typed.endsWith(' ') && dice(4) === 0;
      const letter = letters[dice(letters.length)] ?? '';
      if (!space) put(letter, typed.endsWith(' '));
      typed += space ? ' ' : letter;
    },
    send: (): void => {
      if (flying === null && !copy.isKept(here)) flying = { save: copy.send(here), since: here, kept: null };
    },
    /** What is on its way comes in, or its answer does. */
    fly: (): void => {
      if (flying === null) return;
      if (flying.kept === null) flying.kept = world.keep(flying.save);
      else {
        const { kept, since } = flying;
        flying = null;
        takeIn(kept, since);
      }
    },
    ask: (): void => {
      const now = world.kept();
      if (flying === null && now.version > copy.version())
        takeIn({ ...now, collided: false, apart: false, renamed: [] });
    },
    isDone: () => flying === null && copy.isKept(here) && sameText(here, world.kept()),
  };
};

/** What is left beyond these is said in docs/decisions/0040-what-is-shown-is-what-is-kept.md. */
const SEEDS = 200;

it(`three who type at one place double nothing, from ${SEEDS} seeds`, () => {
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const dice = createDice(seed);
    const world = createWorld(dice);
    const writers = LETTERS.map((letters, i) => createWriter(world, dice, letters, i));
    for (let step = 60 + dice(60); step > 0; step -= 1) {
      const writer = writers[dice(3)] ?? assert.fail();
      const what = dice(10);
      if (what < 6) writer.type();
      else if (what === 6) writer.send();
      else if (what < 9) writer.fly();
      else writer.ask();
    }
    for (let round = 0; round < 60 && !writers.every((writer) => writer.isDone()); round += 1)
      for (const writer of writers) {
        writer.send();
        writer.fly();
        writer.fly();
        writer.ask();
      }
    const told = `seed ${seed}: ${world.kept().body}`;
    assert.ok(
      writers.every((writer) => writer.isDone()),
      told,
    );
    const clauses = clausesOf(world.kept());
    assert.equal(clauses.length, 2, told);
    const signs = clauses.flatMap(({ words }) => Array.from(words));
    for (const { letters, typed } of writers)
      assert.equal(
        signs
          .filter((sign) => letters.includes(sign))
          .toSorted()
          .join(''),
        Array.from(typed()).toSorted().join(''),
        told,
      );
  }
});
