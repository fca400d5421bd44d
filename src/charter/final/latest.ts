import { type Instant, instant } from '../../base/time.ts';
import type { Final } from './final.ts';
import type { FinalStatement } from './statement.ts';

/** When the last thing happened that a finished text tells of. */
export const latestOf = ({ note, slips, signatories, observations }: Final): Instant =>
  instant(
    Math.max(
      note.at,
      ...slips.map(({ on }) => on),
      ...signatories.flatMap(({ on, withdrawn, referendum }) => [on, withdrawn ?? on, referendum?.confirmed ?? on]),
      ...observations.map(({ on }) => on),
    ),
  );

/** Likewise a statement. @param made when its words were written, which stands for itself until somebody signs */
export const latestOfStatement = ({ signatories }: Pick<FinalStatement, 'signatories'>, made: Instant): Instant =>
  instant(Math.max(made, ...signatories.flatMap(({ on, withdrawn }) => [on, withdrawn?.on ?? on])));
