import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import * as fc from 'fast-check';
import { canonicalBytes } from '../../base/json.ts';
import { versionBytes } from '../law/charter.ts';
import { MOST_ORGANISATIONS, play, runArbitrary } from '../spec/moves.test.ts';
import { type Step, all, given } from '../spec/spec.ts';
import {
  act,
  acting,
  adopt,
  applyFor,
  appoint,
  clauses,
  decide,
  enrol,
  founded,
  observe,
  sign,
  table,
  take,
} from '../spec/acts.ts';
import { finalStatementOf } from '../final/statement.ts';
import type { Printed } from '../names/printed.ts';
import { printed, rename } from '../spec/names.ts';
import { openStatement, signStatement } from '../spec/statements.ts';
import { DAY } from '../../base/time.ts';
import { type World, fakeKey, signer } from '../spec/world.ts';
import { present } from '../texts/texts.ts';
import { markdownOf } from './markdown.ts';
import { type EntryToProve, prove } from './prove.ts';
import { STATEMENT, TEXT, bundleOf, faultOf, placed } from '../spec/proof.ts';

const NAMES = ['ada', 'bor', 'cvet', 'dora', 'eli', 'fani', 'goran', 'hera'].slice(0, MOST_ORGANISATIONS);

const adopted = all(founded(3), adopt(['ada', 'bor', 'cvet']));

suite('A proof', () => {
  test('says who signed what of a text, and that a signature was confirmed or withdrawn', () => {
    const steps = all(
      sign('ada', { clauses: ['c1'], adReferendum: true }),
      act('signature.confirm', 'ada', { text: 1 }),
      sign('bor'),
      act('signature.withdraw', 'bor', { text: 1, reason: 'No more.' }),
      sign('cvet'),
      act('signature.withdraw', 'cvet', { text: 1, reason: 'A slip.' }),
      sign('cvet'),
    );
    const { entries, claim } = bundleOf(given(adopted, steps).world, TEXT);
    const proven = prove(entries, claim);
    assert.ok(proven.ok);
    assert.deepEqual(
      proven.value.signatories.map(({ organisation, clauses: signed, confirmed, withdrawn }) => [
        organisation.id,
        signed,
        confirmed !== null,
        withdrawn?.reason ?? null,
      ]),
      [
        ['ada', ['c1'], true, null],
        ['bor', null, false, 'No more.'],
        ['cvet', null, false, null],
      ],
    );
  });

  test('tells participants and outside signatories of a statement apart', () => {
    const steps = all(openStatement('ada', ['omega']), enrol('omega'), signStatement('omega'), signStatement('bor'));
    const { entries, claim } = bundleOf(given(founded(3), steps).world, STATEMENT);
    const proven = prove(entries, claim);
    assert.ok(proven.ok);
    assert.deepEqual(
      proven.value.signatories.map(({ organisation, as }) => [organisation.id, as.kind]),
      [
        ['omega', 'outside'],
        ['bor', 'participant'],
      ],
    );
  });

  test('says under which name an organisation was vouched for that has signed under another, as the statement does', () => {
    const called = (names: Printed): Step => all(rename('omega', names), signStatement('omega'));
    const invited = all(openStatement('ada', ['omega']), enrol('omega'));
    for (const [names, under] of [
      [printed('Ministry of Rivers'), 'Organisation omega'],
      [printed('Ὦ μέγα', 'Organisation omega'), null],
    ] as const) {
      const { world } = given(founded(3), invited, called(names));
      const { entries, claim } = bundleOf(world, STATEMENT);
      const proven = prove(entries, claim);
      assert.ok(proven.ok);
      const said = finalStatementOf(world.state, world.state.statements[0] ?? assert.fail());
      const shown = new TextDecoder().decode(markdownOf(proven.value));
      assert.equal(said.signatories[0]?.invited?.under, under);
      assert.match(shown, under === null ? /outside, invited by/u : /outside, invited as Organisation omega by/u);
    }
  });

  test('holds for every text and statement of any conference, and says of each signature what the record says', () => {
    let proofs = 0;
    fc.assert(
      fc.property(runArbitrary, (run) => {
        const world = play(run, NAMES);
        everyoneSigns(world);
        const { texts, statements } = world.state;
        const subjects = [
          ...texts.filter(({ signing }) => signing.length > 0).map(({ number }) => ({ kind: 'text', number }) as const),
          ...statements
            .filter(({ signatures }) => signatures.size > 0)
            .map(({ number }) => ({ kind: 'statement', number }) as const),
        ];
        for (const subject of subjects) {
          for (const audience of ['everyone', 'participants'] as const) {
            const { entries, claim } = bundleOf(world, subject, audience);
            const proven = prove(entries, claim);
            assert.ok(proven.ok, JSON.stringify(proven));
            const { signatures } = (subject.kind === 'text' ? texts : statements)[subject.number - 1] ?? assert.fail();
            assert.deepEqual(
              proven.value.signatories.map(({ organisation }) => organisation.id),
              [...signatures.keys()],
            );
            proofs += 1;
          }
        }
      }),
      { numRuns: 60 },
    );
    assert.ok(proofs > 50, `${proofs} proofs`);
  });
});

/** One more text, which all accept and sign who can; what the rules do not allow is left. */
const everyoneSigns = (world: World): void => {
  const text = world.state.texts.length + 1;
  const names = [...world.state.organisations.keys()];
  const by = names.find((id) => world.state.organisations.get(id)?.standing.kind === 'participant') ?? '';
  for (const step of [
    table(by),
    decide(by, { text }),
    ...names.map((name) => take(name, 'support', { kind: 'whole' }, null, text)),
  ])
    step(world);
  world.wait(8 * DAY);
  for (const name of names) sign(name, { text })(world);
};

/** The bundle of the text with the entry at `index` besides. */
const withEntry = (world: World, index = world.entries.length - 1) => {
  const { entries, claim } = bundleOf(world, TEXT);
  const more = new Map([...entries, placed(world, index)].map((entry) => [entry.index, entry]));
  return faultOf(
    [...more.values()].toSorted((a, b) => a.index - b.index),
    claim,
  );
};

suite('An entry has no part in a proof', () => {
  const signed = all(adopted, sign('ada'), sign('bor'));
  const hash = (world: World): string => present(world.state.texts[0] ?? assert.fail()).hash;

  test('because it holds the text’s hash in words of its own', () => {
    const words: Step = acting('observation.make', 'bor', (world) => ({
      text: 2,
      version: present(world.state.texts[1] ?? assert.fail()).hash,
      kind: 'view',
      clauses: [],
      words: hash(world),
      public: true,
    }));
    const { world } = given(signed, table('bor', ['Other words.']), words);
    assert.equal(withEntry(world)?.kind, 'no-part');
    const stranger = given(signed, (w) => applyFor('omega', { about: hash(w) })(w)).world;
    assert.equal(withEntry(stranger)?.kind, 'no-part');
  });

  test('because it signs another text, or another version', () => {
    const { world } = given(signed, adopt(['bor', 'ada', 'cvet'], 2), sign('bor', { text: 2 }));
    assert.equal(withEntry(world)?.kind, 'refused');
    const { entries, claim } = bundleOf(given(signed).world, TEXT);
    const other = versionBytes({ title: 'Another', clauses: clauses('One.') });
    assert.equal(faultOf(entries, { ...claim, text: other })?.kind, 'refused');
    assert.equal(
      faultOf(entries, { ...claim, matter: { ...claim.matter, subject: { kind: 'text', number: 2 } } })?.kind,
      'refused',
    );
  });

  test('because it brings in a key or a delegate that signed nothing here', () => {
    assert.equal(withEntry(given(signed, appoint('ada', 'second')).world)?.kind, 'no-part');
    assert.equal(withEntry(given(signed, enrol('ada', fakeKey('more'))).world)?.kind, 'no-part');
  });

  test('because it is of a kind that says nothing of a text', () => {
    assert.equal(withEntry(given(signed, act('participation.leave', 'bor', { reason: null })).world)?.kind, 'no-part');
  });
});

suite('A signature does not count', () => {
  const signed = given(adopted, sign('ada'), sign('bor')).world;
  const { entries, claim } = bundleOf(signed, TEXT);

  test('without the entry that brought in its key, or by which its maker takes part', () => {
    for (const kind of ['key.enrol', 'charter.sign'] as const) {
      const without = entries.filter(({ act: made }) => {
        const { kind: of, by } = made as { kind: string; by: { organisation: string } };
        return of !== kind || by.organisation !== 'bor';
      });
      assert.equal(without.length, entries.length - 1);
      assert.equal(faultOf(without, claim)?.kind, 'refused', kind);
    }
  });

  test('with no signature, with another key, or with one too many', () => {
    const last = entries.at(-1) ?? assert.fail();
    const by = (...signers: EntryToProve['signers']) => faultOf([...entries.slice(0, -1), { ...last, signers }], claim);
    assert.equal(by()?.kind, 'refused');
    assert.equal(by(signer(fakeKey('made up')))?.kind, 'refused');
    assert.equal(by(signer(fakeKey('invitation bor')))?.kind, 'refused');
    assert.equal(by(signer(fakeKey('ada')))?.kind, 'refused');
    assert.equal(by(...last.signers, signer(fakeKey('more')))?.kind, 'refused');
    assert.equal(by(...last.signers), null);
  });

  test('in a text that is not the one form of a version', () => {
    const text = canonicalBytes({ title: 'On the Una', clauses: [], more: 1 });
    assert.equal(faultOf(entries, { ...claim, text })?.kind, 'no-text');
  });

  test('and a proof without any is none', () => {
    const { world } = given(adopted, observe('bor', { public: true }));
    const bundle = bundleOf(world, TEXT);
    assert.equal(faultOf(bundle.entries, bundle.claim)?.kind, 'nothing-signed');
  });
});
