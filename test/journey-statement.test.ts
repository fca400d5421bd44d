import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Page } from 'playwright-core';
import { type Bytes, utf8 } from '../src/base/bytes.ts';
import { openArchive } from '../src/press/unzip.ts';
import { readTar } from '../src/record/tar.ts';
import { axeCheck } from './kit/axe.ts';
import { faultsOf, launch } from './kit/browser.ts';
import { type DelegateAtWork, delegateAt, field } from './kit/delegate.ts';
import { foundConference } from './kit/founding.ts';
import { readPdf } from './kit/read-pdf.ts';
import { linksOn, personAt } from './kit/person.ts';
import { noTools, run } from './kit/run-readme.ts';
import { startServer } from './kit/server.ts';

/**
 * A statement by four organisations, three of them outside, with six calls: from a flat file to its printed page and its proof. Nothing on it or in it is said by the conference
 * on whose record it stands.
 */

const kit = await launch();
const server = await startServer();
after(server.close);

const CONFERENCE = 'Conference of Springs';
const FOUNDING = {
  name: CONFERENCE,
  abbreviation: 'COSPR',
  slug: 'springs',
  seat: 'Niš',
  founders: [
    { id: 'diktyo-potamon', name: 'Δίκτυο Ποταμών', country: 'GR', delegate: 'Ελένη Μαυρίδου', key: 'passkey' },
    { id: 'zelena-sava', name: 'Udruga Zelena Sava', country: 'HR', delegate: 'Jasna Horvatić', key: 'passkey' },
  ],
} as const;

const GUESTS = [
  {
    id: 'lovci-izvora',
    name: 'Lovci Izvora',
    country: 'BA',
    land: 'Bosna i Hercegovina',
    domain: 'izvori.example.org',
  },
  { id: 'verein-quelle', name: 'Verein Quelle', country: 'AT', land: 'Österreich', domain: 'quelle.example.org' },
  { id: 'kaynak-dernegi', name: 'Kaynak Derneği', country: 'TR', land: 'Türkiye', domain: 'kaynak.example.org' },
] as const;

const SITUATION =
  'In August the springs above the town fell dry for the first time since anyone has written them down.';
const HOLD = 'A spring is not emptied by those who drink from it, but by those who sell it.';
const LEAD = 'We call upon the municipalities of the three valleys:';
const CALLS = [
  'to measure every spring in every season;',
  'to publish what is taken from each, by whom;',
  'to grant no new licence before the measurements of three years;',
  'to let the old ones run out;',
  'to bring water to the villages that have none;',
  'to ask those who live there first.',
];
/** As somebody keeps it: no styles, no marks but the typed ones. */
const FILE = [
  'The springs above the town are dry',
  SITUATION,
  HOLD,
  LEAD,
  CALLS.map((call, i) => `${i + 1}) ${call}`).join('\n'),
  `Signed by:\n${GUESTS.map(({ name }) => name).join('\n')}`,
].join('\n\n');

test('a statement by four organisations, from a flat file to its printed page and its proof', async (t) => {
  const [opener, bystander] = await foundConference(kit, server, FOUNDING);
  assert.ok(opener && bystander);
  const conference = server.host.conference('springs' as never) ?? assert.fail();
  const statement = () => conference.state().statements[0] ?? assert.fail();

  await t.test(
    'the form takes the file apart, shows what it took for what, and lets it be said otherwise',
    async () => {
      const { page } = opener;
      await page.goto('/springs/do/statement.open');
      await page
        .locator('input[type="file"]')
        .setInputFiles({ name: 'statement.txt', mimeType: 'text/plain', buffer: Buffer.from(FILE) });
      await page.getByRole('button', { name: 'Import the file' }).click();
      const form = page.locator('main form').first();
      assert.equal(await field(form, 'title').inputValue(), 'The springs above the town are dry');
      assert.equal(await field(form, 'lead').inputValue(), LEAD);
      assert.equal(await field(form, 'calls').inputValue(), CALLS.join('\n\n'));
      await page.getByText('Names under the text').waitFor();
      assert.equal(conference.state().statements.length, 0, 'nothing is opened yet');
      // The last call is none, its reader says; and then it is one after all.
      const last = form
        .locator('select[name^="as-"]')
        .filter({ has: page.locator('option[value="call"][selected]') })
        .last();
      await last.selectOption('paragraph');
      await page.getByRole('button', { name: 'Put my choices into the text' }).click();
      assert.equal(await field(form, 'calls').inputValue(), CALLS.slice(0, -1).join('\n\n'));
      const again = form
        .locator('select[name^="as-"]')
        .filter({ has: page.locator('option[value="call"][selected]') })
        .last();
      const name = (await again.getAttribute('name')) ?? '';
      await field(form, `as-${Number(name.slice(3)) + 1}`).selectOption('call');
      await page.getByRole('button', { name: 'Put my choices into the text' }).click();
      assert.equal(await field(form, 'calls').inputValue(), CALLS.join('\n\n'));
      await field(form, 'event').fill('The drying up of springs');
      await field(form, 'event-on').fill('2025-08-19');
      await page.getByRole('button', { name: 'Write it together with others first' }).click();
      await page.waitForURL('**/together/*');
    },
  );

  await t.test('one from outside works on its words by a link, which ends when it is opened', async () => {
    const { page } = opener;
    await page.locator('[name="name"]').fill(GUESTS[0].name);
    await page.getByRole('button', { name: 'Invite to write' }).click();
    const link = await page.locator('input[readonly]').inputValue();
    const { page: guest } = await personAt(kit, server);
    await guest.goto(link);
    await guest.locator('[name="event"]').fill('The drying-up of the springs');
    await guest.getByRole('button', { name: 'Save' }).click();
    await guest.getByText('Saved.').waitFor();
    await page.goto(page.url());
    await page.getByText(GUESTS[0].name).nth(1).waitFor();
    assert.equal(conference.state().statements.length, 0, 'nothing is opened yet');
    await page.getByRole('button', { name: 'Open it to signature' }).click();
    await page.getByRole('button', { name: 'Read it over' }).click();
    await opener.sign();
    await guest.goto(link);
    await guest.getByText('This draft is not there').first().waitFor();
    assert.deepEqual([statement().lead, statement().calls], [LEAD, CALLS]);
    assert.deepEqual(
      statement().clauses.map(({ words }) => words),
      [SITUATION, HOLD],
    );
  });

  await t.test('three from outside are invited by link, and sign in under two minutes each', async (guests) => {
    for (const guest of GUESTS) {
      await opener.make('/springs/do/statement.invite?statement=1', async (form) => {
        await field(form, 'name').fill(guest.name);
        await field(form, 'id').fill(guest.id);
        await field(form, 'country').fill(guest.country);
        await field(form, 'countryName').fill(guest.land);
        await field(form, 'how').selectOption('mail-domain');
        await field(form, 'proof').fill(guest.domain);
      });
      const [link = assert.fail()] = await linksOn(opener.page);
      const { page } = await personAt(kit, server);
      const { clicks, seconds } = await signedFrom(page, link);
      guests.diagnostic(`${guest.id}: ${clicks} clicks, ${seconds.toFixed(1)} s`);
      assert.ok(clicks <= 5 && seconds < 120, `${clicks} clicks, ${seconds} s`);
      // Whoever comes by the same link after that brings no key in.
      const other = await personAt(kit, server);
      await other.page.goto(link);
      await other.page.getByText('This invitation has been used').waitFor();
    }
    await opener.make('/springs/do/statement.sign?statement=1');
    assert.equal(statement().signatures.size, 4);
    for (const { id } of GUESTS)
      assert.equal(conference.state().organisations.get(id as never)?.standing.kind, 'outside');
    const page = await bystander.page
      .goto('/springs/participants')
      .then(() => bystander.page.locator('main').innerText());
    for (const { name } of GUESTS) assert.ok(!page.includes(name), `${name} is no participant`);
  });

  await t.test('every form is its signatories’, and says all of it', async () => {
    const stranger = await kit.page({ baseURL: server.origin });
    await stranger.goto('/springs/statements/1');
    await axeCheck(stranger);
    const title = await stranger.title();
    const head = await stranger.locator('head').innerHTML();
    const main = await stranger.locator('main').innerText();
    await stranger.emulateMedia({ media: 'print' });
    const printed = await stranger.locator('body').innerText();
    assert.deepEqual(faultsOf(stranger), []);
    await stranger.goto('about:blank');

    const bytes = async (path: string): Promise<readonly [name: string, content: Bytes]> => {
      const answer = await fetch(new URL(path, server.origin));
      assert.equal(answer.status, 200, path);
      const name = /filename="([^"]+)"/u.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? '';
      return [name, new Uint8Array(await answer.arrayBuffer())];
    };
    const text = async (path: string): Promise<string> => new TextDecoder().decode((await bytes(path))[1]);
    const [docxName, docx] = await bytes('/springs/statements/1.docx');
    const archive = await openArchive(docx);
    const docxParts = await Promise.all(
      ['word/document.xml', 'word/header.xml', 'word/footer.xml', 'docProps/core.xml'].map(async (name) =>
        new TextDecoder().decode((await archive.part(name)) ?? assert.fail(name)),
      ),
    );
    const [pdfName, pdf] = await bytes('/springs/statements/1.pdf');
    const [tarName, tar] = await bytes('/api/conferences/springs/statements/1/bundle');
    const bundle = readTar(tar) ?? assert.fail();
    const inBundle = (name: string): string => new TextDecoder().decode(bundle.get(name) ?? assert.fail(name));
    const forms: Readonly<Record<string, string>> = {
      title,
      head,
      page: main,
      printed,
      'head of each printed page': await text('/springs/statements/1/running.css'),
      'names of files': [docxName, pdfName, tarName, ...bundle.keys()].join(' '),
      'Word file': docxParts.join(' '),
      PDF: (await readPdf(pdf)).words.replaceAll(/\s+/gu, ' '),
      'PDF as it is': Buffer.from(pdf).toString('latin1'),
      Markdown: await text('/springs/statements/1.md'),
      API: await text('/api/conferences/springs/statements/1'),
      'list of the API': await text('/api/conferences/springs/statements'),
      'README.md': inBundle('README.md'),
      'text.md': inBundle('text.md'),
      'text.json': inBundle('text.json'),
    };
    assert.deepEqual([docxName, pdfName, tarName], ['statement-1.docx', 'statement-1.pdf', 'statement-1.tar']);
    for (const [form, said] of Object.entries(forms))
      for (const name of [CONFERENCE, 'COSPR']) assert.ok(!said.includes(name), `${form} says ${name}`);
    // On whose record it stands is said once, and that this one did not make it.
    const claims = inBundle('claims.md');
    assert.equal(claims.split(CONFERENCE).length, 2);
    assert.match(
      claims,
      /on the record of the conference founded as “Conference of Springs”, whose id is `[^`]+`, which did not make it/u,
    );
    for (const [name, content] of bundle)
      if (!/^(?:claims\.md|(?:acts|entries)\/0\.json)$/u.test(name))
        assert.ok(!Buffer.from(content).includes(Buffer.from(utf8(CONFERENCE))), name);

    const names = [FOUNDING.founders[0].name, ...GUESTS.map(({ name }) => name)];
    for (const form of ['page', 'printed', 'Word file', 'PDF', 'Markdown', 'text.md']) {
      const said = (forms[form] ?? '').replaceAll(/<[^>]+>/gu, '').replaceAll('\\', '');
      for (const words of [...names, SITUATION, HOLD, LEAD, ...CALLS, 'The drying-up of the springs', '19 August 2025'])
        assert.ok(said.includes(words), `${form} lacks ${words}`);
      assert.ok(
        said.indexOf(names[1] ?? '') < said.indexOf('The springs above the town'),
        `${form}: the letterhead comes first`,
      );
    }
    for (const name of names) {
      assert.ok(forms['head of each printed page']?.includes(name.slice(0, 5)), name);
      assert.ok(docxParts[1]?.includes(name), `${name} at the head of each page of the Word file`);
    }
    if (noTools === false) {
      const { good, said } = run(bundle);
      assert.ok(good, said);
    }
  });
});

/** Signs from a link of invitation, as somebody does who has never been here: counts clicks, and the seconds that the machine takes. */
const signedFrom = async (page: Page, link: string): Promise<{ readonly clicks: number; readonly seconds: number }> => {
  const started = performance.now();
  let clicks = 0;
  const click = async (role: 'button' | 'link', name: string | RegExp): Promise<void> => {
    await page.getByRole(role, { name }).first().click();
    clicks += 1;
  };
  await page.goto(link);
  await click('button', 'Go on with this key');
  await click('link', /Read and sign/u);
  await click('link', 'Read and sign');
  await click('button', 'Read it over');
  await page.waitForURL('**/do/**');
  const guest: DelegateAtWork = delegateAt(page, 'passkey');
  await guest.sign();
  clicks += 1;
  return { clicks, seconds: (performance.now() - started) / 1000 };
};
