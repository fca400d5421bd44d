import type { Act } from '../act.ts';
import type { Matter } from '../law/matter.ts';
import { wasPublic } from './meeting-rules.ts';
import { itsMeeting } from '../law/resource.ts';
import type { State } from '../state.ts';

/**
 * What went on in a meeting's sittings: anybody may follow it where the notice in force said so. What was said among members stays theirs when the meeting is
 * made public, and what anybody could hear is not taken back.
 */
export const matterOfSitting = ({ meetings }: State, number: number, index: number): Matter => {
  const meeting = meetings[number - 1];
  return meeting !== undefined && wasPublic(meeting, index) ? 'public-sitting' : 'meeting';
};

type InMeeting = Act<string, { readonly meeting: number }>;

const matter = (state: State, { body }: InMeeting, index: number): Matter =>
  matterOfSitting(state, body.meeting, index);

/** What the definitions of the acts in the room have in common. */
export const IN_ROOM = {
  matter,
  subjects: itsMeeting,
  signedInPublic: (state: State, act: InMeeting, index: number): boolean =>
    matter(state, act, index) === 'public-sitting',
} as const;

/** What of a meeting may be seen by more than the acts that manage it: the meeting itself, where anybody may follow it. */
export const openMeeting = (state: State, number: number, index: number) =>
  ({ resource: `meetings/${number}`, matter: matterOfSitting(state, number, index), about: null }) as const;
