import { type Instant, dayOf } from '../src/base/time.ts';
import type { ActKind } from '../src/charter/acts.ts';
import * as content from './content/index.ts';
import type { Keyring } from './keyring.ts';
import { type BodyIn, type Step, actStep, moment } from './steps.ts';

/** The appeal, what others did for it, and the joint action with its report, as steps. */
export const solidarity = (keys: Keyring, today: Instant): readonly Step[] => {
  const act = <const K extends ActKind>(at: content.When, by: string, kind: K, body: BodyIn<K>): Step =>
    actStep(moment(today, at), kind, [by, 1], body, [keys.key(by, 1)]);
  const on = (day: number) => dayOf(moment(today, [day, 12, 0]));
  const { APPEAL, ACTION, ACTION_REPORT } = content;
  return [
    act(APPEAL.at, APPEAL.by, 'appeal.make', {
      title: APPEAL.title,
      country: APPEAL.country,
      report: APPEAL.report,
      language: 'en',
      words: APPEAL.words.join('\n\n'),
      needs: APPEAL.needs,
      how: APPEAL.how,
      until: on(APPEAL.until),
      public: true,
    }),
    ...APPEAL.help.map(({ at, by, ...help }) => act(at, by, 'appeal.help', { appeal: 1, ...help })),
    act(APPEAL.closed.at, APPEAL.by, 'appeal.close', { appeal: 1, words: APPEAL.closed.words }),
    act(ACTION.at, ACTION.by, 'action.propose', {
      title: ACTION.title,
      language: 'en',
      words: ACTION.words.join('\n\n'),
      parts: ACTION.parts.map(({ days, ...part }) => ({ ...part, from: on(days[0]), to: on(days[1]) })),
      tasks: ACTION.tasks,
      text: null,
      files: [],
      public: true,
    }),
    ...ACTION.joined.map(({ at, by, parts, words }) => act(at, by, 'action.join', { action: 1, parts, words })),
    ...ACTION.tasked.map(({ at, by, task }) => act(at, by, 'action.task', { action: 1, task, takes: true })),
    act(ACTION_REPORT.at, ACTION_REPORT.by, 'report.make', {
      title: ACTION_REPORT.title,
      country: ACTION_REPORT.country,
      period: { from: on(ACTION_REPORT.days[0]), to: on(ACTION_REPORT.days[1]) },
      occasion: ACTION_REPORT.occasion,
      language: 'en',
      words: ACTION_REPORT.words.join('\n\n'),
      files: [],
      public: true,
    }),
    act(ACTION.ended.at, ACTION.by, 'action.end', {
      action: 1,
      outcome: 'held',
      report: content.REPORTS.length,
      words: ACTION.ended.words,
    }),
  ];
};
