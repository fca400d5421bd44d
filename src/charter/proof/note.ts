import type { Instant } from '../../base/time.ts';
import { articlesOf } from '../final/final-of.ts';
import type { NoteFile } from '../final/note.ts';
import type { Version } from '../law/charter.ts';
import type { Roll } from './roll.ts';
import type { Subject } from './subject.ts';

/** What the host’s list says. */
interface Claimed {
  readonly subject: Subject;
  readonly adopted: { readonly how: 'unanimous' | 'broad-consensus'; readonly at: Instant } | null;
}

/**
 * Whether a note may stand beside these words: it is of a text that was adopted, and says of that what the host’s list says; it cites the articles that such an adoption has; and each slip changes
 * words that the text had until then. Where a text was decided and by which mandate is the host’s word.
 */
export const noteHolds = (file: NoteFile, { subject, adopted }: Claimed, version: Version, roll: Roll): boolean => {
  if (file === null) return subject.kind !== 'text' || adopted === null;
  const { note, slips } = file;
  if (subject.kind !== 'text' || adopted === null) return false;
  const kind = version.charter === undefined ? 'resolution' : 'charter';
  return (
    note.how === adopted.how &&
    note.at === adopted.at &&
    note.articles.join(' ') === articlesOf({ kind }, note.how).join(' ') &&
    (note.charter.number > 1 || note.charter.title === roll.state.charter?.charter.title) &&
    slipsHold(slips, version, note.at)
  );
};

const slipsHold = (slips: NonNullable<NoteFile>['slips'], { clauses }: Version, adopted: number): boolean => {
  const words = new Map<string, string>(clauses.map((clause) => [clause.id, clause.words]));
  let last = adopted;
  for (const { clause, before, words: now, on } of slips) {
    if (on < last || words.get(clause) !== before || now === before) return false;
    words.set(clause, now);
    last = on;
  }
  return true;
};
