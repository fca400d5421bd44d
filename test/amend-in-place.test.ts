import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { present } from '../src/charter/texts/texts.ts';
import type { Change } from '../src/text/change.ts';
import { toMarkdown } from '../src/text/markdown.ts';
import { actIn, areaIn, createForms, unescaped, wordsIn } from './kit/forms.ts';
import { createSampleScene } from './kit/sample.ts';

/** Amendments written by editing the text: what an edit comes to, and what is proposed of it. */

const scene = await createSampleScene();
after(scene.close);
const { ask, send } = createForms(scene);

const TEXT = 4;
const BY = 'diktyo-potamon';
const text = () => scene.text(TEXT);

const about = () => ({ way: 'edit', text: TEXT, revision: text().revisions.length, title: present(text()).title });

const offersIn = (html: string): readonly string[] =>
  [...html.matchAll(/name="offer" value="([^"]*)"/gu)].map(([, value]) => unescaped(value ?? ''));

const changesIn = (html: string): readonly Change[] =>
  offersIn(html).map((offer) => (JSON.parse(offer) as { readonly change: Change }).change);

const source = async (): Promise<string> =>
  areaIn(await (await ask(BY, `amendments.propose?text=${TEXT}&way=edit`)).text(), 'body');

describe('amending a text in place', () => {
  it('shows the fewest amendments that the edit comes to', async () => {
    const before = await source();
    const paragraphs = before.trim().split('\n\n');
    const last = paragraphs.at(-1) ?? '';
    const body = [...paragraphs.toSpliced(-1, 1).toSpliced(-1, 0, last), 'A new word. {#n-abcde .paragraph}']
      .join('\n\n')
      .replace('within five years', 'within nine years');
    const html = await send(BY, 'amendments.propose', { ...about(), step: 'derive', body });
    assert.deepEqual(
      changesIn(html)
        .map(({ kind }) => kind)
        .sort(),
      ['add', 'move', 'replace'],
    );
    assert.match(html, /formaction="[^"]*#derived"/u);
    assert.match(html, /id="derived"[^]*name="offer"/u);
    assert.match(wordsIn(html), /\[(?:deleted|removed|struck)[^\]]*:\] five .*nine/u);
    assert.match(
      wordsIn(await send(BY, 'amendments.propose', { ...about(), step: 'derive', body: before })),
      /Nothing has been changed yet/u,
    );
  });

  it('shows none where the same words stand under other names, and one where a clause stands elsewhere', async () => {
    const named = (await source()).trim().split('\n\n');
    const derived = async (paragraphs: readonly string[]): Promise<string> =>
      send(BY, 'amendments.propose', { ...about(), step: 'derive', body: paragraphs.join('\n\n') });
    const unnamed = named.map((paragraph, i) => paragraph.replace(/\{#[\w-]+/u, `{#n-${i}`));
    assert.match(await derived(unnamed), /Nothing has been changed yet/u);
    assert.deepEqual(changesIn(await derived(named.with(2, unnamed[2] ?? ''))), []);
    const place = present(text()).clauses.findIndex(({ kind }) => kind === 'operative');
    const [moved = ''] = unnamed.splice(place, 1);
    const offered = changesIn(await derived([...unnamed, moved]));
    assert.deepEqual(
      offered.map((change) => change.kind === 'move' && change.clause),
      [present(text()).clauses[place]?.id],
    );
  });

  it('proposes what is chosen, each with its own reason or the common one', async () => {
    const body = `${(await source()).replace('within five years', 'within nine years')}\n\nA new word. {#n-abcde .paragraph}`;
    const shown = await send(BY, 'amendments.propose', { ...about(), step: 'derive', body });
    const offer = offersIn(shown);
    assert.equal(offer.length, 2);
    const chosen = { ...about(), body, offer, reason: 'For the fish.', 'reason-1': 'For the birds.' };
    const confirm = await send(BY, 'amendments.propose', { ...chosen, take: ['0', '1'] });
    const { amendments } = actIn(confirm).body as { amendments: readonly { change: Change; reason: string }[] };
    assert.deepEqual(
      amendments.map(({ change, reason }) => [change.kind, reason]),
      [
        ['replace', 'For the fish.'],
        ['add', 'For the birds.'],
      ],
    );
    const one = await send(BY, 'amendments.propose', { ...chosen, take: ['1'] });
    assert.equal((actIn(one).body as { amendments: readonly unknown[] }).amendments.length, 1);
  });

  it('never sends amendments that the text does not come to any more', async () => {
    const body = (await source()).replace('within five years', 'within nine years');
    const shown = await send(BY, 'amendments.propose', { ...about(), step: 'derive', body });
    const sent = { ...about(), body: body.replace('nine', 'ten'), offer: offersIn(shown), take: ['0'], reason: 'Yes.' };
    const again = await send(BY, 'amendments.propose', sent);
    assert.match(wordsIn(again), /has changed since/u);
    const [change] = changesIn(again);
    assert.match(change?.kind === 'replace' ? change.words : '', /within ten years/u);
    assert.equal(areaIn(again, 'reason'), 'Yes.');
  });

  it('carries an edit of an earlier revision over, and keeps the words of both where they collide', async () => {
    const { clauses } = text().revisions[0] ?? assert.fail();
    const now = present(text()).clauses;
    const changed = now.find((clause) => clauses.some(({ id, words }) => id === clause.id && words !== clause.words));
    const old = clauses.find(({ id }) => id === changed?.id);
    assert.ok(changed !== undefined && old !== undefined);
    const body = toMarkdown({
      title: null,
      clauses: clauses.map((clause) => (clause === old ? { ...old, words: 'Entirely different.' } : clause)),
    });
    const html = await send(BY, 'amendments.propose', { ...about(), revision: 1, step: 'derive', body });
    assert.match(wordsIn(html), /carried over to the present revision/u);
    assert.match(html, new RegExp(`name="revision" value="${text().revisions.length}"`, 'u'));
    assert.ok(areaIn(html, 'body').includes(changed.words), 'the present words');
    assert.match(areaIn(html, 'body'), /Entirely different\./u);
  });

  it('is not there for a text that may not be seen', async () => {
    assert.equal((await ask('balkanska-suma', `amendments.propose?text=${TEXT}&way=edit`)).status, 404);
    const page = await scene.ask(`/sample/texts/${TEXT}/amend`);
    assert.match(page.headers.get('location') ?? '', /way=edit/u);
  });
});
