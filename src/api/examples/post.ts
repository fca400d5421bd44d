import type { ActKind } from '../../charter/acts.ts';
import { APRIL, type ExamplesOf, HASH } from './common.ts';

/** Examples of the acts by which everyone is kept informed and helped (articles 8.4, 9.2 and 9.6). */

type Theme = 'attachment' | 'help' | 'letter' | 'post';
type PostKind = Extract<
  ActKind,
  `${Theme}.${string}` | 'host.delivered' | 'host.erased' | 'host.opened' | 'host.received'
>;

export const POST_EXAMPLES: ExamplesOf<PostKind> = {
  'help.ask': { what: 'secretarial', words: 'Someone who interprets between Greek and Bulgarian.', until: APRIL },
  'help.offer': { help: 1, words: 'Two of us can come for both days.' },
  'help.close': { help: 1, words: 'Thank you, Reka. We have all that we need.' },
  'letter.send': {
    kind: 'circular',
    subject: 'Rooms in Florina',
    language: 'en',
    answers: null,
    words: HASH,
    files: [{ name: 'rooms.pdf', type: 'application/pdf', hash: HASH }],
    correspondent: null,
    list: { kind: 'meeting', meeting: 1 },
  },
  'attachment.erase': { attachment: HASH, reason: 'The guest whom it names has asked us to.' },
  'post.acknowledge': { circulation: 1 },
  'post.otherwise': { circulation: 1, organisation: 'reka', how: 'By registered letter' },
  'host.delivered': {
    circulation: 1,
    outcomes: [
      { organisation: 'diktyo-potamon', result: 'handed-over', code: 250 },
      { organisation: 'reka', result: 'no-address', code: null },
    ],
  },
  'host.erased': { attachment: HASH, reason: 'Decision 12/2026 of the data protection authority.' },
  'host.opened': { organisation: 'reka', circulations: [1, 2] },
  'host.received': {
    organisation: 'reka',
    delegate: 1,
    proven: true,
    subject: 'Re: Rooms in Florina',
    language: 'bg',
    answers: 1,
    words: HASH,
    files: [],
  },
};
