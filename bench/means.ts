import { apply } from '../src/charter/apply.ts';
import { judge } from '../src/charter/judge.ts';
import { independenceOf } from '../src/charter/means/independence.ts';
import { monthAt } from '../src/charter/means/months.ts';
import type { Month } from '../src/charter/means/state.ts';
import { statementOf } from '../src/charter/means/statement.ts';
import { books, given as gives, spent } from '../src/charter/spec/means.ts';
import { type Step, given, lastSent } from '../src/charter/spec/spec.ts';
import { type Measurement, measured, median, noise } from './report.ts';

/**
 * Milliseconds of processor time for the slowest statement of books with 100,000 transactions; and how much longer the last 5,000 took to be judged and applied than the first.
 */

const MANY = 100_000;
const PART = 5000;
const ROUNDS = 21;
const AT_ONCE = 500;
const AIM = 50;

const spentOn = (work: () => unknown): number => {
  const began = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(began);
  return (user + system) / 1000;
};

export const means = (): Measurement => {
  const four = ['ada', 'bor', 'cvet', 'dora'];
  const { world } = given(books(four));
  const { state } = world;
  const next = (i: number): Step =>
    i % 3 === 0 ? spent('bor', 1 + (i % 97)) : gives('bor', four[i % 4] ?? 'ada', 100 + (i % 1000));
  const parts: number[] = [];
  for (let done = 0; done < MANY; done += PART) {
    // Read and hashed before: what is measured is what the rules take.
    const sent = Array.from({ length: PART }, (_, i) => lastSent(world, next(done + i)));
    parts.push(
      spentOn(() => {
        for (const entry of sent) {
          if (judge(state, entry) !== null) throw new TypeError('It was refused');
          apply(state, entry);
        }
      }),
    );
  }
  const through = monthAt(state.time);
  const from = `${through.slice(0, 4)}-01` as Month;
  const READS: Readonly<Record<string, () => unknown>> = {
    'a statement': () => statementOf(state, from, through),
    'one of a fund': () => statementOf(state, from, through, 2),
    'what it lives on': () => independenceOf(state, from, through),
  };
  const all = Object.entries(READS).map(([name, read]) => ({
    name,
    // One takes less than the clock tells.
    times: Array.from({ length: ROUNDS }, () => spentOn(() => Array.from({ length: AT_ONCE }, read)) / AT_ONCE),
  }));
  const medians = all.map(({ name, times }) => ({ name, times, ms: median(times) }));
  const slowest = medians.toSorted((a, b) => b.ms - a.ms)[0];
  const [first, last] = [parts.slice(1, 5), parts.slice(-4)].map(median);
  return measured(
    'means',
    'ms',
    slowest?.ms ?? 0,
    AIM,
    'aim ≤ 1',
    `limit: ${AIM} ms of one core`,
    `${state.means.transactions.length} transactions`,
    ...medians.map(({ name, ms }) => `${name}: ${ms.toFixed(3)} ms`),
    `an act: ${((1000 * (last ?? 0)) / PART).toFixed(1)} µs at the end, ${((last ?? 0) / (first ?? 1)).toFixed(2)} times as much as at the beginning (aim ≤ 1.3)`,
    slowest === undefined ? null : noise(slowest.name, slowest.times),
    noise('acts', parts.slice(1)),
  );
};
