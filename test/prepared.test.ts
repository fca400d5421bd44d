import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { base64 } from '../src/base/bytes.ts';
import { canonicalBytes } from '../src/base/json.ts';
import { DAY, after as later } from '../src/base/time.ts';
import { present } from '../src/charter/texts/texts.ts';
import { sampleKey } from '../src/record/sample-keys.ts';
import { signEd25519 } from '../src/record/sign-ed25519.ts';
import { ACT_NAMESPACE } from '../src/record/verify-signature.ts';
import { MOST_PREPARED } from '../src/web/kit/prepared.ts';
import { type Typed, actIn, unescaped, wordsIn } from './kit/forms.ts';
import { createSampleScene } from './kit/sample.ts';

/** Acts that an assisting delegate prepares and a representing one signs: over HTTP, without scripts. */

const scene = await createSampleScene({ shown: false });
after(scene.close);
const OWN = 'rijeke-bosne';
const [signer, helper, others] = [
  await scene.headers(OWN, 1),
  await scene.headers(OWN, 2),
  await scene.headers('zelena-sava', 1),
];

type Headers = Readonly<Record<string, string>>;

const get = async (headers: Headers, path: string): Promise<{ status: number; html: string }> => {
  const answer = await scene.ask(`/sample${path}`, { headers });
  return { status: answer.status, html: await answer.text() };
};
const post = async (headers: Headers, path: string, typed: Typed) => {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(typed))
    for (const one of Array.isArray(value) ? (value as readonly string[]) : [value]) body.append(name, String(one));
  const answer = await scene.ask(`/sample${path}`, { method: 'POST', headers, body });
  return { status: answer.status, html: await answer.text(), location: answer.headers.get('location') };
};
const hiddenIn = (html: string, name: string): string =>
  unescaped(new RegExp(`<input type="hidden" name="${name}" value="([^"]*)"`, 'u').exec(html)?.[1] ?? '');

/** Fills in a form and hands it over; the name under which it is kept. */
const handOver = async (kind: string, typed: Typed, note = '', headers = helper): Promise<string> => {
  const { status, html } = await post(headers, `/do/${kind}`, { sent: 'yes', ...typed });
  assert.equal(status, 200, wordsIn(html).slice(0, 400));
  const handed = await post(headers, '/acts/hand-over', { kind, typed: hiddenIn(html, 'typed'), note });
  assert.equal(handed.status, 303, wordsIn(handed.html).slice(0, 400));
  return /handed=(.*)$/u.exec(handed.location ?? '')?.[1] ?? assert.fail();
};

/** Signs what the page before signing shows, and sends it. */
const sign = async (html: string, headers = signer, delegate = 1) => {
  const signature = await signEd25519(await sampleKey(OWN, delegate), {
    message: canonicalBytes(JSON.parse(JSON.stringify(actIn(html)))),
    namespace: ACT_NAMESPACE,
  });
  const sent = { act: hiddenIn(html, 'act'), typed: hiddenIn(html, 'typed'), signature: base64(signature) };
  return post(headers, '/acts', sent);
};

const aText = (title: string) => ({ title, body: '1. Asks for rain.', kind: 'resolution', language: '' });
const letGo = async (id: string): Promise<void> => void (await post(helper, `/prepared/${id}/remove`, {}));

describe('what an assisting delegate fills in', () => {
  it('is handed over from the form that a representing one signs, and signed there', async () => {
    const page = await post(helper, '/do/text.table', { sent: 'yes', ...aText('On rain') });
    assert.match(page.html, /action="\/sample\/acts\/hand-over"/u);
    assert.doesNotMatch(page.html, /action="\/sample\/acts"/u, 'they are not asked for a signature that is refused');
    const id = await handOver('text.table', aText('On rain'), 'Before Friday, please.');

    const today = await get(signer, '/today');
    assert.match(wordsIn(today.html), /1 act is prepared for your signature/u);
    assert.match(today.html, new RegExp(`href="/sample/prepared/${id}"`, 'u'));
    const read = await get(signer, `/prepared/${id}`);
    assert.match(wordsIn(read.html), /Prepared by delegate 2.*Before Friday, please\..*On rain/su);
    const before = scene.conference.state().size;
    const done = await sign(read.html);
    assert.equal(done.location, `/sample/receipt/${before}`);
    const entry = await scene.conference.entry(before);
    assert.deepEqual(entry?.act.by, { organisation: OWN, delegate: 1 });
    assert.equal((await get(signer, `/prepared/${id}`)).status, 404);
    assert.doesNotMatch(wordsIn((await get(signer, '/today')).html), /prepared for your signature/u);
  });

  it('is judged before it is handed over, as if it were signed', async () => {
    const wrong = await post(helper, '/do/text.table', { sent: 'yes', ...aText(''), body: '' });
    assert.equal(wrong.status, 422);
    assert.doesNotMatch(wordsIn(wrong.html), /representing/u);
    const slipped = await post(helper, '/acts/hand-over', { kind: 'text.table', typed: '[["title",""]]', note: '' });
    assert.equal(slipped.status, 422);
  });

  it('can be changed by either, and is the same one then', async () => {
    const id = await handOver('text.table', aText('On hail'));
    const page = await get(signer, `/prepared/${id}`);
    const form = await post(signer, '/do/text.table', { typed: hiddenIn(page.html, 'typed') });
    assert.match(form.html, /value="On hail"/u);
    assert.equal(hiddenIn(form.html, 'prepared'), id);
    const carried = { prepared: id, 'prepared-at': hiddenIn(form.html, 'prepared-at') };
    const changed = await post(signer, '/do/text.table', { sent: 'yes', ...aText('On sleet'), ...carried });
    assert.match(wordsIn(changed.html), /Prepared by delegate 2/u);
    assert.equal((await sign(changed.html)).status, 303);
    assert.equal((await get(signer, `/prepared/${id}`)).status, 404);
    assert.equal(present(scene.conference.state().texts.at(-1) ?? assert.fail()).title, 'On sleet');
  });

  it('waits on where it was changed while another was signing what it was', async () => {
    const id = await handOver('text.table', aText('On dew'));
    const page = await get(signer, `/prepared/${id}`);
    scene.clock.set(later(scene.clock.now(), 1000));
    const typed = JSON.parse(hiddenIn(page.html, 'typed')) as readonly (readonly [string, string])[];
    const anew = typed.map(([name, value]) => [name, name === 'title' ? 'On fog' : value]);
    const again = { kind: 'text.table', typed: JSON.stringify(anew), note: '' };
    assert.match((await post(helper, '/acts/hand-over', again)).location ?? '', new RegExp(id, 'u'));
    assert.equal((await sign(page.html)).status, 303);
    assert.match(wordsIn((await get(signer, `/prepared/${id}`)).html), /On fog/u);
    await letGo(id);
  });

  it('can be set aside with a word, which whoever prepared it finds', async () => {
    const id = await handOver('text.table', aText('On frost'));
    const at = hiddenIn((await get(signer, `/prepared/${id}`)).html, 'prepared-at');
    const words = { words: 'Not before the assembly.', 'prepared-at': at };
    assert.equal((await post(helper, `/prepared/${id}/set-aside`, words)).status, 404, 'they cannot do so themselves');
    assert.equal((await post(signer, `/prepared/${id}/set-aside`, words)).status, 303);
    assert.doesNotMatch(wordsIn((await get(signer, '/today')).html), /prepared for your signature/u);
    assert.match(wordsIn((await get(helper, '/today')).html), /1 act you prepared was set aside/u);
    assert.match(
      wordsIn((await get(helper, `/prepared/${id}`)).html),
      /Set aside by delegate 1.*Not before the assembly/su,
    );
    await letGo(id);
  });

  it('says what has changed since: another revision, or that it is not allowed any more', async () => {
    const { revisions } = scene.text(4);
    const position = { text: 4, revision: revisions.length, on: 'whole', 'stand-whole': 'accept', 'reason-whole': '' };
    const page = await post(helper, '/do/positions.take', { sent: 'yes', ...position });
    assert.equal(page.status, 200, wordsIn(page.html).slice(0, 300));
    const handed = await post(helper, '/acts/hand-over', {
      kind: 'positions.take',
      typed: hiddenIn(page.html, 'typed'),
      note: '',
    });
    const id = /handed=(.*)$/u.exec(handed.location ?? '')?.[1] ?? assert.fail();
    const { title, clauses: before } = present(scene.text(4));
    const clauses = before.map((one, i) => (i === 0 ? { ...one, words: `${one.words} Again` } : one));
    const body = { text: 4, revision: revisions.length, title, clauses, charter: null, tookIn: [], note: null };
    await scene.act([scene.text(4).rapporteur ?? scene.text(4).by, 1], 'text.revise', body);
    assert.match(
      wordsIn((await get(signer, '/prepared')).html),
      /prepared for revision \d+, and there is revision \d+/u,
    );
    const opened = await get(signer, `/prepared/${id}`);
    assert.equal(opened.status, 422);
    assert.match(wordsIn(opened.html), /Prepared by delegate 2.*has changed since/su);
    assert.doesNotMatch((await get(signer, '/prepared')).html, /type="checkbox" name="p"/u);
    await letGo(id);
  });
});

describe('several at once', () => {
  it('stand on one page, each in plain words with its own bytes, the first prepared first', async () => {
    const ids = [];
    for (const title of ['On ice', 'On snow']) {
      scene.clock.set(later(scene.clock.now(), 1000));
      ids.push(await handOver('text.table', aText(title)));
    }
    assert.equal((await get(signer, '/prepared')).html.match(/type="checkbox" name="p"/gu)?.length, 2);
    assert.doesNotMatch((await get(helper, '/prepared')).html, /type="checkbox"/u);
    const { html } = await get(signer, `/prepared/sign?${ids.map((id) => `p=${id}`).join('&')}`);
    assert.match(wordsIn(html), /2 acts to sign.*On ice.*On snow/su);
    assert.equal(html.match(/name="act"/gu)?.length, 2);
    for (const id of ids) await letGo(id);
  });

  it('never have an organisation leave among them', async () => {
    const id = await handOver('participation.leave', { reason: '' }, 'Only small things.');
    assert.doesNotMatch((await get(signer, '/prepared')).html, /type="checkbox" name="p"/u);
    assert.doesNotMatch((await get(signer, `/prepared/sign?p=${id}`)).html, /name="act"/u);
    assert.match((await get(signer, `/prepared/${id}`)).html, /name="act"/u);
    await letGo(id);
  });
});

describe('what is prepared is the organisation’s own', () => {
  it('and nobody else’s to read, to change, to sign or to find', async () => {
    const id = await handOver('text.table', aText('On the unspoken wind'), 'Psst.');
    for (const headers of [others, await scene.headers('nehir-dernegi'), {}]) {
      const isOut = !('cookie' in headers);
      for (const path of ['/prepared', `/prepared/${id}`, `/prepared/sign?p=${id}`, '/today', '/search?q=unspoken']) {
        const { html, status } = await get(headers, path);
        assert.doesNotMatch(html.replaceAll('q=unspoken', ''), /unspoken wind|Psst/u, path);
        if (path === `/prepared/${id}`) assert.equal(status, isOut ? 401 : 404);
      }
      const stolen = {
        kind: 'text.table',
        typed: `[["prepared","${id}"],["title","Mine"],["body","1. Ours."],["kind","resolution"]]`,
      };
      await post(headers, '/acts/hand-over', { ...stolen, note: '' });
      await post(headers, `/prepared/${id}/set-aside`, { words: 'No.' });
      await post(headers, `/prepared/${id}/remove`, {});
    }
    assert.match(wordsIn((await get(signer, `/prepared/${id}`)).html), /unspoken wind/u);
    await letGo(id);
  });

  it('is bounded, and ends by itself', async () => {
    const ids: string[] = [];
    for (let i = 0; i < MOST_PREPARED; i += 1) ids.push(await handOver('text.table', aText(`On drop ${i}`)));
    const { html } = await post(helper, '/do/text.table', { sent: 'yes', ...aText('On one more') });
    const more = await post(helper, '/acts/hand-over', {
      kind: 'text.table',
      typed: hiddenIn(html, 'typed'),
      note: '',
    });
    assert.equal(more.status, 422);
    assert.match(wordsIn(more.html), /40 acts are prepared already/u);
    scene.clock.set(later(scene.clock.now(), 31 * DAY));
    for (let i = 0; i < 20; i += 1) await Promise.resolve();
    assert.doesNotMatch((await get(await scene.headers(OWN, 1), '/prepared')).html, /On drop/u);
  });
});
