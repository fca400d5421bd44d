import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { DAY, HOUR, after as later } from '../src/base/time.ts';
import type { Meeting } from '../src/charter/meetings/state.ts';
import { utf8 } from '../src/base/bytes.ts';
import { attach } from '../src/record/envelope.ts';
import { axeCheck } from './kit/axe.ts';
import { NARROWEST, assertFits, faultsOf, launch, screenshot } from './kit/browser.ts';
import { wordsIn } from './kit/forms.ts';
import { createSampleScene } from './kit/sample.ts';

/** The pages of meetings, on the sample with an assembly that one participant has convened: who sees what, and that it can be read by everyone. */

const scene = await createSampleScene({ met: false, listen: true });
after(scene.close);
const kit = await launch();

const get = async (path: string, organisation: string | null = null, init: RequestInit = {}): Promise<Response> =>
  scene.ask(`/sample${path}`, {
    ...init,
    headers: { 'accept-encoding': 'identity', ...(await scene.headers(organisation)) },
  });
const read = async (path: string, organisation: string | null = null): Promise<string> => {
  const response = await get(path, organisation);
  assert.equal(response.status, 200, path);
  return response.text();
};

const [HOST, GUESTS, MEMBER] = [
  ['zelena-sava', 1],
  ['diktyo-potamon', 1],
  ['pro-delta', 1],
] as const;

const now = scene.clock.now();
const notice = {
  starts: later(now, 45 * DAY),
  ends: later(now, 45 * DAY + 8 * HOUR),
  zone: 'Europe/Skopje',
  place: 'Ohrid <b>',
  link: 'https://meet.example/secret-room',
  languages: ['en', 'sq'],
  words: 'Bring boots.',
  public: false,
};
const file = attach(utf8('<script>alert(1)</script>'));
const guestName = attach(utf8('Ana Anić'));

const first = scene.conference.state().meetings.length + 1;
const meeting = (number = first): Meeting => scene.conference.state().meetings[number - 1] ?? assert.fail('no meeting');

before(async () => {
  await scene.act(HOST, 'meeting.convene', { kind: 'assembly', notice });
  await scene.act(MEMBER, 'agenda.propose', {
    meeting: first,
    title: 'The tributaries',
    words: 'To hear where everyone stands.',
    texts: [4],
    files: [],
  });
  await scene.act(
    GUESTS,
    'agenda.propose',
    {
      meeting: first,
      title: 'Who keeps watch over the wells',
      words: null,
      texts: [],
      files: [{ name: 'Καταγραφή «πηγών».html', type: 'text/html', hash: file.hash }],
    },
    { attachments: [file] },
  );
  await scene.act(GUESTS, 'meeting.reply', { meeting: first, reply: 'online' });
  await scene.act(MEMBER, 'meeting.reply', { meeting: first, reply: 'coming' });
  await scene.act(GUESTS, 'meeting.credentials', { meeting: first, delegates: [1] });
  await scene.act(
    GUESTS,
    'meeting.guest',
    { meeting: first, name: guestName.hash, capacity: 'observer', from: 'The school of Ohrid' },
    { attachments: [guestName] },
  );
  await scene.act(HOST, 'meeting.change', {
    meeting: first,
    notice: { ...notice, place: 'Ohrid, the school', starts: later(notice.starts, HOUR) },
  });
});

const path = `/meetings/${first}`;

describe('what members read of a meeting', () => {
  it('stands in the list, with when the next assembly is due and who may convene it', async () => {
    const list = wordsIn(await read('/meetings', 'diktyo-potamon'));
    assert.match(list, /The next assembly is on its way/u);
    assert.match(list, /It was due by/u);
    assert.match(list, /Skopje, UTC\+[12]/u);
    assert.match(list, /2 items · 2 come/u);
  });

  it('gives the time on the clocks of the place and in universal time, and what a new notice has changed', async () => {
    const words = wordsIn(await read(path, 'diktyo-potamon'));
    assert.match(words, /\(Skopje, UTC\+[12]\)/u);
    assert.match(words, /In universal time: /u);
    assert.match(words, /meet\.example/u);
    assert.match(words, /What has changed .*before: .*Ohrid <b>.*now: .*Ohrid, the school/u);
    assert.match(words, /Your answer: We take part online/u);
  });

  it('shows the agenda with its texts and documents, and lets an item be taken back by its proposer alone', async () => {
    const page = await read(`${path}/agenda`, 'diktyo-potamon');
    // Days are counted where it meets, where the next one may have begun.
    assert.match(wordsIn(page), /Provisional\. .* until .* \(in 3[12] days\)/u);
    assert.match(page, /href="\/sample\/texts\/4"/u);
    assert.match(page, new RegExp(`/files/${file.hash}"`, 'u'));
    const back = /agenda\.withdraw\?meeting=\d+&amp;item=(\d)/gu;
    assert.deepEqual(
      [...page.matchAll(back)].map(([, item]) => item),
      ['2'],
    );
  });

  it('shows who comes, whom they send and whom they bring', async () => {
    const words = wordsIn(await read(`${path}/attendance`, 'pro-delta'));
    assert.match(words, /1 comes 1 online/u);
    assert.match(words, /1 of \d+ participants has named a delegation/u);
    assert.match(words, /Ana Anić observer · The school of Ohrid/u);
  });
});

describe('others than members', () => {
  it('see nothing of a meeting that is not for everyone', async () => {
    for (const reader of [null, 'balkanska-suma', 'drustvo-ob-savi'])
      for (const tab of ['', '/agenda', '/attendance'])
        assert.equal((await get(`${path}${tab}`, reader)).status, 404, `${reader} ${tab}`);
    assert.doesNotMatch(await read('/meetings'), /Ohrid/u);
  });

  it('see notice and agenda of one whose sittings are public, without what members write', async () => {
    const number = scene.conference.state().meetings.length + 1;
    await scene.act(HOST, 'meeting.cancel', { meeting: first, reason: 'Another is convened.' }).catch(assert.fail);
    await scene.act(HOST, 'meeting.convene', { kind: 'assembly', notice: { ...notice, public: true } });
    await scene.act(MEMBER, 'agenda.propose', {
      meeting: number,
      title: 'Open waters',
      words: 'For members.',
      texts: [4],
      files: [],
    });
    const shown = `${await read(`/meetings/${number}`)} ${await read(`/meetings/${number}/agenda`)} ${await read('/meetings')}`;
    assert.match(shown, /Open waters/u);
    for (const secret of ['meet.example', 'For members.', '/texts/4', 'Bring boots'])
      assert.ok(!shown.includes(secret), secret);
    assert.equal((await get(`/meetings/${number}/attendance`)).status, 404);
  });
});

describe('a document of the agenda', () => {
  it('is downloaded by members under its own name, and never run as a page', async () => {
    const address = `/files/${file.hash}`;
    const response = await get(address, 'pro-delta');
    assert.equal(await response.text(), '<script>alert(1)</script>');
    assert.equal(response.headers.get('content-type'), 'application/octet-stream');
    assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
    assert.match(response.headers.get('content-security-policy') ?? '', /sandbox/u);
    const disposition = response.headers.get('content-disposition') ?? '';
    assert.match(disposition, /^attachment; filename/u);
    assert.equal(decodeURIComponent(disposition.split("''")[1] ?? ''), 'Καταγραφή «πηγών».html');
    assert.equal((await get(address)).status, 404);
    assert.equal((await get(`/files/${guestName.hash}`, 'pro-delta')).status, 404);
  });
});

describe('the place of a meeting', () => {
  it('is words that anybody may come to read: how to join it is refused there', async () => {
    const body = { meeting: first, notice: { ...notice, place: 'Ohrid, or meet.example/secret-room' } };
    await assert.rejects(scene.act(HOST, 'meeting.change', body), /link-in-place/u);
  });
});

describe('calendars', () => {
  const addressIn = async (organisation: string): Promise<string> => {
    const [, address] = /id="calendar-address" value="([^"]+)"/u.exec(await read('/meetings', organisation)) ?? [];
    assert.ok(address !== undefined);
    return new URL(address).pathname + new URL(address).search;
  };

  it('are read without a session at the secret address that members are shown, in their language', async () => {
    const address = await addressIn('diktyo-potamon');
    const response = await scene.ask(address);
    assert.equal(response.status, 200);
    assert.match(response.headers.get('content-type') ?? '', /^text\/calendar/u);
    const text = await response.text();
    assert.match(text, /UID:meeting-\d+@/u);
    assert.match(text.replaceAll('\r\n ', ''), /secret-room/u);
    assert.notEqual(await addressIn('pro-delta'), address);
    assert.ok(!(await read('/meetings')).includes('calendar-address'));
  });

  it('are not there for another key, for another organisation’s or another delegate’s', async () => {
    const address = await addressIn('diktyo-potamon');
    for (const wrong of [
      address.replace(/\/[^/]{32}\.ics/u, `/${'A'.repeat(32)}.ics`),
      address.replace('diktyo-potamon', 'pro-delta'),
      address.replace('/1/', '/2/'),
      address.replace('.ics', 'x.ics'),
    ])
      assert.equal((await scene.ask(wrong)).status, 404, wrong);
  });

  it('have each meeting as a file, and for strangers what anybody may follow', async () => {
    const own = await (await get(`/meetings/${first}.ics`, 'pro-delta')).text();
    assert.match(own, /STATUS:CANCELLED/u);
    assert.equal([...own.matchAll(/BEGIN:VEVENT/gu)].length, 1);
    assert.equal((await get(`/meetings/${first}.ics`)).status, 404);
    const everybody = (await (await get('/calendar.ics')).text()).replaceAll('\r\n ', '');
    assert.match(everybody, /BEGIN:VEVENT/u);
    assert.doesNotMatch(everybody, /secret-room/u);
  });
});

describe('in the browser', () => {
  const open = async (address: string, options: Parameters<typeof kit.page>[0] = {}) => {
    const page = await kit.page({ baseURL: scene.origin, ...options });
    const token = await scene.signIn('diktyo-potamon');
    await page.context().addCookies([{ ...scene.cookie(token), url: scene.origin }]);
    assert.equal((await page.goto(`/sample${address}`))?.status(), 200);
    return page;
  };

  it('every page and form fits the narrowest screen, and axe finds nothing', async () => {
    const forms = ['convene', 'change', 'cancel', 'reply', 'credentials', 'guest'].map(
      (verb) => `/do/meeting.${verb}?meeting=${first + 1}`,
    );
    const pages = [
      '/meetings',
      path,
      `${path}/agenda`,
      `${path}/attendance`,
      `/do/agenda.propose?meeting=${first + 1}`,
    ];
    for (const address of [...pages, ...forms]) {
      const page = await open(address, { width: NARROWEST });
      await assertFits(page);
      await axeCheck(page);
      assert.deepEqual(faultsOf(page), [], address);
      if (process.env['ISONOMIA_SHOTS'] !== undefined)
        await screenshot(page, `meetings${address.replaceAll(/[^a-z0-9]+/gu, '-')}`);
      await page.context().close();
    }
  });

  it('gives the time on the reader’s own clocks too, where they differ', async () => {
    assert.equal(meeting().notices.length, 2);
    const page = await open(path);
    const here = page.locator('local-time').first();
    const zone = await page.evaluate(() => Intl.DateTimeFormat().resolvedOptions().timeZone);
    assert.match(await here.innerText(), new RegExp(`^For you: .* \\(${zone.split('/').at(-1)}\\)$`, 'u'));
  });
});
