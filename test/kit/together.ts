import { after, suite, test } from 'node:test';
import { noteTimes } from './times.ts';

/** Several test files in one process, one after the other, each a suite of its own: most of what a small file costs is the start of its process. */

const HOME = new URL('../../', import.meta.url);

/** How long a process may take to end after its last test, in ms. */
const ENDING = 30_000;

/** What is to be done when all files of this process have ended; `null` where it runs one file. */
let ends: (() => Promise<void>)[] | null = null;

/** Does this once the tests of this process have ended, be they of one file or of several. Of one file alone: `after`. */
export const atEnd = (end: () => Promise<void>): void => {
  if (ends === null) after(end);
  else ends.push(end);
};

/**
 * Runs these test files in this process. What a file leaves to `after` is done before the next begins; what is still open at the end
 * (a thread, a port) is named and not waited for, and the process fails.
 * @param files paths from the project's folder.
 */
export const together = async (files: readonly string[]): Promise<void> => {
  ends = [];
  noteTimes(`start of ${files.length}`);
  for (const file of files) {
    // A test belongs to the suite that runs when it is made, and it is made while its file is loaded: so files are loaded one by one.
    await suite(file, async () => {
      try {
        await import(new URL(file, HOME).href);
      } catch (fault) {
        test('can be loaded', () => {
          throw fault;
        });
      }
    });
    noteTimes(file);
  }
  await Promise.all(ends.map((end) => end()));
  noteTimes(`end of ${files.join(', ')}`);
  setTimeout(() => {
    console.error(`Still open after ${files.join(', ')}: ${process.getActiveResourcesInfo().join(', ')}`);
    process.exit(1);
  }, ENDING).unref();
};
