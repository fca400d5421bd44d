import { printedAs } from './kit/printed.ts';
import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { base64url, fromUtf8 } from '../src/base/bytes.ts';
import type { OrganisationId } from '../src/base/ids.ts';
import type { BodyOf } from '../src/charter/acts.ts';
import { armour } from '../src/record/sshsig.ts';
import { ACTS, type ApiScene, FOUNDING_TOKEN, JSON_TYPE, createApiScene, problemIn } from './kit/api.ts';
import { CHARTER, newPen, newSpeaker, someText, write } from './kit/small-conference.ts';

/** Drafts, and founding a conference through the API. */

let scene: ApiScene;
beforeEach(async () => {
  scene = await createApiScene();
});

const post = (
  body: NonNullable<RequestInit['body']>,
  headers: Record<string, string> = JSON_TYPE,
  path = ACTS,
): Promise<Response> => scene.ask(path, { method: 'POST', body, headers });

const tabled = () =>
  write(scene.speaker(0), { conference: scene.small.id, made: scene.clock.now() }, 'text.table', someText());

describe('a draft', () => {
  const draft = (given: object, headers: Record<string, string> = {}): Promise<Response> =>
    post(JSON.stringify(given), { ...JSON_TYPE, ...headers }, `${ACTS}/draft`);
  const given = { kind: 'text.cosponsor', by: { organisation: 'beta', delegate: 1 }, body: { text: 1 } };

  it('comes back as exactly the bytes to sign', async () => {
    await post(tabled().envelope);
    const answer = await draft(given);
    assert.equal(answer.status, 200);
    const act = new Uint8Array(await answer.arrayBuffer());
    const signature = scene.speaker(1).pen.signAct(act);
    const data = new FormData();
    data.append('act', new File([act], 'act.json'));
    data.append('signature', armour(signature));
    assert.equal((await post(data, {})).status, 201);
    assert.deepEqual(scene.small.conference.state().texts[0]?.cosponsors, ['beta']);
  });

  it('says to the organisation, and to nobody else, whether the charter would refuse it', async () => {
    const says = async (headers?: Record<string, string>) =>
      (await draft(given, headers)).headers.get('isonomia-preview');
    assert.equal(await says(), 'untold');
    assert.equal(await says(await scene.as(scene.speaker(2))), 'untold');
    assert.equal(await says(await scene.as(scene.speaker(1))), 'refused; article=13.2; kind=unknown');
    await post(tabled().envelope);
    assert.equal(await says(await scene.as(scene.speaker(1))), 'allowed');
  });

  it('with a field that does not fit is turned away', async () => {
    const problem = await problemIn(await draft({ ...given, body: { text: 'one' } }));
    assert.partialDeepStrictEqual(problem, { status: 400, kind: 'malformed', field: '/body/text' });
  });
});

describe('founding over the API', () => {
  const founding = (slug: string, token?: string) => {
    const speaker = newSpeaker('one');
    const link = newPen();
    const profile = { country: 'MK', about: null, website: null };
    const founders = [
      { id: 'one' as OrganisationId, printed: printedAs('One'), ...profile, invitation: null },
      { id: 'two' as OrganisationId, printed: printedAs('Two'), ...profile, invitation: link.publicKey },
    ];
    const body = {
      charter: CHARTER,
      host: scene.host.publicKey,
      founders,
      meeting: null,
      delegate: null,
      key: speaker.pen.publicKey,
      use: 'ssh',
    };
    const { envelope } = write(
      speaker,
      { conference: '', made: scene.clock.now() },
      'conference.found',
      body as unknown as BodyOf<'conference.found'>,
      { pens: [speaker.pen, link] },
    );
    const json = JSON.parse(fromUtf8(envelope) ?? '') as object;
    return JSON.stringify({ slug, ...(token !== undefined && { token }), ...json });
  };
  const found = (body: string, headers: Record<string, string> = {}) =>
    post(body, { ...JSON_TYPE, ...headers }, '/api/conferences');

  it('needs the one-time token, once', async () => {
    assert.partialDeepStrictEqual(await problemIn(await found(founding('lakes'))), {
      status: 403,
      kind: 'founding-token',
    });
    assert.equal((await found(founding('lakes', 'a guess'))).status, 403);
    const answer = await found(founding('lakes', FOUNDING_TOKEN));
    assert.equal(answer.status, 201, await answer.clone().text());
    assert.equal(answer.headers.get('location'), '/api/conferences/lakes');
    assert.equal((await found(founding('seas'), { 'isonomia-founding-token': FOUNDING_TOKEN })).status, 403);
  });

  it('answers the same founding sent again with its receipt, although the token is spent', async () => {
    const body = founding('lakes', FOUNDING_TOKEN);
    const answers = await Promise.all([found(body), found(body), found(founding('seas', FOUNDING_TOKEN))]);
    assert.deepEqual(
      answers.map(({ status }) => status),
      [201, 200, 403],
    );
    const { index, replayed } = ((await answers[1]?.json()) ?? {}) as { index?: number; replayed?: boolean };
    assert.deepEqual([index, replayed], [0, true]);
    assert.deepEqual(
      scene.host.conferences().map(({ slug }) => slug),
      ['rivers', 'lakes'],
    );
  });

  it('takes no name that is taken, and the token stays good', async () => {
    for (const slug of ['rivers', 'api']) {
      const problem = await problemIn(await found(founding(slug), { 'isonomia-founding-token': FOUNDING_TOKEN }));
      assert.partialDeepStrictEqual(problem, { status: 409, kind: 'taken', field: 'slug', value: slug });
    }
    assert.equal((await found(founding('lakes', FOUNDING_TOKEN))).status, 201);
  });

  it('fills in the host’s key in a draft', async () => {
    const { act } = JSON.parse(founding('lakes')) as {
      act: { body: Record<string, unknown> } & Record<string, unknown>;
    };
    const { host: _, ...body } = act.body;
    const { kind, by } = act;
    const answer = await post(JSON.stringify({ kind, by, body }), JSON_TYPE, '/api/conferences/draft');
    const drafted = (await answer.json()) as { body: { host: string }; conference: string };
    assert.deepEqual([drafted.body.host, drafted.conference], [scene.host.publicKey, '']);
  });
});

it('answers a nonce of 16 bytes in every draft, never the same', async () => {
  const body = JSON.stringify({
    kind: 'participation.leave',
    by: { organisation: 'beta', delegate: 1 },
    body: { reason: null },
  });
  const nonces = await Promise.all(
    [1, 2, 3].map(
      async () => ((await (await post(body, JSON_TYPE, `${ACTS}/draft`)).json()) as { nonce: string }).nonce,
    ),
  );
  assert.equal(new Set(nonces).size, 3);
  assert.ok(nonces.every((nonce) => nonce.length === base64url(new Uint8Array(16)).length));
});
