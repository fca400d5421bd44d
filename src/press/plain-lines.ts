import type { Mark } from '../text/markdown-lines.ts';
import type { Given, PlainParagraph } from '../text/structure/role.ts';
import { titleIn } from './clauses.ts';
import type { Paragraph } from './paragraph.ts';
import type { Line } from './version.ts';
import { wordsOf } from './words.ts';

/** Lines of a document as paragraphs whose structure is still to be told: what its styles and lists say is given. */

/** Whether a document is one of ours, whose styles say of each clause what it is. */
export const isOurs = (lines: readonly Line[]): boolean =>
  lines.some(
    ({ form: { kind }, clause }) => clause !== null || /^(?:preambular|operative|paragraph|point)$/u.test(kind),
  );

/** `paragraphs`: those that the lines are of; one without words is a gap. */
export const plainLines = (lines: readonly Line[], paragraphs: readonly Paragraph[]): readonly PlainParagraph[] => {
  const title = titleIn(lines);
  let numbered = Number.POSITIVE_INFINITY;
  return lines.map((line, at): PlainParagraph => {
    const { form, runs, source } = line;
    const before = lines[at - 1]?.source ?? -1;
    const gap = paragraphs.slice(before + 1, source).length > 0;
    const indent = form.kind === 'item' ? form.indent + form.depth : form.kind === 'plain' ? form.indent : 0;
    const bold = runs.every(({ text, emphasis }) => emphasis === 'bold' || text.trim() === '');
    const isNumber = form.kind === 'item' && form.style === 'number' && form.depth === 0;
    // A number that stands further in than the last one numbers a point of it.
    const within = isNumber && form.indent >= numbered + 2;
    if (isNumber && !within) numbered = form.indent;
    const plain = form.kind === 'plain' ? form : null;
    return {
      words: wordsOf(runs),
      indent,
      gap,
      bold: bold || plain?.prominent === true,
      centred: plain?.centred === true,
      given: line === title ? { role: 'title', level: null, marks: null } : givenBy(line, within),
    };
  });
};

const givenBy = ({ form }: Line, within: boolean): Given | null => {
  switch (form.kind) {
    case 'plain':
      return null;
    case 'title':
    case 'heading':
    case 'preambular':
    case 'operative':
    case 'paragraph':
      return { role: form.kind, level: null, marks: null };
    case 'point':
      return { role: 'point', level: form.level, marks: null };
    case 'item': {
      const { style, depth, below } = form;
      if (style === 'number' && depth === 0 && !within) return { role: 'operative', level: null, marks: null };
      const marks: readonly Mark[] = [{ style: within ? 'number' : style, value: null }];
      return { role: 'point', level: below && !within ? Math.min(4, depth) : null, marks };
    }
  }
};
