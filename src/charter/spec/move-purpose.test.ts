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
} as const satisfies Readonly<Record<string, (scene: Scene) => Made>>;
