import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { AnyAct } from '../acts.ts';
import { versionBytes } from '../law/charter.ts';
import { clauses, founded } from '../spec/acts.ts';
import { printed, rename } from '../spec/names.ts';
import { CHARTER, bundleOf, faultOf } from '../spec/proof.ts';
import { given } from '../spec/spec.ts';
import { prove } from './prove.ts';

suite('The founding charter', () => {
  const { world } = given(founded(3), rename('bor', printed('New')));
  const { entries, claim } = bundleOf(world, CHARTER);

  test('is proven by the signatures of all its founders, under the names of that day', () => {
    const proven = prove(entries, claim);
    assert.ok(proven.ok, JSON.stringify(proven));
    assert.deepEqual(
      proven.value.signatories.map(({ organisation }) => organisation.printed[0]?.name),
      ['ada', 'bor', 'cvet'].map((name) => `Organisation ${name}`),
    );
    assert.deepEqual(new Set(proven.value.entries.map(({ part }) => part)), new Set(['founded', 'key', 'signed']));
  });

  test('is not where one of them is left out, or it has other words or another number', () => {
    const signing = entries.filter(({ act }) => (act as AnyAct).kind === 'charter.sign');
    assert.equal(signing.length, 3);
    for (const left of signing)
      assert.notEqual(
        faultOf(
          entries.filter((entry) => entry !== left),
          claim,
        ),
        null,
      );
    const other = versionBytes({ title: 'Another', clauses: clauses('One.') });
    assert.notEqual(faultOf(entries, { ...claim, text: other }), null);
    const second = { ...claim.matter, subject: { kind: 'charter', number: 2 } as const };
    assert.notEqual(faultOf(entries, { ...claim, matter: second }), null);
  });
});
