import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Mutable } from '../../base/brand.ts';
import type { OrganisationId } from '../../base/ids.ts';
import { fingerprint } from '../../base/keys.ts';
import { type Holder, holding } from './holders.ts';
import { given } from '../spec/spec.ts';
import { appoint, enrol, founded } from '../spec/acts.ts';
import { fakeKey } from '../spec/world.ts';
import type { State } from '../state.ts';

const ADA = 'ada' as OrganisationId;
const holder = (delegate: number, label: string, organisation = ADA): Holder => ({
  organisation,
  delegate,
  key: fingerprint(fakeKey(label)),
});

const { state } = given(
  founded(2),
  appoint('ada', 'second'),
  enrol('ada', fakeKey('her own'), { delegate: 1, whose: 1 }),
);

test('somebody holds what was given to them, by their own key', () => {
  assert.ok(holding(state, holder(1, 'ada')) && holding(state, holder(1, 'her own')));
  assert.equal(holding(state, holder(2, 'ada')), null, 'another delegate');
  assert.equal(holding(state, holder(1, 'ada', 'bor' as OrganisationId)), null, 'another organisation');
  assert.equal(
    holding(state, holder(2, 'invitation second')),
    null,
    'by a link, which opens nothing but the first key',
  );
  assert.equal(holding(state, holder(1, 'nobody')), null);
});

test('a delegate who is recalled holds nothing, whatever becomes of their key', () => {
  const recalled = structuredClone(state) as Mutable<State>;
  const delegate = recalled.organisations.get(ADA)?.delegates[0] ?? assert.fail();
  delegate.recalled = { index: 9, at: recalled.time };
  assert.equal(holding(recalled, holder(1, 'ada')), null);
});
