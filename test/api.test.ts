import { printedAs } from './kit/printed.ts';
import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import type { ProblemDetails } from '../src/api/problem.ts';
import { fromUtf8, utf8 } from '../src/base/bytes.ts';
import { DAY, type Instant, after } from '../src/base/time.ts';
import type { ActKind, BodyOf } from '../src/charter/acts.ts';
import { charterHash } from '../src/charter/law/charter.ts';
import { createLimiter, NO_LIMITS } from '../src/conference/door/limits.ts';
import { attach } from '../src/record/envelope.ts';
import { armour } from '../src/record/sshsig.ts';
import { ACTS, type ApiScene, JSON_TYPE, SLUG, createApiScene, problemIn } from './kit/api.ts';
import { CHARTER, type Speaker, newPen, newSpeaker, someText, write } from './kit/small-conference.ts';

/** Writing through the API: the one door, founding, and every way in which an act is turned away. */

let scene: ApiScene;
beforeEach(async () => {
  scene = await createApiScene();
});

const head = (made: Instant = scene.clock.now()) => ({ conference: scene.small.id, made });

const written = <K extends ActKind>(speaker: Speaker, kind: K, body: BodyOf<K>, made?: Instant) =>
  write(speaker, head(made), kind, body);

const post = (
  body: NonNullable<RequestInit['body']>,
  headers: Record<string, string> = JSON_TYPE,
  path = ACTS,
): Promise<Response> => scene.ask(path, { method: 'POST', body, headers });

const tabled = () => written(scene.speaker(0), 'text.table', someText());

describe('an act sent to the one door', () => {
  it('is answered with its place in the record', async () => {
    const { size } = scene.small.conference.state();
    const answer = await post(tabled().envelope);
    assert.equal(answer.status, 201);
    assert.equal(answer.headers.get('location'), `/api/conferences/${SLUG}/entries/${size}`);
    const receipt = (await answer.json()) as { index: number; hash: string; time: number };
    assert.deepEqual(Object.keys(receipt).sort(), ['hash', 'index', 'replayed', 'time']);
    assert.equal(receipt.index, size);
    assert.equal(scene.small.conference.state().texts.length, 1);
  });

  it('is answered with its first receipt when it comes again', async () => {
    const { envelope } = tabled();
    const first = await post(envelope);
    const again = await post(envelope);
    assert.deepEqual([first.status, again.status], [201, 200]);
    assert.equal(again.headers.get('location'), first.headers.get('location'));
    assert.deepEqual(await again.json(), { ...((await first.json()) as object), replayed: true });
    assert.equal(scene.small.conference.state().texts.length, 1);
  });

  it('is taken from a form with the signed bytes and an armoured or bare signature', async () => {
    for (const form of ['armoured', 'base64'] as const) {
      const { envelope } = tabled();
      const { act, signatures } = JSON.parse(fromUtf8(envelope) ?? '') as { act: object; signatures: string[] };
      const bare = signatures[0] ?? '';
      const data = new FormData();
      data.append('act', new File([JSON.stringify(act)], 'act.json'));
      data.append(
        'signature',
        form === 'base64' ? bare : new File([armour(Uint8Array.fromBase64(bare))], 'act.json.sig'),
      );
      const answer = await post(data, {});
      assert.equal(answer.status, 201, await answer.text());
    }
    assert.equal(scene.small.conference.state().texts.length, 2);
  });

  it('brings its attachments in a form, salt and content in one file', async () => {
    const letter = attach(utf8('We would like to take part.'));
    const applicant = newSpeaker('delta');
    const body = {
      printed: printedAs('Delta'),
      country: 'MK',
      about: null,
      website: null,
      charter: charterHash(CHARTER),
      letter: letter.hash,
      delegate: null,
      key: applicant.pen.publicKey,
      use: 'ssh',
    } as BodyOf<'participation.apply'>;
    const { envelope } = write(applicant, head(), 'participation.apply', body, { attachments: [letter] });
    const { act, signatures } = JSON.parse(fromUtf8(envelope) ?? '') as { act: object; signatures: string[] };
    const data = new FormData();
    data.append('act', new File([JSON.stringify(act)], 'act.json'));
    data.append('signature', signatures[0] ?? '');
    data.append('attachment', new File([letter.salt, letter.content], 'letter'));
    const answer = await post(data, {});
    assert.equal(answer.status, 201, await answer.clone().text());
    assert.equal(
      fromUtf8((await scene.small.conference.attachment(letter.hash))?.content ?? new Uint8Array()),
      'We would like to take part.',
    );
  });

  it('may be written in any JSON, for what was signed is its canonical form', async () => {
    const spaced = JSON.stringify(JSON.parse(fromUtf8(tabled().envelope) ?? ''), null, 2);
    assert.equal((await post(spaced)).status, 201);
  });
});

describe('an act that is turned away', () => {
  it('for what the charter says, names the article', async () => {
    const { envelope } = written(scene.speaker(0), 'text.cosponsor', { text: 7 });
    const answer = await post(envelope);
    const { title, ...rest } = await problemIn(answer);
    assert.deepEqual(rest, {
      type: 'urn:isonomia:problem:unknown',
      status: 422,
      kind: 'unknown',
      article: '13.2',
      thing: 'text',
      ref: '7',
    });
    assert.match(title, /no text “7”/u);
  });

  const cases: Readonly<Record<string, () => Promise<readonly [Response, Partial<ProblemDetails>]>>> = {
    'for its JSON': async () => [await post('{'), { status: 400, kind: 'malformed', why: 'not-json' }],
    'for a field': async () => {
      const act = written(scene.speaker(0), 'text.cosponsor', { text: 0 });
      return [await post(act.envelope), { status: 400, kind: 'malformed', field: '/body/text', why: 'too_small' }];
    },
    'for a wrong signature': async () => {
      const { act, envelope } = tabled();
      const changed = fromUtf8(envelope)?.replace('On the river', 'On the rivulet') ?? '';
      assert.ok(act.kind === 'text.table' && changed !== fromUtf8(envelope));
      return [
        await post(changed),
        { status: 403, kind: 'bad-signature', field: '/signatures/0', why: 'wrong-signature' },
      ];
    },
    'for a stranger’s key': async () => {
      const { organisation } = scene.speaker(0);
      const act = written({ organisation, delegate: 1, pen: newPen() }, 'text.table', someText());
      return [await post(act.envelope), { status: 403, kind: 'unknown-key', article: '4.1' }];
    },
    'for another’s key': async () => {
      const { organisation } = scene.speaker(0);
      const act = written({ organisation, delegate: 1, pen: scene.speaker(1).pen }, 'text.table', someText());
      return [await post(act.envelope), { status: 403, kind: 'key-of-another', article: '4.1' }];
    },
    'the second time, by somebody who did not sign it': async () => {
      const { act, envelope } = tabled();
      assert.equal((await post(envelope)).status, 201);
      const { signatures } = JSON.parse(fromUtf8(tabled().envelope) ?? '') as { signatures: string[] };
      return [await post(JSON.stringify({ act, signatures })), { status: 409, kind: 'replayed' }];
    },
    'when it is too old': async () => {
      const act = written(scene.speaker(0), 'text.table', someText(), after(scene.clock.now(), -2 * DAY));
      return [await post(act.envelope), { status: 422, kind: 'out-of-time' }];
    },
    'for its size': async () => {
      const words = 'w'.repeat(8000);
      const text = someText(9);
      const big = { ...text, clauses: text.clauses.map((clause) => ({ ...clause, words })) };
      const act = written(scene.speaker(0), 'text.table', big);
      return [await post(act.envelope), { status: 413, kind: 'too-large', field: '/act' }];
    },
    'for the size of all that was sent': async () => [
      await post('x'.repeat(2_000_000)),
      { status: 413, kind: 'too-large' },
    ],
    'for an attachment that it does not name': async () => {
      const attachments = [attach(utf8('Surplus'))];
      const act = write(scene.speaker(0), head(), 'text.table', someText(), { attachments });
      return [await post(act.envelope), { status: 422, kind: 'bad-attachment', hash: attachments[0]?.hash ?? '' }];
    },
    'for what it says it is': async () => [
      await post(tabled().envelope, { 'content-type': 'text/plain' }),
      { status: 415, kind: 'media-type', field: 'content-type' },
    ],
    'in a conference that is not there': async () => [
      await post(tabled().envelope, JSON_TYPE, '/api/conferences/elsewhere/acts'),
      { status: 404, kind: 'not-found' },
    ],
    'by a form whose act is not canonical': async () => {
      const data = new FormData();
      data.append('act', new File(['{"v":1}\n'], 'act.json'));
      return [await post(data, {}), { status: 400, kind: 'malformed', field: 'act', why: 'not-canonical' }];
    },
    'by a form without an act': async () => [
      await post(new FormData(), {}),
      { status: 400, kind: 'malformed', field: 'act', why: 'missing' },
    ],
    'by a form with a strange field': async () => {
      const data = new FormData();
      data.append('acts', '{}');
      return [await post(data, {}), { status: 400, kind: 'malformed', field: 'acts', why: 'unknown' }];
    },
    'by something that is no form': async () => [
      await post('nothing', { 'content-type': 'multipart/form-data; boundary=x' }),
      { status: 400, kind: 'malformed', why: 'not-multipart' },
    ],
  };
  const turnedAway = async (name: string, attempt: () => Promise<readonly [Response, Partial<ProblemDetails>]>) => {
    const { size } = scene.small.conference.state();
    const [answer, expected] = await attempt();
    assert.partialDeepStrictEqual(await problemIn(answer), expected);
    assert.ok(scene.small.conference.state().size - size <= (name.startsWith('the second time') ? 1 : 0));
    assert.deepEqual(scene.faults, []);
  };
  for (const [name, attempt] of Object.entries(cases)) it(name, () => turnedAway(name, attempt));

  it('for how much was sent, says how long to wait; another organisation is not kept waiting', async () => {
    scene = await createApiScene({
      limits: { ...NO_LIMITS, actsByOrganisation: createLimiter({ burst: 2, perSecond: 0.5 }) },
    });
    assert.deepEqual([(await post(tabled().envelope)).status, (await post(tabled().envelope)).status], [201, 201]);
    const answer = await post(tabled().envelope);
    assert.equal(answer.headers.get('retry-after'), '2');
    assert.partialDeepStrictEqual(await problemIn(answer), { status: 429, kind: 'too-many' });
    assert.equal((await post(written(scene.speaker(1), 'text.table', someText()).envelope)).status, 201);
  });

  it('neither uses up nor tells of the share of the organisation that it pretends to be of', async () => {
    scene = await createApiScene({
      limits: { ...NO_LIMITS, actsByOrganisation: createLimiter({ burst: 1, perSecond: 0.001 }) },
    });
    const { organisation } = scene.speaker(0);
    const forged = written({ organisation, delegate: 1, pen: newPen() }, 'text.table', someText());
    const answers = async () =>
      Promise.all(Array.from({ length: 3 }, async () => (await post(forged.envelope)).status));
    assert.deepEqual(await answers(), [403, 403, 403]);
    assert.equal((await post(tabled().envelope)).status, 201);
    assert.deepEqual(await answers(), [403, 403, 403]);
    assert.equal((await post(tabled().envelope)).status, 429);
  });

  it('is within the share, however many come at once; what is on the record is answered all the same', async () => {
    scene = await createApiScene({
      limits: { ...NO_LIMITS, actsByOrganisation: createLimiter({ burst: 2, perSecond: 0.001 }) },
    });
    const acts = Array.from({ length: 6 }, () => tabled().envelope);
    const statuses = await Promise.all(acts.map(async (envelope) => (await post(envelope)).status));
    assert.deepEqual(
      statuses.toSorted((a, b) => a - b),
      [201, 201, 429, 429, 429, 429],
    );
    const first = acts[statuses.indexOf(201)] ?? assert.fail();
    assert.equal((await post(first)).status, 200);
  });

  it('does not use it up by asking for new keys in its name', async () => {
    scene = await createApiScene({
      limits: { ...NO_LIMITS, actsByOrganisation: createLimiter({ burst: 1, perSecond: 0.001 }) },
    });
    const { organisation } = scene.speaker(0);
    const asked = (): Promise<Response> => {
      const pen = newPen();
      const explanation = attach(utf8('Lost.'));
      const body = { key: pen.publicKey, use: 'ssh', explanation: explanation.hash } as const;
      const stranger = { organisation, delegate: 1, pen };
      return post(write(stranger, head(), 'recovery.request', body, { attachments: [explanation] }).envelope);
    };
    for (let i = 0; i < 3; i++) assert.equal((await asked()).status, 201);
    assert.equal((await post(tabled().envelope)).status, 201);
    assert.equal((await post(tabled().envelope)).status, 429);
    assert.equal((await asked()).status, 201, 'nor is anybody kept waiting for it who asks so');
  });
});
