import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { randomBytes } from 'node:crypto';
import { base64, base64url } from '../src/base/bytes.ts';
import { type Json, canonicalBytes } from '../src/base/json.ts';
import { sampleKey } from '../src/record/sample-keys.ts';
import { signEd25519 } from '../src/record/sign-ed25519.ts';
import { ACT_NAMESPACE } from '../src/record/verify-signature.ts';
import { toMarkdown } from '../src/text/markdown.ts';
import { MOST_DRAFTED, MOST_DRAFTS } from '../src/web/kit/drafts.ts';
import { MOST_DRAFT } from '../src/web/shared/text-limits.ts';
import type { Kept } from '../src/web/shared/draft-save.ts';
import { actIn, areaIn, createForms, unescaped, wordsIn } from './kit/forms.ts';
import { createSampleScene } from './kit/sample.ts';

/** Drafts over HTTP: whose they are, and that nothing is lost when two write at once. */

const scene = await createSampleScene();
after(scene.close);
const { ask, send } = createForms(scene);

type Typed = Readonly<Record<string, string>>;

const name = (): string => base64url(Uint8Array.from(randomBytes(16)));

/** The organisation whose session these headers carry. */
const ownerOf = new Map<unknown, string>();
const signedIn = async (organisation: string, delegate = 1): Promise<Record<string, string>> => {
  const headers = { ...(await scene.headers(organisation, delegate)) };
  ownerOf.set(headers, organisation);
  return headers;
};

/** Saves as the editor does: a draft of its own or, with `kept`, that one, each time with a pen of its own. */
const save = async (headers: Record<string, string>, typed: Typed, kept?: Pick<Kept, 'id' | 'version'>) => {
  const body = new FormData();
  const named = {
    draft: kept?.id ?? name(),
    'draft-owner': ownerOf.get(headers) ?? 'pro-delta',
    'draft-pen': name(),
    'draft-number': '1',
    'draft-version': `${kept?.version ?? 0}`,
  };
  for (const [field, value] of Object.entries({ 'draft-kind': 'table', ...named, ...typed })) body.set(field, value);
  return scene.ask('/sample/drafts', { method: 'POST', headers, body });
};

const saved = async (...given: Parameters<typeof save>): Promise<Kept> => {
  const answer = await save(...given);
  assert.equal(answer.status, 200, await answer.clone().text());
  return (await answer.json()) as Kept;
};

const TITLE = 'On the springs of nobody';

describe('a draft', () => {
  it('is kept for nobody who does not take part yet', async () => {
    const answer = await save(await signedIn('balkanska-suma'), {
      'draft-owner': 'balkanska-suma',
      title: TITLE,
      body: '1. *Asks*. {#o1}',
    });
    assert.deepEqual([answer.status, await answer.json()], [403, { why: 'not-yet' }]);
  });

  it('is its organisation’s alone', async () => {
    const own = await signedIn('pro-delta');
    const draft = await saved(own, { title: TITLE, body: '1. *Asks*. {#o1}' });
    const path = `/sample/drafts/${draft.id}`;
    const list = async (headers: Record<string, string>) =>
      wordsIn(await (await scene.ask('/sample/drafts', { headers })).text());
    assert.match(await list(own), new RegExp(TITLE, 'u'));
    assert.equal((await scene.ask(path, { headers: own })).status, 200);
    for (const other of [await signedIn('zelena-sava'), await signedIn('diktyo-potamon')]) {
      assert.doesNotMatch(await list(other), new RegExp(TITLE, 'u'));
      assert.equal((await scene.ask(path, { headers: other })).status, 404);
      assert.equal((await save(other, { title: 'Mine', body: '' }, draft)).status, 404);
      assert.equal((await save(other, { title: 'Mine', body: '', draft: draft.id })).status, 404);
      await scene.ask(`${path}/discard`, { method: 'POST', headers: other });
      const form = await (await scene.ask(`/sample/do/text.table?draft=${draft.id}`, { headers: other })).text();
      assert.doesNotMatch(form, new RegExp(TITLE, 'u'));
    }
    assert.equal((await scene.ask(path)).status, 401);
    assert.equal((await scene.ask('/sample/drafts')).status, 401);
    assert.equal((await save({}, { title: 'x', body: '' })).status, 401);
    const kept = (await (await scene.ask(path, { headers: own })).json()) as Kept;
    assert.deepEqual([kept.title, kept.version], [TITLE, 1]);
    assert.doesNotMatch(JSON.stringify(scene.conference.state().texts), new RegExp(TITLE, 'u'));
  });

  it('is answered only where it has changed', async () => {
    const own = await signedIn('pro-delta');
    const draft = await saved(own, { title: 'T', body: '' });
    const again = (version: number) =>
      scene.ask(`/sample/drafts/${draft.id}`, { headers: { ...own, 'if-none-match': `"${version}"` } });
    assert.equal((await again(1)).status, 304);
    assert.equal((await saved(own, { title: 'T', body: '' }, draft)).version, 1, 'nothing has changed');
    assert.equal((await saved(own, { title: 'U', body: '' }, draft)).version, 2);
    assert.equal((await again(1)).status, 200);
  });

  it('holds what two wrote at once', async () => {
    const [one, two] = [await signedIn('diktyo-potamon', 1), await signedIn('diktyo-potamon', 2)];
    const body = '1. The river is kept free. {#a}\n\n2. The lake is kept clean. {#b}';
    const draft = await saved(one, { title: 'T', body });
    const base = { 'draft-title': 'T', 'draft-body': body };
    await saved(one, { title: 'T', body: body.replace('free', 'wild'), ...base }, draft);
    const merged = await saved(
      two,
      { title: 'New', body: `3. New. {#n}\n\n${body.replace('The lake', 'Every lake')}`, ...base },
      draft,
    );
    assert.deepEqual(merged.body.split('\n\n'), [
      '1. New. {#n}',
      '2. The river is kept wild. {#a}',
      '3. Every lake is kept clean. {#b}',
    ]);
    assert.deepEqual([merged.title, merged.version, merged.by, merged.collided], ['New', 3, 2, false]);

    const both = await saved(two, { title: 'T', body: body.replace('free', 'deep'), ...base }, draft);
    assert.ok(both.collided);
    assert.match(both.body, /kept wild\. \{#a\}\n\n3\. The river is kept deep\./u);

    const broken = await saved(two, { title: 'T', body: '1. One\n\n2.\n', ...base }, draft);
    assert.ok(broken.apart);
    assert.notEqual(broken.id, draft.id);
    assert.equal(broken.body, '1. One\n\n2.');
  });

  it('is saved and answered for the organisation that its page was opened for, and no other that has signed in since', async () => {
    const [own, other] = [await signedIn('pro-delta'), await signedIn('zelena-sava')];
    const draft = await saved(own, { title: 'T', body: 'One.' });
    const before = (await (await scene.ask('/sample/drafts', { headers: other })).text()).length;
    for (const kept of [draft, undefined]) {
      const answer = await save(other, { title: 'T', body: 'One. Two.', 'draft-owner': 'pro-delta' }, kept);
      assert.deepEqual([answer.status, await answer.json()], [403, { why: 'not-yours' }]);
    }
    const asked = await scene.ask(`/sample/drafts/${draft.id}?owner=pro-delta`, { headers: other });
    assert.deepEqual([asked.status, await asked.json()], [403, { why: 'not-yours' }]);
    assert.equal((await (await scene.ask('/sample/drafts', { headers: other })).text()).length, before);
  });

  it('is never what an address says that it is', async () => {
    const draft = await saved(await signedIn('pro-delta'), { title: 'T', body: 'One.' });
    const more = 'sent=yes&draft-owner=zelena-sava&draft-version=9&draft-title=Not&draft-body=mine&draft-kind=table';
    const html = await (await ask('pro-delta', `text.table?draft=${draft.id}&${more}`)).text();
    assert.deepEqual(
      ['draft', 'draft-owner', 'draft-version', 'draft-title', 'draft-body'].map((field) => value(html, field)),
      [draft.id, 'pro-delta', '1', 'T', 'One.'],
    );
  });

  it('has its limits', async () => {
    const own = await signedIn('reka-vardar');
    assert.equal((await save(own, { title: 'T', body: 'a'.repeat(MOST_DRAFT + 1) })).status, 422);
    assert.equal((await save(own, { 'draft-kind': 'letter', title: 'T', body: '' })).status, 422);
    for (let i = 0; i < MOST_DRAFTS; i++) await saved(own, { title: `${i}`, body: '' });
    assert.equal((await save(own, { title: 'one more', body: '' })).status, 422);
  });

  it('has, with all of its organisation’s, so many bytes', async () => {
    const own = await signedIn('diktyo-potamon');
    const body = 'α'.repeat(MOST_DRAFT);
    const first = await saved(own, { title: 'T', body });
    const answers: Response[] = [];
    do answers.push(await save(own, { title: 'T', body }));
    while (answers.at(-1)?.ok === true && answers.length < MOST_DRAFTS);
    assert.deepEqual(await answers.at(-1)?.json(), { why: 'too-much' });
    const kept = (answers.length * 2 + 2) * Buffer.byteLength(body);
    assert.ok(kept <= MOST_DRAFTED + 4 * Buffer.byteLength(body), `${kept} bytes`);
    assert.equal((await saved(own, { title: 'T', body: 'shorter' }, first)).version, 2);
  });
});

/** Reads a form over, signs what it says and sends it. */
const tabled = async (organisation: string, typed: Typed): Promise<void> => {
  const html = await send(organisation, 'text.table', { kind: 'resolution', ...typed });
  const act = JSON.stringify(actIn(html));
  const key = await sampleKey(organisation, 1);
  const message = canonicalBytes(JSON.parse(act) as Json);
  const body = new URLSearchParams({
    act,
    typed: unescaped(/name="typed" value="([^"]*)"/u.exec(html)?.[1] ?? ''),
    signature: base64(await signEd25519(key, { message, namespace: ACT_NAMESPACE })),
  });
  const answer = await scene.ask('/sample/acts', { method: 'POST', headers: await signedIn(organisation), body });
  assert.equal(answer.status, 303, wordsIn(await answer.text()).slice(0, 400));
};

describe('a draft that has become an act', () => {
  it('is gone; but not if a colleague has written on it since', async () => {
    const own = await signedIn('nehir-dernegi');
    const body = '1. *Asks* for care. {#o1}';
    const fields = (draft: Kept): Typed => ({
      'draft-kind': 'table',
      draft: draft.id,
      'draft-version': `${draft.version}`,
      title: draft.title,
      body,
    });
    const there = async (draft: Kept): Promise<number> =>
      (await scene.ask(`/sample/drafts/${draft.id}`, { headers: own })).status;
    const first = await saved(own, { title: 'First', body });
    await tabled('nehir-dernegi', fields(first));
    assert.equal(await there(first), 404);
    const second = await saved(own, { title: 'Second', body });
    await saved(own, { title: 'Second', body: `${body}\n\nMore. {#p1}` }, second);
    await tabled('nehir-dernegi', fields(second));
    assert.equal(await there(second), 200);
  });
});

const FIELDS = ['draft', 'draft-owner', 'draft-pen', 'draft-number', 'draft-version', 'draft-title', 'draft-body'];

const value = (html: string, field: string): string =>
  unescaped(new RegExp(`name="${field}" value="([^"]*)"`, 'u').exec(html)?.[1] ?? 'missing');

/** What the button that saves a draft sends along. */
const carried = (html: string): Typed => ({
  kind: 'resolution',
  'draft-kind': 'table',
  step: 'save-draft',
  ...Object.fromEntries(FIELDS.map((field) => [field, value(html, field)])),
});

describe('without JavaScript', () => {
  it('what is sent again, whether or not anybody heard the answer, is kept once', async () => {
    const own = await signedIn('nehir-dernegi');
    const list = async () =>
      [...(await (await scene.ask('/sample/drafts', { headers: own })).text()).matchAll(/draft=([\w-]{22})/gu)].length;
    const before = await list();
    const blank = await (await ask('nehir-dernegi', 'text.table')).text();
    const first = { ...carried(blank), title: 'T', body: 'One.' };
    await send('nehir-dernegi', 'text.table', first);
    await send('nehir-dernegi', 'text.table', first);
    assert.equal(await list(), before + 1);
    // Back to the page whose answer was lost, where more is typed.
    const more = await send('nehir-dernegi', 'text.table', { ...first, body: 'One. More.' });
    assert.equal(await list(), before + 1);
    assert.match(areaIn(more, 'body'), /^One\. More\. \{#p1\}$/u);
    // Read over in between, and saved from there.
    const again = await send('nehir-dernegi', 'text.table', { ...first, step: 'preview', body: 'One. More.' });
    const last = { ...carried(again), title: 'T', body: 'One. More. Last. {#p1}' };
    assert.equal(areaIn(await send('nehir-dernegi', 'text.table', last), 'body'), 'One. More. Last. {#p1}');
  });

  it('a form that was opened for one organisation is neither kept nor read over for another', async () => {
    const form = await (await ask('nehir-dernegi', 'text.table')).text();
    const typed = { ...carried(form), title: 'Ours alone', body: 'A secret.' };
    for (const step of ['save-draft', 'preview', '']) {
      const html = await send('zelena-sava', 'text.table', { ...typed, step }, 422);
      assert.match(wordsIn(html), /written for another organisation/u);
      assert.equal(areaIn(html, 'body'), 'A secret.', 'what was typed is there');
      assert.equal(value(html, 'draft-owner'), 'nehir-dernegi');
    }
    const other = await signedIn('zelena-sava');
    assert.doesNotMatch(await (await scene.ask('/sample/drafts', { headers: other })).text(), /Ours alone/u);
  });

  it('the button saves, the page goes on with the draft, and two delegates do not write over each other', async () => {
    const blank = await (await ask('zelena-sava', 'text.table')).text();
    const begun = { ...carried(blank), title: 'T', body: '1. One.\n\n2. Two.' };
    const first = await send('zelena-sava', 'text.table', begun);
    assert.match(wordsIn(first), /Saved\./u);
    assert.equal(areaIn(first, 'body'), '1. One. {#o1}\n\n2. Two. {#o2}');
    const page = await (await ask('zelena-sava', `text.table?draft=${value(first, 'draft')}`)).text();
    assert.equal(areaIn(page, 'body'), '1. One. {#o1}\n\n2. Two. {#o2}');
    const mine = { ...carried(first), title: 'T', body: '1. One more. {#o1}\n\n2. Two. {#o2}' };
    await send('zelena-sava', 'text.table', mine);
    const theirs = { ...carried(page), title: 'T', body: '1. One. {#o1}\n\n2. Two. {#o2}\n\n3. Three.' };
    const merged = await send('zelena-sava', 'text.table', theirs);
    assert.equal(areaIn(merged, 'body'), '1. One more. {#o1}\n\n2. Two. {#o2}\n\n3. Three. {#o3}');
  });

  it('a draft of a revision is carried over when the text has been revised', async () => {
    const text = 4;
    const { clauses, title } = scene.conference.state().texts[text - 1]?.revisions[0] ?? assert.fail();
    const own = await signedIn('zelena-sava');
    const body = `${toMarkdown({ title: null, clauses }).trimEnd()}\n\nA last word. {#last .paragraph}`;
    const about = { 'draft-kind': 'revise', text: '4', revision: '1' };
    const draft = await saved(own, { ...about, title, body });
    const html = await (await ask('zelena-sava', `text.revise?text=4&draft=${draft.id}`)).text();
    assert.match(wordsIn(html), /has been carried over to the present revision/u);
    const now = scene.conference.state().texts[text - 1]?.revisions.at(-1)?.clauses ?? [];
    const shown = areaIn(html, 'body');
    for (const { id } of now) assert.ok(shown.includes(`{#${id}`), id);
    assert.match(shown, /A last word\. \{#last/u);
  });
});
