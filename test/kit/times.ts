import { appendFileSync, readFileSync } from 'node:fs';

/** What each test file costs: `TIMES=tmp/times npm test` writes a line for each. */

/** Seconds of the processor that this process took, and the children that it has waited for. Of children Linux alone tells. */
const processor = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6 + ofChildren();
};

/** In hundredths of a second, the 14th and 15th numbers after the name, which stands in brackets (proc(5)). */
const ofChildren = (): number => {
  if (process.platform !== 'linux') return 0;
  const [user = '0', system = '0'] =
    readFileSync('/proc/self/stat', 'utf8').split(') ').at(-1)?.split(' ').slice(13) ?? [];
  return (Number(user) + Number(system)) / 100;
};

let [clock, before] = [performance.now(), 0];

/** Notes what was spent since the last note: seconds of the processor, seconds by the clock, and on what. */
export const noteTimes = (what: string): void => {
  const { TIMES } = process.env;
  if (TIMES === undefined) return;
  const [now, spent] = [performance.now(), processor()];
  appendFileSync(TIMES, `${(spent - before).toFixed(2)}\t${((now - clock) / 1000).toFixed(2)}\t${what}\n`);
  [clock, before] = [now, spent];
};
