import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as content from './index.ts';
import type { SampleText, StoryEvent, When } from './index.ts';

const TEXTS: readonly SampleText[] = [content.CHARTER, content.FORESTS, content.WATER, content.TRIBUTARIES];
/** The value, which must be there. */
const there = <T>(value: T | undefined): T => {
  assert.ok(value !== undefined);
  return value;
};
const PARTICIPANTS = content.PARTICIPANTS.map(({ id }) => id).toSorted();
const STORY: readonly StoryEvent[] = content.STORY;
const idsOf = (text: SampleText, version?: number): readonly string[] =>
  content.clausesOf(text, version).map(({ id }) => id);
const minutes = ([day, hour, minute]: When) => (day * 24 + hour) * 60 + minute;
const textOf = (key: string) => there(TEXTS.find((text) => text.key === key));

test('ten participants in eight countries, each with a representing and an assisting delegate', () => {
  assert.equal(new Set(PARTICIPANTS).size, 10);
  assert.equal(new Set(content.PARTICIPANTS.map(({ country }) => country)).size, 8);
  for (const { id, delegates, country } of [...content.PARTICIPANTS, content.APPLICANT]) {
    assert.match(id, /^[a-z0-9-]+$/u);
    assert.deepEqual(
      delegates.map(({ role }) => role),
      ['representing', 'assisting'],
    );
    assert.ok((content.CONFERENCE.region as readonly string[]).includes(country));
  }
});

test('every string is NFC, trimmed, and free of control and direction characters', () => {
  const walk = (value: unknown): void => {
    if (typeof value === 'string') {
      assert.equal(value, value.normalize('NFC').trim());
      assert.doesNotMatch(value, /\p{Cc}|\p{Cf}| {2}/u);
      assert.equal((value.match(/\*/gu) ?? []).length % 2, 0, value);
    } else if (typeof value === 'object' && value !== null) Object.values(value).forEach(walk);
  };
  walk(Object.values(content).filter((value) => typeof value === 'object'));
});

for (const text of TEXTS) {
  test(`${text.key}: every clause named is there in the version it is named in`, () => {
    for (let version = 0; version <= text.revisions.length; version++) {
      const ids = idsOf(text, version);
      assert.equal(new Set(ids).size, ids.length);
    }
    for (const { change, version, reason } of text.amendments) {
      content.changed(content.clausesOf(text, version), change);
      assert.ok(reason);
    }
    for (const { on, version, stand, reason } of text.positions) {
      if (on.kind === 'clause') assert.ok(idsOf(text, version).includes(on.clause), on.clause);
      if (on.kind === 'amendment') assert.ok(there(text.amendments[on.index]).version <= version);
      if (stand === 'object') assert.ok(reason);
    }
    for (const { on, quote, version } of text.threads ?? [])
      assert.ok(there(content.clausesOf(text, version).find(({ id }) => id === on.clause)).words.includes(quote));
    for (const { clauses, version } of text.observations)
      clauses.forEach((id) => assert.ok(idsOf(text, version).includes(id), id));
    for (const { on, version, by, met } of text.consultations) {
      assert.ok(met.includes(by));
      on.forEach((point) => assert.ok(point.kind === 'whole' || idsOf(text, version).includes(point.clause)));
    }
    const final = content.clausesOf(text);
    for (const { scope, reservations = [], interpretations = [] } of text.signatures) {
      [...reservations, ...interpretations].forEach(({ clause }) => assert.ok(idsOf(text).includes(clause)));
      const left = scope.kind === 'whole' ? [] : scope.clauses;
      left.forEach((id) => assert.ok(idsOf(text).includes(id), id));
      final.forEach(({ id, kind }, index) => {
        if (kind !== 'point') return;
        const head = there(final.findLast((clause, at) => at < index && clause.kind !== 'point'));
        assert.equal(left.includes(id), left.includes(head.id), id);
      });
    }
  });

  test(`${text.key}: the stands come to the outcome, and every point of friction was worked on`, () => {
    if (text.decision === null) return;
    const { outcome, stands } = text.decision;
    assert.deepEqual(stands.map(({ by }) => by).toSorted(), PARTICIPANTS);
    for (const { stand, reason } of stands) {
      if (outcome === 'unanimous') assert.ok(stand === 'support' || stand === 'accept');
      if (stand === 'object') assert.ok(reason);
    }
    const consulted = new Set(
      text.consultations.flatMap(({ on }) => on.map((point) => (point.kind === 'whole' ? '' : point.clause))),
    );
    if (stands.some(({ stand }) => stand === 'object')) assert.ok(consulted.has(''));
    for (const { on, stand, version } of text.positions)
      if (stand === 'object' && version === text.revisions.length && on.kind === 'clause')
        assert.ok(consulted.has(on.clause), on.clause);
  });

  test(`${text.key}: the story tells everything once, each thing after what it needs`, () => {
    const own = STORY.filter((event) => 'text' in event && event.text === text.key);
    const told = own.map((event) => {
      if (event.kind === 'amend' || event.kind === 'withdraw-amendment')
        return `${event.kind} ${event.by} ${event.amendment}`;
      if (event.kind === 'positions') return `positions ${event.by} ${event.version}`;
      if (event.kind === 'debate') return `debate ${event.by} ${event.thread} ${event.post}`;
      if (event.kind === 'consult') return `consult ${event.by} ${event.consultation}`;
      if (event.kind === 'revise') return `revise ${event.by} ${event.version}`;
      return `${event.kind} ${'by' in event ? event.by : ''}`;
    });
    const at = (step: string) => told.indexOf(step);
    const published = (version: number) =>
      at(version === 0 ? `table ${text.proposer}` : `revise ${text.proposer} ${version}`);
    const due = new Set([
      `table ${text.proposer}`,
      ...text.amendments.map(({ by }, index) => `amend ${by} ${index}`),
      ...text.positions.map(({ by, version }) => `positions ${by} ${version}`),
      ...text.consultations.map(({ by }, index) => `consult ${by} ${index}`),
      ...(text.threads ?? []).flatMap(({ posts }, thread) =>
        posts.map(({ by }, post) => `debate ${by} ${thread} ${post}`),
      ),
      ...text.revisions.map((_, index) => `revise ${text.proposer} ${index + 1}`),
      ...(text.decision === null ? [] : [`decide ${text.proposer}`]),
      ...(text.decision?.stands ?? []).map(({ by }) => `decide-stand ${by}`),
      ...text.signatures.map(({ by }) => `sign ${by}`),
      ...text.observations.map(({ by }) => `observe ${by}`),
    ]);
    text.coSponsors.forEach((by) => due.add(`cosponsor ${by}`));
    const once = told.filter((step) => !/^(confirm|join-amendment|withdraw-amendment) /u.test(step));
    assert.deepEqual(once.toSorted(), [...due].toSorted());
    text.signatures.forEach(({ by }) => {
      const answered = own.findLastIndex(({ kind }) => kind === 'decide-stand');
      assert.ok(at(`sign ${by}`) > answered);
    });
    text.amendments.forEach(({ by, version }, index) => assert.ok(at(`amend ${by} ${index}`) > published(version)));
    text.consultations.forEach(({ by, version }, index) =>
      assert.ok(at(`consult ${by} ${index}`) > published(version)),
    );
    text.revisions.forEach(({ tookIn }, index) =>
      tookIn.forEach((taken) => {
        assert.ok(at(`amend ${there(text.amendments[taken]).by} ${taken}`) < published(index + 1));
        assert.equal(there(text.amendments[taken]).version, index);
      }),
    );
    for (const { by, version, on } of text.positions) {
      const here = at(`positions ${by} ${version}`);
      assert.ok(here > published(version));
      if (version < text.revisions.length) assert.ok(here < published(version + 1));
      if (on.kind === 'amendment') assert.ok(here > at(`amend ${there(text.amendments[on.index]).by} ${on.index}`));
    }
  });
}

test('the story runs forward, and nobody acts before taking part', () => {
  const joined = new Map<string, number>(content.FOUNDERS.map((id) => [id, -Infinity]));
  STORY.forEach((event, index) => {
    const now = minutes(event.at);
    assert.ok(index === 0 || now > minutes(there(STORY[index - 1]).at), event.at.join());
    assert.ok(now < 0);
    if (event.kind === 'falls-due' && event.what === 'admission') joined.set(event.of, now);
    else if ('text' in event) assert.ok(joined.has(event.by), event.by);
    if (event.kind === 'falls-due' && event.what === 'decision') {
      const decide = STORY.find((other) => other.kind === 'decide' && other.text === event.of);
      assert.ok(decide?.kind === 'decide' && minutes(decide.until) === now);
      assert.equal(textOf(event.of).decision?.outcome, 'broad-consensus');
    }
  });
  const signed = STORY.flatMap((event) => (event.kind === 'sign-statement' ? [event.by] : []));
  assert.deepEqual(signed, content.FLOOD.signatories);
  const applied = STORY.flatMap((event) => (event.kind === 'apply' ? [event.by] : []));
  assert.deepEqual(
    applied,
    content.APPLICATIONS.map(({ by }) => by),
  );
});

test('each application lies open for the period in force once it was presented', () => {
  const { from, to } = content.RULE_CHANGE;
  const presented = (of: string) => there(STORY.find((event) => event.kind === 'present' && event.of === of)).at;
  for (const event of STORY)
    if (event.kind === 'falls-due' && event.what === 'admission')
      assert.equal(minutes(event.at) - minutes(presented(event.of)), from * 24 * 60);
  const { of, at } = content.AHEAD.admission;
  assert.equal(minutes(at) - minutes(presented(of)), to * 24 * 60);
});

test('of the tributaries, all ten could sign seven clauses, nine eight and seven all nine', () => {
  const clauses = idsOf(content.TRIBUTARIES);
  const objects = (clause: string) =>
    content.TRIBUTARIES.positions.flatMap(({ by, on, stand }) =>
      on.kind === 'clause' && on.clause === clause && stand === 'object' ? [by] : [],
    );
  assert.equal(clauses.length, 9);
  assert.equal(clauses.filter((clause) => objects(clause).length === 0).length, 7);
  assert.deepEqual([objects('remove').length, objects('support').length], [2, 1]);
  assert.equal(new Set([...objects('remove'), ...objects('support')]).size, 3);
});
