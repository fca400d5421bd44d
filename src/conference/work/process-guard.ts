import { workerData } from 'node:worker_threads';

/** Looks how much memory its process holds, and kills it where that is too much. */

/** How often, in milliseconds. */
const LOOKS = 100;

const most = (workerData as number) * 1024 * 1024;

setInterval(() => {
  if (process.memoryUsage.rss() > most) process.kill(process.pid, 'SIGKILL');
}, LOOKS);
