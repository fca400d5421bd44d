import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Said } from './job.ts';
import { type StartRunner, WorkEnded } from './runner.ts';

/**
 * A process of its own, for native code: a thread that runs it cannot be ended before it comes back, its memory is in none of Node's limits, and where it crashes it takes the
 * whole process with it.
 */
export const startProcess: StartRunner = ({ heap, outside }, { said, gone }) => {
  const child = fork(fileURLToPath(new URL('process.ts', import.meta.url)), [`${outside}`], {
    serialization: 'advanced',
    // Native code fills the memory; what JavaScript makes in passing is to take little of it.
    execArgv: [`--max-old-space-size=${heap}`, '--max-semi-space-size=2'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  child.on('message', (message) => said(message as Said));
  child.on('error', gone);
  child.on('exit', (code, signal) =>
    gone(new WorkEnded(signal === 'SIGKILL' ? 'memory' : code === 0 ? 'gone' : 'crash')),
  );
  const ended = once(child, 'exit');
  return {
    // Where it has ended already, that is told, and nothing else.
    ask: (asked) => void child.send(asked, () => undefined),
    hold: (held) => {
      for (const handle of [child, child.channel]) {
        if (held) handle?.ref();
        else handle?.unref();
      }
    },
    // It looks after that itself.
    watch: () => () => undefined,
    end: async () => {
      // Whoever waits for its end waits for it, also where nothing else is left to do.
      child.ref();
      child.kill('SIGKILL');
      await ended;
    },
  };
};
