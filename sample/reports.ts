import { type Instant, dayOf } from '../src/base/time.ts';
import type { ActKind } from '../src/charter/acts.ts';
import * as content from './content/index.ts';
import type { Keyring } from './keyring.ts';
import { type BodyIn, type Step, actStep, moment } from './steps.ts';

/** What participants report, correct, bring in another language and say to it, as steps. They are numbered as they are told. */
export const reports = (keys: Keyring, today: Instant): readonly Step[] =>
  content.REPORTS.flatMap((told, i): readonly Step[] => {
    const report = i + 1;
    const act = <const K extends ActKind>(at: content.When, by: string, kind: K, body: BodyIn<K>): Step =>
      actStep(moment(today, at), kind, [by, 1], body, [keys.key(by, 1)]);
    const { at, by, corrected, renderings = [], comments = [] } = told;
    const first = contentsOf(told, today);
    return [
      act(at, by, 'report.make', first),
      ...(corrected === undefined
        ? []
        : [
            act(corrected.at, by, 'report.correct', {
              ...first,
              report,
              version: 1,
              words: corrected.words.join('\n\n'),
            }),
          ]),
      ...renderings.map(({ at: when, by: who, language, title, words }) =>
        act(when, who, 'report.translate', {
          report,
          version: corrected === undefined ? 1 : 2,
          language,
          title,
          words: words.join('\n\n'),
        }),
      ),
      ...comments.map(({ at: when, by: who, words }) =>
        act(when, who, 'report.comment', { report, words, language: null }),
      ),
    ];
  });

const contentsOf = (told: content.SampleReport, today: Instant): BodyIn<'report.make'> => {
  const { title, country, days, occasion, language, words, public: open } = told;
  const on = (day: number) => dayOf(moment(today, [day, 12, 0]));
  return {
    title,
    country,
    period: days === null ? null : { from: on(days[0]), to: on(days[1]) },
    occasion,
    language,
    words: words.join('\n\n'),
    files: [],
    public: open,
  };
};
