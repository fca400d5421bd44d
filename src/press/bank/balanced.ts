import { decimalOf } from '../../base/money.ts';
import type { BankLine, BankStatement } from '../../conference/books/bank.ts';
import { UnreadableStatement } from './fault.ts';

/** Whether a statement says the truth of itself: what there was, and every line, come to what there is. */

const sum = (lines: readonly BankLine[]): bigint => lines.reduce((total, { amount }) => total + amount, 0n);

/** Without lines that say the very same as one before, under the same name of the bank's. */
const once = (lines: readonly BankLine[]): readonly BankLine[] => {
  const seen = new Set<string>();
  return lines.filter(({ day, amount, reference, name, words }) => {
    const key = JSON.stringify([day, `${amount}`, reference.replace(/ \(\d+\)$/u, ''), name, words]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
};

/** The statement, without lines that stand there twice where only so it comes right. @throws UnreadableStatement */
export const balanced = (statement: BankStatement): BankStatement => {
  const { balances, lines, currency } = statement;
  if (balances === null) return statement;
  const reached = balances.opening + sum(lines);
  if (reached === balances.closing) return statement;
  const single = once(lines);
  if (balances.opening + sum(single) === balances.closing)
    return { ...statement, lines: single, doubled: lines.length - single.length };
  throw new UnreadableStatement({
    kind: 'unbalanced',
    opening: decimalOf(balances.opening, currency),
    reached: decimalOf(reached, currency),
    closing: decimalOf(balances.closing, currency),
  });
};
