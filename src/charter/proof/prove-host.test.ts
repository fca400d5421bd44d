import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { ClauseId } from '../../base/ids.ts';
import { DAY, after } from '../../base/time.ts';
import type { AnyAct } from '../acts.ts';
import { type Step, all, given } from '../spec/spec.ts';
import {
  act,
  adopt,
  applyFor,
  clauses,
  enrol,
  founded,
  lose,
  present,
  reapply,
  revise,
  rulesWith,
  sign,
  table,
  tableCharter,
  take,
  decide,
  vouch,
} from '../spec/acts.ts';
import { inviteKnown, openStatement, signStatement } from '../spec/statements.ts';
import { type World, fakeKey } from '../spec/world.ts';
import { type EntryToProve, prove } from './prove.ts';
import { STATEMENT, TEXT, bundleOf, faultOf } from '../spec/proof.ts';

/** What the few entries of a proof tell though the host may have laid them out as it liked; and that every honest record has its proofs. */

const names = ['ada', 'bor', 'cvet'];
const adopted = all(founded(3), adopt(names));
const wait =
  (days: number): Step =>
  (world) => {
    world.wait(days * DAY);
    return null;
  };

const proofOf = (world: World, subject = TEXT, audience: 'everyone' | 'participants' = 'everyone') => {
  const { entries, claim } = bundleOf(world, subject, audience);
  const proven = prove(entries, claim);
  return proven.ok ? proven.value : assert.fail(JSON.stringify(proven.error));
};

const kindOf = ({ act: made }: EntryToProve): string => (made as AnyAct).kind;

/** The text's bundle with these entries made by the host's leave alone, in this order, each received where another was. */
const laidOut = (world: World, order: (own: readonly EntryToProve[]) => readonly EntryToProve[]) => {
  const { entries, claim } = bundleOf(world, TEXT);
  return faultOf(
    order(entries).map((entry, i) => ({ ...entry, index: entry.index === 0 ? 0 : i })),
    claim,
  );
};

suite('An honest record has a proof', () => {
  test('of a statement in the same words as an earlier one, by another, whose guest signs', () => {
    const same = all(openStatement('bor', ['omega']), enrol('omega'), openStatement('ada'));
    const steps = all(same, inviteKnown('ada', 'omega', 2), signStatement('omega', 2));
    const { signatories } = proofOf(given(founded(3), steps).world, { kind: 'statement', number: 2 });
    assert.deepEqual(
      signatories.map(({ as }) => as.kind === 'outside' && as.invitedBy.id),
      ['ada'],
    );
  });

  test('of a statement with as many clauses and calls as one may have', () => {
    const body = {
      clauses: clauses(...Array.from({ length: 400 }, () => 'Rain.')),
      calls: Array.from({ length: 50 }, () => 'Help.'),
    };
    const { version } = proofOf(
      given(founded(2), openStatement('ada', [], body), signStatement('bor')).world,
      STATEMENT,
    );
    assert.deepEqual([version.clauses.length, version.occasion?.calls.length], [400, 50]);
  });

  test('of a signature with a key of a kind that a later charter allows', () => {
    const strict = rulesWith({ keys: { deviceKeys: false } });
    const decided = all(
      tableCharter('ada', rulesWith({})),
      decide('ada'),
      ...names.map((name) => take(name, 'support')),
    );
    const key = fakeKey('browser');
    const steps = all(decided, adopt(names, 2), enrol('ada', key, { use: 'device' }), sign('ada', { text: 2 }));
    assert.equal(proofOf(given(founded(3, strict), steps).world, { kind: 'text', number: 2 }).signatories.length, 1);
  });

  test('of a signature by one whose first application lapsed', () => {
    const late = all(applyFor('omega'), wait(40), reapply('omega'), present('ada', 'omega'), wait(40));
    const { world } = given(founded(3), late, adopt([...names, 'omega']), sign('omega'));
    assert.deepEqual(
      proofOf(world).signatories.map(({ organisation, wordOf }) => [organisation.id, wordOf]),
      [['omega', ['ada']]],
    );
  });
});

suite('A proof says', () => {
  test('on whose word a signatory’s keys are its own', () => {
    const recovered = all(lose('bor'), vouch('cvet', 'bor'), wait(20));
    const { world } = given(adopted, recovered, sign('ada'), sign('bor'));
    assert.deepEqual(
      proofOf(world).signatories.map(({ wordOf }) => wordOf),
      [[], ['ada', 'cvet']],
    );
  });

  test('that a revision leaves words unsaid, where it names clauses by their ids alone', () => {
    const two = revise('ada', ['One.', 'Two.'], { clauses: ['c1' as ClauseId, ...clauses('One.', 'Four.').slice(1)] });
    const steps = all(table('ada'), two, decide('ada'), ...names.map((name) => take(name, 'support')), sign('ada'));
    const { entries } = proofOf(given(founded(3), steps).world, TEXT, 'participants');
    assert.deepEqual(
      entries.filter(({ placed }) => placed.act.kind === 'text.revise').map(({ part }) => part),
      ['revised'],
    );
  });
});

suite('A host that lies cannot', () => {
  test('let a confirmation or a withdrawal be of a later signature', () => {
    const again = (step: Step) =>
      given(
        adopted,
        sign('ada', { adReferendum: true, clauses: ['c1'] }),
        step,
        wait(0.1),
        act('signature.withdraw', 'ada', { text: 1, reason: 'A slip.' }),
        wait(0.1),
        sign('ada', { adReferendum: true }),
      ).world;
    const reordered = (kind: string) => (own: readonly EntryToProve[]) => {
      const [last, about] = [own.at(-1) ?? assert.fail(), own.find((entry) => kindOf(entry) === kind)];
      const before = own.filter((entry) => !/^(?:text|signature)\./u.test(kindOf(entry)));
      return [...before, last, { ...(about ?? assert.fail()), time: last.time }];
    };
    const confirmed = again(act('signature.confirm', 'ada', { text: 1 }));
    for (const kind of ['signature.confirm', 'signature.withdraw'])
      assert.partialDeepStrictEqual(laidOut(confirmed, reordered(kind)), {
        kind: 'refused',
        refusal: { kind: 'bad-field', field: 'made' },
      });
  });

  test('say that an act came in on another day, or twice', () => {
    const { world } = given(adopted, sign('ada'));
    const [last] = bundleOf(world, TEXT).entries.slice(-1);
    assert.ok(last !== undefined);
    const late = (own: readonly EntryToProve[]) => [...own.slice(0, -1), { ...last, time: after(last.time, 2 * DAY) }];
    assert.partialDeepStrictEqual(laidOut(world, late), { kind: 'refused', refusal: { kind: 'out-of-time' } });
    assert.partialDeepStrictEqual(
      laidOut(world, (own) => [...own, last]),
      { kind: 'refused', refusal: { kind: 'replayed' } },
    );
  });

  test('let anybody sign under the name of one that the proof knows', () => {
    const { world } = given(
      founded(3),
      applyFor('omega'),
      present('ada', 'omega'),
      wait(40),
      adopt([...names, 'omega']),
    );
    sign('omega')(world);
    const posing = (own: readonly EntryToProve[]) =>
      own.map((entry) =>
        kindOf(entry) === 'participation.apply'
          ? { ...entry, act: posed(entry.act as Extract<AnyAct, { kind: 'participation.apply' }>) }
          : entry,
      );
    assert.partialDeepStrictEqual(laidOut(world, posing), { kind: 'refused', refusal: { kind: 'alike' } });
  });
});

const posed = ({ body, ...head }: Extract<AnyAct, { kind: 'participation.apply' }>): AnyAct => ({
  ...head,
  body: { ...body, printed: [{ name: 'Organisation bor', country: 'Elsewhere' }] },
});
