import type { Clause } from '../../../text/clause.ts';
import { type TooLong, tooLong, tooLongToRead } from '../../shared/text-limits.ts';
import { type Typed, readTyped } from '../../shared/typed-source.ts';
import { filled, part, wordsOf } from '../kit/element.ts';

/** Says while somebody writes that what is written is too long to be sent, and by how much. */

interface Written {
  readonly typed: Typed;
  /** `null`: they stand in the field. */
  readonly clauses: readonly Clause[] | null;
}

/**
 * Speaks through the element's part `limits`. `data-act` tells which clauses an act holds in full: `all`; `new`, but those that stand so in `data-present`; or
 * `none`.
 */
export const createLimits = (element: HTMLElement, written: () => Written) => {
  const words = wordsOf(element);
  const line = part(element, '[data-part=limits]');
  const number = new Intl.NumberFormat(document.documentElement.lang);
  const { act, present = '' } = element.dataset;
  const known = new Map(clausesIn({ title: ' ', body: present }).map(({ id, words: said }) => [id, said]));
  const isSent = (clause: Clause): boolean => act === 'all' || (act === 'new' && known.get(clause.id) !== clause.words);
  const sentenceOf = (said: TooLong): string =>
    filled(words[`long-${said.kind}`], {
      now: number.format(said.now),
      most: number.format(said.most),
      ...('begins' in said ? { place: said.place, begins: said.begins } : {}),
    });
  return {
    tell: (): void => {
      const { typed, clauses } = written();
      const said = tooLong(typed, clauses ?? clausesIn(typed), isSent) ?? (clauses === null ? faultIn(typed) : null);
      const sentence = said === null ? '' : sentenceOf(said);
      if (line.textContent !== sentence) line.textContent = sentence;
    },
  };
};

const clausesIn = (typed: Typed): readonly Clause[] => {
  const read = readTyped(typed);
  return read.ok ? read.value.clauses : [];
};

/** What of a field is too long to be read. */
const faultIn = (typed: Typed): TooLong | null => {
  const read = readTyped(typed);
  return read.ok ? null : tooLongToRead(read.error);
};
