import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { act, founded, leave } from '../spec/acts.ts';
import { BANK, FLOOD, books, given as gives, kept, pledges } from '../spec/means.ts';
import { all, given } from '../spec/spec.ts';

const four = ['ada', 'bor', 'cvet', 'dora'];
const back = (by: string, pledge = 1) => act('pledge.withdraw', by, { pledge });

suite('12.1 what a participant means to pay', () => {
  test('it says by itself, says anew and takes back, also where nobody keeps the books', () => {
    const { world } = given(founded(3), pledges('cvet'), pledges('cvet', { pledge: 1, amount: 500, every: 'month' }));
    const [one] = world.state.means.pledges;
    assert.deepEqual([one?.amount, one?.every, one?.by, world.state.means.pledges.length], [500, 'month', 'cvet', 1]);
    assert.notEqual(one?.on.index, one?.said.index);
    const after = given(founded(3), pledges('cvet'), back('cvet')).world;
    assert.deepEqual([after.state.means.pledges[0]?.withdrawn === null, [...after.state.means.pledgesOf]], [false, []]);
  });

  test('is nobody else’s to change, and ends once', () => {
    const one = given(books(four), pledges('cvet'));
    one.when(pledges('dora', { pledge: 1 })).refused('12.1', 'not-yours', { owner: 'cvet' });
    one.when(back('bor')).refused('12.1', 'not-yours');
    const gone = given(books(four), pledges('cvet'), back('cvet'));
    gone.when(back('cvet')).refused('12.1', 'unknown', { thing: 'pledge', ref: '1' });
    gone.when(pledges('cvet', { pledge: 1 })).refused('12.1', 'unknown');
  });

  test('is for a fund that is open, until a day to come, and of so many', () => {
    const { when } = given(books(four));
    when(pledges('cvet', { fund: BANK })).refused('12.1', 'bad-field', { field: 'fund', why: 'not-a-fund' });
    when(pledges('cvet', { fund: 99 })).refused('12.1', 'unknown', { thing: 'account' });
    when(pledges('cvet', { until: '2001-01-01' })).refused('12.1', 'bad-field', { field: 'until', why: 'past' });
    given(books(four), pledges('cvet', { fund: FLOOD }));
    const ten = all(kept(four), ...Array.from({ length: 10 }, () => pledges('cvet')));
    given(ten).when(pledges('cvet')).refused('12.1', 'limit', { what: 'own-pledges' });
    given(ten, pledges('cvet', { pledge: 3, amount: 1 }), pledges('dora'));
  });

  test('ends when it leaves, and binds no rule: what it pays or does not pay changes nothing', () => {
    const { world } = given(books(four), pledges('cvet'), pledges('dora'), leave('cvet'));
    assert.deepEqual([...world.state.means.pledgesOf], [['dora', [2]]]);
    given(books(four), pledges('cvet', { amount: 1_000_000 }), gives('bor', 'cvet', 1), pledges('cvet'));
  });
});
