import type { RefusalKind } from '../law/refusal.ts';
import { founded, tick } from './acts.ts';
import { SILENCE, agreeTo, decided, mandated, onPut, propose, put, write } from './publications.ts';
import { type Step, all, idle } from './spec.ts';
import type { Case } from './vector-meetings.test.ts';

/** The cases of periodicals. */

const late: Step = all(idle(SILENCE), tick);
const written = all(founded(3), decided('ada'), write('bor'));
const waiting = all(written, put('ada', [['article', 1]]));

export const PUBLICATION_REFUSED = {
  'editors-only': {
    name: '11.1 an issue put by one that is not on the editorial list',
    given: written,
    when: put('bor', [['article', 1]]),
  },
} as const satisfies { readonly [K in RefusalKind]?: Case };

export const PUBLICATION_ALLOWED: readonly Case[] = [
  { name: '11.1 nobody disagrees with a periodical', given: all(founded(3), propose('ada')), when: late },
  { name: '11.1 nobody disagrees with an issue', given: waiting, when: late },
  {
    name: '11.1 an issue with which somebody disagrees is not published',
    given: all(waiting, onPut('publication.disagree', 'cvet', 1)),
    when: late,
  },
  {
    name: '11.1 the group publishes at once',
    given: all(mandated, agreeTo('ada'), agreeTo('bor')),
    when: agreeTo('cvet'),
  },
];
