import { type Mutable, mutable } from '../../base/brand.ts';
import { inForce } from '../law/charter.ts';
import { follows } from '../law/consequences.ts';
import type { Mark } from '../law/mark.ts';
import { participants } from '../members/organisations.ts';
import type { State } from '../state.ts';
import { newMeeting } from './meetings.ts';
import { meetingRules, setOpen } from './meeting-rules.ts';
import type { Item } from './state.ts';

/**
 * Articles 5.1 and 13.1: the meeting at which a conference is founded is its first assembly. It needs no notice, for everybody is there; every founder's delegates have their
 * credentials, and nobody a right that others lack.
 */
export const holdFoundingMeeting = (state: Mutable<State>, on: Mark): void => {
  const held = state.foundingMeeting;
  if (held === null) return;
  const { by, agenda, starts, ends, zone, place } = held;
  const { languages } = inForce(state).charter;
  const notice = { starts, ends, zone, place, link: null, languages, words: null, public: false };
  const meeting = newMeeting(state, { kind: 'assembly', by, byGroup: false, stage: 'convened', notice }, on);
  const { standingItem } = meetingRules(state);
  const titles = [...(standingItem === null ? [] : [standingItem]), ...agenda];
  const items = titles.map((title, i): Item => ({
    number: i + 1,
    by,
    title,
    words: null,
    texts: [],
    files: [],
    on,
    standing: standingItem !== null && i === 0,
    late: false,
    withdrawn: null,
    taken: [],
  }));
  const credentials = participants(state).map(({ id, delegates }) => {
    const here = delegates.filter(({ recalled }) => recalled === null).map(({ number }) => number);
    return [id, { delegates: here, on }] as const;
  });
  // All of them convene it: none alone moves it or calls it off.
  const seconds = state.participants.filter((id) => id !== by);
  state.meetings.push(mutable({ ...meeting, seconds, items, credentials: new Map(credentials) }));
  setOpen(state, meeting.number, true);
  follows(state, on, `meetings/${meeting.number}`, 'meeting');
};
