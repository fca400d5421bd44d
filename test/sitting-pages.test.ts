import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { MINUTE } from '../src/base/time.ts';
import { createAssemblies } from './kit/assembly.ts';
import { type Typed, actIn, createForms, unescaped, wordsIn } from './kit/forms.ts';
import { createSampleScene } from './kit/sample.ts';
import { someText } from './kit/small-conference.ts';

/** The pages and forms of a sitting as a browser without script has them: who sees what, who may press what, and how a refusal reads. */

const scene = await createSampleScene({ met: false });
after(() => scene.close());
const assemblies = createAssemblies(scene);
const forms = createForms(scene);
const [chair, sava, lumi, stranger] = ['reka-vardar', 'zelena-sava', 'lumi-i-lire', 'codrul-batran'] as const;
const others = ['pro-delta', 'nehir-dernegi', 'rijeke-bosne', 'diktyo-potamon'] as const;
const number = await assemblies.convene([chair, sava, lumi, ...others], 'assembly', ['Clean rivers', 'Forests']);
await scene.act([chair, 1], 'text.table', someText());
const text = scene.conference.state().texts.length;
const about = { meeting: number, title: 'On the river', words: null, texts: [text], files: [] } as const;
await scene.act([chair, 1], 'agenda.propose', about);
const path = `/sample/meetings/${number}`;

const seen = async (organisation: string | null, page: string, language = 'en') => {
  const answer = await scene.ask(`${path}/${page}?lang=${language}`, { headers: await scene.headers(organisation) });
  const html = await answer.text();
  return { status: answer.status, html, words: wordsIn(html) };
};

/** The buttons of a page that make acts, by their place. */
const buttonsIn = (html: string): readonly string[] =>
  [...html.matchAll(/<form\s+class="press"\s+id="press-([^"]*)"/gu)].map(([, place = '']) => place);

const send = (organisation: string, kind: string, typed: Typed = {}, status = 200): Promise<string> =>
  forms.send(organisation, kind, { meeting: number, ...typed }, status);

test('before the sitting: its agenda, and the button that opens it for whoever has credentials', async () => {
  const { html, words } = await seen(chair, 'sitting');
  assert.match(words, /The sitting has not begun/u);
  assert.match(words, /Clean rivers/u);
  assert.deepEqual(buttonsIn(html), ['open-sitting']);
  const other = await seen(stranger, 'follow');
  assert.match(other.words, /has not named you/u);
  assert.deepEqual(buttonsIn(other.html), []);
});

test('a meeting that is not public is for members', async () => {
  for (const page of ['sitting', 'follow', 'projector']) assert.equal((await seen(null, page)).status, 404, page);
});

test('a public one is for anybody to follow, who learn neither what it is about in full nor how it is joined', async () => {
  const notice = assemblies.meeting(number).notices[0] ?? assert.fail();
  const { by: _by, on: _on, ...fields } = notice;
  // Two called for it: together they change it.
  for (const one of [chair, sava])
    await scene.act([one, 1], 'meeting.change', { meeting: number, notice: { ...fields, public: true } });
  for (const page of ['follow', 'projector']) {
    const { status, html, words } = await seen(null, page);
    assert.equal(status, 200, page);
    assert.match(words, /Clean rivers/u);
    assert.deepEqual(buttonsIn(html), []);
    assert.doesNotMatch(html, /<room-act|\/texts\//u);
  }
  assert.equal((await seen(null, 'sitting')).status, 404);
});

test('every step of a sitting is a form that works without script', async () => {
  await assemblies.open(number, [chair, sava, lumi, ...others]);
  const asked = actIn(await send(chair, 'call.open', { question: 'agenda', 'place-2': '1', 'place-1': '2' }));
  assert.deepEqual(asked.body['question'], { kind: 'agenda', items: [2, 1] });
  await assemblies.ask(number, chair, { kind: 'agenda', items: [1, 2, 3] });
  const item = actIn(await send(chair, 'sitting.item', { item: 2 }));
  assert.deepEqual(item.body, { meeting: number, item: 2 });
  assert.equal(actIn(await send(sava, 'speech.request', { kind: 'point-of-order' })).body['kind'], 'point-of-order');
  assert.equal(actIn(await send(sava, 'card.show', { card: 'cool' })).body['card'], 'cool');
  assert.equal(actIn(await send(sava, 'sitting.arrive', { present: 'no' })).body['present'], false);
  const over = actIn(await send(chair, 'sitting.chair', { to: 'zelena-sava/1' }));
  assert.deepEqual([over.body['organisation'], over.body['delegate']], ['zelena-sava', 1]);
  assert.equal(actIn(await send(chair, 'sitting.close', { how: 'end' })).body['resumes'], null);
  assert.match(wordsIn(await send(chair, 'sitting.close', { how: 'adjourn', resumes: 'soon' }, 422)), /time/u);
  const slate = { 'member-1': chair, 'member-2': sava, 'member-3': lumi, 'substitute-1': stranger };
  const election = actIn(await send(chair, 'call.open', { question: 'election', ...slate }));
  assert.deepEqual(election.body['question'], {
    kind: 'election',
    members: [chair, sava, lumi],
    substitutes: [stranger],
  });
  const question = await send(chair, 'call.open', { question: 'words', words: 'We meet again in spring.' });
  assert.match(wordsIn(question), /Calls for consensus.*We meet again in spring/u);
});

test('the chair has the buttons that run the sitting, and nobody else has them', async () => {
  await scene.act([chair, 1], 'sitting.item', { meeting: number, item: 1 });
  await scene.act([sava, 1], 'speech.request', { meeting: number, kind: 'speech' });
  await scene.act([lumi, 1], 'speech.request', { meeting: number, kind: 'speech' });
  const desk = await seen(chair, 'sitting');
  assert.ok(buttonsIn(desk.html).includes('give-floor'));
  assert.match(desk.words, /Give the floor to Udruga Zelena Sava/u);
  assert.doesNotMatch(desk.words, /Give the floor to Lumi/u);
  assert.deepEqual(buttonsIn((await seen(sava, 'sitting')).html), []);
  const phone = await seen(lumi, 'follow');
  assert.match(phone.words, /You are number 2 on the list/u);
  assert.deepEqual(buttonsIn(phone.html), [
    'card-warm',
    'card-cool',
    'card-move-on',
    'speech',
    'point-of-order',
    'presence',
  ]);
  const projector = await seen(lumi, 'projector');
  assert.doesNotMatch(projector.html, /<button/u);
  assert.match(projector.words, /Clean rivers/u);
});

test('a call shows what is asked, who has answered, and reasons', async () => {
  await scene.act([chair, 1], 'call.open', {
    meeting: number,
    question: { kind: 'words', words: 'We measure every spring.', under: null },
  });
  const { calls } = assemblies.meeting(number);
  const call = calls.length;
  assert.match(wordsIn(await send(sava, 'call.answer', { call, stand: 'object' }, 422)), /6\.2/u);
  const body = { meeting: number, call, stand: 'object', reason: 'Too many gauges.' } as const;
  await scene.act([sava, 1], 'call.answer', body);
  const desk = await seen(chair, 'sitting');
  for (const words of [/We measure every spring/u, /1 of 7 have answered/u, /Too many gauges/u])
    assert.match(desk.words, words);
  assert.match(desk.html, /id="press-close-call"/u);
  const phone = await seen(sava, 'follow');
  assert.match(phone.words, /You answered: We object/u);
  assert.match(phone.words, /On the record for good: Udruga Zelena Sava ?: We agree/u);
  assemblies.pass(5 * MINUTE);
  await scene.act([chair, 1], 'call.close', { meeting: number, call });
  assert.match((await seen(lumi, 'follow')).words, /No consensus/u);
});

test('refusals read well in both languages', async () => {
  const refused = async (
    organisation: string,
    kind: string,
    typed: Typed,
    words: Readonly<Record<'en' | 'el', RegExp>>,
  ): Promise<void> => {
    for (const language of ['en', 'el'] as const) {
      const headers = { ...(await scene.headers(organisation)), 'accept-language': language };
      const fields = Object.entries({ meeting: number, ...typed }).map(([key, value]) => [key, String(value)]);
      const answer = await scene.ask(`/sample/do/${kind}`, {
        method: 'POST',
        headers,
        body: new URLSearchParams(fields),
      });
      assert.equal(answer.status, 422);
      assert.match(unescaped(wordsIn(await answer.text())), words[language]);
    }
  };
  await refused(
    stranger,
    'speech.request',
    { kind: 'speech' },
    {
      en: /has not named you for this meeting/u,
      el: /δεν σας έχει ορίσει για αυτή τη συνάντηση/u,
    },
  );
  await refused(
    sava,
    'sitting.item',
    { item: 2 },
    {
      en: /Only the chair may do this\. A delegate of .+ has it now/u,
      el: /Τώρα προεδρεύει αντιπρόσωπος από/u,
    },
  );
  await refused(chair, 'speech.call', { speech: 2 }, { en: /it is speech 1/u, el: /είναι η ομιλία 1/u });
});

test('what was done in the room reads well on the record', async () => {
  const answer = await scene.ask('/sample/record', { headers: await scene.headers(chair) });
  const words = wordsIn(await answer.text());
  assert.match(words, /showed a card|asked for the floor|answered a call for consensus/u);
  const { size } = scene.conference.state();
  for (let index = size - 12; index < size; index++) {
    const entry = await scene.ask(`/sample/record/${index}?lang=el`, { headers: await scene.headers(chair) });
    assert.equal(entry.status, 200);
  }
});

test('the text of the item is put to decision in the room, answered there, and its end is the chair’s', async () => {
  await scene.act([chair, 1], 'sitting.item', { meeting: number, item: 3 });
  const desk = await seen(chair, 'sitting');
  assert.match(desk.words, /The river shall be clean in its 1\. reach/u);
  assert.match(desk.html, new RegExp(`/do/decision\\.open\\?text=${text}&amp;meeting=${number}"`, 'u'));
  const asked = await forms.ask(chair, `decision.open?text=${text}&meeting=${number}`);
  const form = await asked.text();
  assert.match(form, new RegExp(`name="meeting"\\s+value="${number}"\\s+checked`, 'u'));
  const version = scene.text(text).revisions[0]?.hash ?? '';
  const deadline = new Date(scene.clock.now()).toISOString().slice(0, 10);
  const put = await send(chair, 'decision.open', { text, version, deadline, meeting: number });
  assert.equal(actIn(put).body['meeting'], number);
  assert.match(wordsIn(put), /In the room of Assembly/u);
  await scene.act([chair, 1], 'decision.open', actIn(put).body as never);
  const phone = await seen(lumi, 'follow');
  for (const stand of ['support', 'accept', 'stand-aside', 'object'])
    assert.ok(buttonsIn(phone.html).includes(`decide-${text}-${stand}`), stand);
  assert.deepEqual(
    buttonsIn((await seen(lumi, 'sitting')).html).filter((place) => place.startsWith('close-decision')),
    [],
  );
  assert.ok(buttonsIn((await seen(chair, 'sitting')).html).includes(`close-decision-${text}`));
  for (const name of [chair, sava, lumi, ...others]) {
    const position = { on: { kind: 'whole' }, stand: 'support', reason: null, conditions: [] } as const;
    const body = { text, revision: 1, positions: [position] } as const;
    await scene.act([name, 1], 'positions.take', body);
  }
  assert.equal(actIn(await send(chair, 'decision.close', { text })).body['text'], text);
  await scene.act([chair, 1], 'decision.close', { text });
  assert.notEqual(scene.text(text).decision?.outcome, null);
});
