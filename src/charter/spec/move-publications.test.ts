import { DAY, after } from '../../base/time.ts';
import { itemNow } from '../publications/contents.ts';
import type { Periodical } from '../publications/state.ts';
import { pick } from './move-cast.test.ts';
import { type Made, type Scene, wording } from './move-scene.test.ts';
import { fakeHash } from './world.ts';

/** Makes acts of publications out of random moves. */

const periodicalOf = ({ world: { state }, move: { how, apt } }: Scene): Periodical | undefined =>
  pick(
    state.periodicals.filter(({ decided }) => !apt || decided !== null),
    how,
  );

/** Something that lies open, mostly. */
const putOf = (scene: Scene) => {
  const { state } = scene.world;
  const open = state.deadlines.filter((deadline) => deadline.kind === 'publication');
  const one = pick(open, scene.move.what);
  return { periodical: one?.periodical ?? 1, issue: one?.issue ?? null };
};

export const PUBLICATION_ACTS = {
  'periodical.propose': ({ world, move: { how } }) => ({
    body: {
      title: `Periodical ${how}`,
      purpose: 'Rivers.',
      languages: ['en', 'el'],
      byGroup: how % 2 === 0 ? null : after(world.now, (20 + (how % 40)) * DAY),
    },
  }),
  'periodical.edit': (scene) => ({
    body: { periodical: periodicalOf(scene)?.number ?? 1, edits: scene.move.how % 4 > 0 },
  }),
  'article.write': (scene) => {
    const { how, apt } = scene.move;
    const periodical = periodicalOf(scene);
    const article = how % 3 === 0 ? (pick(periodical?.waiting ?? [], how) ?? null) : null;
    return {
      body: {
        periodical: periodical?.number ?? 1,
        article,
        language: apt && article !== null ? 'el' : 'en',
        title: `Article ${how}`,
        clauses: wording(how),
      },
    };
  },
  'article.withdraw': (scene) => {
    const periodical = periodicalOf(scene);
    const article = pick(periodical?.waiting ?? [], scene.move.how) ?? 1;
    const by = scene.move.apt ? (periodical?.articles[article - 1]?.by ?? scene.someone) : scene.someone;
    return { by, body: { periodical: periodical?.number ?? 1, article } };
  },
  'issue.put': (scene) => {
    const periodical = periodicalOf(scene);
    const { how, apt } = scene.move;
    const number = pick(periodical?.waiting ?? [], how) ?? 1;
    const item = periodical === undefined ? null : itemNow(scene.world.state, periodical, { kind: 'article', number });
    const by = apt ? (pick([...(periodical?.editors.keys() ?? [])], how) ?? scene.someone) : scene.someone;
    return {
      by,
      body: {
        periodical: periodical?.number ?? 1,
        title: null,
        items: [{ kind: 'article', number, version: item?.version ?? fakeHash('none') }],
      },
    };
  },
  'issue.agree': (scene) => {
    const { periodical, issue } = putOf(scene);
    return { body: { periodical, issue: issue ?? 1 } };
  },
  'issue.correct': (scene) => ({
    body: { periodical: periodicalOf(scene)?.number ?? 1, nth: 1, item: null, words: `Wrong ${scene.move.how}.` },
  }),
  'publication.disagree': (scene) => ({ body: { ...putOf(scene), reasons: 'Not this one.' } }),
  'publication.withdraw-disagreement': (scene) => ({ body: putOf(scene) }),
  'publication.withdraw': (scene) => {
    const { periodical, issue } = putOf(scene);
    const found = scene.world.state.periodicals[periodical - 1];
    const put = issue === null ? found : found?.issues[issue - 1];
    return { by: scene.move.apt ? (put?.by ?? scene.someone) : scene.someone, body: { periodical, issue } };
  },
} as const satisfies Readonly<Record<string, (scene: Scene) => Made>>;
