import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isOfTheWhole } from './of-the-whole.ts';

const OWN = ['Conference of River Basins', 'Charter of Kotor', 'CRB'];

for (const name of [
  'Conference of River Basins',
  'Charter of Kotor',
  'CRB',
  'Secretariat of the Conference of River Basins',
  'Conference of River Basins: General Secretariat',
  'CRB Secretariat',
  'ЅЕСRETARIAT OF THE CRВ',
  'S e c r e t a r i a t',
  'All participants',
  'ALL-PARTICIPANTS.',
  'The host',
  'Τhe Ηοst',
  'Coordinating Group',
  'Όλοι οι συμμετέχοντες',
  'ΓΡΑΜΜΑΤΕΙΑ ΤΗΣ ΔΙΑΣΚΕΨΗΣ',
  'Γραμματεία της Conference of River Basins',
])
  test(`all speak by “${name}”`, () => assert.ok(isOfTheWhole(name, OWN)));

for (const name of [
  'Of the',
  'Rivers of Bosnia',
  'River Basins of Drina',
  'Secretariat of Drina',
  'Friends of the Conference of River Basins',
  'All Rivers',
  'Assembly of Kotor',
  'Ομάδα Έβρου',
  'Δίκτυο Ποταμών',
  'Conference of Forests',
])
  test(`“${name}” is somebody’s`, () => assert.ok(!isOfTheWhole(name, OWN)));

test('the longest name is looked at in no time', () => {
  const began = performance.now();
  isOfTheWhole('the '.repeat(29) + 'ally', OWN);
  assert.ok(performance.now() - began < 100);
});
