import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { utf8 } from '../src/base/bytes.ts';
import type { OrganisationId } from '../src/base/ids.ts';
import type { Letter } from '../src/charter/group/state.ts';
import { attach } from '../src/record/envelope.ts';
import type { Attachment } from '../src/base/act.ts';
import type { Page } from 'playwright-core';
import { axeCheck } from './kit/axe.ts';
import { NARROWEST, assertFits, faultsOf, launch, screenshot } from './kit/browser.ts';
import { actIn, createForms, wordsIn } from './kit/forms.ts';
import { createSampleScene } from './kit/sample.ts';

/** The post on pages: the register, letters with their files, and how what was sent arrived. */

const scene = await createSampleScene({ met: false, listen: true });
after(scene.close);
const { send } = createForms(scene);
const SHOTS = process.env['ISONOMIA_SHOTS'] !== undefined;

const read = async (by: string | null, path: string): Promise<Response> =>
  scene.ask(`/sample${path}`, { headers: await scene.headers(by) });
const shown = async (by: string | null, path: string): Promise<string> => wordsIn(await (await read(by, path)).text());
const state = () => scene.conference.state();
const host = scene.conference.attest;

const WORDS = 'Dear friends,\n\nthe assembly is to be prepared.\nWe ask everyone for items. <b>Soon.</b>';
const scan: Attachment = attach(utf8('%PDF-1.7 <script>alert(1)</script>'));

const letter = {
  kind: 'circular',
  subject: 'The next assembly',
  language: 'en',
  answers: null,
  files: [],
  correspondent: null,
  list: { kind: 'participants' },
} as const;

const sent = async (by: string, more: object, attachments: readonly Attachment[] = []): Promise<Letter> => {
  const words = attach(utf8(WORDS));
  const body = { ...letter, words: words.hash, ...more } as never;
  await scene.act([by, 1], 'letter.send', body, { attachments: [words, ...attachments] });
  return state().letters.at(-1) ?? assert.fail();
};

const file = { name: 'Χάρτης "1".pdf', type: 'application/pdf', hash: scan.hash };
const circular = await sent('zelena-sava', { files: [file] }, [scan]);
const answer = await sent('pro-delta', { kind: 'letter', subject: 'Our items', answers: circular.circulation });
const recipients = [...(state().circulations[(circular.circulation ?? 0) - 1]?.recipients.keys() ?? [])];
const [first, second, third] = recipients as [OrganisationId, OrganisationId, OrganisationId];
const outcomes = recipients.map((organisation) => {
  if (organisation === first) return { organisation, result: 'bounced', code: 550 } as const;
  if (organisation === second) return { organisation, result: 'no-address', code: null } as const;
  return { organisation, result: 'handed-over', code: 250 } as const;
});
assert.ok((await host('host.delivered', { circulation: circular.circulation ?? 0, outcomes })).ok);
const reply = attach(utf8('Gladly.'));
assert.ok(
  (
    await host(
      'host.received',
      {
        organisation: third,
        delegate: 1,
        proven: false,
        subject: 'Re: The next assembly',
        language: 'sr',
        answers: circular.circulation,
        words: reply.hash,
        files: [],
      } as never,
      [reply],
    )
  ).ok,
);

describe('the register', () => {
  it('has each letter under its reference, with its answers beneath it', async () => {
    const page = await shown('zelena-sava', '/letters');
    assert.match(page, /The next assembly[\s\S]*↳ Our items[\s\S]*↳ Re: The next assembly/u);
    for (const { reference } of state().letters) assert.ok(page.includes(reference), reference);
    const replies = await shown('zelena-sava', '/letters?kind=reply');
    assert.match(replies, /Re: The next assembly/u);
    assert.doesNotMatch(replies, /Our items/u);
  });

  it('is for participants alone', async () => {
    for (const path of [
      '/letters',
      `/letters/${circular.number}`,
      '/letters/circulations',
      '/letters/circulations/1',
    ]) {
      assert.equal((await read(null, path)).status, 401, path);
      assert.doesNotMatch(await shown(null, path), /The next assembly|Our items/u, path);
    }
    assert.equal((await read(null, `/files/${scan.hash}`)).status, 404);
  });
});

describe('a letter', () => {
  it('is read with its words, as words, and with what answers it', async () => {
    const html = await (await read('zelena-sava', `/letters/${circular.number}`)).text();
    assert.match(html, /&lt;b&gt;Soon\.&lt;\/b&gt;/u);
    assert.match(wordsIn(html), /Answers to it .*Our items .*Re: The next assembly/u);
    assert.match(await shown('zelena-sava', `/letters/${answer.number}`), /In answer to .*The next assembly/u);
    const byMail = await shown('zelena-sava', `/letters/${answer.number + 1}`);
    assert.match(
      byMail,
      /Taken in by the host from the mail of delegate 1\. .*Unproven: no mail server vouches.*Gladly\./u,
    );
    assert.match(wordsIn(html), /Re: The next assembly .*Unproven/u);
    assert.match(await shown('zelena-sava', '/letters'), /Re: The next assembly .*Unproven/u);
  });

  it('is noted as opened once, when a delegate of a recipient is shown it', async () => {
    const opened = () => state().circulations[(circular.circulation ?? 0) - 1]?.recipients.get(third)?.opened ?? null;
    assert.equal(opened(), null);
    assert.match(await shown(third, '/today'), /Read (?:a new letter|2 new letters)/u);
    assert.doesNotMatch(await shown(third, `/letters/${circular.number}`), /not there/u);
    const mark = opened();
    assert.notEqual(mark, null);
    await shown(third, `/letters/${circular.number}`);
    assert.deepEqual(opened(), mark);
    assert.match(await shown(third, '/today'), /Acknowledge a circular/u);
  });

  it('gives its files out as files, whatever they say they are', async () => {
    const answered = await read('pro-delta', `/files/${scan.hash}`);
    assert.equal(answered.status, 200);
    assert.equal(await answered.text(), '%PDF-1.7 <script>alert(1)</script>');
    const { headers } = answered;
    assert.equal(headers.get('content-type'), 'application/pdf');
    assert.match(
      headers.get('content-disposition') ?? '',
      /^attachment; filename="_1_\.pdf"; filename\*=UTF-8''%CE%A7/u,
    );
    assert.equal(headers.get('content-security-policy'), "default-src 'none'; sandbox");
    assert.equal(headers.get('x-content-type-options'), 'nosniff');
    const words = state().letters[0]?.words ?? assert.fail();
    assert.equal((await read('pro-delta', `/files/${words}`)).status, 404, 'words are no file');
    assert.equal((await read('pro-delta', '/files/nothing')).status, 404);
  });
});

describe('how it arrived', () => {
  it('is told for each organisation, in words and as a picture', async () => {
    const html = await (await read('zelena-sava', `/letters/circulations/${circular.circulation}`)).text();
    const words = wordsIn(html);
    assert.match(words, /returned \(550\)/u);
    assert.match(words, /no address/u);
    assert.match(words, /handed over \(250\)/u);
    assert.equal(html.split('class="failed"').length - 1, 2);
    assert.match(words, /Nothing has reached them/u);
    assert.match(await shown('zelena-sava', '/today'), /2 organisations are not reached/u);
    const list = await shown('zelena-sava', '/letters/circulations?show=unreached');
    assert.match(list, /The next assembly Letter ✕ 2 not reached/u);
    assert.doesNotMatch(list, /Our items/u);
  });

  it('is read in plain words on the record, where the host says it', async () => {
    const { recipients: to, on } = state().circulations[(circular.circulation ?? 0) - 1] ?? assert.fail();
    const said = to.get(first)?.mail?.on.index ?? assert.fail();
    assert.ok(said > on.index);
    assert.match(
      await shown('zelena-sava', `/record/${said}`),
      /what became of the mails of: C\/2026\/1 · The next assembly/u,
    );
    assert.match(await shown('zelena-sava', `/record/${said}`), /returned \(550\).*no address/u);
    assert.match(await shown('zelena-sava', `/record/${said + 1}`), /Re: The next assembly .*mail of delegate 1/u);
  });

  it('is mended by another way, which the record then holds', async () => {
    const typed = { circulation: circular.circulation ?? 0, organisation: first, how: 'by registered letter' };
    assert.match(wordsIn(await send('zelena-sava', 'post.otherwise', typed)), /by registered letter/u);
    await scene.act(['zelena-sava', 1], 'post.otherwise', typed);
    assert.match(await shown('zelena-sava', '/today'), /An organisation is not reached/u);
    assert.match(
      await shown('zelena-sava', `/letters/circulations/${typed.circulation}`),
      /by registered letter by Udruga Zelena/u,
    );
  });

  it('is acknowledged by whoever has it', async () => {
    const typed = { circulation: circular.circulation ?? 0 };
    assert.deepEqual(actIn(await send(third, 'post.acknowledge', typed)).body, typed);
    await scene.act([third, 1], 'post.acknowledge', typed);
    assert.match(await shown(third, `/letters/${circular.number}`), /Your organisation acknowledged it on/u);
    assert.doesNotMatch(await shown(third, '/today'), /Acknowledge a circular/u);
  });
});

describe('a letter on paper', () => {
  const print = `/letters/circulations/${circular.circulation}/print`;

  it('has the address, the words, and where both can be checked', async () => {
    const words = await shown('zelena-sava', `${print}?to=${second}`);
    const { name } = state().organisations.get(second) ?? assert.fail();
    assert.ok(words.includes(name));
    assert.match(words, /We ask everyone for items\. <b>Soon/u);
    assert.match(words, new RegExp(`${scene.origin}/sample/record/${circular.on.index}`, 'u'));
    assert.match(words, /Χάρτης "1"\.pdf/u);
  });

  it('is for those whom it was sent to, and can be made of all that was communicated', async () => {
    assert.match(await shown('zelena-sava', `${print}?to=zelena-sava`), /For whom\?/u);
    assert.equal((await read(null, `${print}?to=${second}`)).status, 401);
    for (const { number, recipients } of state().circulations) {
      const [to] = recipients.keys();
      const words = await shown('zelena-sava', `/letters/circulations/${number}/print?to=${to}`);
      assert.doesNotMatch(words, /Its words do not stand here|For whom/u, `${number}`);
    }
  });
});

/** Printed, only the letter itself is there. */
const onPaper = async (page: Page): Promise<void> => {
  await page.emulateMedia({ media: 'print' });
  const seen = await page.locator('body').innerText();
  assert.doesNotMatch(seen, /Today|Sign out|A sample, with|Back to the circulation|Ελληνικά/u);
  assert.match(seen, /Where it can be read and checked/u);
  if (SHOTS) await screenshot(page, 'post-printed', [{ width: 794, scheme: 'light' }]);
  await page.emulateMedia({ media: null });
};

describe('these pages', async () => {
  const kit = await launch();
  const paths = [
    ['post', '/letters'],
    ['post-letter', `/letters/${circular.number}`],
    ['post-circulations', '/letters/circulations'],
    ['post-circulation', `/letters/circulations/${circular.circulation}`],
    ['post-print', `/letters/circulations/${circular.circulation}/print?to=${second}`],
    ['post-send', '/do/letter.send?kind=circular'],
    ['post-acknowledge', `/do/post.acknowledge?circulation=${answer.circulation}`],
  ] as const;

  it('fit every screen and can be used by everyone, without script', async () => {
    const page = await kit.page({ baseURL: scene.origin, script: false });
    const cookie = scene.cookie(await scene.signIn('zelena-sava'));
    await page.context().addCookies([{ ...cookie, url: scene.origin }]);
    for (const [name, path] of paths) {
      await page.goto(`/sample${path}`);
      await assertFits(page, NARROWEST);
      await axeCheck(page);
      assert.deepEqual(faultsOf(page), [], path);
      if (SHOTS) await screenshot(page, name);
      if (name === 'post-print') await onPaper(page);
    }
    await page.context().close();
  });

  it('speak Greek', async () => {
    for (const [, path] of paths) {
      const headers = { ...(await scene.headers('zelena-sava')), 'accept-language': 'el' };
      const words = wordsIn(await (await scene.ask(`/sample${path}`, { headers })).text());
      assert.match(words, /Επιστολές/u, path);
    }
  });
});
