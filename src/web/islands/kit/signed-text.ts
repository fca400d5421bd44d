import { leadsTo } from '../../../base/address.ts';
import type { Clause } from '../../../text/clause.ts';
import { numbering } from '../../../text/numbering.ts';
import { type Run, runsOf } from '../../../text/runs.ts';

/** The clauses of a text for reading: what signatures cover, and checked before it is read here. */
export const paragraphsOf = (clauses: readonly Clause[]): readonly HTMLElement[] => {
  const numbers = numbering(clauses);
  return clauses.map(({ id, kind, words }) => {
    const paragraph = document.createElement(kind === 'heading' ? 'h4' : 'p');
    paragraph.dir = 'auto';
    const number = numbers.get(id) ?? '';
    if (number !== '') paragraph.append(`${number} `);
    paragraph.append(...runsOf(words).map(runElement));
    return paragraph;
  });
};

const runElement = (run: Run): HTMLElement | string => {
  if (run.kind === 'words') return run.emphasis ? filledWith('em', [run.text]) : run.text;
  const inside = run.words.map(runElement);
  if (run.kind === 'note') return filledWith('small', [' (', ...inside, ')']);
  const link = Object.assign(filledWith('a', inside), { href: run.href, rel: 'nofollow noopener noreferrer' });
  return filledWith('span', [link, filledWith('small', [' (', filledWith('bdi', [leadsTo(run.href) ?? '']), ')'])]);
};

const filledWith = <Name extends 'em' | 'small' | 'a' | 'span' | 'bdi'>(
  name: Name,
  inside: readonly (HTMLElement | string)[],
): HTMLElementTagNameMap[Name] => {
  const element = document.createElement(name);
  element.append(...inside);
  return element;
};
