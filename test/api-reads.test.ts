import assert from 'node:assert/strict';
import { before, beforeEach, describe, it } from 'node:test';
import { z } from 'zod';
import { type ApiScene, ONE, SLUG, createApiScene, problemIn } from './kit/api.ts';
import { type Played, playEverything } from './kit/everything.ts';
import type { Speaker } from './kit/small-conference.ts';

/** Reading through the API: what each may see, and what it looks like. */

let scene: Played;
before(async () => {
  scene = await playEverything();
});

/** Whether an answer of this shape is a list, or holds one that is its point. */
const isList = (schema: z.ZodType): boolean => {
  const shape = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return shape.type === 'array' || 'conferences' in (shape.properties ?? {}) || 'meetings' in (shape.properties ?? {});
};

const numbers = (list: readonly { readonly number: number }[]) => list.map(({ number }) => number);
const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);

describe('what is read', () => {
  it('comes in pages wherever it is a list, of which every route says so', async () => {
    const lists = scene.api.routes.filter(({ method, answers: { 200: answer } }) => {
      const { schema } = answer ?? {};
      return method === 'get' && schema !== undefined && isList(schema);
    });
    assert.ok(lists.length > 25);
    for (const { path, query, problems, answers } of lists) {
      assert.ok(query?.['after'] !== undefined && problems.includes(400), path);
      assert.ok(answers[200]?.headers?.['Link'] !== undefined, path);
    }
    for (const list of ['texts', 'organisations', 'organisations/alfa/keys', 'texts/1/signatures', 'observations']) {
      const answer = await scene.ask(`${ONE}/${list}?after=-1`, { headers: await scene.as(scene.speaker(0)) });
      assert.partialDeepStrictEqual(await problemIn(answer), { status: 400, field: 'after' });
    }
    // Who is hidden and who does not exist are told apart by no answer.
    const answers = ['delta', 'nobody'].map((id) => scene.ask(`${ONE}/organisations?after=${id}`));
    const [hidden, unknown] = await Promise.all((await Promise.all(answers)).map(problemIn));
    assert.deepEqual(hidden, unknown);
  });

  it('has the shape that the description gives it, for everyone who asks', async () => {
    const paths: Readonly<Record<string, string>> = {
      '{slug}': SLUG,
      '{number}': '1',
      '{revision}': '1',
      '{index}': '0',
      '{id}': 'alfa',
    };
    const routes = scene.api.routes.filter(
      ({ method, answers, path }) =>
        method === 'get' &&
        answers[200]?.type === undefined &&
        !path.includes('{hash}') &&
        // See api-meetings.test.ts; of periodicals there are none here.
        !/\/(?:meetings|circulations|publications)\/\{number\}/u.test(path) &&
        // Of a text that is still open: see common-pages.test.ts.
        !path.endsWith('/common-text'),
    );
    assert.ok(routes.length > 14);
    for (const route of routes) {
      const path = Object.entries(paths).reduce((path, [name, value]) => path.replace(name, value), route.path);
      const query = path.endsWith('/consistency') ? '?from=1' : '';
      for (const who of [undefined, scene.speaker(0), scene.applicant]) {
        const answer = await scene.ask(path + query, who && { headers: await scene.as(who) });
        if (who?.organisation !== scene.speaker(0).organisation && answer.status === 404) continue;
        assert.equal(answer.status, 200, `${path}: ${await answer.clone().text()}`);
        const parsed = route.answers[200]?.schema?.safeParse(await answer.json());
        assert.ok(parsed?.success, `${path}: ${parsed?.error?.message ?? ''}`);
      }
    }
  });

  it('is a text as far as it is agreed, with what is open over it, for members', async () => {
    const path = `${ONE}/texts/2/consolidated`;
    const read: { clauses: readonly object[]; open: readonly object[]; rivals: readonly object[] } = await scene.read(
      path,
      scene.speaker(0),
    );
    assert.equal(read.clauses.length, 3);
    assert.deepEqual(read.open, [
      { number: 1, by: 'gama', change: { kind: 'replace', clause: 'c2', words: 'Cleaner still.' } },
    ]);
    assert.deepEqual(read.rivals, []);
    assert.equal((await scene.ask(path)).status, 404);
  });

  it('is of the adopted for the public, of everything for participants', async () => {
    const texts = `${ONE}/texts`;
    assert.deepEqual(numbers(await scene.read(texts)), [1]);
    assert.deepEqual(numbers(await scene.read(texts, scene.speaker(2))), [1, 2]);
    assert.deepEqual(numbers(await scene.read(texts, scene.applicant)), [1]);
    assert.equal((await scene.ask(`${texts}/2`)).status, 404);
    assert.deepEqual(ids(await scene.read(`${ONE}/organisations`)), ['alfa', 'beta', 'gama']);
    assert.deepEqual(ids(await scene.read(`${ONE}/organisations`, scene.applicant)), ['alfa', 'beta', 'gama', 'delta']);
    assert.deepEqual(numbers(await scene.read(`${ONE}/observations`)), [1]);
    assert.deepEqual(numbers(await scene.read(`${ONE}/observations?text=1`, scene.speaker(0))), [1, 2]);
    assert.deepEqual(await scene.read(`${ONE}/observations?text=2`, scene.speaker(0)), []);
  });

  it('shows a text with its friction to participants, and to the public nothing of how it was decided', async () => {
    interface Shown {
      readonly decision: { readonly outcome: { readonly answers: readonly object[] } };
    }
    const lengths = (text: number, who?: Speaker) =>
      Promise.all(
        ['positions', 'standing', 'amendments', 'consultations', 'signatures'].map(
          async (part) => (await scene.read<readonly object[]>(`${ONE}/texts/${text}/${part}`, who)).length,
        ),
      );
    assert.deepEqual(await lengths(2, scene.speaker(0)), [1, 1, 1, 1, 0]);
    assert.deepEqual(await lengths(1), [0, 0, 0, 0, 1]);
    const answers = async (who?: Speaker) =>
      (await scene.read<Shown>(`${ONE}/texts/1`, who)).decision.outcome.answers.length;
    assert.deepEqual([await answers(), await answers(scene.speaker(0))], [0, 3]);
  });

  it('tells delegates and keys to those whom they concern', async () => {
    const seen = (who?: Speaker) =>
      Promise.all(
        ['delegates', 'keys'].map(
          async (part) => (await scene.read<readonly object[]>(`${ONE}/organisations/alfa/${part}`, who)).length,
        ),
      );
    assert.deepEqual(await seen(), [0, 0]);
    assert.deepEqual(await seen(scene.applicant), [0, 0]);
    assert.deepEqual(await seen(scene.speaker(1)), [1, 1]);
  });

  it('is on the record as shown, where a delegate was shown an observation', async () => {
    interface Shown {
      readonly circulation: readonly { readonly organisation: string; readonly shown: object | null }[];
    }
    const shownTo = () =>
      scene.small.conference.state().observations[0]?.circulation.filter(({ shown }) => shown !== null) ?? [];
    const before = shownTo().map(({ organisation }) => organisation);
    const [first] = await scene.read<readonly Shown[]>(`${ONE}/observations`, scene.speaker(2));
    assert.deepEqual(
      new Set(shownTo().map(({ organisation }) => organisation)),
      new Set([...before, scene.speaker(2).organisation]),
    );
    assert.ok(first?.circulation.some(({ organisation, shown }) => organisation === 'gama' && shown !== null));
    const { size } = scene.small.conference.state();
    await scene.read(`${ONE}/observations`, scene.speaker(2));
    await scene.read(`${ONE}/observations`);
    assert.equal(scene.small.conference.state().size, size);
  });

  it('gives a letter to participants and to the applicant, with its salt, as a file that does nothing', async () => {
    const path = `${ONE}/attachments/${scene.letter.hash}`;
    assert.equal((await scene.ask(path)).status, 404);
    for (const who of [scene.speaker(0), scene.applicant]) {
      const answer = await scene.ask(path, { headers: await scene.as(who) });
      assert.equal(await answer.text(), 'We apply.');
      assert.match(answer.headers.get('content-security-policy') ?? '', /sandbox/u);
      assert.equal(answer.headers.get('isonomia-salt')?.length, 22);
    }
  });
});

describe('an answer', () => {
  it('has a strong ETag, and is not sent again to whom has it', async () => {
    const path = `${ONE}/texts/1`;
    const etag = (await scene.ask(path)).headers.get('etag') ?? '';
    assert.match(etag, /^"[\w-]{27}"$/u);
    for (const given of [etag, `"x", ${etag}`, `W/${etag}`, '*']) {
      const again = await scene.ask(path, { headers: { 'if-none-match': given } });
      assert.deepEqual([again.status, await again.text(), again.headers.get('etag')], [304, '', etag]);
    }
    assert.equal((await scene.ask(path, { headers: { 'if-none-match': '"other"' } })).status, 200);
    const member = await scene.ask(path, { headers: await scene.as(scene.speaker(0)) });
    assert.notEqual(member.headers.get('etag'), etag);
    assert.match(member.headers.get('vary') ?? '', /authorization/iu);
    assert.match(member.headers.get('cache-control') ?? '', /private/u);
  });

  it('says so where a resource, a method or a number is not there', async () => {
    assert.partialDeepStrictEqual(await problemIn(await scene.ask('/api/nothing')), { status: 404 });
    assert.partialDeepStrictEqual(await problemIn(await scene.ask(`${ONE}/texts/01`)), { status: 404 });
    const answer = await scene.ask(`${ONE}/texts`, { method: 'PUT' });
    assert.equal(answer.headers.get('allow'), 'GET, HEAD');
    assert.partialDeepStrictEqual(await problemIn(answer), { status: 405 });
    assert.equal((await scene.ask(`${ONE}/entries?from=x`)).status, 400);
    const head = await scene.ask(`${ONE}/texts`, { method: 'HEAD' });
    assert.deepEqual([head.status, await head.text()], [200, '']);
  });

  it('to a session that has ended says that, and not what the public sees', async () => {
    const headers = await scene.as(scene.speaker(0));
    assert.equal((await scene.ask(`${ONE}/sessions`, { method: 'DELETE', headers })).status, 204);
    assert.partialDeepStrictEqual(await problemIn(await scene.ask(`${ONE}/texts`, { headers })), { status: 401 });
  });
});

describe('signing in', () => {
  let fresh: ApiScene;
  beforeEach(async () => {
    fresh = await createApiScene();
  });

  it('says which field is wrong', async () => {
    const open = (body: object) =>
      fresh.ask(`${ONE}/sessions`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    assert.partialDeepStrictEqual(await problemIn(await open({ signature: '' })), { status: 400, field: '/challenge' });
    const no = { challenge: 'x', signature: 'no signature' };
    assert.partialDeepStrictEqual(await problemIn(await open(no)), { status: 400, field: '/signature' });
    const stale = { challenge: 'x', signature: 'AAAA' };
    assert.partialDeepStrictEqual(await problemIn(await open(stale)), { status: 409, kind: 'stale-challenge' });
  });

  it('takes the browser’s cookie for reading, and not for ending the session', async () => {
    const { authorization } = await fresh.as(fresh.speaker(0));
    const headers = { cookie: `__Host-isonomia-${SLUG}=${authorization.slice('Bearer '.length)}` };
    const { member } = (await (await fresh.ask(ONE, { headers })).json()) as { member: boolean };
    assert.ok(member);
    assert.equal((await fresh.ask(`${ONE}/sessions`, { method: 'DELETE', headers })).status, 401);
  });
});
