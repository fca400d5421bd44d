/** Which test files run in one process, one after the other (test/kit/together.ts). */

export interface Hand {
  readonly name: string;
  /** In the order in which they run. */
  readonly paths: readonly string[];
}

/** The most files of a process: what stays of each in memory adds up, and the last process must not run long alone. Those that need Chromium take long, and share one. */
const MOST = 24;
const MOST_WITH_CHROMIUM = 4;

/** Those that look at their whole process: its threads, and how often its code runs. */
export const ALONE: readonly string[] = ['src/charter/spec/budget.test.ts', 'test/watchdog.test.ts'];

const CHROMIUM = 'chromium';

const nameOf = (path: string): string => path.replace('.test.ts', '').replaceAll('/', '-');

/** Where a file belongs: to its folder, whose modules it loads, or to those that need Chromium, which take longest. */
const roomOf = (path: string, text: string): string => {
  if (ALONE.includes(path)) return nameOf(path);
  if (text.includes('await launch()')) return CHROMIUM;
  const [top = '', room] = path.split('/');
  return top === 'src' && room !== undefined ? nameOf(`${top}/${room}`) : top;
};

/** All files, each in one hand; those that take longest come first. */
export const deal = (files: readonly { readonly path: string; readonly text: string }[]): readonly Hand[] => {
  const rooms = Map.groupBy(files, ({ path, text }) => roomOf(path, text));
  const order = [...rooms].toSorted(([a], [b]) => Number(b === CHROMIUM) - Number(a === CHROMIUM));
  return order.flatMap(([room, members]) => {
    const count = Math.ceil(members.length / (room === CHROMIUM ? MOST_WITH_CHROMIUM : MOST));
    return Array.from({ length: count }, (_, hand) => ({
      name: count === 1 ? room : `${room}-${hand + 1}`,
      paths: members.filter((_, i) => i % count === hand).map(({ path }) => path),
    }));
  });
};
