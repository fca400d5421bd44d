import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OrganisationId } from '../src/base/ids.ts';
import type { ActKind } from '../src/charter/acts.ts';
import { changedBy } from '../src/charter/sight/changes.ts';
import { EXAMPLES } from '../src/charter/spec/example.ts';
import { given } from '../src/charter/spec/spec.ts';
import type { World } from '../src/charter/spec/world.ts';
import { touches } from '../src/charter/sight/touches.ts';
import { SLUG, startWorld } from './kit/world-node.ts';

/** Pages that say what they are about are not asked for anew when something else has changed: so none of it may stand on them. */

const MEMBER = 'ada' as OrganisationId;

/** Below the conference, each where there is such a thing. */
const pagesOf = ({ state }: World): readonly string[] => {
  const last = (list: readonly unknown[], path: string): readonly string[] =>
    list.length === 0 ? [] : [`${path}/1`, `${path}/${list.length}`];
  return [
    ...last(state.texts, 'texts'),
    ...['positions', 'friction', 'history'].map((tab) => `texts/2/${tab}`),
    ...last(state.meetings, 'meetings'),
    ...last(state.meetings, 'meetings').flatMap((meeting) => [
      `${meeting}/follow`,
      `${meeting}/agenda`,
      `${meeting}/sitting`,
    ]),
    ...last(state.statements, 'statements'),
    ...last(state.circulations, 'letters/circulations'),
    'decisions/1',
  ];
};

interface Page {
  readonly about: readonly string[] | null;
  readonly main: string;
}

const pagesIn = async (world: World, paths: readonly string[]): Promise<ReadonlyMap<string, Page>> => {
  const node = await startWorld(world);
  try {
    const cookie = node.cookieOf(MEMBER);
    const pages = new Map<string, Page>();
    for (const path of paths) {
      const html = await (await node.ask(`/${SLUG}/${path}`, cookie)).text();
      const about = /data-about="([^"]*)"/u.exec(html)?.[1]?.split(' ') ?? null;
      const [main = ''] = /<main[^]*<\/main>/u.exec(html) ?? [];
      pages.set(path, { about, main });
    }
    return pages;
  } finally {
    await node.close();
  }
};

/** How many pages were seen to be as they were after an act of this kind, of those that are not renewed for it. */
const unchangedBy = async (kind: ActKind): Promise<number> => {
  const { given: before, next } = EXAMPLES[kind];
  const { world } = given(before);
  const from = world.entries.length;
  const then = given(before, next).world;
  const entries = then.entries.slice(from).map((entry, i) => ({ ...entry, index: from + i }));
  const changed = changedBy(then.state, { kind: 'organisation', id: MEMBER }, entries);
  // What may stand on any page renews them all.
  if (changed.length > 0 && touches([], changed)) return 0;
  const [was, is] = [await pagesIn(world, pagesOf(world)), await pagesIn(then, pagesOf(world))];
  const kept = [...was].filter(([, { about }]) => about !== null && !touches(about, changed));
  for (const [path, { main }] of kept)
    assert.equal(is.get(path)?.main, main, `${path} shows ${changed.join(' ')} after ${kind}`);
  return kept.length;
};

test('on a page that is not renewed nothing has changed, whatever was done', async () => {
  let kept = 0;
  for (const kind of Object.keys(EXAMPLES) as ActKind[]) kept += await unchangedBy(kind);
  assert.ok(kept > 100, `${kept}`);
});
