import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { DAY, type Instant } from '../src/base/time.ts';
import { present } from '../src/charter/texts/texts.ts';
import { quotable } from '../src/base/quotable.ts';
import { createSampleScene } from './kit/sample.ts';

/** The pages of texts, documents and statements, on the sample: who sees what, and that what people wrote does no harm. */

const scene = await createSampleScene();
after(scene.close);

const TRIBUTARIES = 4;
const TABS = ['', '/points', '/amendments', '/stand', '/history', '/observations'];

const get = async (path: string, organisation: string | null = null): Promise<Response> =>
  scene.ask(`/sample${path}`, { headers: { 'accept-encoding': 'identity', ...(await scene.headers(organisation)) } });
const read = async (path: string, organisation: string | null = null): Promise<string> => {
  const response = await get(path, organisation);
  assert.equal(response.status, 200, path);
  return response.text();
};
const { text } = scene;
/** What a reader without style sees of a page, entities of quotes and signs put back. */
const words = (html: string): string =>
  html
    .replaceAll(/<(script|style)[\s\S]*?<\/\1>/gu, '')
    .replaceAll(/<[^>]+>/gu, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll(/\s+/gu, ' ');

describe('drafts', () => {
  it('are not there for the public, nor for those who take no part', async () => {
    const nothing = await (await get('/texts/99')).text();
    for (const reader of [null, 'balkanska-suma', 'drustvo-ob-savi']) {
      for (const tab of TABS) {
        const response = await get(`/texts/${TRIBUTARIES}${tab}`, reader);
        assert.equal(response.status, 404, `${reader} ${tab}`);
        if (reader === null)
          assert.equal((await response.text()).replaceAll(`/texts/${TRIBUTARIES}${tab}`, '/texts/99'), nothing);
      }
    }
    for (const reader of [null, 'balkanska-suma', 'zelena-sava'])
      assert.equal((await get(`/decisions/${TRIBUTARIES}`, reader)).status, 404);
  });

  it('lead others from the list to the documents, and from an adopted text to its document', async () => {
    assert.equal((await get('/texts')).headers.get('location'), '/sample/decisions');
    for (const tab of TABS)
      assert.equal((await get(`/texts/2${tab}`)).headers.get('location'), '/sample/decisions/2', tab);
  });
});

describe('what the public reads', () => {
  it('tells no position, answer or consultation, and nothing of what is not adopted', async () => {
    const { texts, observations } = scene.conference.state();
    const paths = ['/decisions', '/decisions/1', '/decisions/2', '/decisions/3', '/statements', '/statements/1'];
    const pages = words((await Promise.all(paths.map((path) => read(path)))).join(' '));
    const secrets = texts.flatMap((one) => [
      ...one.positions.flatMap(({ reason }) => reason ?? []),
      ...one.consultations.flatMap(({ tried, result }) => [tried, result]),
      ...one.amendments.map(({ reason }) => reason),
      ...(one.stage === 'adopted'
        ? []
        : one.revisions.flatMap(({ title, clauses }) => [title, ...clauses.map((c) => c.words)])),
    ]);
    secrets.push(...observations.filter((one) => !one.public).map((one) => one.words));
    assert.ok(secrets.length > 50);
    for (const secret of secrets) assert.ok(!pages.includes(secret.slice(0, 60)), secret);
  });

  it('is the final version, how it became final, and who signed how much of it', async () => {
    const html = await read('/decisions/2');
    const shown = words(html);
    for (const clause of present(text(2)).clauses)
      assert.ok(
        shown.includes(
          clause.words
            .replace(/^\*[^*]*\*/u, '')
            .trim()
            .slice(0, 80),
        ),
        clause.id,
      );
    assert.match(
      shown,
      /It was adopted by broad consensus on \d+ \w+ \d{4}, in writing, under articles 7\.2 and 13\.3 of charter \d/u,
    );
    assert.match(shown, /Нехир|Nehir Derneği/u);
    assert.match(shown, /all but clause 3 and clause 4/u);
    assert.match(shown, /ad referendum, confirmed on/u);
    assert.match(shown, /reservation on clause 3/u);
    assert.match(html, /href="\/api\/conferences\/sample\/texts\/2\/bundle"/u);
    assert.match(shown, /disagreement on clause 3 and clause 4/u);
  });

  it('never shows a statement as the conference’s', async () => {
    const shown = words(await read('/statements/1'));
    assert.match(shown, /speaks for its signatories alone, and not for the conference/u);
    assert.match(shown, /On the occasion of: The flood along the Una and the middle Sava ?, \d+ \w+ 2026\./u);
    assert.match(shown, /We call upon: the services that measure/u);
    assert.ok(!shown.includes('CRB/'));
    const html = await read('/statements/1');
    assert.doesNotMatch(/<title>([^<]*)/u.exec(html)?.[1] ?? '', /Conference of River Basins/u);
    assert.match(html, /<header class="masthead no-print"/u);
    assert.match(html, /class="letterhead">.*Institut für Auenkunde/su);
    assert.match(await read('/statements/1/running.css'), /@top-left\{content:"[^"]*Udruga Zelena Sava/u);
  });

  it('says of each signatory from outside who vouches for it, and of no other', async () => {
    const shown = words(await read('/statements/1'));
    assert.match(
      shown,
      /Institut für Auenkunde Institute for Floodplain Studies From outside, invited by Udruga Zelena Sava ?, which vouches for it: it wrote from its own mail domain, auenkunde\.example\.org ?\. Österreich Austria/u,
    );
    assert.match(shown, /Udruga Zelena Sava Green Sava Association Hrvatska Croatia/u);
    assert.equal(shown.match(/From outside, invited by/gu)?.length, 3);
  });

  it('names who signed a document by name and country, and by no id', async () => {
    const shown = words(await read('/decisions/2'));
    assert.match(shown, /Δίκτυο Ποταμών Rivers Network Ελλάδα Greece/u);
    assert.ok(!shown.includes('diktyo-potamon'));
  });
});

describe('a text with its margin', () => {
  it('marks each clause with where everyone stands, and friction by a word', async () => {
    const html = await read(`/texts/${TRIBUTARIES}`, 'diktyo-potamon');
    assert.match(
      html,
      /role="img"\s+aria-label="2 object, 1 stands aside, 2 accept, 4 support, 1 has not said, you have not said"/u,
    );
    assert.equal(html.match(/<div class="clause friction"/gu)?.length, 2);
    assert.equal(words(html).match(/Point of friction/gu)?.length, 2);
    assert.match(words(html), /\[ five \] \[ amendment 4: ten \] years/u);
    assert.match(words(html), /Amendment 6 · Nehir Derneği .*would delete this clause/u);
  });

  it('offers each what it may do, and no more', async () => {
    const proposer = await read(`/texts/${TRIBUTARIES}`, 'zelena-sava');
    const other = await read(`/texts/${TRIBUTARIES}`, 'diktyo-potamon');
    for (const act of ['text.revise', 'decision.open', 'text.withdraw']) {
      assert.ok(proposer.includes(`/do/${act}?`), act);
      assert.ok(!other.includes(`/do/${act}?`), act);
    }
    assert.ok(other.includes('/do/text.cosponsor?'));
    const signed = await read('/texts/3', 'reka-vardar');
    const unsigned = await read('/texts/3', 'diktyo-potamon');
    assert.ok(signed.includes('/do/signature.withdraw?') && !signed.includes('/do/text.sign?'));
    assert.ok(unsigned.includes('/do/text.sign?') && !unsigned.includes('/do/signature.withdraw?'));
  });

  it('has a grid with heads of rows and columns, most friction first where asked for', async () => {
    const heads = (html: string) =>
      [...html.matchAll(/<th scope="col"[^>]*>\s*<abbr title="([^":]*)/gu)].map(([, name]) => name);
    const plain = await read(`/texts/${TRIBUTARIES}/stand`, 'diktyo-potamon');
    const sorted = await read(`/texts/${TRIBUTARIES}/stand?sort=friction`, 'diktyo-potamon');
    assert.equal(plain.match(/<th scope="row">/gu)?.length, 11);
    assert.deepEqual(heads(plain).slice(0, 4), [
      'preambular clause 1',
      'preambular clause 2',
      'preambular clause 3',
      'clause 1',
    ]);
    assert.deepEqual(heads(sorted).slice(0, 2), ['clause 2', 'clause 5']);
    for (const { reason } of text(TRIBUTARIES).positions)
      if (reason !== null) assert.ok(words(sorted).includes(quotable(reason).slice(0, 20)), reason);
  });

  it('keeps every position in its history, each with its entry, and compares revisions word by word', async () => {
    const html = await read(`/texts/${TRIBUTARIES}/history`, 'diktyo-potamon');
    for (const { mark } of text(TRIBUTARIES).positions)
      assert.ok(html.includes(`/record/${mark.index}"`), `${mark.index}`);
    const compared = await read(`/texts/${TRIBUTARIES}/changes?from=1&to=3`, 'diktyo-potamon');
    assert.match(words(compared), /clause 2 · changed/u);
    assert.match(words(compared), /clause 3 · moved, changed/u);
    assert.match(compared, /<ins>.*agree/u);
    assert.equal((await get(`/texts/${TRIBUTARIES}/changes?from=-1&to=x`, 'diktyo-potamon')).status, 200);
  });

  it('notes on the record that observations were shown to a delegate who opens them (8.4)', async () => {
    const unseen = () =>
      scene.conference
        .state()
        .observations.filter(({ text: about }) => about === TRIBUTARIES)
        .flatMap(({ circulation }) => circulation)
        .find(({ shown }) => shown === null)?.organisation;
    const organisation = unseen();
    assert.ok(organisation !== undefined);
    await read(`/texts/${TRIBUTARIES}/observations`, organisation);
    assert.notEqual(unseen(), organisation);
  });
});

describe('a decision', () => {
  it('shows what would follow while it is open, and afterwards every answer and obstacle', async () => {
    const { clock, act } = scene;
    const deadline = (clock.now() + 8 * DAY) as Instant;
    const body = {
      text: TRIBUTARIES,
      version: present(text(TRIBUTARIES)).hash,
      deadline,
      meeting: null,
    };
    await act(['zelena-sava', 1], 'decision.open', body);
    const path = `/texts/${TRIBUTARIES}/stand`;
    const open = words(await read(path, 'diktyo-potamon'));
    assert.match(open, /Adopted at once when all agree; still to agree: Моравски круг .* and 4 more\./u);
    assert.match(
      open,
      /When the time is up, on .* UTC, it is adopted only if .* 7 more of them agree, and a consultation on the point of friction is recorded/u,
    );
    assert.match(open, /Река Вардар has not answered; would count as: objects/u);
    assert.match(open, /Lumi i Lirë has not answered; would count as: stands aside/u);
    assert.match(open, /of 10 at most 1 objects, at most 3 object or stand aside/u);
    clock.set((deadline + DAY) as Instant);
    // Whatever comes next settles what has fallen due.
    await act(['lumi-i-lire', 1], 'text.table', {
      kind: 'resolution',
      title: '<script>alert(1)</script> & “שלום”',
      clauses: [
        { id: 'o1', kind: 'operative', words: '*<img src=x onerror=alert(1)>* </p><b>bold</b> שלום עולם' },
        { id: 'o2', kind: 'heading', words: '"><svg onload=alert(1)>' },
      ],
      charter: null,
      language: null,
    });
    const ended = words(await read(path, 'diktyo-potamon'));
    assert.match(ended, /Not adopted\. The decision ended on .*; in writing \./u);
    assert.match(ended, /What stood in the way .*organisations? objects?; the rules allow 1\./u);
    assert.match(ended, /did not answer; counts as: objects/u);
  });
});

describe('hostile words', () => {
  it('stand on every page as they were written, and do nothing', async () => {
    const number = scene.conference.state().texts.length;
    await scene.act(['lumi-i-lire', 1], 'positions.take', {
      text: number,
      revision: 1,
      positions: [
        {
          on: { kind: 'clause', clause: 'o1' },
          stand: 'object',
          conditions: [],
          reason: '</textarea><script>alert(2)</script>',
        },
      ],
    });
    await scene.act(['pro-delta', 1], 'amendment.propose', {
      text: number,
      revision: 1,
      change: { kind: 'replace', clause: 'o1', words: '<script>alert(3)</script> *<i>x</i>*' },
      reason: '<script>alert(4)</script>',
    });
    for (const tab of TABS) {
      const html = await read(`/texts/${number}${tab}`, 'lumi-i-lire');
      assert.doesNotMatch(html, /<script>alert|<img src=x|<svg onload|<b>bold|<i>x/u, tab);
      assert.match(html, /&lt;script&gt;alert\(1\)&lt;\/script&gt;/u);
    }
    const html = await read(`/texts/${number}`, 'lumi-i-lire');
    assert.match(html, /<h1><q><bdi>&lt;script&gt;/u);
    assert.match(html, /<p class="words" dir="auto">/u);
  });
});
