import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import * as content from '../sample/content/index.ts';
import { readPdf } from './kit/read-pdf.ts';
import { createSampleScene } from './kit/sample.ts';

/** An issue of a periodical on paper: an independent reader finds its contents, its items in order, who signs them and who agreed. */

const scene = await createSampleScene();
after(scene.close);

const read = async (path: string) => {
  const answer = await scene.ask(path);
  assert.equal(answer.status, 200, path);
  return readPdf(new Uint8Array(await answer.arrayBuffer()));
};

test('has its contents with bookmarks, and says of each article for whom it speaks, in either language', async () => {
  const [first] = content.ISSUES;
  const [english, greek] = content.ARTICLES.meadow;
  const paper = await read('/sample/publications/1/1/en.pdf');
  assert.equal(paper.title, `${content.PERIODICAL.title}: ${first?.title}`);
  const titles = [english.title, content.ARTICLES.neighbours[1].title, content.FORESTS.title];
  assert.deepEqual(paper.outline, ['Contents', ...titles, 'Errata', 'Imprint']);
  for (const role of ['H1', 'TOC', 'Reference']) assert.ok(paper.roles.has(role), role);
  const places = [...titles, content.ERRATUM.words, 'Put to all participants from'].map((words) =>
    paper.words.indexOf(words, paper.words.indexOf('Article')),
  );
  assert.ok(places[0] !== undefined && places[0] > 0, places.join(' '));
  assert.deepEqual(
    places,
    [...places].sort((a, b) => a - b),
    'In order',
  );
  for (const said of [
    'Pro Delta (For the Delta) signs this article, and it speaks for nobody else.',
    'Published by Conference of River Basins. Out on',
    'On the editorial list: Udruga Zelena Sava (Green Sava Association) and Δάσος και Νερό (Forest and Water).',
  ])
    assert.ok(paper.words.includes(said), said);
  const other = await read('/sample/publications/1/1/el.pdf?lang=el');
  assert.ok(other.outline.includes(greek.title) && other.outline.includes(content.ARTICLES.neighbours[0].title));
  assert.ok(other.words.includes('Ελληνικά: μετάφραση, Δίκτυο Ποταμών (Rivers Network)'), 'Who put it into Greek');
  assert.equal(other.language, 'el');
});

test('is the same to the byte each time, and there is none in a language that it has not, nor of one that is not published', async () => {
  const bytes = async () => Buffer.from(await (await scene.ask('/sample/publications/1/1/en.pdf')).arrayBuffer());
  assert.ok((await bytes()).equals(await bytes()));
  for (const path of ['1/bg.pdf', '1/bg.epub', '2/en.pdf', '2/en.epub'])
    assert.equal((await scene.ask(`/sample/publications/1/${path}`)).status, 404, path);
});
