import { fromBase64 } from '../src/base/bytes.ts';
import type { Instant } from '../src/base/time.ts';
import * as content from './content/index.ts';
import type { Keyring } from './keyring.ts';
import { type Step, actStep, attachedBytes, moment } from './steps.ts';

/** What participants say of themselves since they entered, as steps. */
export const descriptions = (keys: Keyring, today: Instant): readonly Step[] =>
  content.DESCRIPTIONS.map(({ at, by, own, picture }) => {
    const organisation = content.PARTICIPANTS.find(({ id }) => id === by);
    const bytes = fromBase64(picture);
    if (organisation === undefined || bytes === null) throw new TypeError(`${by} cannot be described`);
    const drawn = attachedBytes(`picture of ${by}`, bytes);
    const body = {
      about: [
        { language: organisation.lang, words: own },
        { language: 'en', words: organisation.about },
      ],
      website: organisation.website,
      picture: { kind: 'new', type: 'image/png', hash: drawn.hash },
    } as const;
    return actStep(moment(today, at), 'organisation.describe', [by, 1], body, [keys.key(by, 1)], [drawn]);
  });
