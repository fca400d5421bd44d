import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { createApi } from '../src/api/api.ts';
import { fromUtf8, utf8 } from '../src/base/bytes.ts';
import type { Slug } from '../src/base/ids.ts';
import { unlessHalted } from '../src/conference/halted.ts';
import { createHost } from '../src/conference/host.ts';
import { generateHostKey } from '../src/conference/host-key.ts';
import type { Store } from '../src/conference/ports.ts';
import type { Host } from '../src/conference/types.ts';
import { Unusable } from '../src/conference/unusable.ts';
import { type ApiScene, ONE, ORIGIN, SLUG, createApiScene, problemIn } from './kit/api.ts';
import { smallConference } from './kit/small-conference.ts';
import { webOn } from './kit/web.ts';

/** A conference whose record cannot be read stops alone, and says so wherever it is asked for. */

const OTHER = 'forests' as Slug;

let scene: ApiScene;
before(async () => {
  scene = await createApiScene();
  await smallConference(scene.host, scene.clock.now, ['ksi', 'psi'], { slug: OTHER });
});

/** The same installation opened anew, where the store gives back one entry of a record otherwise than it was; what is told of it. */
const openedAgain = async (spoil: (entry: string) => string, at = 3): Promise<{ host: Host; told: Error[] }> => {
  const told: Error[] = [];
  const read: Store['read'] = async (slug, from, to) =>
    (await scene.store.read(slug, from, to)).map((bytes, i) =>
      slug === SLUG && from + i === at ? utf8(spoil(fromUtf8(bytes) ?? '')) : bytes,
    );
  const { clock, store } = scene;
  const onFault = (fault: unknown): void => void told.push(fault as Error);
  const host = await createHost({
    store: { ...store, read },
    hostKey: generateHostKey(),
    clock,
    origin: ORIGIN,
    onFault,
  });
  return { host, told };
};

const unknownKind = (entry: string): string => entry.replace(/"kind":"[a-z.]+"/u, '"kind":"conference.dissolve"');

describe('a record that cannot be read', () => {
  const WAYS: Readonly<Record<string, readonly [(entry: string) => string, RegExp]>> = {
    'holds an act of an unknown kind': [unknownKind, /entry 3: no act of the kind “conference\.dissolve” is known/u],
    'holds bytes that are no entry': [(entry) => entry.slice(0, 40), /entry 3: Not an entry/u],
    'holds no JSON': [(entry) => entry.replace('{"act":{', '{"act":#'), /entry 3: /u],
  };
  for (const [name, [spoil, why]] of Object.entries(WAYS)) {
    it(`because it ${name} halts its conference, named, and no other`, async () => {
      const { host, told } = await openedAgain(spoil);
      assert.deepEqual(
        host.conferences().map(({ slug }) => slug),
        [OTHER],
      );
      assert.deepEqual(
        host.halted().map(({ slug }) => slug),
        [SLUG],
      );
      assert.equal(told.length, 1);
      assert.ok(told[0] instanceof Unusable);
      assert.match(told[0].message, /^Conference “rivers” is halted, and no other: .*Put the file back/u);
      assert.match(told[0].message, why);
    });
  }
});

describe('while a conference is halted', () => {
  let host: Host;
  before(async () => {
    ({ host } = await openedAgain(unknownKind));
  });

  it('the API says so for all that is its, and serves the others', async () => {
    const api = createApi({ ...scene.deps, host });
    for (const path of [ONE, `${ONE}/texts`, `${ONE}/checkpoint`, `/${SLUG}/log/checkpoint`]) {
      const answer = await api.app.request(path);
      assert.equal((await problemIn(answer)).kind, 'halted', path);
      assert.equal(answer.status, 503);
      assert.match(answer.headers.get('retry-after') ?? '', /^\d+$/u);
    }
    const posted = await api.app.request(`${ONE}/acts`, { method: 'POST', body: '{}' });
    assert.equal(posted.status, 503);
    assert.equal((await api.app.request(`/api/conferences/${OTHER}`)).status, 200);
  });

  it('its pages say so in words, and those of the others are there', async () => {
    const web = webOn({ ...scene, host });
    for (const [path, words] of [
      [`/${SLUG}`, /cannot be read here just now/u],
      [`/${SLUG}/texts/1?lang=el`, /δεν διαβάζεται εδώ/u],
    ] as const) {
      const answer = await web.request(path);
      assert.equal(answer.status, 503, path);
      assert.match(await answer.text(), words);
    }
    assert.equal((await web.request(`/${OTHER}`)).status, 200);
  });

  it('nobody founds another under its name', async () => {
    const founded = await host.found(SLUG, utf8('{}'));
    assert.ok(!founded.ok && founded.error.kind === 'refused' && founded.error.refusal.kind === 'taken');
  });

  it('what is to be done for it once waits', () => {
    assert.throws(() => unlessHalted(host, SLUG), Unusable);
    assert.equal(unlessHalted(host, OTHER), host.conference(OTHER));
    assert.equal(unlessHalted(host, 'deserts' as Slug), null);
  });
});
