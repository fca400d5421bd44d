import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { DAY } from '../../base/time.ts';
import type { Change } from '../../text/change.ts';
import { agreedClauses } from './agreement.ts';
import { type Step, all, given, wait } from '../spec/spec.ts';
import { act, amend, decide, founded, leave, onAmendment, revise, rulesWith, table, take } from '../spec/acts.ts';
import { amendAll, onAmendmentAct } from '../spec/negotiation.ts';
import { asClauseId } from '../spec/world.ts';
import type { State } from '../state.ts';

const tabled = all(founded(4), table('ada', ['Rivers are free.', 'Forests stand.', 'Springs are kept clean.']));
const words = (clause: string, to: string): Change => ({ kind: 'replace', clause: asClauseId(clause), words: to });
const fates = (state: State) => state.texts[0]?.amendments.map(({ fate }) => fate.kind);
const agreed = (state: State) => agreedClauses(state.texts[0] ?? assert.fail()).map((clause) => clause.words);
const accept = (...names: readonly string[]): Step => all(...names.map((name) => take(name, 'accept', onAmendment(1))));
const freed = amend('bor', words('c1', 'All rivers are free.'));

suite('13.2 an amendment is agreed', () => {
  test('when every participant accepts it, its mover by moving it', () => {
    const allButOne = given(tabled, freed, accept('ada', 'cvet'));
    assert.deepEqual(fates(allButOne.state), ['open']);
    const state = allButOne.when(take('dora', 'support', onAmendment(1))).allowed();
    assert.deepEqual(state.texts[0]?.amendments[0]?.fate, {
      kind: 'agreed',
      on: state.texts[0]?.positions.at(-1)?.mark,
      how: 'accepted',
    });
    assert.deepEqual(agreed(state), ['All rivers are free.', 'Forests stand.', 'Springs are kept clean.']);
  });

  test('not while one stands aside, or its own mover objects by now', () => {
    assert.deepEqual(
      fates(given(tabled, freed, accept('ada', 'cvet'), take('dora', 'stand-aside', onAmendment(1))).state),
      ['open'],
    );
    assert.deepEqual(
      fates(given(tabled, freed, take('bor', 'object', onAmendment(1)), accept('ada', 'cvet', 'dora')).state),
      ['open'],
    );
  });

  test('when its no-objection period passes, standing aside included', () => {
    const { state } = given(tabled, freed, take('dora', 'stand-aside', onAmendment(1)), wait(14 * DAY));
    assert.equal(state.texts[0]?.amendments[0]?.fate.kind, 'agreed');
    assert.deepEqual(fates(given(tabled, freed, wait(14 * DAY - 1)).state), ['open']);
  });

  test('not while an objection stands; when it is withdrawn the period runs anew', () => {
    const contested = all(tabled, freed, take('ada', 'object', onAmendment(1)), wait(20 * DAY));
    assert.deepEqual(fates(given(contested).state), ['open']);
    const again = all(contested, take('ada', null, onAmendment(1)));
    assert.deepEqual(fates(given(again, wait(13 * DAY)).state), ['open']);
    assert.deepEqual(fates(given(again, wait(14 * DAY)).state), ['agreed']);
  });

  test('when the only one that objected has left', () => {
    const contested = all(tabled, freed, take('ada', 'object', onAmendment(1)), accept('cvet', 'dora'));
    assert.deepEqual(fates(given(contested, leave('ada')).state), ['agreed']);
  });

  test('silence does not choose between rivals; everyone’s acceptance does', () => {
    const rivals = all(tabled, freed, amend('cvet', words('c1', 'Most rivers are free.')));
    assert.deepEqual(fates(given(rivals, wait(30 * DAY)).state), ['open', 'open']);
    const chosen = given(rivals, accept('ada', 'cvet', 'dora'));
    assert.deepEqual(fates(chosen.state), ['agreed', 'open']);
    assert.deepEqual(
      fates(
        given(
          rivals,
          accept('ada', 'cvet', 'dora'),
          take('ada', 'accept', onAmendment(2)),
          take('bor', 'accept', onAmendment(2)),
          take('dora', 'accept', onAmendment(2)),
        ).state,
      ),
      ['agreed', 'open'],
    );
    // Once its rival is gone, silence counts again.
    const alone = all(rivals, wait(14 * DAY), onAmendmentAct('amendment.withdraw', 'bor'), wait(14 * DAY));
    assert.deepEqual(fates(given(alone).state), ['withdrawn', 'agreed']);
  });

  test('under rules without such a period by acceptance alone', () => {
    const rules = rulesWith({ texts: { noObjectionDays: 0 } });
    const quiet = all(founded(2, rules), table('ada'), amend('bor', words('c1', 'Better.')));
    assert.deepEqual(fates(given(quiet, wait(400 * DAY)).state), ['open']);
    assert.deepEqual(fates(given(quiet, accept('ada')).state), ['agreed']);
  });

  test('no more once the text is withdrawn or put to decision', () => {
    assert.deepEqual(fates(given(tabled, freed, act('text.withdraw', 'ada', { text: 1 }), wait(14 * DAY)).state), [
      'open',
    ]);
    assert.deepEqual(fates(given(tabled, freed, decide('ada', { days: 20 }), wait(14 * DAY)).state), ['fallen']);
  });

  test('and consent that waited for another amendment counts from then on', () => {
    const waiting = all(
      tabled,
      freed,
      amend('bor', words('c2', 'All forests stand.')),
      take('ada', 'accept', onAmendment(2)),
      take('cvet', 'accept', onAmendment(2)),
      take('dora', 'accept', onAmendment(2), null, 1, [{ kind: 'with', amendment: 1 }]),
    );
    assert.deepEqual(fates(given(waiting).state), ['open', 'open']);
    assert.deepEqual(fates(given(waiting, accept('ada', 'cvet', 'dora')).state), ['agreed', 'agreed']);
  });
});

const both = all(tabled, freed, accept('ada', 'cvet', 'dora'));

suite('13.2 a revision and what was agreed', () => {
  test('takes in what is agreed and nothing else', () => {
    given(tabled, freed)
      .when(revise('ada', ['All rivers are free.'], { tookIn: [1] }))
      .refused('13.2', 'not-agreed', { amendment: 1 });
    const state = given(both)
      .when(revise('ada', ['All rivers are free.', 'Forests stand.'], { tookIn: [1] }))
      .allowed();
    assert.deepEqual(state.texts[0]?.amendments[0]?.fate, { kind: 'taken-in', revision: 2 });
  });

  test('is not decided upon while it leaves out what was agreed', () => {
    given(both).when(decide('ada')).refused('13.3', 'agreed-waiting', { amendment: 1 });
    given(both, revise('ada', ['All rivers are free.'], { tookIn: [1] }))
      .when(decide('ada'))
      .allowed();
  });

  test('that says it without naming it has taken it in', () => {
    const { state } = given(both, revise('ada', ['All rivers are free.', 'Forests stand.']));
    assert.deepEqual(fates(state), ['taken-in']);
  });

  test('carries amendments to other words of a clause over its new words', () => {
    const other = all(both, amend('cvet', words('c1', 'Rivers are free for ever.')));
    const { state } = given(other, revise('ada', ['All rivers are free.', 'Forests stand.'], { tookIn: [1] }));
    const second = state.texts[0]?.amendments[1];
    assert.equal(second?.fate.kind, 'open');
    assert.deepEqual(second.change, words('c1', 'Rivers are free for ever.'));
    assert.deepEqual(second.current, [words('c1', 'All rivers are free for ever.')]);
  });
});

suite('13.2 movers of an amendment', () => {
  test('join it, and carry it on when one of them withdraws', () => {
    const joint = all(tabled, freed, onAmendmentAct('amendment.join', 'cvet'));
    const { state } = given(joint, onAmendmentAct('amendment.withdraw', 'bor'));
    const [amendment] = state.texts[0]?.amendments ?? [];
    assert.deepEqual(
      [amendment?.by, amendment?.joint, amendment?.author, amendment?.fate.kind],
      ['cvet', [], 'bor', 'open'],
    );
    given(joint).when(onAmendmentAct('amendment.join', 'cvet')).refused('13.2', 'already', { what: 'joined' });
    given(joint).when(onAmendmentAct('amendment.withdraw', 'dora')).refused('13.2', 'not-yours', { owner: 'bor' });
  });

  test('take over what was withdrawn and still fits', () => {
    const dropped = all(tabled, freed, onAmendmentAct('amendment.withdraw', 'bor'));
    const state = given(dropped).when(onAmendmentAct('amendment.take-over', 'cvet')).allowed();
    const [amendment] = state.texts[0]?.amendments ?? [];
    assert.deepEqual([amendment?.by, amendment?.author, amendment?.fate.kind], ['cvet', 'bor', 'open']);
    assert.deepEqual(fates(given(dropped, onAmendmentAct('amendment.take-over', 'cvet'), wait(14 * DAY)).state), [
      'agreed',
    ]);
    given(both)
      .when(onAmendmentAct('amendment.take-over', 'cvet'))
      .refused('13.2', 'amendment-is', { amendment: 1, fate: 'agreed' });
    given(tabled, freed)
      .when(onAmendmentAct('amendment.take-over', 'cvet'))
      .refused('13.2', 'already', { what: 'open' });
    given(dropped, revise('ada', ['All rivers are free.']))
      .when(onAmendmentAct('amendment.take-over', 'cvet'))
      .refused('13.2', 'outdated', { amendment: 1 });
  });
});

suite('13.2 sub-amendments', () => {
  const sub = amendAll('cvet', [{ change: words('c1', 'All our rivers are free.'), to: 1 }]);

  test('are decided before what they would change, and take its place', () => {
    assert.deepEqual(fates(given(tabled, freed, sub, wait(14 * DAY)).state), ['replaced', 'agreed']);
    const { state } = given(tabled, freed, sub, take('ada', 'object', onAmendment(2)), wait(14 * DAY));
    assert.deepEqual(fates(state), ['open', 'open']);
  });

  test('are to an amendment that is open', () => {
    given(tabled).when(sub).refused('13.2', 'unknown', { thing: 'amendment', ref: '1' });
    given(tabled, freed, onAmendmentAct('amendment.withdraw', 'bor'))
      .when(sub)
      .refused('13.2', 'amendment-is', { amendment: 1, fate: 'withdrawn' });
  });
});

suite('13.2 several amendments in one act', () => {
  const change = words('c1', 'All rivers are free.');

  test('each stand on their own', () => {
    const two = amendAll('bor', [{ change }, { change: words('c2', 'All forests stand.'), credit: 'M. Kovač' }]);
    const { state } = given(tabled, two, take('ada', 'object', onAmendment(2)), wait(14 * DAY));
    assert.deepEqual(fates(state), ['agreed', 'open']);
    assert.deepEqual(
      state.texts[0]?.amendments.map(({ credit }) => credit),
      [null, 'M. Kovač'],
    );
  });

  test('are let in all or none', () => {
    given(tabled)
      .when(amendAll('bor', [{ change }, { change: { kind: 'delete', clause: 'none' } }]))
      .refused('13.2', 'clause-order', { clause: 'none', why: 'no-such-clause' });
  });
});

test('13.2 what everyone accepts is agreed as soon as what stood in its way is replaced', () => {
  const { state } = given(
    tabled,
    freed,
    amendAll('cvet', [
      { change: { kind: 'add', after: 'c3', clause: { id: 'n', kind: 'operative', words: 'New.' } }, to: 1 },
    ]),
    amend('dora', { kind: 'delete', clause: asClauseId('c1') }),
    accept('ada', 'cvet', 'dora'),
    ...['ada', 'bor', 'cvet'].map((name) => take(name, 'accept', onAmendment(3))),
    ...['ada', 'bor', 'dora'].map((name) => take(name, 'accept', onAmendment(2))),
  );
  assert.deepEqual(fates(state), ['replaced', 'agreed', 'agreed']);
});
