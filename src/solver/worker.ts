import { parentPort, workerData } from 'node:worker_threads';
import { unreachable } from '../base/result.ts';
import { createFrontier } from '../text/common/frontier.ts';
import { createUniting } from '../text/common/unite.ts';
import { createHighs } from './highs.ts';
import type { Assignment, Said } from './protocol.ts';
import { work } from './share.ts';

/** The solver's thread: one task, then it ends. Only here is HiGHS loaded. */

const { task, limitMs } = workerData as Assignment;
const now = (): number => performance.now();
const say = (said: Said): void => parentPort?.postMessage(said);

const solver = await createHighs();

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
    work(frontier, limitMs, now, tell);
    tell();
    break;
  }
  case 'unity': {
    const uniting = createUniting(task.problem, task.present, solver);
    work(uniting, limitMs, now, () => undefined);
    say({ kind: 'unity', unity: uniting.answer() });
    break;
  }
  default:
    unreachable(task);
}
