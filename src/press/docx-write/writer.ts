import { RIGHT_TO_LEFT, RIGHT_TO_LEFT_RUN } from '../direction.ts';
import type { OutgoingComment } from '../../conference/documents.ts';
import type { Run } from '../../text/runs.ts';
import { el, escaped } from '../xml-write.ts';

/** What a DOCX file gathers while its body is written: notes, comments, links, and numbers for all of them. */
export interface Writer {
  /** A number that no other change or mark has. */
  readonly nextId: () => number;
  /** The relationship to an address, from the body and from the footnotes alike. */
  readonly link: (href: string) => string;
  /** The id of a footnote with these words. */
  readonly footnote: (words: readonly Run[]) => number;
  readonly comment: (comment: Omit<OutgoingComment, 'clause'>) => number;
  readonly links: () => readonly (readonly [id: string, href: string])[];
  readonly footnotes: () => readonly string[];
  readonly comments: () => readonly string[];
}

export const createWriter = (): Writer => {
  let id = 0;
  const links = new Map<string, string>();
  const footnotes: string[] = [];
  const comments: string[] = [];
  const link = (href: string): string => {
    const known = links.get(href) ?? `link${links.size + 1}`;
    links.set(href, known);
    return known;
  };
  const inNote = (run: Run): string => {
    if (run.kind === 'words') return runXml(run.text, run);
    if (run.kind === 'note') return '';
    const words = run.words.map(({ text, emphasis }) => runXml(text, { emphasis, linked: true }));
    return el('w:hyperlink', { 'r:id': link(run.href), 'w:tooltip': run.href }, ...words);
  };
  return {
    nextId: () => ++id,
    link,
    footnote: (words) => {
      const number = footnotes.length + 1;
      footnotes.push(
        el(
          'w:footnote',
          { 'w:id': number },
          el(
            'w:p',
            {},
            el('w:pPr', {}, el('w:pStyle', { 'w:val': 'FootnoteText' })),
            el('w:r', {}, el('w:rPr', {}, el('w:rStyle', { 'w:val': 'FootnoteReference' })), el('w:footnoteRef', {})),
            runXml(' ', {}),
            ...words.map(inNote),
          ),
        ),
      );
      return number;
    },
    comment: ({ author, on, words }) => {
      const number = comments.length;
      const [first = '', ...more] = words.split('\n').filter((line) => line.trim() !== '');
      const line = (text: string, ref: string): string =>
        el('w:p', {}, el('w:pPr', {}, el('w:pStyle', { 'w:val': 'CommentText' })), ref, runXml(text, {}));
      const mark = el(
        'w:r',
        {},
        el('w:rPr', {}, el('w:rStyle', { 'w:val': 'CommentReference' })),
        el('w:annotationRef', {}),
      );
      comments.push(
        el(
          'w:comment',
          { 'w:id': number, 'w:author': author, 'w:date': dateOf(on), 'w:initials': initialsOf(author) },
          line(first, mark),
          ...more.map((text) => line(text, '')),
        ),
      );
      return number;
    },
    links: () => [...links].map(([href, id]) => [id, href]),
    footnotes: () => footnotes,
    comments: () => comments,
  };
};

/** Whole seconds: what Word accepts. */
export const dateOf = (on: number): string => `${new Date(on).toISOString().slice(0, 19)}Z`;

const initialsOf = (name: string): string =>
  name
    .split(/\s+/u)
    .map((word) => /^./u.exec(word)?.[0] ?? '')
    .join('')
    .slice(0, 4);

interface Look {
  readonly emphasis?: boolean;
  readonly linked?: boolean;
  readonly deleted?: boolean;
  readonly strong?: boolean;
  readonly struck?: boolean;
}

/** Words as runs, one for each direction of writing. */
export const runXml = (text: string, look: Look): string =>
  text
    .split(RIGHT_TO_LEFT_RUN)
    .map((part) => (part === '' ? '' : oneWay(part, look)))
    .join('');

/** A line feed is a break. */
const oneWay = (text: string, { emphasis = false, linked = false, deleted = false, ...more }: Look): string => {
  const format = [
    linked ? el('w:rStyle', { 'w:val': 'Hyperlink' }) : '',
    more.strong === true ? el('w:b', {}) + el('w:bCs', {}) : '',
    emphasis ? el('w:i', {}) + el('w:iCs', {}) : '',
    more.struck === true ? el('w:strike', {}) : '',
    RIGHT_TO_LEFT.test(text) ? el('w:rtl', {}) : '',
  ].join('');
  const name = deleted ? 'w:delText' : 'w:t';
  const lines = text
    .split('\n')
    .map((line) => (line === '' ? '' : el(name, { 'xml:space': 'preserve' }, escaped(line))));
  return el('w:r', {}, format === '' ? '' : el('w:rPr', {}, format), lines.join(el('w:br', {})));
};
