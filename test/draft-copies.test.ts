import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import type { ClauseId, OrganisationId, Slug } from '../src/base/ids.ts';
import { instant } from '../src/base/time.ts';
import { createMemoryDrafts } from '../src/store/memory/drafts.ts';
import { createDraftDesk } from '../src/web/kit/drafts.ts';
import type { Kept, Save } from '../src/web/shared/draft-save.ts';
import type { DraftText } from '../src/web/shared/merge-drafts.ts';
import { bodyOf, readTyped } from '../src/web/shared/typed-source.ts';
import { type Copy, createCopy, sameText } from '../src/web/islands/editor/copy.ts';

/** Pages that write on one draft through a bad connection, with the desk that keeps it: what anybody typed is there in the end, once. */

const OWN = 'diktyo' as OrganisationId;
const BLANK: DraftText = { title: '', body: '' };
const ID = 'a'.repeat(22);

const createWorld = () => {
  let names = 0;
  const newId = (kind: string): ClauseId => `${kind.slice(0, 1)}-${(names += 1)}` as ClauseId;
  const drafts = createMemoryDrafts();
  const clock = { now: () => instant(names) };
  const desk = createDraftDesk(
    { drafts, clock },
    { slug: 'rivers' as Slug, organisation: OWN, delegate: 1, mayBegin: true },
  );
  const keep = (save: Save): Kept => {
    const saved = desk.save({ ...save, kind: 'table', text: null, revision: null });
    assert.ok(saved.ok, JSON.stringify(saved));
    const { draft, collided, apart, renamed } = saved;
    return { ...draft, collided, apart, renamed };
  };
  const kept = (): DraftText & { readonly version: number } => desk.get(ID) ?? { ...BLANK, version: 0 };
  return { keep, kept, newId, desk, pen: () => `${(names += 1)}`.padStart(22, 'p') };
};

type World = ReturnType<typeof createWorld>;

/** A page: what stands in it, and what its browser keeps. */
const openPage = (world: World, begun = world.kept(), unheard: readonly Save[] = []) => {
  const { version, ...base } = begun;
  const copy: Copy = createCopy({ id: ID, owner: OWN, pen: world.pen(), version, base, newId: world.newId });
  let here: DraftText = { title: base.title, body: base.body };
  const waiting = [...unheard];
  const takeIn = (kept: Kept, since?: DraftText): void => {
    const merged = copy.takeIn(kept, here, since);
    if (merged !== null) here = { title: merged.title, body: merged.body };
  };
  const next = (): { readonly save: Save; readonly since: DraftText | undefined } | null => {
    const [earlier] = waiting;
    if (earlier !== undefined) return { save: earlier, since: undefined };
    return copy.isKept(here) ? null : { save: copy.send(here), since: here };
  };
  return {
    here: () => here,
    edit: (text: DraftText) => {
      here = text;
    },
    /** What its browser keeps when it is left. */
    left: (): readonly Save[] => [...waiting, ...(copy.isKept(here) ? [] : [copy.save(here)])],
    /** Sends what waits; gives what was sent. `answered`: whether it hears what became of it. */
    send: (reaches: boolean, answered: boolean): Save | null => {
      const sending = next();
      if (sending === null) return null;
      const kept = reaches ? world.keep(sending.save) : null;
      if (kept === null || !answered) return sending.save;
      if (sending.save === waiting[0]) waiting.shift();
      takeIn(kept, sending.since);
      return sending.save;
    },
    ask: (): void => {
      const draft = world.desk.get(ID);
      if (draft !== null && draft.version > copy.version())
        takeIn({ ...draft, collided: false, apart: false, renamed: [] });
    },
    isDone: () => waiting.length === 0 && copy.isKept(here) && sameText(here, world.kept()),
  };
};

type Page = ReturnType<typeof openPage>;

const settle = (pages: readonly Page[]): void => {
  for (let round = 0; round < 20 && !pages.every((page) => page.isDone()); round += 1)
    for (const page of pages) {
      while (page.send(true, true) !== null);
      page.ask();
    }
  for (const page of pages) assert.ok(page.isDone());
};

const clausesOf = (text: DraftText) => {
  const read = readTyped({ title: 'x', body: text.body });
  return read.ok ? [...read.value.clauses] : [];
};

/** Types a word that nobody else does, somewhere. */
const typed = (text: DraftText, word: string, at: number, how: number, newId: World['newId']): DraftText => {
  const clauses = clausesOf(text);
  const place = at % (clauses.length + 1);
  const clause = clauses[place];
  if (clause === undefined || how === 0)
    clauses.splice(place, 0, { id: newId('paragraph'), kind: 'paragraph', words: word });
  else if (how === 1) clauses[place] = { ...clause, words: `${clause.words} ${word}` };
  else if (how === 2) clauses[place] = { ...clause, words: `${word} ${clause.words}` };
  else if (how === 3) {
    const words = clause.words.split(' ');
    const middle = words.length >> 1;
    clauses[place] = { ...clause, words: [...words.slice(0, middle), word, ...words.slice(middle)].join(' ') };
  } else {
    const words = clause.words.split(' ');
    if (words.length < 2) return text;
    const into = { ...clause, id: newId(clause.kind), words: words.slice(1).join(' ') };
    clauses.splice(place, 1, { ...clause, words: words[0] ?? '' }, into);
  }
  return { ...text, body: bodyOf(clauses) };
};

const wordsIn = ({ body }: DraftText): readonly string[] =>
  [...body.matchAll(/\bw\d+w\b/gu)].map(([word]) => word).toSorted();

describe('what pages write on one draft', () => {
  it('is there once, whatever is lost, late, sent twice or left in the middle of a save', () => {
    const step = fc.record({
      page: fc.nat({ max: 2 }),
      what: fc.constantFrom('type', 'type', 'type', 'send', 'unheard', 'unsent', 'late', 'reload', 'ask'),
      at: fc.nat({ max: 8 }),
      how: fc.nat({ max: 4 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const world = createWorld();
        const pages = Array.from({ length: 3 }, () => openPage(world));
        const late: Save[] = [];
        const all: string[] = [];
        for (const { page: number, what, at, how } of steps) {
          const page = pages[number] ?? assert.fail();
          if (what === 'type') {
            const word = `w${all.length}w`;
            page.edit(typed(page.here(), word, at, how, world.newId));
            if (wordsIn(page.here()).includes(word)) all.push(word);
          }
          if (what === 'send') page.send(true, true);
          if (what === 'unheard') page.send(true, false);
          if (what === 'unsent') page.send(false, false);
          if (what === 'late') late.push(...[page.send(false, false)].filter((save) => save !== null));
          if (what === 'ask') page.ask();
          if (what === 'reload') {
            // The page may be made before or after the last words of the one before it come in.
            const begun = world.kept();
            const left = page.left();
            if (how > 2) for (const save of left) world.keep(save);
            pages[number] = openPage(world, how === 3 ? begun : world.kept(), left);
          }
          if (at === 0) for (const save of late.splice(0)) world.keep(save);
        }
        settle(pages);
        for (const save of late) world.keep(save);
        settle(pages);
        assert.deepEqual(wordsIn(world.kept()), all.toSorted());
        assert.equal(world.desk.list().length, Math.min(1, world.kept().version));
      }),
      { numRuns: process.env['LONG'] === undefined ? 300 : 5000 },
    );
  });

  it('is not taken for somebody else’s by a page that asks before it has heard of it', () => {
    const world = createWorld();
    const page = openPage(world);
    const write = (words: string): void => {
      const clauses = [{ id: 'a' as ClauseId, kind: 'paragraph' as const, words }];
      page.edit({ title: '', body: bodyOf(clauses) });
    };
    write('The river is free');
    page.send(true, true);
    write('The river is free re');
    page.send(true, false);
    write('The river is free red gr');
    page.ask();
    page.send(true, false);
    write('The river is free red green');
    page.ask();
    settle([page]);
    assert.equal(world.kept().body, 'The river is free red green {#a}');
  });
});
