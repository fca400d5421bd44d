import assert from 'node:assert/strict';
import { after, suite, test } from 'node:test';
import type { Bytes } from '../src/base/bytes.ts';
import { DAY, after as later } from '../src/base/time.ts';
import { present } from '../src/charter/texts/texts.ts';
import { openArchive } from '../src/press/unzip.ts';
import { readDocument } from '../src/press/read.ts';
import { plain } from '../src/text/runs.ts';
import { opened } from './kit/forgeries.ts';
import { unescaped } from './kit/forms.ts';
import { readPdf } from './kit/read-pdf.ts';
import { converted, withoutOffice } from './kit/soffice.ts';
import { SLUG, createSampleScene } from './kit/sample.ts';

/** One finished text with a slip put right, walked through all its forms: each has the same words, signatories and note. */

const scene = await createSampleScene();
after(scene.close);

const TEXT = 2;
const SLIP = 'Convinced that a wood which many people know is better kept than one which is known to a few only,';

const putRight = async (): Promise<void> => {
  const clause = present(scene.text(TEXT)).clauses.find(({ words }) => words.includes('Convinced')) ?? assert.fail();
  await scene.act(['pro-delta', 1], 'proposal.make', {
    text: TEXT,
    what: { kind: 'rectification', clause: clause.id, words: SLIP },
    reason: 'A word was lost.',
  });
  scene.clock.set(later(scene.clock.now(), 40 * DAY));
  // Whatever comes next has the deadline behind it.
  await scene.act(['pro-delta', 1], 'observation.make', {
    text: TEXT,
    version: present(scene.text(TEXT)).hash,
    kind: 'view',
    clauses: [],
    words: 'Well done.',
    public: false,
  });
};

const read = async (path: string): Promise<Response> => {
  const answer = await scene.ask(path);
  assert.equal(answer.status, 200, path);
  return answer;
};

const bytesOf = async (path: string) => new Uint8Array(await (await read(path)).arrayBuffer());

/** Letters and digits alone, in one line: forms differ in their marks and in nothing else. */
const bare = (words: string): string =>
  words
    .replaceAll(/\([\w.-]+\)/gu, ' ')
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();

const withoutTags = (markup: string): string =>
  unescaped(markup.replaceAll(/<(?!\/?w:(?:r|t|rPr)\b)[^>]+>/gu, ' ').replaceAll(/<[^>]+>/gu, ''));

/** Its words, footnotes among them, as they stand in the file. */
const odtWords = async (path: string): Promise<string> => {
  const archive = await openArchive(await bytesOf(`${path}?lang=en`));
  return withoutTags(new TextDecoder().decode((await archive.part('content.xml')) ?? assert.fail()));
};

const docxWords = async (): Promise<string> => {
  const archive = await openArchive(await bytesOf(`/${SLUG}/decisions/${TEXT}.docx`));
  return withoutTags(new TextDecoder().decode((await archive.part('word/document.xml')) ?? assert.fail()));
};

/** Its pages, in the order in which they are read. */
const epubWords = async (path: string): Promise<string> => {
  const archive = await openArchive(await bytesOf(`${path}?lang=en`));
  const part = async (name: string): Promise<string> =>
    new TextDecoder().decode((await archive.part(name)) ?? assert.fail(name));
  const names = [...(await part('package.opf')).matchAll(/id="page-\d+" href="([^"]+)"/gu)].map(
    ([, name = '']) => name,
  );
  return withoutTags((await Promise.all(names.map(part))).join(' '));
};

/** The text of a proof, checked with everything else in it. */
const bundleWords = async (path: string): Promise<string> => {
  const { files } = await opened(await bytesOf(`/api/conferences/${SLUG}/${path}/bundle`));
  return new TextDecoder().decode(files.get('text.md'));
};

await putRight();
const forms: Readonly<Record<string, string>> = {
  page: withoutTags(await (await read(`/${SLUG}/decisions/${TEXT}?lang=en`)).text()),
  docx: await docxWords(),
  epub: await epubWords(`/${SLUG}/decisions/${TEXT}.epub`),
  pdf: (await readPdf(await bytesOf(`/${SLUG}/decisions/${TEXT}.pdf`))).words,
  odt: await odtWords(`/${SLUG}/decisions/${TEXT}.odt`),
  akn: withoutTags(await (await read(`/${SLUG}/decisions/${TEXT}.akn?lang=en`)).text()),
  markdown: await (await read(`/${SLUG}/decisions/${TEXT}.md`)).text(),
  api: await (await read(`/api/conferences/${SLUG}/texts/${TEXT}`)).text(),
  bundle: await bundleWords(`texts/${TEXT}`),
};

suite('a finished text in all its forms', () => {
  for (const [form, said] of Object.entries(forms)) {
    const words = bare(form === 'api' ? JSON.stringify((JSON.parse(said) as { readonly final: unknown }).final) : said);
    const has = (expected: string): void =>
      assert.ok(words.includes(bare(expected)), `${form} lacks: ${expected.slice(0, 60)}`);

    test(`${form}: says every clause as it is to be read`, () => {
      for (const { words: own } of present(scene.text(TEXT)).clauses)
        has(own.includes('Convinced') ? SLIP : plain(own));
    });

    test(`${form}: ends with its signatories and what they said beside their signatures`, () => {
      const { signatures } = scene.text(TEXT);
      assert.ok(signatures.size > 5);
      for (const { by, riders } of signatures.values()) {
        const { name, gloss } = scene.conference.state().organisations.get(by) ?? assert.fail();
        has(name);
        has(gloss ?? '');
        for (const rider of riders) has(rider.words);
      }
      if (form !== 'api') has('all but clause 3 and clause 4');
    });

    test(`${form}: says how it became final, and names nobody by an id`, () => {
      if (form === 'api') return has('"how":"broad-consensus"');
      assert.match(
        words,
        /It was adopted by broad consensus on \d+ \w+ \d{4} in writing under articles 7 2 and 13 3 of charter 2/u,
      );
      return assert.ok(!said.includes('diktyo-potamon'));
    });

    test(`${form}: keeps the words that were signed beside the slip that was put right`, () => {
      has(SLIP);
      if (form !== 'page') has('is known to a few');
    });
  }

  test('stand in the order of a treaty', () => {
    for (const form of ['page', 'docx', 'epub', 'pdf', 'odt', 'akn', 'markdown']) {
      const words = bare(forms[form] ?? '');
      const places = [
        'Resolution CRB 2026 2',
        'Decides to take up',
        'Signatories',
        'Final note',
        'Slips put right',
        'Annex',
        'How to check',
      ].map((mark) => words.indexOf(mark));
      assert.ok(
        places.every((place) => place >= 0),
        `${form}: ${places.join(' ')}`,
      );
      assert.deepEqual(
        places,
        places.toSorted((a, b) => a - b),
        form,
      );
    }
  });

  const assertBody = async (file: Bytes): Promise<void> => {
    const back = await readDocument(file, { before: [], taken: [] });
    assert.ok(back.ok);
    const { title, clauses } = present(scene.text(TEXT));
    assert.equal(back.value.title, title);
    assert.deepEqual(
      back.value.clauses.map(({ id, kind }) => [id, kind]),
      clauses.map(({ id, kind }) => [id, kind]),
    );
    assert.deepEqual(back.value.warnings, []);
  };

  for (const ending of ['docx', 'odt'])
    test(`a file for a word processor comes back with the body alone: ${ending}`, async () =>
      assertBody(await bytesOf(`/${SLUG}/decisions/${TEXT}.${ending}`)));

  test('and so it does from LibreOffice', { skip: withoutOffice }, async () => {
    const file = await bytesOf(`/${SLUG}/decisions/${TEXT}.odt`);
    for (const ending of ['odt', 'docx']) await assertBody(await converted(file, 'odt', ending));
  });

  test('is read by members, where it was negotiated, as everyone reads it', async () => {
    const { name, value } = scene.cookie(await scene.signIn('pro-delta'));
    const answer = await scene.ask(`/${SLUG}/texts/${TEXT}?lang=en`, { headers: { cookie: `${name}=${value}` } });
    const [sheet = ''] = /<div class="sheet[^]*?id="next"/u.exec(await answer.text()) ?? [];
    const said = bare(withoutTags(sheet));
    assert.ok(said.includes(bare(SLIP)), said.slice(0, 400));
  });

  test('has its symbol and the number of the page at every page of paper', async () => {
    const css = await (await read(`/${SLUG}/decisions/${TEXT}/running.css`)).text();
    assert.match(css, /@top-left\{content:"CRB\/2026\/2"\}/u);
    assert.match(css, /counter\(page\)/u);
  });

  test('the principles in force are those of the charter’s final version, wherever they are read', async () => {
    const charter = scene.conference.state().texts.find(({ kind, stage }) => kind === 'charter' && stage === 'adopted');
    assert.ok(charter !== undefined);
    const [about, document] = await Promise.all(
      ['about', `decisions/${charter.number}`].map(async (path) =>
        bare(withoutTags(await (await read(`/${SLUG}/${path}?lang=en`)).text())),
      ),
    );
    for (const { words } of present(charter).clauses)
      for (const form of [about, document]) assert.ok(form?.includes(bare(plain(words))), words.slice(0, 60));
    assert.ok(document?.includes(bare('Annex: the rules')));
    assert.ok(!document?.includes('noDisagreementDays'));
  });
});

suite('the founding charter is a document like any other', () => {
  const founding = async (): Promise<Readonly<Record<string, string>>> => {
    const docx = await openArchive(await bytesOf(`/${SLUG}/charters/1.docx`));
    const document = (await docx.part('word/document.xml')) ?? assert.fail();
    return {
      page: withoutTags(await (await read(`/${SLUG}/charters/1?lang=en`)).text()),
      docx: withoutTags(new TextDecoder().decode(document)),
      epub: await epubWords(`/${SLUG}/charters/1.epub`),
      pdf: (await readPdf(await bytesOf(`/${SLUG}/charters/1.pdf`))).words,
      odt: await odtWords(`/${SLUG}/charters/1.odt`),
      akn: withoutTags(await (await read(`/${SLUG}/charters/1.akn?lang=en`)).text()),
      markdown: await (await read(`/${SLUG}/charters/1.md`)).text(),
      bundle: await bundleWords('charters/1'),
      api: JSON.stringify(await (await read(`/api/conferences/${SLUG}/charters/founding`)).json()),
    };
  };

  test('with its title, its words, its founders under their names and countries, and how it founded the conference', async () => {
    const { organisations, earlierCharters } = scene.conference.state();
    const { charter } = earlierCharters[0] ?? assert.fail();
    const founders = [...organisations.values()].filter((one) => one.founding !== null);
    assert.equal(founders.length, 8);
    const forms = await founding();
    assert.doesNotMatch(forms['markdown'] ?? '', /^- *$/mu);
    for (const [form, said] of Object.entries(forms)) {
      const words = bare(said);
      const printed = founders.flatMap(({ stated }) => stated[0]?.printed ?? []);
      for (const expected of [
        charter.title,
        ...charter.principles.map(({ words: own }) => plain(own)),
        ...printed.flatMap(({ name, country }) => [name, country]),
        ...(form === 'api'
          ? ['"how":"founded"']
          : ['Charter 1', form === 'bundle' ? 'The conference was founded with it' : 'The conference was founded on']),
      ])
        assert.ok(words.includes(bare(expected)), `${form} lacks: ${expected.slice(0, 60)}`);
    }
  });
});

suite('a finished text is the same for ever', () => {
  const charter = (): number =>
    scene.conference.state().texts.find(({ kind, stage }) => kind === 'charter' && stage === 'adopted')?.number ?? 0;

  /** The words of both documents in both languages: their pages from the body on, and their files. */
  const documents = async (): Promise<readonly string[]> =>
    Promise.all(
      [`decisions/${TEXT}`, `decisions/${charter()}`, 'charters/1', 'statements/1'].flatMap((path) =>
        ['en', 'el'].flatMap((language) => [
          read(`/${SLUG}/${path}.md?lang=${language}`).then((answer) => answer.text()),
          read(`/${SLUG}/${path}?lang=${language}`).then(async (answer) =>
            [...(await answer.text()).matchAll(/<section class="back [^]*?<\/section>/gu)].join('\n'),
          ),
        ]),
      ),
    );

  test('whatever names, dates and lists the system knows', async (t) => {
    const before = await documents();
    assert.ok(before.every((words) => words.length > 1000));
    t.mock.method(Intl.DisplayNames.prototype, 'of', () => 'Elsewhere');
    t.mock.method(Intl.ListFormat.prototype, 'format', () => 'Somebody');
    t.mock.getter(Intl.DateTimeFormat.prototype, 'format', () => () => 'Another day');
    t.mock.getter(Intl.Collator.prototype, 'compare', () => () => 0);
    assert.deepEqual(await documents(), before);
  });

  test('whatever its signatories and their countries are called later', async () => {
    const before = await documents();
    const { signatures } = scene.text(TEXT);
    let count = 0;
    for (const { by } of signatures.values()) {
      const printed = [{ name: `Nova ${'abcdefghijkl'.charAt(count)}${count * 7919}`, country: 'Nowhere' }];
      await scene.act([by, 1], 'organisation.rename', { printed });
      count += 1;
    }
    assert.ok(count > 5);
    assert.deepEqual(await documents(), before);
    const live = await (await read(`/${SLUG}/participants?lang=en`)).text();
    assert.match(live, /Nova a0/u);
  });
});
