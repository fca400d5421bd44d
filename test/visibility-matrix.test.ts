import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import type { OrganisationId } from '../src/base/ids.ts';
import { SECOND, after as later } from '../src/base/time.ts';
import type { Matter } from '../src/charter/law/matter.ts';
import { generateSigningKey } from '../src/record/sign-ed25519.ts';
import { sampleKey } from '../src/record/sample-keys.ts';
import { AUDIENCE } from '../src/charter/visibility.ts';
import * as content from '../sample/content/index.ts';
import { printedOf } from '../sample/people.ts';
import { type Answered, crawl, decoded, fetched } from './kit/crawl.ts';
import { type Beginnings, addHashes, hashesIn, valuesOf } from './kit/hashes.ts';
import { addressesOf } from './kit/nothing.ts';
import { createSampleScene } from './kit/sample.ts';
import { MEMBERS, NAMES, VIEWERS, type ViewerName, maySee } from './kit/viewers.ts';
import { type Secret, addSecrets, needleIn, secrets } from './kit/secrets.ts';
import { type Listener, createListener, sizesIn } from './kit/listener.ts';

/**
 * Who sees what, everywhere: every page, every answer of the API and every live event of the sample, for each kind of viewer,
 * held against the one table in `charter/visibility.ts`. What each viewer is, the test knows from the story, not from the code.
 */

const keys = () => Promise.all([generateSigningKey(), generateSigningKey()]);

const scene = await createSampleScene({ met: false, shown: false });
after(scene.close);
await addSecrets(scene);

const tokens = new Map<ViewerName, string | null>();
for (const [name, delegate] of Object.entries(VIEWERS))
  tokens.set(name as ViewerName, delegate === null ? null : await scene.signIn(...delegate));
const ask = (viewer: ViewerName, path: string) => fetched(scene, path, tokens.get(viewer) ?? null);

/** Each secret with the stretch of it that is looked for. Some words became public: those are none. */
const SECRETS = (await secrets()).flatMap((secret) => {
  const needle = needleIn(secret.words);
  return needle === null ? [] : [{ ...secret, needle }];
});

/** What each viewer gets at each path that any of them finds by following links. */
const pages = async (): Promise<ReadonlyMap<ViewerName, readonly Answered[]>> => {
  const found = new Map<ViewerName, readonly Answered[]>();
  const follow = (path: string): boolean => !path.includes('lang=') && !path.startsWith('/api/');
  for (const viewer of NAMES)
    found.set(viewer, await crawl(scene, ['/', '/sample'], tokens.get(viewer) ?? null, follow));
  const paths = new Set([...found.values()].flatMap((answers) => answers.map(({ path }) => path)));
  for (const [viewer, answers] of found) {
    const left = paths.difference(new Set(answers.map(({ path }) => path)));
    found.set(viewer, [...answers, ...(await asked(viewer, left))]);
  }
  return found;
};

const asked = async (viewer: ViewerName, paths: Iterable<string>): Promise<readonly Answered[]> => {
  const answers: Answered[] = [];
  for (const path of paths) answers.push(await ask(viewer, path));
  return answers;
};

const { size, organisations, texts, statements } = scene.conference.state();
const upTo = (count: number, from = 1): readonly string[] => Array.from({ length: count }, (_, i) => `${i + from}`);
const FILLED: Readonly<Record<string, readonly string[]>> = {
  slug: ['sample'],
  id: [...organisations.keys()],
  number: upTo(Math.max(texts.length, statements.length)),
  revision: upTo(3),
  issue: upTo(2),
  index: upTo(size, 0),
  hash: await scene.conference.attachmentHashes(),
};
const apiPaths = (): readonly string[] => {
  const fill = (path: string): readonly string[] => {
    const name = /\{([a-z]+)\}/u.exec(path)?.[1];
    if (name === undefined) return [path];
    return (FILLED[name] ?? []).flatMap((value) => fill(path.replace(`{${name}}`, value)));
  };
  const paths = scene.routes
    .filter(({ method, path }) => method === 'get' && !path.endsWith('/events') && !path.includes('/log/'))
    .flatMap(({ path }) => fill(path));
  return [
    ...paths,
    ...[0, 256].map((from) => `/api/conferences/sample/entries?from=${from}`),
    ...['entries/000', 'entries/000.p/7', '0/000', '0/000.p/7'].map((tile) => `/sample/log/tile/${tile}`),
  ];
};

/** An answer as one reads it: as it came, with its markup taken off, and with its entities and escapes undone. */
const readings = ({ body, type }: Answered): string => {
  if (type !== 'text/html') return body;
  const plain = decoded(body.replaceAll(/<[^>]*>/gu, '')).replaceAll(/\s+/gu, ' ');
  return `${decoded(body)}\n${plain}`;
};

const leaks = (viewer: ViewerName, answer: Answered): readonly string[] => {
  // What somebody asked for by name stands in the address, and from there in a link or two.
  const text = readings(answer).replaceAll(answer.path, '').replaceAll(encodeURIComponent(answer.path), '');
  return SECRETS.filter(({ matter, about, needle }) => !maySee(viewer, matter, about) && text.includes(needle)).map(
    ({ matter, about, needle }) => `${viewer} at ${answer.path}: ${matter} ${about ?? ''} “${needle}”`,
  );
};

/** What each viewer was answered, kept to be held against what others were. */
const answered = new Map<ViewerName, readonly Answered[]>();
const keep = (viewer: ViewerName, answers: readonly Answered[]): void => {
  answered.set(viewer, [...(answered.get(viewer) ?? []), ...answers]);
};
const jsonOf = (viewer: ViewerName): Set<string> => valuesOf(answered.get(viewer) ?? []);

const { ofNothing, refusedOf, without } = addressesOf([...organisations.keys()]);

const found = new Set<Secret>();
const note = (answer: Answered): void => {
  const text = readings(answer);
  for (const secret of SECRETS) if (!found.has(secret) && text.includes(secret.needle)) found.add(secret);
};

/** What each viewer was answered at each path. */
const heard = new Map<string, Map<ViewerName, Answered>>();

const leaksIn = (viewer: ViewerName, answers: readonly Answered[]): readonly string[] =>
  answers.flatMap((answer) => {
    const here = heard.get(answer.path) ?? new Map<ViewerName, Answered>();
    heard.set(answer.path, here.set(viewer, answer));
    assert.ok(answer.status < 500, `${viewer} at ${answer.path}: ${answer.status}`);
    if (MEMBERS.has(viewer)) note(answer);
    return leaks(viewer, answer);
  });

describe('Who sees what', () => {
  it('is asked of every kind of matter that is not for everyone', () => {
    const hidden = Object.entries(AUDIENCE).flatMap(([matter, audience]) => (audience === 'everyone' ? [] : [matter]));
    const asked = new Set<string>(SECRETS.map(({ matter }) => matter));
    // A conference that is founded has no founding any more; and where no assembly has met there are no books: `means-pages.test.ts` asks for those.
    assert.deepEqual(
      hidden.filter((matter) => !asked.has(matter)),
      ['founding', 'books'],
    );
    assert.ok(SECRETS.length > 100);
  });

  it('holds on every page', async () => {
    for (const [viewer, answers] of await pages()) {
      assert.ok(answers.length > 300, `${answers.length} pages`);
      keep(viewer, answers);
      assert.deepEqual(leaksIn(viewer, answers), []);
    }
    assert.deepEqual(scene.faults, []);
  });

  it('holds for every answer of the API', async () => {
    const paths = apiPaths();
    assert.ok(paths.length > 400, `${paths.length} answers`);
    for (const viewer of NAMES) {
      const answers = await asked(viewer, paths);
      keep(viewer, answers);
      assert.deepEqual(leaksIn(viewer, answers), []);
    }
  });

  it('holds for hashes from which somebody who guesses would know that they are right', () => {
    const all = jsonOf('participant');
    for (const viewer of NAMES.filter((name) => !MEMBERS.has(name))) {
      const hidden: Beginnings = new Map();
      const open: Beginnings = new Map();
      const own = jsonOf(viewer);
      for (const value of own) addHashes(open, value);
      for (const value of all.difference(own)) addHashes(hidden, value);
      for (const start of open.keys()) hidden.delete(start);
      assert.ok(hidden.size > 3000, `${hidden.size} hashes`);
      const leaks = (answered.get(viewer) ?? []).flatMap(({ path, body }) =>
        hashesIn(body, hidden).map((value) => `${viewer} at ${path}: ${value.slice(0, 200)}`),
      );
      assert.deepEqual(leaks, []);
    }
  });

  it('holds for what a browser or a cache in between may keep', () => {
    assert.ok(heard.size > 700, `${heard.size} paths`);
    let differing = 0;
    for (const [path, answers] of heard) {
      const all = [...answers.values()];
      const shown = answers.get('public');
      if (all.every(({ status, body }) => status === shown?.status && body === shown.body)) continue;
      differing += 1;
      for (const [viewer, { keeping, body }] of answers) {
        const where = `${viewer} at ${path}: ${keeping}`;
        assert.match(keeping, /\bno-store\b|\bprivate\b/u, where);
        if (body !== shown?.body) assert.match(keeping, /\bno-store\b/u, where);
      }
    }
    assert.ok(differing > 300, `${differing} that differ`);
  });

  it('and what is hidden is not there in the same way as what there never was', async () => {
    for (const viewer of NAMES.filter((name) => !MEMBERS.has(name))) {
      let compared = 0;
      for (const { path, status, body } of refusedOf(answered.get(viewer) ?? [])) {
        const missing = ofNothing(path);
        if (missing === path) continue;
        const other = await ask(viewer, missing);
        assert.deepEqual(
          [other.status, without(other.body, missing)],
          [status, without(body, path)],
          `${viewer} at ${path} and ${missing}`,
        );
        compared++;
      }
      assert.ok(compared > 30, `${compared} addresses`);
    }
  });

  it('hides nothing from participants that they may see', () => {
    const missing = SECRETS.filter((secret) => !found.has(secret));
    assert.deepEqual(
      missing.map(({ matter, needle }) => `${matter}: ${needle}`),
      [],
    );
  });

  it('holds for every live event', async () => {
    const { act, conference, clock } = scene;
    const listeners = new Map<ViewerName, Listener>();
    for (const viewer of NAMES) listeners.set(viewer, await createListener(scene, tokens.get(viewer) ?? null));
    const happened: { readonly size: number; readonly matter: Matter; readonly about: string | null }[] = [];
    const happens = async (matter: Matter, about: string | null, what: Promise<void>): Promise<void> => {
      await what;
      happened.push({ size: conference.state().size, matter, about });
      clock.set(later(clock.now(), SECOND));
    };
    const on = { kind: 'clause', clause: 'remove' } as const;
    const positions = [{ on, stand: 'accept', reason: null, conditions: [] }] as const;
    const change = { kind: 'delete', clause: 'small' } as const;
    const proposal = { text: 4, revision: 3, change, reason: 'It says what all know.' } as const;
    const calm = { organisation: content.APPLICANT.id };
    const [third, guestKey] = await keys();
    const appointment = { delegate: 4, name: null, role: 'assisting', invitation: third.publicKey } as const;
    const enrolment = { delegate: 1, key: guestKey.publicKey, use: 'ssh', name: null } as const;
    const guests = [await sampleKey('drustvo-ob-savi', 1), guestKey];
    const { hash: version = '' } = texts[2]?.revisions.at(-1) ?? {};
    const whole = { version, clauses: null, riders: [], adReferendum: false };
    const signature = { text: 3, printed: printedOf('diktyo-potamon'), ...whole };
    const observation = { text: 3, version, kind: 'view', clauses: [], words: 'We see it in our own way.' } as const;
    const open = { ...observation, public: true };
    const { hash = '' } = statements[0] ?? {};
    const joining = { statement: 1, printed: printedOf('lumi-i-lire'), version: hash };

    await happens('position', null, act(['diktyo-potamon', 1], 'positions.take', { text: 4, revision: 3, positions }));
    await happens('amendment', null, act(['diktyo-potamon', 1], 'amendment.propose', proposal));
    await happens('observation', null, act(['pro-delta', 1], 'observation.make', { ...observation, public: false }));
    await happens('public-observation', null, act(['pro-delta', 1], 'observation.make', open));
    await happens('circulation', null, conference.noteShown('nehir-dernegi' as OrganisationId, [4, 5, 6, 7, 8]));
    await happens('recovery', null, act(['pro-delta', 1], 'recovery.withdraw-disagreement', { recovery: 1 }));
    await happens(
      'delegate',
      'zelena-sava',
      act(['zelena-sava', 1], 'delegate.appoint', appointment, { alsoBy: [third] }),
    );
    await happens('key', 'drustvo-ob-savi', act(['drustvo-ob-savi', 1], 'key.enrol', enrolment, { signers: guests }));
    await happens(
      'application',
      content.APPLICANT.id,
      act(['rijeke-bosne', 1], 'participation.withdraw-disagreement', calm),
    );
    await happens('signature', null, act(['diktyo-potamon', 1], 'text.sign', signature));
    await happens('statement', null, act(['lumi-i-lire', 1], 'statement.sign', joining));
    await scene.close();

    for (const viewer of NAMES) {
      const stream = (await listeners.get(viewer)?.heard()) ?? '';
      const due = happened.filter(({ matter, about }) => maySee(viewer, matter, about));
      assert.deepEqual(
        sizesIn(stream),
        due.map(({ size }) => size),
        viewer,
      );
      assert.deepEqual(
        leaks(viewer, { path: 'events', status: 200, type: 'text/event-stream', body: stream, keeping: '' }),
        [],
      );
    }
  });
});
