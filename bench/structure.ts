import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { paragraphsOf } from '../src/text/structure/paragraphs.ts';
import type { PlainParagraph, Taken } from '../src/text/structure/role.ts';
import { structureOf } from '../src/text/structure/structure.ts';

/**
 * Measures how well the structure of plain documents is told, against answers made by hand: `node bench/structure.ts FOLDER [NAME…]`, with a document `a.txt` and its
 * answers `a.answers` beside it. An answer is a line for each paragraph, in order: a letter (T title, H heading, I list item or numbered clause, N note,
 * S signatory, P paragraph, X left out), a space, and how the paragraph begins. A paragraph that is cut otherwise than in the answers counts as missed. With names, each difference is shown.
 * `a.read` in place of `a.txt` is the JSON of paragraphs that another reader has found.
 */

const LETTERS: Readonly<Record<Taken['role'], string>> = {
  title: 'T',
  heading: 'H',
  preambular: 'P',
  operative: 'I',
  point: 'I',
  lead: 'P',
  call: 'I',
  paragraph: 'P',
  note: 'N',
  signatory: 'S',
  'left-out': 'X',
};

interface Counts {
  found: number;
  wanted: number;
  right: number;
}

const bare = (text: string): string => text.replaceAll(/[\s*]+/gu, '');

const [folder = '.', ...names] = process.argv.slice(2);
const totals = new Map<string, Counts>();
const all: Counts = { found: 0, wanted: 0, right: 0 };
const put = (letter: string, key: keyof Counts): void => {
  const counts = totals.get(letter) ?? { found: 0, wanted: 0, right: 0 };
  counts[key] += 1;
  totals.set(letter, counts);
};

const read = (name: string): readonly PlainParagraph[] => {
  const text = readFileSync(join(folder, name), 'utf8');
  return name.endsWith('.read') ? (JSON.parse(text) as readonly PlainParagraph[]) : paragraphsOf(text);
};

const placeOf = (taken: readonly Taken[], start: string, from: number): number =>
  taken.findIndex(({ mark, words }, i) => i >= from && bare(mark + words).startsWith(start));

let documents = 0;
for (const name of readdirSync(folder).toSorted()) {
  if (!/\.(?:txt|read)$/u.test(name)) continue;
  const own = basename(name).replace(/\.\w+$/u, '');
  const file = join(folder, `${own}.answers`);
  const wanted = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  const paragraphs = read(name);
  const taken = structureOf(paragraphs);
  const before = bare(paragraphs.map(({ words }) => words).join(''));
  if (before !== bare(taken.map(({ mark, words }) => mark + words).join(''))) throw new Error(`${name}: words differ`);
  let [at, right] = [0, 0];
  for (const line of wanted) {
    const [letter, start] = [line.slice(0, 1), bare(line.slice(2))];
    put(letter, 'wanted');
    const here = placeOf(taken, start, at);
    const one = here < 0 ? undefined : taken[here];
    if (here >= 0) at = here + 1;
    const said = one === undefined ? '?' : LETTERS[one.role];
    if (said === letter) right += 1;
    if (said === letter) put(letter, 'right');
    else if (names.includes(own)) console.log(`${own}: ${said} for ${line} (${one?.reason ?? 'not found'})`);
  }
  for (const { role } of taken) put(LETTERS[role], 'found');
  documents += 1;
  all.wanted += wanted.length;
  all.right += right;
  console.log(`${own.padEnd(22)} ${right}/${wanted.length} ${((100 * right) / wanted.length).toFixed(1)} %`);
}

for (const [letter, { found, wanted, right }] of [...totals].toSorted(([a], [b]) => (a < b ? -1 : 1)))
  console.log(
    `${letter}: precision ${((100 * right) / found).toFixed(1)} % of ${found}, recall ${((100 * right) / wanted).toFixed(1)} % of ${wanted}`,
  );
console.log(
  `${documents} documents, ${all.wanted} paragraphs, right ${((100 * all.right) / all.wanted).toFixed(1)} %; every word kept`,
);
