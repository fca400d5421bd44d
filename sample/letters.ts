import type { Instant } from '../src/base/time.ts';
import * as content from './content/index.ts';
import type { Keyring } from './keyring.ts';
import { type BodyIn, type Step, actStep, attached, moment } from './steps.ts';

/** What participants and the group write, and who says that they have it, as steps. */

/** The circular's number among all that was circulated; `play.test.ts` holds that it is. */
const CIRCULAR = 13;

const LISTS = {
  participants: { kind: 'participants' },
  forests: { kind: 'signatories', text: 2 },
} as const satisfies Record<content.SentLetter['to'], BodyIn<'letter.send'>['list']>;

export const letters = (keys: Keyring, today: Instant): readonly Step[] => [
  ...content.LETTERS.map(({ at, by, kind, to, subject, correspondent, answers, words }, i) => {
    const said = attached(`letter ${i + 1}`, words.join('\n\n'));
    const body = { kind, subject, language: 'en', answers: answers ? CIRCULAR : null, words: said.hash, files: [] };
    const sent = { ...body, correspondent, list: LISTS[to] };
    return actStep(moment(today, at), 'letter.send', [by, 1], sent, [keys.key(by, 1)], [said]);
  }),
  ...content.ACKNOWLEDGED.map(({ at, by }) =>
    actStep(moment(today, at), 'post.acknowledge', [by, 1], { circulation: CIRCULAR }, [keys.key(by, 1)]),
  ),
];
