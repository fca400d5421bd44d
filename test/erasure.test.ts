import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { utf8 } from '../src/base/bytes.ts';
import type { OrganisationId } from '../src/base/ids.ts';
import { importRecord } from '../src/conference/archive/import.ts';
import { verifyExport } from '../src/conference/archive/verify.ts';
import { watchErasures } from '../src/post/erasures.ts';
import { attach } from '../src/record/envelope.ts';
import { createMemoryStore } from '../src/store/memory/store.ts';
import { createMemoryTray } from '../src/store/memory/tray.ts';
import { exported, folderOf } from './kit/folder.ts';
import { wordsIn } from './kit/forms.ts';
import { SLUG, createSampleScene } from './kit/sample.ts';

/** What an organisation erases is nowhere to be read, for nobody, from then on; and everything that showed it says so in words. */

const scene = await createSampleScene();
after(scene.close);
const { conference } = scene;
const OWN = ['reka-vardar', 1] as const;
const SECRET = 'Milena Petrovska lives in the third house behind the mill.';

const ask = async (path: string, by: string | null): Promise<{ readonly status: number; readonly text: string }> => {
  const answer = await scene.ask(path, { headers: { 'accept-encoding': 'identity', ...(await scene.headers(by)) } });
  return { status: answer.status, text: await answer.text() };
};
const letter = (words: string | null, files: readonly object[]) => ({
  kind: 'letter',
  subject: 'Who lives there',
  language: 'en',
  answers: null,
  words,
  files,
  correspondent: null,
  list: { kind: 'participants' },
});

describe('what is erased', async () => {
  const [words, file] = [attach(utf8(SECRET)), attach(utf8(`${SECRET} As a file.`))];
  const files = [{ name: 'houses.txt', type: 'text/plain', hash: file.hash }];
  await scene.act(OWN, 'letter.send', letter(words.hash, files) as never, { attachments: [words, file] });
  const { number } = conference.state().letters.at(-1) ?? assert.fail();
  const page = `/letters/${number}`;
  const before = await exported(conference);

  it('is offered to its organisation alone, with what will remain', async () => {
    const link = `/sample/do/attachment.erase?attachment=${words.hash}`;
    assert.match(wordsIn((await ask(`/sample${page}`, OWN[0])).text), /Erase: the words of L\/.* Erase: houses\.txt/u);
    assert.ok((await ask(`/sample${page}`, OWN[0])).text.includes(link));
    assert.ok(!(await ask(`/sample${page}`, 'pro-delta')).text.includes('attachment.erase'));
    const form = await ask(link, OWN[0]);
    assert.match(wordsIn(form.text), /for good.*the words of L\/.*What remains/su);
    for (const other of ['pro-delta', null]) assert.ok([401, 404].includes((await ask(link, other)).status));
  });

  it('is read by nobody from then on, and pages, the API and mails say that it was erased, by whom and why', async () => {
    for (const attachment of [words.hash, file.hash])
      await scene.act(OWN, 'attachment.erase', { attachment, reason: 'She has asked us to.' });
    for (const by of [OWN[0], 'pro-delta', null])
      for (const path of [page, `/files/${file.hash}`, `${page}?x`, '/record', '/letters'])
        assert.ok(!(await ask(`/sample${path}`, by)).text.includes('Milena'), `${by ?? 'anybody'} ${path}`);
    const shown = wordsIn((await ask(`/sample${page}`, 'pro-delta')).text);
    assert.match(shown, /have been erased/u);
    assert.match(shown, /Erased by .* She has asked us to\./u);
    const read = await ask(`/api/conferences/sample/attachments/${words.hash}`, 'pro-delta');
    assert.equal(read.status, 410);
    const { by, reason } = JSON.parse(read.text) as { readonly by: string; readonly reason: string };
    assert.deepEqual([by, reason], [OWN[0], 'She has asked us to.']);
    assert.equal((await ask(`/api/conferences/sample/attachments/${words.hash}`, null)).status, 404);
    assert.equal((await ask(`/sample/files/${file.hash}`, 'pro-delta')).status, 404);
    assert.deepEqual(scene.faults, []);
  });

  it('is in no export, and comes back by none', async () => {
    const now = await exported(conference);
    const name = `attachments/${words.hash}`;
    assert.ok(before.has(name) && !now.has(name));
    assert.ok((await verifyExport(folderOf(now))).ok);
    const still = await verifyExport(folderOf(new Map(now).set(name, before.get(name) ?? assert.fail())));
    assert.deepEqual(still, { ok: false, error: { index: null, kind: 'erased-file', file: name } });
    const kept = [...before].flatMap(([name, bytes]) =>
      name.startsWith('attachments/') ? [[name.slice('attachments/'.length), bytes] as const] : [],
    );
    const store = createMemoryStore();
    const taken = await importRecord(
      store,
      conference.slug,
      [now.get('entries.jsonl') ?? assert.fail()],
      folderOf(new Map(kept)),
    );
    assert.ok(taken.ok, JSON.stringify(taken));
    assert.equal(await store.attachment(conference.slug, words.hash), null);
    assert.ok((await store.attachmentHashes(conference.slug)).length > 0);
  });

  it('goes from the tray, too, where it came by mail', async () => {
    const tray = createMemoryTray();
    const mail = attach(utf8(SECRET));
    const body = {
      organisation: OWN[0] as OrganisationId,
      delegate: 1,
      subject: 'Re: ',
      language: 'en',
      answers: null,
    };
    const received = { ...body, words: mail.hash, files: [] } as never;
    const placed = await conference.attest('host.received', received, [mail]);
    assert.ok(placed.ok);
    const from = { address: '192.0.2.1', name: 'mx.example' };
    const kept = { slug: conference.slug, id: 'a', at: scene.clock.now(), sender: '', recipients: [], from };
    await tray.keep({ ...kept, raw: utf8(SECRET) });
    await tray.settle(conference.slug, 'a', null, { kind: 'placed', as: 'letter', entries: [placed.value.index] });
    const stop = watchErasures(tray, conference, {
      clock: scene.clock,
      onFault: (fault) => assert.fail(String(fault)),
    });
    await scene.act(OWN, 'attachment.erase', { attachment: mail.hash, reason: 'She has asked us to.' });
    assert.equal(tray.raw(conference.slug, 'a')?.length, 0);
    stop();
  });

  it('is, of a name, no more than a number', async () => {
    const { delegates } = conference.state().organisations.get(OWN[0] as OrganisationId) ?? assert.fail();
    const hash = delegates[0]?.name ?? assert.fail('no name');
    const name = new TextDecoder().decode((await conference.attachment(hash))?.content ?? assert.fail());
    assert.ok((await ask(`/${SLUG}/participants/${OWN[0]}`, 'pro-delta')).text.includes(name));
    await scene.act(OWN, 'attachment.erase', { attachment: hash, reason: 'He has asked us to.' });
    for (const path of [`/participants/${OWN[0]}`, '/take-a-place', '/group', '/record'])
      assert.ok(!(await ask(`/${SLUG}${path}`, 'pro-delta')).text.includes(name), path);
    for (const [path, by] of [
      [`/participants/${OWN[0]}`, 'pro-delta'],
      ['/organisation', OWN[0]],
    ] as const)
      assert.match(wordsIn((await ask(`/${SLUG}${path}`, by)).text), /delegate 1 .*name erased · representing/u);
    assert.deepEqual(scene.faults, []);
  });
});
