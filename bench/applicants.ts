import { utf8 } from '../src/base/bytes.ts';
import type { Country, VersionHash } from '../src/base/ids.ts';
import { attach } from '../src/record/envelope.ts';
import { printedAs } from '../test/kit/printed.ts';
import { type Speaker, type Written, write } from '../test/kit/small-conference.ts';

/** How many organisations may found a conference: each signs that act. The others are admitted. */
export const FOUNDERS = 60;

/** An application, with its letter. */
export const application = (speaker: Speaker, head: Parameters<typeof write>[1], charter: VersionHash): Written => {
  const letter = attach(utf8('We live on the river.'));
  const body = {
    printed: printedAs(speaker.organisation),
    country: 'MK' as Country,
    about: null,
    website: null,
    charter,
    letter: letter.hash,
    delegate: null,
    key: speaker.pen.publicKey,
    use: 'ssh',
  } as const;
  return write(speaker, head, 'participation.apply', body, { attachments: [letter] });
};
