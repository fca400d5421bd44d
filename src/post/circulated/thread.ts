import type { Circulated } from '../../charter/group/state.ts';
import type { State } from '../../charter/state.ts';

/** What a circulation follows, so that mail programs show one conversation: by number, the oldest first. */
export const followed = (state: State, number: number): readonly number[] => {
  const circulation = state.circulations[number - 1];
  if (circulation === undefined) return [];
  const before = earlierOf(state, circulation.what, number);
  // A letter answers a letter that answers a letter: each is earlier than the one that answers it.
  const [first] = before;
  return first === undefined ? [] : [...new Set([...followed(state, first), ...before])];
};

const earlierOf = (state: State, what: Circulated, number: number): readonly number[] => {
  if (what.kind === 'letter') {
    const answers = state.letters[what.letter - 1]?.answers ?? null;
    return answers === null || answers >= number ? [] : [answers];
  }
  const about = subjectOf(what);
  if (about === null) return [];
  return state.circulations
    .filter((other) => other.number < number && subjectOf(other.what) === about)
    .map((other) => other.number);
};

/** One meeting's notices are one conversation, and so are the versions of its summary record. */
const subjectOf = (what: Circulated): string | null => {
  if (what.kind === 'notice' || what.kind === 'cancellation') return `meeting ${what.meeting}`;
  return what.kind === 'summary' ? `summary ${what.meeting}` : null;
};
