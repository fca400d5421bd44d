import { parentPort, workerData } from 'node:worker_threads';
import { unreachable } from '../base/result.ts';
import { createFrontier } from '../text/common/frontier.ts';
import type { LinearSolver } from '../text/common/program.ts';
import { createUniting } from '../text/common/unite.ts';
import type { Assignment, Said } from './protocol.ts';
import { work } from './share.ts';

/** The solver's thread: one task, then it ends. Only here is HiGHS loaded. */

const { task, limitMs } = workerData as Assignment;
const now = (): number => performance.now();
const say = (said: Said): void => parentPort?.postMessage(said);

/** How many changes are tried before the first word, while HiGHS is not there yet. */
const FIRST_LOOK = 20_000;

const load = async (): Promise<LinearSolver> => (await import('./highs.ts')).createHighs();
let highs: LinearSolver | null = null;
const solver: LinearSolver = {
  load: (program) => {
    if (highs === null) throw new Error('HiGHS is not loaded');
    return highs.load(program);
  },
};

switch (task.kind) {
  case 'frontier': {
    const frontier = createFrontier(task.problem, solver, { ks: task.ks });
    let last = '';
    const tell = (): void => {
      const points = frontier.points();
      const known = points.map(({ text, bound }) => `${text?.weight} ${bound}`).join();
      if (known !== last) say({ kind: 'points', points });
      last = known;
    };
    frontier.search(FIRST_LOOK);
    tell();
    highs = await load();
    work(frontier, limitMs, now, tell);
    tell();
    break;
  }
  case 'unity': {
    highs = await load();
    const uniting = createUniting(task.problem, task.present, solver);
    work(uniting, limitMs, now, () => undefined);
    say({ kind: 'unity', unity: uniting.answer() });
    break;
  }
  default:
    unreachable(task);
}
