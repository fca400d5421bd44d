import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { agendaOf } from '../src/charter/meetings/agenda.ts';
import { present } from '../src/charter/texts/texts.ts';
import { plain } from '../src/text/runs.ts';
import { type ReadPdf, readPdf } from './kit/read-pdf.ts';
import { SLUG, createSampleScene } from './kit/sample.ts';

/** The papers of meetings and letters as PDF files: who gets them, and what they say. */

const scene = await createSampleScene();
after(scene.close);

const AS = 'pro-delta';
const { name, value } = scene.cookie(await scene.signIn(AS));
const signedIn = { headers: { cookie: `${name}=${value}` } };

const read = async (path: string): Promise<ReadPdf> => {
  const answer = await scene.ask(`/${SLUG}/${path}`, signedIn);
  assert.equal(answer.status, 200, path);
  return readPdf(new Uint8Array(await answer.arrayBuffer()));
};

const bare = (words: string): string => words.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim();
const says = (pdf: ReadPdf, words: string): void =>
  assert.ok(bare(pdf.words).includes(bare(words)), `lacks ${words}\n${pdf.words}`);

const state = scene.conference.state();
const [meeting = assert.fail()] = state.meetings;

test('an agenda has its items in order as bookmarks, and says how far it is', async () => {
  const pdf = await read('meetings/1/agenda.pdf?lang=en');
  const items = agendaOf(meeting);
  assert.ok(items.length > 2);
  assert.deepEqual(
    pdf.outline.slice(0, items.length),
    items.map(({ title }, i) => `${i + 1}. ${title}`),
  );
  says(pdf, 'Adopted by the meeting on');
  for (const { words } of items) says(pdf, words ?? '');
  assert.match(pdf.title, /^Agenda: Assembly, /u);
});

test('a summary record is for members alone, in its language', async () => {
  const version = meeting.summary?.versions.at(-1) ?? assert.fail();
  const pdf = await read('meetings/1/summary.pdf?lang=el');
  for (const { words } of version.clauses) says(pdf, plain(words));
  assert.equal(pdf.language, version.language);
  const stranger = await scene.ask(`/${SLUG}/meetings/1/summary.pdf`);
  assert.equal(stranger.status, 404);
});

test('a letter on paper is addressed to one of those whom it went to, and to nobody else', async () => {
  for (const kind of ['notice', 'summary', 'outcome', 'text'] as const) {
    const sent = [...state.circulations.values()].find(
      ({ what, recipients }) => what.kind === kind && recipients.size > 0,
    );
    const [to = assert.fail()] = sent?.recipients.keys() ?? [];
    const path = `letters/circulations/${sent?.number}/print.pdf`;
    const pdf = await read(`${path}?lang=en&to=${to}`);
    says(pdf, `To: ${state.organisations.get(to)?.name}`);
    says(pdf, `It is entry ${sent?.on.index} of the conference’s record`);
    assert.equal((await scene.ask(`/${SLUG}/${path}?to=nobody`, signedIn)).status, 404);
    assert.equal((await scene.ask(`/${SLUG}/${path}?to=${to}`)).status, 404);
  }
});

test('a dossier of a meeting holds what its reader may see of it, with contents', async () => {
  const pdf = await read('meetings/1/dossier.pdf?lang=en');
  assert.match(pdf.title, /^Dossier: Assembly, /u);
  const [contents, agenda, attended, summary, ...texts] = pdf.outline;
  assert.equal(contents, 'Contents');
  assert.match(`${agenda} ${attended} ${summary}`, /^Agenda: .* Who was there Summary record: /u);
  assert.ok(texts.length > 0);
  for (const { words } of meeting.summary?.versions.at(-1)?.clauses ?? []) says(pdf, plain(words));
  for (const id of meeting.present.keys()) says(pdf, state.organisations.get(id)?.name ?? assert.fail());
  const stranger = await scene.ask(`/${SLUG}/meetings/1/dossier.pdf?lang=en`);
  if (stranger.status !== 404) {
    const seen = await readPdf(new Uint8Array(await stranger.arrayBuffer()));
    assert.doesNotMatch(seen.words, /Summary record|Who was there/u);
  }
});

test('a dossier of a text holds it in all its languages, says which hold, and marks what nobody compared', async () => {
  const { revisions } = scene.text(2);
  const [first = assert.fail(), second = assert.fail()] = present(scene.text(2)).clauses;
  await scene.act([AS, 1], 'translation.publish', {
    text: 2,
    revision: revisions.length,
    language: 'bg',
    title: 'Гори, които задържат водата',
    clauses: [{ clause: first.id, words: 'Като припомнят началото,' }],
  });
  const pdf = await read('decisions/2/dossier.pdf?lang=en');
  assert.deepEqual(pdf.outline, ['Contents', present(scene.text(2)).title, 'Гори, които задържат водата']);
  says(pdf, 'Като припомнят началото draft');
  says(pdf, `${plain(second.words)} missing`);
  says(pdf, 'Signatories');
});

test('each page that is a file, too, leads to it', async () => {
  const pages = ['decisions/2', 'charters/1', 'statements/1', 'meetings/1/agenda', 'meetings/1/summary'];
  for (const page of pages) {
    const answer = await (await scene.ask(`/${SLUG}/${page}`, signedIn)).text();
    assert.ok(answer.includes(`href="/${SLUG}/${page}.pdf"`), page);
  }
});
