import { type Step, all, given, idle, lastSent } from '../src/charter/spec/spec.ts';
import { apply } from '../src/charter/apply.ts';
import { judge } from '../src/charter/judge.ts';
import { amend, decide, leave, onAmendment, revise, take, tick } from '../src/charter/spec/acts.ts';
import { onAmendmentAct } from '../src/charter/spec/negotiation.ts';
import { crowded, rivals, signs } from '../src/charter/spec/worst.ts';
import { asClauseId } from '../src/charter/spec/world.ts';
import { DAY } from '../src/base/time.ts';
import { type Measurement, measured, median, noise } from './report.ts';

/** Milliseconds of processor time to judge and apply the slowest act that the limits of the charter let anybody make. */

const ROUNDS = 41;
const AIM = 5;

const WORST: Readonly<Record<string, readonly [scene: Step, next: Step]>> = {
  'a rival wording of the longest clause': [
    rivals,
    amend('dora', { kind: 'replace', clause: asClauseId('c1'), words: signs(7990, 5) }),
  ],
  'a revision under rival wordings': [rivals, revise('ada', [signs(8000, 11)])],
  'a revision of a clause with many amendments': [crowded, revise('ada', ['Other words.'])],
  'an amendment withdrawn among 448': [crowded, onAmendmentAct('amendment.withdraw', 'ada', 1)],
  'an objection among 448': [crowded, take('bor', 'object', onAmendment(1))],
  'one leaves': [crowded, leave('hera')],
  'a decision is opened, and 448 amendments fall': [crowded, decide('ada')],
  'the periods of 448 amendments end at once': [all(crowded, idle(15 * DAY)), tick],
};

const timesOf = (scene: Step, next: Step): readonly number[] => {
  const { world } = given(scene);
  const entry = lastSent(world, next);
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const state = structuredClone(world.state);
    const began = process.threadCpuUsage();
    if (judge(state, entry) !== null) throw new TypeError('It was refused');
    apply(state, entry);
    const { user, system } = process.threadCpuUsage(began);
    times.push((user + system) / 1000);
  }
  return times;
};

export const acts = (): Measurement => {
  const all = Object.entries(WORST).map(([name, [scene, next]]) => ({ name, times: timesOf(scene, next) }));
  const medians = all.map(({ name, times }) => ({ name, times, ms: median(times) }));
  const slowest = medians.toSorted((a, b) => b.ms - a.ms)[0];
  return measured(
    'acts',
    'ms',
    slowest?.ms ?? 0,
    AIM,
    'aim ≤ 1',
    `limit: ${AIM} ms of one core, whatever else runs`,
    ...medians.map(({ name, ms }) => `${name}: ${ms.toFixed(2)} ms`),
    slowest === undefined ? null : noise(slowest.name, slowest.times),
  );
};
