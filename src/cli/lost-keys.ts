import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Unusable } from '../conference/unusable.ts';

/** What follows where a file of the post is made anew, which is made where it is not there. */
const COSTS = {
  'mail-key': 'links in mails that have gone out lead nowhere, and what comes back of them is not known',
  'dkim.pem': 'the DNS needs its new record, which “isonomia mail-dns” shows',
  'mail-since': 'what was communicated until now goes out by mail to nobody any more',
} as const;

/** What a post lacks in a folder where there was one before: it goes on, and says so. */
export const lostKeys = (folder: string): readonly Unusable[] =>
  existsSync(join(folder, 'outbox.sqlite'))
    ? Object.entries(COSTS)
        .map(([name, cost]) => [join(folder, name), cost] as const)
        .filter(([file]) => !existsSync(file))
        .map(
          ([file, cost]) =>
            new Unusable(
              `${file} is missing and is made anew: ${cost}. Stop the node and put ${basename(file)} back, where there is a backup.`,
            ),
        )
    : [];
