import { lastVersion } from '../purpose/reports.ts';
import { pick } from './move-cast.test.ts';
import type { Made, Scene } from './move-scene.test.ts';

/** Makes acts of chapter 1 out of random moves. */

const told = ({ move: { how, apt } }: Scene) => ({
  title: `Report ${how}`,
  country: 'GR',
  period: null,
  occasion: null,
  language: 'en',
  words: `The river is at ${how}.`,
  files: [],
  public: apt,
});

const reportOf = ({ world, someone, move: { how, apt } }: Scene) => {
  const found = pick(world.state.reports, how);
  const last = found === undefined ? undefined : lastVersion(found);
  return { report: found?.number ?? 1, last, by: apt ? (found?.by ?? someone) : someone };
};

/** An action, and one that takes part in it. */
const joined = ({ world, someone, move: { how, who, apt } }: Scene) => {
  const found = pick(world.state.actions, how);
  const by = apt ? (pick([...(found?.joined.keys() ?? [])], who) ?? someone) : someone;
  return { by, action: found?.number ?? 1, found };
};

export const PURPOSE_ACTS = {
  'report.make': (scene) => ({ body: told(scene) }),
  'report.correct': (scene) => {
    const { report, last, by } = reportOf(scene);
    const body = { ...told(scene), report, version: last?.number ?? 1 };
    return { by, body: { ...body, public: last?.public === true || body.public } };
  },
  'report.translate': (scene) => {
    const { report, last } = reportOf(scene);
    const language = pick(['el', 'sr', 'en'], scene.move.what) ?? 'el';
    return { body: { report, version: last?.number ?? 1, language, title: 'Άλλως', words: 'Νερό.' } };
  },
  'report.comment': (scene) => ({ body: { report: reportOf(scene).report, words: 'We heard.', language: null } }),
  'appeal.make': ({ move: { how, apt } }) => ({
    body: {
      title: `Appeal ${how}`,
      country: 'GR',
      report: null,
      language: 'en',
      words: 'The dyke is open.',
      needs: [{ kind: 'goods', words: 'Lamps' }],
      how: 'At the school.',
      until: null,
      public: apt,
    },
  }),
  'appeal.help': ({ world, move: { how, apt } }) => ({
    body: { appeal: pick(world.state.appeals, how)?.number ?? 1, kind: 'goods', words: `${how} lamps.`, public: apt },
  }),
  'appeal.close': ({ world, someone, move: { how, apt } }) => {
    const found = pick(world.state.appeals, how);
    return { by: apt ? (found?.by ?? someone) : someone, body: { appeal: found?.number ?? 1, words: null } };
  },
  'action.propose': ({ move: { how, apt } }) => {
    const part = { title: 'There', country: 'GR', place: 'A bridge', from: '2096-06-05', to: '2096-06-05' };
    const made = { language: 'en', words: 'Together.', parts: [part, part], tasks: ['Print'], text: null, files: [] };
    return { body: { title: `Action ${how}`, ...made, public: apt } };
  },
  'action.join': ({ world, move: { how, what } }) => ({
    body: { action: pick(world.state.actions, how)?.number ?? 1, parts: what % 2 === 0 ? null : [2], words: null },
  }),
  'action.leave': (scene) => {
    const { by, action } = joined(scene);
    return { by, body: { action, reason: null } };
  },
  'action.task': (scene) => {
    const { by, action, found } = joined(scene);
    const takes = found?.tasks[0]?.owners.some((id) => id === by) !== true;
    return { by, body: { action, task: 1, takes } };
  },
  'action.end': ({ world, someone, move: { how, apt } }) => {
    const found = pick(world.state.actions, how);
    const by = apt ? (found?.by ?? someone) : someone;
    return { by, body: { action: found?.number ?? 1, outcome: 'held', report: null, words: null } };
  },
} as const satisfies Readonly<Record<string, (scene: Scene) => Made>>;
