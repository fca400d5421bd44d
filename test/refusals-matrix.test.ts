import { printedAs } from './kit/printed.ts';
import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import * as content from '../sample/content/index.ts';
import { utf8 } from '../src/base/bytes.ts';
import type { PublicKey } from '../src/base/ids.ts';
import { type JsonObject, canonicalBytes } from '../src/base/json.ts';
import { ACT_RULES, type ActKind, type AnyAct } from '../src/charter/acts.ts';
import { isByNewKey, newKeysOf } from '../src/charter/brought/keys.ts';
import { type UnreadAct, newNonce } from '../src/record/act.ts';
import { attach, writeEnvelope } from '../src/record/envelope.ts';
import type { Attachment } from '../src/base/act.ts';
import { fingerprint } from '../src/record/public-key.ts';
import { sampleInvitation, sampleKey } from '../src/record/sample-keys.ts';
import { type SigningKey, generateSigningKey, signEd25519 } from '../src/record/sign-ed25519.ts';
import { ACT_NAMESPACE } from '../src/record/verify-signature.ts';
import { SLUG, createSampleScene } from './kit/sample.ts';
import { FORMER, GUEST, addSecrets } from './kit/secrets.ts';

/**
 * What is hidden is refused as what is not there: every kind of act, by everybody who is no member, about each thing that they may not see and about one of its
 * kind that does not exist. Compared are status, code, words and headers.
 */

const scene = await createSampleScene({ met: false, shown: false });
after(scene.close);
await addSecrets(scene);
const state = scene.conference.state();

/** What an act can point at. */
interface Named {
  readonly organisation: string;
  readonly number: number;
  readonly delegate: number;
  /** A public key that its maker does not hold. */
  readonly key: PublicKey;
}

const MISSING: Named = {
  organisation: 'nikogar-ni',
  number: 909,
  delegate: 7,
  key: (await generateSigningKey()).publicKey,
};

const hiddenFrom = async (viewer: string): Promise<readonly Named[]> => {
  const assisting = await sampleKey('zelena-sava', 2);
  const link = await sampleInvitation('zelena-sava', 2);
  const applicant = await sampleKey(content.APPLICANT.id, 1);
  const all: readonly Named[] = [
    { organisation: GUEST.id, number: 4, delegate: 1, key: assisting.publicKey },
    { organisation: 'predomislili-se', number: 5, delegate: 1, key: link.publicKey },
    { organisation: content.APPLICANT.id, number: 4, delegate: 1, key: applicant.publicKey },
  ];
  return all.filter(({ organisation }) => organisation !== viewer);
};

/** The numbers in bodies that point at what some may not see; statements are for everyone. */
const POINTS = new Set([
  'text',
  'meeting',
  'circulation',
  'recovery',
  'help',
  'letter',
  'thread',
  'proposal',
  'amendment',
]);
const KEPT = new Set(['letter', 'explanation', 'name', 'words', 'hash', 'delegate']);
const beside = attach(utf8('Kept beside the record.'));
/** Whose acts name other organisations' delegates. */
const OF_OTHERS: ReadonlySet<ActKind> = new Set(['invitation.renew', 'recovery.vouch']);
const HASH = /^[\w-]{43}$/u;

/** The example of a kind, pointed at something else, with keys that its maker holds in place of those of the example. */
const bodyOf = (kind: ActKind, named: Named, fresh: readonly SigningKey[]) => {
  let next = 0;
  const attachments: Attachment[] = [];
  const walk = (value: unknown, field: string): unknown => {
    if (Array.isArray(value)) return value.map((one) => walk(one, field));
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, walk(inner, name)]));
    if (typeof value === 'number' && POINTS.has(field) && (field !== 'text' || kind !== 'statement.sign'))
      return named.number;
    if (typeof value === 'number' && field === 'delegate' && OF_OTHERS.has(kind)) return named.delegate;
    if (typeof value !== 'string') return value;
    if (value.startsWith('ssh-')) return field === 'host' ? value : (fresh[next++]?.publicKey ?? value);
    if (value.startsWith('SHA256:')) return fingerprint(named.key);
    if (HASH.test(value) && KEPT.has(field)) {
      if (attachments.length === 0) attachments.push(beside);
      return beside.hash;
    }
    return field === 'organisation' ? named.organisation : value;
  };
  return { body: walk(ACT_RULES[kind].example, '') as JsonObject, attachments };
};

const FRESH = await Promise.all(Array.from({ length: 4 }, generateSigningKey));

type By = readonly [organisation: string, delegate: number];

const actOf = (kind: ActKind, [organisation, delegate]: By, body: JsonObject): UnreadAct =>
  ({
    v: 1,
    kind,
    conference: kind === 'conference.found' ? '' : state.conference,
    by: { organisation, delegate },
    made: scene.clock.now(),
    nonce: newNonce(),
    body,
  }) as unknown as UnreadAct;

interface Told {
  readonly status: number;
  readonly headers: string;
  readonly body: string;
}

/** What the one door answers, with whatever was named taken out. */
const sent = async (
  act: UnreadAct,
  signatures: readonly Uint8Array<ArrayBuffer>[],
  attachments: readonly Attachment[],
  named: Named,
): Promise<Told> => {
  const answer = await scene.ask(`/api/conferences/${SLUG}/acts`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: writeEnvelope({ act, signatures, attachments }),
  });
  const headers = [...answer.headers].filter(([name]) => name !== 'location' && name !== 'content-length');
  return { status: answer.status, headers: JSON.stringify(headers), body: without(await answer.text(), named) };
};

const without = (text: string, { organisation, number, delegate, key }: Named): string =>
  [organisation, key, fingerprint(key), `“${number}”`, `"${number}"`, `“${delegate}”`, `"${delegate}"`]
    .reduce((left, word) => left.replaceAll(word, '…'), text)
    .replaceAll(new RegExp(`"(ref|delegate)":"?(${number}|${delegate})"?`, 'gu'), '"$1":…');

const sign = (key: SigningKey, act: UnreadAct) =>
  signEd25519(key, { message: canonicalBytes(act), namespace: ACT_NAMESPACE });
/** A signature of that key as anybody can copy it: for other bytes. */
const copied = (key: SigningKey) => signEd25519(key, { message: utf8('something else'), namespace: ACT_NAMESPACE });

/** Everybody who is no member, with the key that they sign with. */
const MAKERS: readonly (readonly [name: string, by: By, key: SigningKey])[] = [
  ['a stranger', [MISSING.organisation, 1], await generateSigningKey()],
  ['the applicant', [content.APPLICANT.id, 1], await sampleKey(content.APPLICANT.id, 1)],
  ['one that left', [FORMER, 1], await sampleKey(FORMER, 1)],
  ['one from outside', ['drustvo-ob-savi', 1], await sampleKey('drustvo-ob-savi', 1)],
];

const KINDS = Object.keys(ACT_RULES) as readonly ActKind[];
/** Whose maker is who it says, whatever else it names: by these a stranger asks for a name that they choose. */
const NEWCOMERS: ReadonlySet<ActKind> = new Set(['participation.apply']);

const attempt = async (kind: ActKind, by: By, maker: SigningKey, named: Named): Promise<Told> => {
  const { body, attachments } = bodyOf(kind, named, FRESH);
  const act = actOf(kind, by, body);
  const brought = newKeysOf({ kind, body: act.body as AnyAct['body'] }).map(
    ({ key }) => FRESH.find(({ publicKey }) => publicKey === key) ?? maker,
  );
  const keys = isByNewKey(kind) ? brought : [maker, ...brought];
  return sent(act, await Promise.all(keys.map((key) => sign(key, act))), attachments, named);
};

describe('What is hidden is refused as what is not there', () => {
  for (const [name, by, key] of MAKERS)
    it(`whatever ${name} names`, async () => {
      let compared = 0;
      for (const hidden of await hiddenFrom(by[0]))
        for (const kind of KINDS) {
          if (JSON.stringify(bodyOf(kind, hidden, FRESH)) === JSON.stringify(bodyOf(kind, MISSING, FRESH))) continue;
          // What was circulated to it while it took part is its own.
          if (kind === 'post.acknowledge' && by[0] === FORMER) continue;
          const here = await attempt(kind, by, key, hidden);
          assert.deepEqual(here, await attempt(kind, by, key, MISSING), `${kind} about ${JSON.stringify(hidden)}`);
          assert.ok(here.status >= 400 && here.status < 500, `${kind}: ${here.status} ${here.body}`);
          compared++;
        }
      assert.ok(compared > 80, `${compared}`);
      assert.deepEqual(scene.faults, []);
    });

  it('whoever an act says that it is by', async () => {
    for (const [, own, key] of MAKERS)
      for (const hidden of await hiddenFrom(own[0]))
        for (const kind of KINDS.filter((one) => !NEWCOMERS.has(one)))
          assert.deepEqual(
            await attempt(kind, [hidden.organisation, hidden.delegate], key, hidden),
            await attempt(kind, [MISSING.organisation, MISSING.delegate], key, MISSING),
            kind,
          );
  });

  it('whoever’s key it is that somebody copied', async () => {
    const [, applicant] = MAKERS;
    assert.ok(applicant !== undefined);
    const stranger = await generateSigningKey();
    const victims = await Promise.all([
      sampleKey('zelena-sava', 2),
      sampleInvitation('zelena-sava', 2),
      sampleKey('drustvo-ob-savi', 1),
    ]);
    const told = async (victim: SigningKey): Promise<readonly Told[]> => {
      const named = { ...MISSING, key: victim.publicKey };
      const brings = actOf('key.enrol', applicant[1], { delegate: 1, key: victim.publicKey, use: 'ssh', name: null });
      const links = actOf('delegate.appoint', applicant[1], {
        delegate: 2,
        name: null,
        role: 'assisting',
        invitation: victim.publicKey,
      });
      const speaks = actOf('participation.leave', ['zelena-sava', 2], { reason: null });
      return [
        await sent(brings, [await sign(applicant[2], brings), await copied(victim)], [], named),
        await sent(links, [await sign(applicant[2], links), await copied(victim)], [], named),
        await sent(speaks, [await copied(victim)], [], named),
      ];
    };
    const expected = await told(stranger);
    for (const victim of victims) assert.deepEqual(await told(victim), expected);
  });

  it('before anybody has signed, whatever an application says', async () => {
    const charter = state.charter?.hash ?? '';
    const profile = { printed: printedAs('Nikogar ni'), country: 'ME', about: null, website: null };
    const preview = async (id: string, more: object): Promise<readonly [number, string | null]> => {
      const body = { ...profile, charter, letter: beside.hash, delegate: null, key: MISSING.key, use: 'ssh', ...more };
      const answer = await scene.ask(`/api/conferences/${SLUG}/acts/draft`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ kind: 'participation.apply', by: { organisation: id, delegate: 1 }, body }),
      });
      return [answer.status, answer.headers.get('isonomia-preview')];
    };
    const assisting = await sampleKey('zelena-sava', 2);
    assert.deepEqual(await preview(MISSING.organisation, {}), [200, 'allowed']);
    assert.deepEqual(await preview(content.APPLICANT.id, {}), [200, 'allowed']);
    assert.deepEqual(await preview(GUEST.id, { printed: printedAs(GUEST.name) }), [200, 'allowed']);
    assert.deepEqual(await preview(MISSING.organisation, { key: assisting.publicKey }), [200, 'allowed']);
    assert.deepEqual(await preview('zelena-sava', {}), [200, 'refused; article=2.1; kind=taken']);
  });

  it('before anybody has signed, in whoever’s name and whatever kind of act a page shows', async () => {
    const read = async (path: string, fields: Readonly<Record<string, string>>, named: Named): Promise<Told> => {
      const answer = await scene.ask(path, {
        method: 'POST',
        headers: { origin: scene.origin, 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams(fields).toString(),
      });
      const body = (await answer.text()).replaceAll(
        /<pre[^]*?<\/pre>|<p class="receipt">[^]*?<\/p>|value="[^"]*"/gu,
        '',
      );
      return { status: answer.status, headers: '', body: without(body, named).replaceAll(/\d+/gu, '…') };
    };
    const stranger = { publicKey: MISSING.key, typed: '[]' };
    for (const hidden of await hiddenFrom(''))
      for (const kind of KINDS.filter((one) => !NEWCOMERS.has(one))) {
        const shown = (named: Named) => {
          const { body } = bodyOf(kind, named, FRESH);
          const act = actOf(kind, [named.organisation, named.delegate], body);
          return read(`/${SLUG}/acts/with-key`, { act: JSON.stringify(act), ...stranger }, named);
        };
        const missing = { ...MISSING, delegate: hidden.delegate };
        assert.deepEqual(await shown(hidden), await shown(missing), `${kind} by ${hidden.organisation}`);
      }
    const asked = (delegate: number) =>
      read(
        `/${SLUG}/do/recovery.request`,
        { organisation: 'zelena-sava', delegate: `${delegate}`, explanation: 'It fell into the Sava.' },
        { ...MISSING, delegate },
      );
    for (const delegate of [1, 2, 3]) assert.equal((await asked(delegate)).status, 200);
    const form = await (await scene.ask(`/${SLUG}/do/recovery.request`)).text();
    assert.match(form, /value="zelena-sava"/u);
    assert.doesNotMatch(form, /delegate \d/iu);
  });

  it('but a name that cannot be had, of which nobody hears whose it is', async () => {
    const key = await generateSigningKey();
    const told = async (id: string, name: string): Promise<string> => {
      const { letter, ...rest } = ACT_RULES['participation.apply'].example;
      const charter = state.charter?.hash ?? letter;
      const own = { country: 'ME', printed: printedAs(name), key: key.publicKey };
      const body = { ...rest, ...own, charter, letter: beside.hash };
      const act = actOf('participation.apply', [id, 1], body);
      const { status, body: text } = await sent(act, [await sign(key, act)], [beside], MISSING);
      return `${status} ${text.replaceAll(id, '…').replaceAll(name, '…')}`;
    };
    const looksAlike = await told('ze1ena-sava', 'Sasvim drugo ime');
    for (const id of [content.APPLICANT.id, GUEST.id]) assert.equal(await told(id, 'Sasvim drugo ime'), looksAlike);
    assert.equal(
      await told(MISSING.organisation, content.APPLICANT.name),
      await told(MISSING.organisation, 'Zelena Sava'),
    );
  });
});
