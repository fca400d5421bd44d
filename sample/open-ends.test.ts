import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OrganisationId } from '../src/base/ids.ts';
import { freshFor, latestOf } from '../src/conference/reading/fresh.ts';
import { needsOf } from '../src/conference/reading/needs.ts';
import { createReader } from '../src/conference/reading/reader.ts';
import { createMemoryReadingMarks } from '../src/store/memory/reading-marks.ts';
import { NOW, TODAY, playedSample } from '../test/kit/played.ts';
import * as content from './content/index.ts';
import { SAMPLE_SLUG } from './play.ts';
import { moment } from './steps.ts';

/** What the story leaves open: letters, mail, what waits for whom, and what is new to whom. */

const marks = createMemoryReadingMarks();
const { conference, kept } = await playedSample({ marks });
const state = conference.state();

const needs = (id: string) =>
  needsOf(createReader(state, { kind: 'organisation', id: id as OrganisationId }), id as OrganisationId, NOW);
const kinds = (id: string) => needs(id).map((need) => ('text' in need ? `${need.kind} ${need.text}` : need.kind));

test('letters are kept as they were written, and answers answer the circular', async () => {
  assert.equal(state.letters.length, content.LETTERS.length);
  const circular = state.circulations.findIndex(({ what }) => what.kind === 'letter' && what.letter === 1) + 1;
  for (const [i, { words, subject, answers }] of content.LETTERS.entries()) {
    const letter = state.letters[i];
    assert.deepEqual([letter?.subject, letter?.answers], [subject, answers ? circular : null]);
    assert.equal(await kept(letter?.words), words.join('\n\n'));
  }
  const told = (letter: number) => [
    ...(state.circulations[(state.letters[letter - 1]?.circulation ?? 0) - 1]?.recipients ?? []),
  ];
  const without = (letter: number, what: 'opened' | 'acknowledged') =>
    told(letter).flatMap(([id, delivery]) => (delivery[what] === null ? [id] : []));
  assert.deepEqual(without(1, 'opened'), []);
  assert.deepEqual(without(1, 'acknowledged'), ['pro-delta', 'codrul-batran']);
  assert.deepEqual(without(7, 'opened'), ['moravski-krug', 'reka-vardar', 'dasos-kai-nero']);
});

test('what needs each organisation is what the story left open', () => {
  for (const { id } of content.PARTICIPANTS)
    assert.equal(kinds(id).includes('application'), id !== 'moravski-krug', 'Whoever presents it is not asked again');
  assert.deepEqual(kinds('diktyo-potamon'), [
    'amendments 4',
    'application',
    'summary',
    'publication',
    'help',
    'reply',
    'sign 3',
    'position 4',
    'position 5',
  ]);
  assert.deepEqual(kinds('codrul-batran'), [
    'application',
    'summary',
    'amendments 5',
    'publication',
    'help',
    'reply',
    'sign 3',
    'position 5',
    'observations',
    'acknowledge',
    'unreached',
  ]);
  assert.deepEqual(kinds('lumi-i-lire'), [
    'application',
    'summary',
    'publication',
    'help',
    'reply',
    'confirm 3',
    'position 5',
    'unreached',
  ]);
  assert.deepEqual(kinds('reka-vardar'), [
    'application',
    'summary',
    'amendments 5',
    'publication',
    'help',
    'reply',
    'threads 4',
    'position 5',
    'observations',
    'letters',
  ]);
  assert.deepEqual(kinds('zelena-sava'), [
    'amendments 4',
    'application',
    'summary',
    'amendments 5',
    'help',
    'reply',
    'position 5',
  ]);
  const position = needs('diktyo-potamon').find(({ kind }) => kind === 'position');
  assert.ok(position?.kind === 'position');
  assert.deepEqual(position.clauses, ['remove']);
});

test('mail comes to everyone but the one whose address is gone, and those who serve are told', () => {
  const since = moment(TODAY, content.MAIL_SINCE);
  for (const { on, recipients } of state.circulations)
    for (const [id, { mail }] of recipients) {
      const gone = id === content.GONE.of && on.at >= moment(TODAY, content.GONE.at);
      const [result, code] = gone ? ['bounced', 550] : ['handed-over', 250];
      assert.deepEqual(mail === null ? null : [mail.result, mail.code], on.at < since ? null : [result, code]);
    }
  const serving = new Set<string>([...content.GROUP.members, ...content.GROUP.substitutes]);
  for (const { id } of content.PARTICIPANTS) assert.equal(kinds(id).includes('unreached'), serving.has(id));
});

test('what is new to a delegate is what came since they said that they had read', async () => {
  const latest = await latestOf(conference);
  for (const { organisation, delegate, upTo, at } of marks.all(SAMPLE_SLUG)) {
    const role = delegate === 1 ? 'representing' : 'assisting';
    assert.equal(at, moment(TODAY, content.READ[role]));
    const { entries: fresh, isMore } = freshFor(conference, latest, { organisation, upTo });
    const [least, most] = role === 'representing' ? [5, 20] : [20, 90];
    assert.ok(!isMore && fresh.length >= least && fresh.length <= most, `${organisation}: ${fresh.length}`);
  }
});
