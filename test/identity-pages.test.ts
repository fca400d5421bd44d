import { FOUNDERS_COUNTRIES } from './kit/printed.ts';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { base64, base64url, fromBase64, utf8 } from '../src/base/bytes.ts';
import type { PublicKey } from '../src/base/ids.ts';
import { HOUR, instant } from '../src/base/time.ts';
import { createManualClock } from '../src/conference/clock.ts';
import { generateHostKey } from '../src/conference/host-key.ts';
import { createHost } from '../src/conference/host.ts';
import { NO_DAMAGES } from '../src/conference/damaged.ts';
import { NO_LIMITS } from '../src/conference/door/limits.ts';
import { createSignIn } from '../src/conference/door/sign-in.ts';
import { fingerprint } from '../src/record/public-key.ts';
import { type SigningKey, signEd25519 } from '../src/record/sign-ed25519.ts';
import { SIGN_IN_NAMESPACE } from '../src/record/verify-signature.ts';
import { createMemoryStore } from '../src/store/memory/store.ts';
import { workHere } from './kit/work-here.ts';
import { createCommonTexts } from '../src/conference/work/common-texts.ts';
import { createDocuments } from '../src/press/documents.ts';
import { createWeb } from '../src/web/app.ts';
import { createMemoryDrafts } from '../src/store/memory/drafts.ts';
import { NO_SEARCH, createMemorySessions } from './kit/kept.ts';
import { areaIn, unescaped, wordsIn } from './kit/forms.ts';
import { accepted, newPen, smallConference } from './kit/small-conference.ts';

/** The pages of keys and identity, under https and without a browser: cookies, links, refusals. */

const ORIGIN = 'https://conference.example';

const createScene = async () => {
  const clock = createManualClock(instant(Date.UTC(2026, 0, 10)));
  const host = await createHost({ store: createMemoryStore(), clock, hostKey: generateHostKey(), origin: ORIGIN });
  const small = await smallConference(host, clock.now, ['alfa', 'beta']);
  const [alfa = assert.fail()] = small.speakers;
  const faults: unknown[] = [];
  const web = createWeb({
    drafts: createMemoryDrafts(),
    sessions: createMemorySessions(),
    host,
    signIn: createSignIn({ host, sessions: createMemorySessions(), clock, origin: ORIGIN }),
    clock,
    origin: ORIGIN,
    sample: null,
    post: null,
    damages: NO_DAMAGES,
    limits: NO_LIMITS,
    proxies: 0,
    offersPdf: true,
    documents: () => Promise.resolve(createDocuments(workHere)),
    feeds: () => assert.fail('No calendar is asked for'),
    calendarKeys: { keyOf: () => assert.fail('No calendar'), fits: () => assert.fail('No calendar') },
    search: NO_SEARCH,
    work: workHere,
    commonTexts: createCommonTexts(() => assert.fail('No common text is asked for'), {
      take: () => assert.fail('No turn is taken'),
      full: () => null,
    }),
    founding: (given) => ({ isOpen: () => given === 'the-link', spend: () => true }),
    onFault: (fault) => faults.push(fault),
  });
  const ask = async (path: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
    web.request(`${ORIGIN}${path}`, { headers });
  const post = async (path: string, fields: Readonly<Record<string, string>>, headers = {}): Promise<Response> =>
    web.request(`${ORIGIN}${path}`, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { origin: ORIGIN, ...headers },
    });
  /** An answer to a fresh challenge by this key, as the form sends it. */
  const answer = async (key = alfa.pen) => {
    const given = (await (await ask('/rivers/sign-in/challenge')).json()) as Readonly<Record<string, string>>;
    const { challenge = '', message = '' } = given;
    const signing = key as unknown as SigningKey;
    const signature = await signEd25519(signing, { message: utf8(message), namespace: SIGN_IN_NAMESPACE });
    return { challenge, signature: base64(signature) };
  };
  /** The cookie of alfa's session, as a browser sends it back. */
  const cookie = async () => {
    const signedIn = await post('/rivers/sign-in', await answer());
    return { cookie: (signedIn.headers.get('set-cookie') ?? '').split(';')[0] ?? '' };
  };
  return { web, ask, post, answer, cookie, clock, small, alfa, faults };
};

describe('signing in on a page', () => {
  it('sets a cookie that no script, no other site and no plain connection gets to see', async () => {
    const { post, answer, ask, cookie, faults } = await createScene();
    const signedIn = await post('/rivers/sign-in', { ...(await answer()), to: '/rivers/organisation?x=1' });
    assert.equal(signedIn.status, 303);
    assert.equal(signedIn.headers.get('location'), '/rivers/organisation?x=1');
    const set = signedIn.headers.get('set-cookie') ?? '';
    assert.match(
      set,
      /^__Host-isonomia-rivers=[A-Za-z0-9_-]{43}; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Lax$/u,
    );
    assert.equal((await ask('/rivers/organisation', await cookie())).status, 200);
    assert.equal((await ask('/rivers/organisation')).status, 401);
    assert.deepEqual(faults, []);
  });

  it('leads to no other site afterwards', async () => {
    const { post, answer } = await createScene();
    for (const to of ['//elsewhere.example', '/\\elsewhere.example', 'https://elsewhere.example/', 'mailto:a@b', ''])
      assert.equal((await post('/rivers/sign-in', { ...(await answer()), to })).headers.get('location'), '/rivers', to);
  });

  it('says what was wrong, with a fresh challenge and the way on kept', async () => {
    const { post, answer, clock } = await createScene();
    const refused = async (fields: Readonly<Record<string, string>>, words: RegExp) => {
      const page = await post('/rivers/sign-in', { ...fields, to: '/rivers/texts' });
      assert.equal(page.status, 422);
      assert.equal(page.headers.get('set-cookie'), null);
      const text = await page.text();
      assert.match(text, words);
      assert.match(text, /name="to" value="\/rivers\/texts"/u);
      return text;
    };
    const once = await answer();
    assert.equal((await post('/rivers/sign-in', once)).status, 303);
    assert.doesNotMatch(await refused(once, /sent twice/u), new RegExp(once.challenge, 'u'));
    const late = await answer();
    clock.set(instant(clock.now() + HOUR));
    await refused(late, /longer than five minutes/u);
    await refused(await answer(newPen()), /is not on this record/u);
    await refused({ ...(await answer()), challenge: (await answer()).challenge }, /does not fit/u);
    await refused({ signature: 'no signature' }, /not one of this conference/u);
    await refused(
      { assertion: 'x', authenticatorData: '', clientData: '', userHandle: '' },
      /not one of this conference/u,
    );
  });

  it('ends by signing out, for the server too', async () => {
    const { post, cookie, ask } = await createScene();
    const session = await cookie();
    const out = await post('/rivers/sign-out', {}, session);
    assert.equal(out.headers.get('location'), '/rivers');
    assert.match(out.headers.get('set-cookie') ?? '', /^__Host-isonomia-rivers=; Max-Age=0/u);
    assert.equal((await ask('/rivers/organisation', session)).status, 401);
  });

  it('is not done by a form on another site', async () => {
    const { post, answer } = await createScene();
    const elsewhere = { origin: 'https://elsewhere.example' };
    assert.equal((await post('/rivers/sign-in', await answer(), elsewhere)).status, 403);
    assert.equal((await post('/rivers/sign-out', {}, elsewhere)).status, 403);
  });
});

describe('an invitation', () => {
  const addressOf = (key: PublicKey): string =>
    `/rivers/invitation/${base64url(fromBase64(`${fingerprint(key).slice('SHA256:'.length)}=`) ?? new Uint8Array())}`;

  it('is told of to whoever bears it, and only while it is open', async () => {
    const { ask, small, alfa, clock } = await createScene();
    const link = newPen();
    const { publicKey } = link;
    assert.equal((await ask(addressOf(publicKey))).status, 404);
    const appointment = { delegate: 2, name: null, role: 'assisting', invitation: publicKey } as const;
    accepted(await small.submit(alfa, 'delegate.appoint', appointment, [link]));
    assert.deepEqual(await (await ask(addressOf(publicKey))).json(), {
      state: 'open',
      conference: small.id,
      title: 'Conference on Rivers',
      now: clock.now(),
      organisation: { id: 'alfa', name: 'alfa' },
      delegate: 2,
      role: 'assisting',
      deviceKeys: true,
    });
    accepted(await small.submit(alfa, 'key.revoke', { key: fingerprint(publicKey) }));
    assert.deepEqual(await (await ask(addressOf(publicKey))).json(), { state: 'spent' });
  });

  it('says nothing of keys that are none', async () => {
    const { ask, alfa } = await createScene();
    assert.deepEqual(await (await ask(addressOf(alfa.pen.publicKey))).json(), { state: 'unknown' });
  });
});

describe('applying', () => {
  it('marks what would pass for another, or is no name, and says why', async () => {
    const { post } = await createScene();
    const country = { countryName: 'Makedonija', glossCountry: 'Macedonia', country: 'MK' };
    const typed = { id: 'nova', name: 'Nova', gloss: 'New', ...country, letter: 'We ask to take part.', accept: 'yes' };
    assert.equal((await post('/rivers/do/participation.apply', typed)).status, 200);
    const faults = [
      ['id', 'alfa', /is taken/u],
      ['id', 'a1fa', /called, or looks the same/u],
      ['id', 'Nova', /lower-case Latin letters/u],
      ['name', 'ALFA', /called, or looks the same/u],
      ['gloss', 'Аlfa', /called, or looks the same/u],
      ['name', '…', /needs a letter/u],
    ] as const;
    for (const [field, value, why] of faults) {
      const page = await post('/rivers/do/participation.apply', { ...typed, [field]: value });
      assert.equal(page.status, 422, value);
      const html = await page.text();
      assert.match(html, new RegExp(`id="${field}"[^>]*aria-invalid="true"`, 'su'), `${field}: ${value}`);
      assert.match(html.slice(html.indexOf(`id="${field}-error"`)), why);
    }
  });
});

describe('founding', () => {
  const fields = { token: 'the-link', template: 'regional', at: 'rules', go: 'on', slug: 'forests' };
  const founders = {
    ...fields,
    'founder-1-id': 'alfa',
    'founder-1-name': 'Alfa',
    'founder-2-id': 'beta',
    'founder-2-name': 'Beta',
    ...FOUNDERS_COUNTRIES,
    'founder-2-invitation': newPen().publicKey,
    name: 'Forests',
    abbreviation: 'FO',
    title: 'Charter of the forests',
    seat: 'Niš',
    languages: 'en',
  };

  it('takes no address that is taken, reserved or malformed', async () => {
    const { post } = await createScene();
    for (const slug of ['rivers', 'api', 'verify', 'found', 'Forests', 'a/b', '']) {
      const page = await post('/found/charter', { ...fields, slug });
      assert.equal(page.status, 422, slug);
      assert.match(await page.text(), /id="slug"[^>]*aria-invalid="true"/su);
    }
  });

  it('keeps a charter that was typed, and says which clause cannot be read', async () => {
    const { post } = await createScene();
    const page = await post('/found/charter', { ...founders, seat: 'Niš', body: '1. One.\n\n2. ' });
    assert.equal(page.status, 422);
    const text = await page.text();
    assert.match(text, /Clause 2 from the top/u);
    assert.match(text, /value="Niš"/u);
  });

  it('takes the charter from a file, and shows what each paragraph was taken for', async () => {
    const { web } = await createScene();
    const send = async (more: Readonly<Record<string, string | File>>): Promise<string> => {
      const body = new FormData();
      for (const [name, value] of Object.entries({ ...fields, at: 'principles', ...more })) body.set(name, value);
      const answer = await web.request(`${ORIGIN}/found/charter`, {
        method: 'POST',
        headers: { origin: ORIGIN },
        body,
      });
      assert.equal(answer.status, 200);
      return answer.text();
    };
    const words =
      'Charter of the Rivers\n\nPurpose\n\nEvery river is kept clean by those who live beside it.\n\nSigned by:\nRiver Watch';
    const read = await send({ title: 'Charter', step: 'import', file: new File([words], 'a.txt') });
    assert.equal(areaIn(read, 'body'), '## Purpose\n\nEvery river is kept clean by those who live beside it.');
    assert.match(read, /value="Charter of the Rivers"[^>]*name="title"/u);
    assert.match(wordsIn(read), /It has a title, one heading, one paragraph, 2 lines of signatories\./u);
    const paragraphs = unescaped(/name="paragraphs" value="([^"]*)"/u.exec(read)?.[1] ?? '');
    const typed = { title: 'Charter of the Rivers', body: areaIn(read, 'body'), paragraphs };
    const chosen = await send({ ...typed, 'as-2': 'left-out', step: 'structure' });
    assert.equal(areaIn(chosen, 'body'), 'Every river is kept clean by those who live beside it.');
  });

  it('marks the short name and the name that cannot be taken, and keeps what was typed', async () => {
    const { post } = await createScene();
    const faults = [
      ['founder-1-id', 'Alfa', /lower-case Latin letters/u],
      ['founder-2-id', 'alfa', /named twice/u],
      ['founder-2-id', 'a1fa', /called, or looks the same/u],
      ['founder-2-name', 'АLFA', /called, or looks the same/u],
      ['founder-2-name', '★', /needs a letter/u],
    ] as const;
    for (const [field, typed, why] of faults) {
      const page = await post('/found/charter', { ...founders, body: '1. One.', [field]: typed });
      assert.equal(page.status, 422, typed);
      const html = await page.text();
      assert.match(html, new RegExp(`id="${field}"[^>]*aria-invalid="true"`, 'su'), `${field}: ${typed}`);
      assert.match(html.slice(html.indexOf(`id="${field}-error"`)), why);
      assert.ok(html.includes(`value="${typed}"`));
    }
  });

  it('is closed to whoever has no link that is still good', async () => {
    const { ask, post } = await createScene();
    assert.equal((await ask('/found')).status, 403);
    for (const path of ['/found/charter', '/found/with-key', '/found/submit'])
      assert.equal((await post(path, { ...fields, token: 'another', act: '{}' })).status, 403);
    for (const act of ['', 'null', '[]', '{"body":1}', '{"body":{}}'])
      assert.equal((await post('/found/submit', { ...fields, act })).status, 403);
  });
});
