import assert from 'node:assert/strict';
import { test } from 'node:test';
import { concat, utf8 } from '../src/base/bytes.ts';
import type { OrganisationId } from '../src/base/ids.ts';
import { HOUR, type Instant, after } from '../src/base/time.ts';
import { apply } from '../src/charter/apply.ts';
import { judge } from '../src/charter/judge.ts';
import { frictionOf } from '../src/charter/decisions/outcome.ts';
import { emptyState } from '../src/charter/state.ts';
import { createManualClock } from '../src/conference/clock.ts';
import { generateHostKey } from '../src/conference/host-key.ts';
import { createHost } from '../src/conference/host.ts';
import { recordEntry } from '../src/conference/load/entries.ts';
import { fingerprint } from '../src/record/public-key.ts';
import { sampleInvitation, sampleKey } from '../src/record/sample-keys.ts';
import { verifyRecord } from '../src/record/verify-record.ts';
import { createMemoryReadingMarks } from '../src/store/memory/reading-marks.ts';
import { createMemoryStore } from '../src/store/memory/store.ts';
import * as content from './content/index.ts';
import { NOW, TODAY, playedSample } from '../test/kit/played.ts';
import { SAMPLE_SLUG } from './play.ts';
import { EVERYONE } from './keyring.ts';
import { moment } from './steps.ts';
import { writeSample } from './write.ts';

const { conference, kept } = await playedSample();
const state = conference.state();
const entries = await conference.entries(0, state.size);

const marks = createMemoryReadingMarks();

const textOf = (key: content.TextKey) => {
  const text = state.texts[['charter', 'forests', 'drinking-water', 'tributaries'].indexOf(key)];
  assert.ok(text !== undefined);
  return text;
};

test('a stranger finds the whole record good, with every act allowed and every signature in place', async () => {
  const replayed = emptyState();
  const verified = await verifyRecord({
    pieces: [concat(...entries.map(({ bytes }) => concat(bytes, utf8('\n'))))],
    checkpoint: utf8(await conference.checkpoint()),
    judge: ({ index, bytes }) => {
      const entry = recordEntry(bytes, index);
      const refusal = judge(replayed, entry);
      if (refusal === null) apply(replayed, entry);
      return refusal;
    },
    hostKey: () => replayed.host,
  });
  assert.ok(verified.ok, JSON.stringify(verified));
  assert.equal(verified.value.size, state.size);
});

test('everything happens at its own moment, and the story has ended before today', () => {
  const first = content.STORY[0];
  assert.equal(entries[0]?.time, moment(TODAY, first.at));
  for (const { act, time } of entries) assert.equal(act.made, time);
  assert.ok(state.time < TODAY);
  for (const event of content.STORY)
    assert.ok(
      entries.some(({ time }) => time === moment(TODAY, event.at)),
      JSON.stringify(event),
    );
});

test('ten take part, one is still waiting, three signed from outside', () => {
  const standing = (of: readonly content.Organisation[]) =>
    new Set(of.map(({ id }) => state.organisations.get(id as OrganisationId)?.standing.kind));
  assert.deepEqual(standing(content.PARTICIPANTS), new Set(['participant']));
  assert.deepEqual(standing(content.OUTSIDE), new Set(['outside']));
  assert.deepEqual(state.organisations.get(content.APPLICANT.id as OrganisationId)?.standing, {
    kind: 'applicant',
    period: { kind: 'running', ends: moment(TODAY, content.AHEAD.admission.at) },
  });
  assert.equal(state.organisations.size, EVERYONE.length);
  assert.equal(state.charter?.number, 2);
  assert.equal(state.charter.charter.rules.participation.noDisagreementDays, content.RULE_CHANGE.to);
});

test('each delegate’s published key is in force, and each invitation is spent', async () => {
  for (const { id, delegates } of EVERYONE) {
    for (const number of delegates.keys().map((i) => i + 1)) {
      const key = state.keys.get(fingerprint((await sampleKey(id, number)).publicKey));
      assert.deepEqual([key?.organisation, key?.delegate, key?.until], [id, number, null]);
      const invitation = state.keys.get(fingerprint((await sampleInvitation(id, number)).publicKey));
      assert.notEqual(invitation?.until, null);
    }
    const known = state.organisations.get(id as OrganisationId)?.delegates;
    assert.deepEqual(
      known?.map(({ role, invitation }) => [role, invitation]),
      delegates.map(({ role }) => [role, null]),
    );
    for (const [i, { name }] of delegates.entries()) {
      assert.equal(await kept(known[i]?.name), name);
    }
  }
});

test('letters of application are kept as they were written', async () => {
  for (const { by, letter } of content.APPLICATIONS) {
    const [application] = state.organisations.get(by as OrganisationId)?.applications ?? [];
    assert.equal(await kept(application?.letter), letter.join('\n\n'));
  }
});

for (const text of [content.CHARTER, content.FORESTS, content.WATER] as readonly content.SampleText[]) {
  test(`${text.key} comes to the outcome that is told, with the signatures that are told`, () => {
    const { stage, decision, signatures, revisions } = textOf(text.key);
    assert.equal(stage, 'adopted');
    assert.equal(decision?.outcome?.result, text.decision?.outcome);
    assert.deepEqual(decision?.outcome?.obstacles, []);
    assert.deepEqual(
      decision?.outcome?.answers.map(({ organisation, stand, reason }) => ({ by: organisation, stand, reason })),
      content.PARTICIPANTS.map(({ id }) => {
        const told = text.decision?.stands.find(({ by }) => by === id);
        return { by: id, stand: told?.stand, reason: told?.reason ?? null };
      }),
    );
    assert.deepEqual(
      revisions.map(({ clauses }) => clauses),
      revisions.map((_, version) => content.clausesOf(text, version)),
    );
    assert.deepEqual(
      [...signatures.values()].map(({ by, clauses, riders, referendum }) => ({
        by,
        left: clauses === null ? null : content.clausesOf(text).filter(({ id }) => !clauses.includes(id)).length,
        riders: riders.length,
        referendum: referendum !== null,
      })),
      content.STORY.flatMap((event) => {
        if (event.kind !== 'sign' || event.text !== text.key) return [];
        const told = text.signatures.find(({ by }) => by === event.by);
        assert.ok(told !== undefined);
        return {
          by: event.by,
          left: told.scope.kind === 'whole' ? null : told.scope.clauses.length,
          riders: (told.reservations?.length ?? 0) + (told.interpretations?.length ?? 0),
          referendum: told.adReferendum === true,
        };
      }),
    );
  });
}

test('the resolutions are numbered through the year of their adoption', () => {
  const symbols = state.texts.map(({ decision }) => decision?.outcome?.symbol ?? null);
  assert.deepEqual(symbols, ['CRB/2026/1', 'CRB/2026/2', 'CRB/2026/3', null, null]);
});

test('the tributaries stand in consultation, with two points of friction and three open amendments', () => {
  const text = textOf('tributaries');
  assert.equal(text.stage, 'negotiation');
  assert.deepEqual(
    frictionOf(state, text).map(({ on, objections, consultations }) => [
      on.kind === 'clause' ? on.clause : '',
      objections.length,
      consultations.length,
    ]),
    [
      ['remove', 2, 1],
      ['support', 1, 0],
    ],
  );
  assert.equal(text.amendments.filter(({ fate }) => fate.kind === 'open').length, 3);
  assert.deepEqual(text.amendments[4]?.joint, ['moravski-krug']);
  assert.deepEqual(
    text.threads.map(({ posts }) => posts.map(({ by, language }) => `${by} ${language}`)),
    [['reka-vardar mk', 'codrul-batran en']],
  );
});

test('the statement has eight signatories, three of them from outside, and one of the eight withdrew', () => {
  const [statement] = state.statements;
  assert.deepEqual([...(statement?.signatures.keys() ?? [])], content.FLOOD.signatories);
  assert.deepEqual(
    [...(statement?.signatures ?? [])].flatMap(([by, { withdrawn }]) => (withdrawn === null ? [] : by)),
    [content.FLOOD.withdrawn.by],
  );
});

test('observations have been shown to most, and the newest ones not yet to all', () => {
  const unseen = state.observations.map(({ circulation }) => circulation.filter(({ shown }) => shown === null).length);
  assert.deepEqual(unseen, [0, 0, 0, 4]);
  for (const { circulation } of state.observations) assert.equal(circulation.length, 9);
});

test('the same day gives the same acts, whoever plays them', async () => {
  const hostKey = generateHostKey();
  const acts = async () => {
    const { conference: other } = await playedSample({ hostKey });
    const all = await other.entries(0, other.state().size);
    return all.filter(({ act }) => !act.kind.startsWith('host.')).map(({ hash, time }) => [hash, time]);
  };
  assert.deepEqual(await acts(), await acts());
});

test('a store is given the sample once, whole, and another host carries it on', async () => {
  const store = createMemoryStore();
  const hostKey = generateHostKey();
  assert.equal(await writeSample({ store, hostKey, marks, now: NOW }), state.size);
  assert.equal(await writeSample({ store, hostKey, marks, now: NOW }), null);
  assert.equal(await store.size(SAMPLE_SLUG), state.size);
  assert.equal(marks.all(SAMPLE_SLUG).length, content.PARTICIPANTS.length * 2);
  assert.deepEqual(await store.attachmentHashes(SAMPLE_SLUG), [...(await conference.attachmentHashes())]);
  const clock = createManualClock(NOW);
  const host = await createHost({ store, hostKey, clock, origin: 'http://localhost' });
  const carried = host.conference(SAMPLE_SLUG);
  assert.ok(carried !== null);
  clock.set(after(moment(TODAY, content.AHEAD.admission.at), HOUR));
  await carried.close();
  assert.equal(carried.state().organisations.get(content.APPLICANT.id as OrganisationId)?.standing.kind, 'participant');
});

test('nothing is written where the store does not take all of it', async () => {
  const store = createMemoryStore();
  const refusing = { ...store, begin: () => Promise.reject(new Error('The disk is full')) };
  await assert.rejects(writeSample({ store: refusing, hostKey: generateHostKey(), marks, now: NOW }), /disk is full/u);
  assert.deepEqual(await store.conferences(), []);
});

test('it can be played on any day of the year, whatever the hour', async () => {
  for (const now of [Date.UTC(2027, 0, 1, 0, 0, 1), Date.UTC(2028, 1, 29, 23, 59)]) {
    const store = createMemoryStore();
    assert.equal(await writeSample({ store, hostKey: generateHostKey(), marks, now: now as Instant }), state.size);
  }
});
