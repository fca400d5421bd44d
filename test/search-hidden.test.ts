import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import type { Matter } from '../src/charter/law/matter.ts';
import { MOST_TERMS } from '../src/conference/search/query.ts';
import { decoded, fetched } from './kit/crawl.ts';
import { createSampleScene } from './kit/sample.ts';
import { PUBLIC_WORDS, addSecrets, needleIn, secrets } from './kit/secrets.ts';
import { MEMBERS, NAMES, VIEWERS, type ViewerName, maySee } from './kit/viewers.ts';

/** Who finds what: whoever may not see something is answered as if it were not there, on the page and by the API; whoever may, finds it. */

const scene = await createSampleScene({ met: false, shown: false });
after(scene.close);
await addSecrets(scene);
const tokens = new Map<ViewerName, string | null>();
for (const name of NAMES) {
  const delegate = VIEWERS[name];
  tokens.set(name, delegate === null ? null : await scene.signIn(...delegate));
}

/** Persons, keys and addresses are not to be looked up; of what fell due nobody wrote anything. */
const NOT_LOOKED_UP = new Set<Matter>(['delegate', 'key', 'tick']);

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];

/** Whole words around the needle, as many as are looked for at once. */
const phraseIn = (words: string, needle: string): string => {
  const at = words.indexOf(needle);
  return wordsOf(words.slice(at))
    .slice(at > 0 ? 1 : 0)
    .slice(0, MOST_TERMS)
    .join(' ');
};

/** Words of a secret may stand in public ones, too. */
const OPEN = wordsOf(PUBLIC_WORDS).join(' ');

const SECRETS = (await secrets()).flatMap((secret) => {
  const needle = needleIn(secret.words);
  if (needle === null || NOT_LOOKED_UP.has(secret.matter)) return [];
  const phrase = phraseIn(secret.words, needle);
  return phrase === '' || OPEN.includes(phrase) ? [] : [{ ...secret, phrase }];
});

const ADDRESSES = ['/sample/search', '/api/conferences/sample/search'] as const;
const KINDS = ['', '&kind=entry'] as const;

/** What a viewer is answered, without what was asked. */
const answerTo = async (viewer: ViewerName, address: string, asked: string, more: string): Promise<string> => {
  const query = new URLSearchParams({ q: asked }).toString();
  const { status, body } = await fetched(scene, `${address}?${query}${more}`, tokens.get(viewer) ?? null);
  assert.equal(status, 200);
  const plain = decoded(body);
  return [query, encodeURIComponent(query), asked, asked.replaceAll('"', '')].reduce(
    (text, part) => text.replaceAll(part, '…'),
    plain,
  );
};

/** No words of anybody's; what those have written who lost a key; and an act of one who is no member any more, who finds of their own what stands on their page. */
const NOT_FOUND = [/^to whom and when$|^circulation$/u, /^the telephone with our/u, /^our oldest members asked/u];

const quoted = (words: string): string => `"${words}"`;
const NOTHING = quoted('zzgzz zzqzz zzwzz');

describe('What is looked for', () => {
  it('is of every kind that can be hidden and that people wrote', () => {
    assert.ok(SECRETS.length > 60, `${SECRETS.length}`);
  });

  for (const viewer of NAMES)
    it(`is answered to ${viewer} by what they may see and nothing else`, async () => {
      for (const address of ADDRESSES)
        for (const more of KINDS) {
          const nothing = await answerTo(viewer, address, NOTHING, more);
          for (const { matter, about, phrase } of SECRETS) {
            if (maySee(viewer, matter, about)) continue;
            const answer = await answerTo(viewer, address, quoted(phrase), more);
            assert.equal(answer, nothing, `${viewer} finds “${phrase}” (${matter}) at ${address}${more}`);
          }
        }
    });

  it('is found by whoever may see it', async () => {
    const missed: string[] = [];
    for (const viewer of NAMES)
      for (const { matter, about, phrase } of SECRETS) {
        if (!maySee(viewer, matter, about) || (!MEMBERS.has(viewer) && about === null)) continue;
        if (NOT_FOUND.some((known) => known.test(phrase))) continue;
        const found = await Promise.all(KINDS.map((more) => answerTo(viewer, ADDRESSES[1], quoted(phrase), more)));
        if (found.every((answer) => answer === '[]')) missed.push(`${viewer}, ${matter}: ${phrase}`);
      }
    assert.deepEqual(missed, []);
  });
});
