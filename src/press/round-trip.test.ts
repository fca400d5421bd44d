import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import * as fc from 'fast-check';
import type { ClauseId } from '../base/ids.ts';
import { instant } from '../base/time.ts';
import type { Imported, OutgoingAmendment } from '../conference/documents.ts';
import { applyChange } from '../text/apply-change.ts';
import { clausesArbitrary, lineArbitrary, proseArbitrary } from '../text/arbitrary.test.ts';
import type { Change } from '../text/change.ts';
import type { Clause } from '../text/clause.ts';
import { type Run, runsOf } from '../text/runs.ts';
import { writeDocx } from './docx-write/write.ts';
import { readDocument } from './read.ts';

const ON = instant(Date.UTC(2026, 4, 2));
const NOTHING = { before: [], taken: [] };

const out = (title: string, clauses: readonly Clause[], amendments: readonly OutgoingAmendment[] = []) =>
  writeDocx({
    title,
    clauses,
    amendments,
    comments: [],
    language: null,
    symbol: 'CRB · draft 1',
    head: 'CRB · draft 1',
    letterhead: null,
    lines: [],
    back: [],
  });

const back = async (file: ReturnType<typeof out>): Promise<Imported> => {
  const read = await readDocument(file, NOTHING);
  assert.ok(read.ok, JSON.stringify(read));
  return read.value;
};

/** What a reader sees: marks may be written in more than one way. */
const seen = (words: string): readonly unknown[] => {
  const together: { text: string; look: string }[] = [];
  const put = (run: Run, look: string): void => {
    if (run.kind !== 'words') {
      const around = run.kind === 'link' ? `link ${run.href}` : `note ${together.length}`;
      for (const inner of run.words) put(inner, `${look} ${around}`);
      return;
    }
    const key = `${look} ${run.emphasis ? 'emphasis' : ''}`;
    const last = together.at(-1);
    if (last?.look === key) last.text += run.text;
    else together.push({ text: run.text, look: key });
  };
  for (const run of runsOf(words)) put(run, '');
  return together;
};

const look = (clauses: readonly Clause[], ids = true) =>
  clauses.map(({ id, kind, level, words }) => ({ id: ids ? id : null, kind, level, words: seen(words) }));

/** An asterisk that stands for itself right beside emphasis is read as a mark; nothing else is. */
const isPlain = ({ words }: Pick<Clause, 'words'>): boolean =>
  runsOf(words).every((run) => run.kind !== 'words' || !run.text.includes('*'));

const plainClauses = clausesArbitrary.filter((clauses) => clauses.every(isPlain));
const plainProse = proseArbitrary.filter((words) => isPlain({ words }));

suite('a text as DOCX', () => {
  test('comes back with its clauses, their ids and order, emphasis, links and notes', async () => {
    await fc.assert(
      fc.asyncProperty(lineArbitrary, plainClauses, async (title, clauses) => {
        const read = await back(out(title, clauses));
        assert.equal(read.title, title.replaceAll(/\s+/gu, ' '));
        assert.deepEqual(look(read.clauses), look(clauses));
        assert.deepEqual(read.byAuthor, []);
      }),
      { numRuns: 150 },
    );
  });

  test('is the same file for the same text', () => {
    const clauses: readonly Clause[] = [{ id: 'a' as ClauseId, kind: 'paragraph', words: 'One.' }];
    assert.deepEqual(out('T', clauses), out('T', clauses));
  });

  test('comes back with a tracked change as its author’s version, and without it as the text', async () => {
    await fc.assert(
      fc.asyncProperty(plainClauses, changeArbitrary, async (clauses, changeFor) => {
        const change = changeFor(clauses);
        const changed = applyChange(clauses, change);
        fc.pre(changed.ok && changed.value.length > 0 && changed.value.every(isPlain));
        const read = await back(
          out('T', clauses, [{ change, author: 'Mira', on: ON, reason: 'Why.', inWords: 'What.' }]),
        );
        assert.deepEqual(look(read.clauses), look(clauses));
        const [theirs] = read.byAuthor;
        assert.equal(theirs?.author, 'Mira');
        assert.deepEqual(look(theirs?.clauses ?? [], false), look(changed.ok ? changed.value : [], false));
        assert.deepEqual(
          read.comments.map(({ author, words }) => [author, words]),
          [['Mira', 'Why.']],
        );
      }),
      { numRuns: 150 },
    );
  });
});

/** A change to a text that is yet to be known; most fit it. */
const changeArbitrary: fc.Arbitrary<(clauses: readonly Clause[]) => Change> = fc
  .tuple(fc.constantFrom('replace', 'as', 'add', 'delete', 'split', 'join', 'edit'), fc.nat(), plainProse, plainProse)
  .map(([kind, at, words, more]) => (clauses) => {
    const place = at % clauses.length;
    const clause = clauses[place]?.id ?? ('none' as ClauseId);
    const next = clauses[place + 1]?.id ?? ('none' as ClauseId);
    const fresh: Clause = { id: 'zzzzz' as ClauseId, kind: 'operative', words: more };
    switch (kind) {
      case 'as':
        return { kind: 'replace', clause, words, as: { kind: 'paragraph' } };
      case 'add':
        return { kind: 'add', after: clause, clause: fresh };
      case 'delete':
        return { kind: 'delete', clause };
      case 'split':
        return { kind: 'split', clause, words, into: [fresh] };
      case 'join':
        return { kind: 'join', clauses: [clause, next], words };
      case 'edit':
        return { kind: 'replace', clause, words: `${clauses[place]?.words} ${words}`.trim() };
      case 'replace':
        return { kind, clause, words };
    }
  });
