import type { ActKind } from '../../charter/acts.ts';
import { APRIL, type ExamplesOf, HASH } from './common.ts';

/** Examples of the acts by which the conference meets (articles 5, 6 and 9.1). */

const HOUR = 3_600_000;

const notice = {
  starts: APRIL + 9 * HOUR,
  ends: APRIL + 17 * HOUR,
  zone: 'Europe/Athens',
  place: 'Town hall, Florina',
  link: 'https://meet.example.org/rivers',
  languages: ['en', 'el', 'bg'],
  words: 'The hall has a ramp. Interpretation between all three languages.',
  public: false,
} as const;

const one = { meeting: 1 } as const;

type Theme = 'meeting' | 'agenda' | 'sitting' | 'speech' | 'card' | 'call' | 'summary' | 'group';
type MeetingKind = Extract<ActKind, `${Theme}.${string}` | 'decision.close' | 'host.replied'>;

export const MEETING_EXAMPLES: ExamplesOf<MeetingKind> = {
  'meeting.convene': { kind: 'assembly', notice },
  'meeting.second': one,
  'meeting.change': { ...one, notice: { ...notice, place: null, words: 'The hall is flooded: we meet online.' } },
  'meeting.cancel': { ...one, reason: 'The roads are closed. We convene anew in May.' },
  'meeting.reply': { ...one, reply: 'online' },
  'meeting.credentials': { ...one, delegates: [1, 3] },
  'meeting.guest': { ...one, name: HASH, capacity: 'observer', from: 'University of Western Macedonia' },
  'agenda.propose': {
    ...one,
    title: 'The waters that we share',
    words: 'To decide upon the resolution, or to say what is still missing.',
    texts: [1],
    files: [{ name: 'measurements.pdf', type: 'application/pdf', hash: HASH }],
  },
  'agenda.withdraw': { ...one, item: 2 },
  'sitting.open': one,
  'sitting.arrive': { ...one, present: true },
  'sitting.chair': { ...one, organisation: 'reka', delegate: 1 },
  'sitting.item': { ...one, item: 1 },
  'sitting.close': { ...one, resumes: APRIL + 33 * HOUR },
  'speech.request': { ...one, kind: 'speech' },
  'speech.end': { ...one, speech: 1 },
  'speech.call': { ...one, speech: 2 },
  'card.show': { ...one, card: 'warm' },
  'call.open': {
    ...one,
    question: { kind: 'election', members: ['diktyo-potamon', 'reka', 'zelena-sava'], substitutes: ['pro-delta'] },
  },
  'call.answer': { ...one, call: 1, stand: 'object', reason: 'Nobody from the lower river would be in the group.' },
  'call.close': { ...one, call: 1 },
  'decision.close': { text: 1 },
  'summary.circulate': {
    ...one,
    language: 'en',
    clauses: [
      { id: 'opening', kind: 'paragraph', words: 'The assembly began with twelve participants present.' },
      { id: 'waters', kind: 'paragraph', words: 'On the waters that we share, consensus was reached.' },
    ],
  },
  'summary.correct': {
    ...one,
    version: 1,
    clause: 'opening',
    words: 'The assembly began with thirteen participants present.',
    reason: 'We were there from the beginning, online.',
  },
  'summary.withdraw-correction': { ...one, correction: 1 },
  'group.resign': { reason: 'We have nobody left who could do the work.' },
  'host.replied': { ...one, organisation: 'reka', delegate: 1, proven: true, reply: 'coming' },
};
