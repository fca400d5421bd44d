import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DAY } from '../../base/time.ts';
import { type Step, all, given, wait } from '../../charter/spec/spec.ts';
import {
  act,
  adopt,
  decide,
  disagree,
  enrol,
  founded,
  leave,
  observe,
  present,
  reapply,
  revise,
  table,
  take,
  whole,
} from '../../charter/spec/acts.ts';
import { convene } from '../../charter/spec/meetings.ts';
import { openStatement, signStatement } from '../../charter/spec/statements.ts';
import { contest, debate, suggest, translate } from '../../charter/spec/negotiation.ts';
import type { OrganisationId } from '../../base/ids.ts';
import { asClauseId } from '../../charter/spec/world.ts';
import { PUBLIC, type Viewer } from '../../charter/visibility.ts';
import { alignedWith } from '../../charter/texts/translations.ts';
import { type Reader, createReader } from './reader.ts';

const shown = (reader: Reader): readonly string[] => {
  const text = reader.text(1);
  const greek = text?.translations.get('el');
  return text === null || greek === undefined ? [] : alignedWith(text, greek).map(({ state }) => state);
};

/** What the public sees of an adopted text, beside its words. */

const MEMBER = { kind: 'organisation', id: 'ada' as OrganisationId } as const;

test('translations of drafts are for members; of an adopted text everyone sees what renders its final words', () => {
  const { state, when } = given(
    founded(2),
    table('ada', ['One.', 'Two.']),
    translate('bor', { c1: 'Ένα.', c2: 'Δύο.' }),
    translate('bor', { c2: 'Zwei.' }, { language: 'de' }),
  );
  assert.equal(createReader(state, PUBLIC).text(1), null);
  assert.equal(createReader(state, MEMBER).text(1)?.translations.size, 2);
  const adopted = when(
    all(revise('ada', ['One.', 'Two and a half.']), decide('ada'), take('ada', 'accept'), take('bor', 'accept')),
  ).allowed();
  const seen = createReader(adopted, PUBLIC).text(1)?.translations;
  assert.deepEqual([...(seen?.keys() ?? [])], ['el']);
  assert.deepEqual([...(seen?.get('el')?.clauses.keys() ?? [])], ['c1']);
  assert.deepEqual(shown(createReader(adopted, PUBLIC)), ['draft', 'missing']);
  assert.equal(createReader(adopted, MEMBER).text(1)?.translations.get('el')?.clauses.size, 2);
});

test('debate, proposals and objections to revisions stay with the members when a text is adopted', () => {
  const { state } = given(
    founded(2),
    table('ada'),
    debate('bor'),
    suggest('bor', { kind: 'languages', authentic: ['en', 'el'] }),
    revise('ada', ['One.', 'Two, rather.']),
    contest('bor'),
    contest('bor', { kind: 'revision.withdraw-objection' }),
    decide('ada'),
    take('ada', 'accept', whole),
    take('bor', 'accept', whole),
  );
  const [seen, known] = [PUBLIC, MEMBER].map((viewer) => createReader(state, viewer).text(1));
  assert.equal(known?.stage, 'adopted');
  assert.deepEqual([known.threads.length, known.proposals.length, known.revisions[1]?.objections.length], [1, 1, 1]);
  assert.deepEqual([seen?.threads.length, seen?.proposals.length, seen?.revisions[0]?.objections.length], [0, 0, 0]);
});

test('an adopted text has its final version alone for those who may not see how it came about', () => {
  const one = 'Said of the first revision.';
  const two = 'Said of the final version.';
  const { state } = given(
    founded(2),
    table('ada'),
    observe('bor', { public: true, words: one }),
    revise('ada', ['One.', 'Two, rather.'], { note: 'Shorter so.' }),
    decide('ada'),
    observe('bor', { public: true, words: two }),
    take('ada', 'accept', whole),
    take('bor', 'accept', whole),
  );
  const [all] = state.texts;
  const reader = createReader(state, PUBLIC);
  const seen = reader.text(1);
  assert.equal(all?.stage, 'adopted');
  const { hash, clauses, title } = all.revisions[1] ?? assert.fail();
  const final = { number: 1, title, clauses, charter: null, hash, tookIn: [], note: null, objections: [] };
  assert.deepEqual(seen?.revisions, [{ ...final, by: all.by, on: all.tabled }]);
  assert.equal(seen.decision?.revision, 1);
  assert.deepEqual(
    reader.observations().map(({ words }) => words),
    [two],
  );
  assert.deepEqual(
    createReader(state, MEMBER)
      .observations()
      .map(({ words }) => words),
    [one, two],
  );
});

test('slips put right in an adopted text are counted by themselves for those who may not see what else was proposed', () => {
  const { state } = given(
    founded(2),
    adopt(['ada', 'bor']),
    suggest('ada', { kind: 'languages', authentic: ['en', 'el'] }),
    act('proposal.disagree', 'bor', { text: 1, proposal: 1, reasons: 'Not this one.' }),
    suggest('bor', { kind: 'rectification', clause: asClauseId('c1'), words: 'Once.' }),
    wait(14 * DAY),
  );
  const of = (viewer: Viewer) =>
    createReader(state, viewer)
      .text(1)
      ?.rectifications.map(({ proposal }) => proposal);
  assert.deepEqual(of(MEMBER), [2]);
  assert.deepEqual(of(PUBLIC), [1]);
});

test('the number of the meeting that decided a text is for those who may see the meeting', () => {
  const { state } = given(founded(2), adopt(['ada', 'bor']), convene('ada'));
  const [text = assert.fail()] = state.texts;
  const decided = { ...text, decision: { ...(text.decision ?? assert.fail()), meeting: 1 } };
  const of = (viewer: Viewer) => createReader({ ...state, texts: [decided] }, viewer).text(1)?.decision?.meeting;
  assert.deepEqual([of(MEMBER), of(PUBLIC)], [1, null]);
});

test('why a meeting was called off is said among members, though anybody could have followed it', () => {
  const reason = 'The school has no heating.';
  const { state } = given(
    founded(2),
    convene('ada', { public: true }),
    act('meeting.cancel', 'ada', { meeting: 1, reason }),
  );
  const of = (viewer: Viewer) => createReader(state, viewer).meeting(1)?.cancelled?.reason;
  assert.deepEqual([of(MEMBER), of(PUBLIC)], [reason, null]);
});

test('that one which signed applies, or applied in vain, is not told to those who may not see its application', () => {
  const signed = all(
    founded(3),
    openStatement('ada', ['gost']),
    enrol('gost'),
    signStatement('gost'),
    signStatement('cvet'),
    leave('cvet'),
  );
  const outward = (step: Step, id: string) => {
    const { state } = given(signed, step);
    const seen = createReader(state, PUBLIC).organisation(id as OrganisationId) ?? assert.fail();
    assert.notEqual(createReader(state, MEMBER).organisation(seen.id)?.standing.kind, seen.standing.kind);
    return [seen.standing.kind, seen.accepted, seen.applications];
  };
  const MONTH = wait(30 * DAY);
  for (const [id, kind] of [
    ['gost', 'outside'],
    ['cvet', 'former'],
  ] as const) {
    const applied = reapply(id);
    const steps = [
      applied,
      all(applied, MONTH),
      all(applied, act('participation.withdraw', id, {})),
      all(applied, present('ada', id), disagree('bor', id), MONTH),
    ];
    for (const step of steps) assert.deepEqual(outward(step, id), [kind, null, []]);
  }
});
