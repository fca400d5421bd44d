import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { DAY, after as later } from '../src/base/time.ts';
import type { OrganisationId } from '../src/base/ids.ts';
import { createMemorySharedDrafts } from '../src/store/memory/shared-drafts.ts';
import { endDraft } from '../src/web/act/draft-form.ts';
import { createFields } from '../src/web/kit/fields.ts';
import {
  INVITED_FOR,
  MOST_GUESTS,
  MOST_SHARED,
  MOST_SHARED_IN_ALL,
  createSharedDesk,
} from '../src/web/kit/shared-drafts.ts';
import { areaIn, createForms, unescaped, wordsIn } from './kit/forms.ts';
import { SLUG, createSampleScene } from './kit/sample.ts';

/** A statement written together, over HTTP as a browser without script sends it: who may do what, and that nobody writes over what they have not seen. */

const scene = await createSampleScene();
after(scene.close);
const { ask } = createForms(scene);

const OWNER = 'zelena-sava';
const WORDS = {
  title: 'On the drought',
  event: 'The drought',
  on: '2026-08-14',
  body: 'It is dry.\n\nIt has been for long.',
  lead: 'We call:',
  calls: 'for rain.',
};

/** Somebody who asks: an organisation, a guest by the secret of its link, or nobody. */
type Who = { readonly as?: string; readonly secret?: string };

const pathOf = (id: string, { secret }: Who): string =>
  `/${SLUG}/together/${secret === undefined ? id : `with/${secret}`}`;

const read = async (id: string, who: Who): Promise<Response> =>
  scene.ask(pathOf(id, who), { headers: await scene.headers(who.as ?? null) });

const post = async (id: string, who: Who, fields: Readonly<Record<string, string>>): Promise<Response> =>
  scene.ask(pathOf(id, who), {
    method: 'POST',
    headers: {
      ...(await scene.headers(who.as ?? null)),
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams(fields).toString(),
  });

const save = (id: string, who: Who, version: number, change: Partial<typeof WORDS> = {}): Promise<Response> =>
  post(id, who, { ...WORDS, ...change, version: `${version}`, step: 'save' });

const begin = async (as = OWNER): Promise<string> => {
  const body = new FormData();
  for (const [name, value] of Object.entries({ ...WORDS, 'event-on': WORDS.on })) body.set(name, value);
  const answer = await scene.ask(`/${SLUG}/together`, { method: 'POST', headers: await scene.headers(as), body });
  assert.equal(answer.status, 303, await answer.clone().text());
  return answer.headers.get('location')?.split('/').at(-1) ?? '';
};

const discard = (id: string, as = OWNER): Promise<Response> => post(id, { as }, { step: 'discard' });

/** The secret of the link that an invitation shows. */
const inviteGuest = async (id: string, name = 'Lovci Izvora'): Promise<string> => {
  const answer = await post(id, { as: OWNER }, { step: 'invite', name });
  assert.equal(answer.status, 200);
  return /\/together\/with\/([\w-]{22})"/u.exec(await answer.text())?.[1] ?? assert.fail('no link');
};

const lineIn = (html: string, name: string): string =>
  unescaped(new RegExp(`value="([^"]*)"[^>]*name="${name}"`, 'u').exec(html)?.[1] ?? '');

const written = async (id: string) => lineIn(await (await read(id, { as: OWNER })).text(), 'title');

describe('a statement written together', () => {
  it('says of a guest that it is from outside wherever it is named, whatever it is called', async () => {
    const id = await begin();
    const secret = await inviteGuest(id, 'Lovci Delte');
    await save(id, { secret }, 1, { title: 'On the long drought' });
    for (const who of [{ as: OWNER }, { secret }])
      assert.equal(wordsIn(await (await read(id, who)).text()).match(/Lovci Delte(?! ?\(from outside\))/gu), null);
    await discard(id);
  });

  it('is there for its owner and those invited, and for nobody else, whatever they try', async () => {
    const id = await begin();
    const secret = await inviteGuest(id);
    assert.equal((await post(id, { as: OWNER }, { step: 'invite', participant: 'pro-delta' })).status, 200);
    const ended = await inviteGuest(id, 'Others');
    await post(id, { as: OWNER }, { step: 'uninvite-3' });
    const may: readonly (readonly [who: Who, reads: boolean])[] = [
      [{ as: OWNER }, true],
      [{ as: 'pro-delta' }, true],
      [{ secret }, true],
      [{ as: 'reka-vardar' }, false],
      [{ as: 'balkanska-suma' }, false],
      [{ as: 'institut-auenkunde' }, false],
      [{}, false],
      [{ secret: ended }, false],
      [{ secret: 'A'.repeat(22) }, false],
      // What finds the draft is no secret, and the secret is no name.
      [{ secret: id }, false],
    ];
    for (const [who, reads] of may) {
      const name = JSON.stringify(who);
      const page = await read(id, who);
      assert.equal(page.status, reads ? 200 : 404, name);
      assert.equal((await page.text()).includes('It is dry.'), reads, name);
      const kept = await save(id, who, 1, { title: `By ${name}` });
      assert.ok(reads ? kept.status !== 404 : kept.status === 404, name);
      if (!reads) assert.equal(await written(id).then((title) => title.includes('By {}')), false);
    }
    // Only its owner invites, ends invitations and gives it up.
    for (const who of [{ as: 'pro-delta' }, { secret }] as const) {
      assert.equal((await post(id, who, { step: 'invite', name: 'More' })).status, 422);
      await post(id, who, { step: 'uninvite-2' });
      await post(id, who, { step: 'discard' });
    }
    assert.equal((await read(id, { as: 'pro-delta' })).status, 200);
    await discard(id);
    for (const who of [{ as: OWNER }, { as: 'pro-delta' }, { secret }]) assert.equal((await read(id, who)).status, 404);
  });

  it('is listed among the drafts of those who write it, and of nobody else', async () => {
    const id = await begin();
    await post(id, { as: OWNER }, { step: 'invite', participant: 'pro-delta' });
    for (const [as, listed] of [
      [OWNER, true],
      ['pro-delta', true],
      ['reka-vardar', false],
    ] as const) {
      const page = await (await scene.ask(`/${SLUG}/drafts`, { headers: await scene.headers(as) })).text();
      assert.equal(page.includes(`/together/${id}`), listed, as);
    }
    await discard(id);
  });

  it('takes what two write in different places, and lets nobody write over what they have not seen', async () => {
    const id = await begin();
    const secret = await inviteGuest(id);
    assert.equal((await save(id, { as: OWNER }, 1, { title: 'On the long drought' })).status, 200);
    // The guest began from version 1, too, and wrote elsewhere.
    const elsewhere = await save(id, { secret }, 1, { calls: 'for rain.\nfor patience.' });
    assert.match(wordsIn(await elsewhere.text()), /together with what others have written/u);
    const both = await (await read(id, { secret })).text();
    assert.equal(lineIn(both, 'title'), 'On the long drought');
    assert.equal(areaIn(both, 'calls'), 'for rain.\nfor patience.');
    // And then the same words.
    const clash = await save(id, { secret }, 1, { title: 'On this drought' });
    assert.equal(clash.status, 409);
    const shown = await clash.text();
    assert.match(wordsIn(shown), /has changed the same words in the meantime.*It says now: On the long drought/u);
    assert.equal(lineIn(shown, 'title'), 'On this drought', 'what was typed is there');
    assert.equal(areaIn(shown, 'calls'), 'for rain.\nfor patience.', 'and what others wrote elsewhere');
    assert.equal(await written(id), 'On the long drought', 'nothing is written over');
    // Having seen it, the guest decides.
    assert.equal((await save(id, { secret }, 3, { title: 'On this drought' })).status, 200);
    assert.equal(await written(id), 'On this drought');
    const page = wordsIn(await (await read(id, { as: OWNER })).text());
    assert.match(page, /Version 4 by Lovci Izvora/u);
    assert.match(page, /Version 2 by Udruga Zelena Sava/u);
    await discard(id);
  });

  it('has each clause of the body put together, and both wordings where they clash', async () => {
    const id = await begin();
    const secret = await inviteGuest(id);
    const body = areaIn(await (await read(id, { secret })).text(), 'body');
    assert.match(body, /It is dry\. \{#\w+\}/u);
    await save(id, { as: OWNER }, 1, { body: body.replace('It is dry.', 'It is very dry.') });
    const put = await save(id, { secret }, 1, { body: body.replace('for long', 'since spring') });
    assert.equal(put.status, 200);
    const now = areaIn(await put.text(), 'body');
    assert.match(now, /It is very dry\..*\n\nIt has been since spring\./su);
    const clash = await save(id, { secret }, 1, { body: body.replace('It is dry.', 'It is bone dry.') });
    assert.equal(clash.status, 409);
    const shown = await clash.text();
    assert.match(areaIn(shown, 'body'), /very/u);
    assert.match(areaIn(shown, 'body'), /bone/u);
    await discard(id);
  });

  it('keeps what was typed where it cannot be saved', async () => {
    const id = await begin();
    const long = await save(id, { as: OWNER }, 1, { title: 'x'.repeat(500) });
    assert.equal(long.status, 422);
    assert.equal(lineIn(await long.text(), 'title').length, 500);
    assert.equal(await written(id), WORDS.title);
    await discard(id);
  });

  it('is bounded: drafts of one organisation, and invitations to one draft', async () => {
    const ids = [];
    for (let i = 0; i < MOST_SHARED; i += 1) ids.push(await begin('reka-vardar'));
    await assert.rejects(begin('reka-vardar'), /422/u);
    for (const id of ids) await discard(id, 'reka-vardar');
    const id = await begin();
    for (let i = 0; i < MOST_GUESTS; i += 1) await inviteGuest(id, `Guest ${i}`);
    assert.equal((await post(id, { as: OWNER }, { step: 'invite', name: 'One more' })).status, 422);
    assert.equal((await post(id, { as: OWNER }, { step: 'invite', name: '' })).status, 422);
    await discard(id);
  });

  it('is opened by its owner from what stands in it, and is gone then', async () => {
    const id = await begin();
    const secret = await inviteGuest(id);
    const form = await (await ask(OWNER, `statement.open?together=${id}`)).text();
    for (const [name, value] of [
      ['title', WORDS.title],
      ['event', WORDS.event],
      ['event-on', WORDS.on],
      ['lead', WORDS.lead],
    ] as const)
      assert.equal(lineIn(form, name), value);
    assert.match(areaIn(form, 'body'), /It is dry\./u);
    assert.ok(form.includes(`name="together" value="${id}"`));
    assert.ok(form.includes('name="together-version" value="1"'));
    // Another’s form takes nothing from it.
    assert.ok(!(await (await ask('reka-vardar', `statement.open?together=${id}`)).text()).includes('It is dry.'));
    await discard(id);
    assert.match(wordsIn(await (await read(id, { secret })).text()), /It was opened to signature or given up/u);
  });

  it('invites a participant that takes part, once: one invitation that ends is all there was', async () => {
    const id = await begin();
    for (const [participant, status] of [
      ['pro-delta', 200],
      ['pro-delta', 422],
      [OWNER, 422],
      ['nobody-there', 422],
      ['pro-delta reka-vardar', 422],
      ['x'.repeat(100_000), 422],
      ['institut-auenkunde', 422],
    ] as const)
      assert.equal((await post(id, { as: OWNER }, { step: 'invite', participant })).status, status, participant);
    await post(id, { as: OWNER }, { step: 'uninvite-1' });
    assert.equal((await read(id, { as: 'pro-delta' })).status, 404);
    assert.equal((await post(id, { as: OWNER }, { step: 'invite', participant: 'pro-delta' })).status, 200);
    await discard(id);
  });

  it('ends for guests by link when its owner takes part no more, as nobody else ends that', async () => {
    const id = await begin('reka-vardar');
    const invited = await post(id, { as: 'reka-vardar' }, { step: 'invite', name: 'Guests' });
    const secret = /\/together\/with\/([\w-]{22})"/u.exec(await invited.text())?.[1] ?? assert.fail('no link');
    assert.equal((await read(id, { secret })).status, 200);
    await scene.act(['reka-vardar', 1], 'participation.leave', { reason: null });
    assert.equal((await read(id, { secret })).status, 404);
    assert.equal((await save(id, { secret }, 1)).status, 404);
  });

  it('lets an invitation end however full the node is, and keeps what was written since it was opened', () => {
    const shared = createMemorySharedDrafts();
    let bytes = 0;
    const full = { ...shared, inAll: () => bytes };
    const owner = { organisation: OWNER as OrganisationId, delegate: 1 };
    const desk = createSharedDesk(
      { drafts: { shared: full }, clock: scene.clock },
      { slug: SLUG as never, me: owner, takesPart: () => true },
    );
    const begun = desk.begin(WORDS);
    const { id } = begun.kind === 'saved' ? begun.draft : assert.fail('not begun');
    const access = () => desk.find(id) ?? assert.fail('gone');
    const invited = desk.invite(access(), { kind: 'outside', name: 'Guests' });
    const secret = (invited.kind === 'invited' ? invited.secret : null) ?? assert.fail('no link');
    const guest = desk.byLink(secret) ?? assert.fail('no way in');
    assert.equal(desk.save(guest, 1, { ...WORDS, calls: 'for patience.' }).kind, 'saved');
    const opened = (version: string) =>
      endDraft(
        { drafts: null, shared: desk },
        createFields([
          ['together', id],
          ['together-version', version],
        ]),
      );
    opened('1');
    assert.notEqual(desk.find(id), null, 'what the guest wrote is in no statement yet');
    bytes = MOST_SHARED_IN_ALL;
    desk.uninvite(access(), 1);
    assert.equal(desk.byLink(secret), null);
    opened('2');
    assert.equal(desk.find(id), null);
  });

  it('ends for a guest after its time, and for all when nobody writes on it', async () => {
    const id = await begin();
    const secret = await inviteGuest(id);
    scene.clock.set(later(scene.clock.now(), INVITED_FOR - DAY));
    assert.equal((await read(id, { secret })).status, 200);
    scene.clock.set(later(scene.clock.now(), 2 * DAY));
    assert.equal((await read(id, { secret })).status, 404);
    assert.equal((await save(id, { secret }, 1)).status, 404);
    assert.equal((await read(id, { as: OWNER })).status, 200);
    scene.clock.set(later(scene.clock.now(), 180 * DAY));
    assert.equal((await read(id, { as: OWNER })).status, 404);
  });
});
