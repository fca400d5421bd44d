import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { DAY } from '../../base/time.ts';
import { MOST } from './limits.ts';
import { type Step, all, given, wait } from '../spec/spec.ts';
import {
  act,
  acting,
  applyFor,
  appoint,
  disagree,
  enrol,
  founded,
  leave,
  lose,
  present,
  reapply,
  rulesWith,
  vouch,
} from '../spec/acts.ts';
import { inviteGuest, inviteKnown, openStatement } from '../spec/statements.ts';
import { fakeKey } from '../spec/world.ts';

const times = (count: number, step: (i: number) => Step): Step =>
  all(...Array.from({ length: count }, (_, i) => step(i)));
const withdraw = (by: string): Step => act('participation.withdraw', by, {});
const stranger = (i: number): Step => applyFor(`stranger-${i}`);

suite('applications by strangers', () => {
  const full = all(founded(2), times(MOST['strangers-applications'], stranger));
  const one = applyFor('nova');

  test('have so many places, and clear by themselves', () => {
    given(full).when(one).refused('2.1', 'limit', { what: 'strangers-applications', most: 100 });
    given(full, wait(30 * DAY - 1))
      .when(one)
      .refused('2.1', 'limit');
    const { state } = given(full, wait(30 * DAY));
    assert.equal(state.organisations.get('stranger-7' as never)?.standing.kind, 'lapsed');
    given(full, wait(30 * DAY))
      .when(one)
      .allowed();
  });

  test('keep their places when they are taken back, and for thirty days though they lapse sooner', () => {
    given(full, withdraw('stranger-7')).when(one).refused('2.1', 'limit');
    given(full, withdraw('stranger-7')).when(reapply('stranger-7')).refused('2.1', 'limit');
    const hasty = founded(2, rulesWith({ participation: { noDisagreementDays: 1 } }));
    const many = all(hasty, times(MOST['strangers-applications'], stranger), wait(29 * DAY));
    given(many).when(one).refused('2.1', 'limit');
    given(many, wait(DAY)).when(one).allowed();
  });

  test('make room when a participant presents one, or disagrees with one', () => {
    given(full, present('ada', 'stranger-7')).when(one).allowed();
    given(full, disagree('ada', 'stranger-7')).when(one).allowed();
    given(full, disagree('ada', 'stranger-7'), disagree('bor', 'stranger-7'), one)
      .when(applyFor('druga'))
      .refused('2.1', 'limit');
  });

  test('shut out nobody who takes part, did, or was invited', () => {
    const members = all(founded(3), openStatement('ada', ['gost']), enrol('gost'), leave('cvet'));
    const crowded = all(members, times(MOST['strangers-applications'], stranger));
    given(crowded).when(one).refused('2.1', 'limit');
    given(crowded).when(reapply('cvet')).allowed();
    given(crowded).when(reapply('gost')).allowed();
    given(crowded, inviteGuest('ada', 'nova'), enrol('nova')).when(reapply('nova')).allowed();
    given(crowded, withdraw('stranger-7'), inviteKnown('ada', 'stranger-7')).when(reapply('stranger-7')).allowed();
  });

  test('are so many of one organisation in thirty days, whoever it is', () => {
    const again = all(reapply('bor'), withdraw('bor'));
    const often = all(
      founded(2),
      leave('bor'),
      times(MOST['own-applications'], () => again),
    );
    given(often).when(reapply('bor')).refused('2.1', 'limit', { what: 'own-applications' });
    given(often, wait(30 * DAY))
      .when(reapply('bor'))
      .allowed();
  });
});

suite('a stranger', () => {
  test('brings few delegates and few keys, until it takes part', () => {
    const delegates = all(
      founded(2),
      applyFor('nova'),
      times(MOST['strangers-delegates'] - 1, (i) => appoint('nova', `n${i}`)),
    );
    given(delegates).when(appoint('nova', 'more')).refused('4.1', 'limit', { what: 'strangers-delegates' });
    given(delegates, present('ada', 'nova'), wait(30 * DAY))
      .when(appoint('nova', 'more'))
      .allowed();
    const key = (label: string): Step =>
      act('key.enrol', 'nova', { delegate: 1, key: fakeKey(label), use: 'ssh', name: null });
    const keys = all(
      founded(2),
      applyFor('nova'),
      times(MOST['strangers-keys'] - 1, (i) => key(`k${i}`)),
    );
    given(keys).when(key('more')).refused('4.1', 'limit', { what: 'strangers-keys' });
    given(keys, openStatement('ada'), inviteKnown('ada', 'nova')).when(key('more')).allowed();
  });
});

suite('requests for new keys', () => {
  const full = all(
    founded(3),
    times(MOST['requested-keys'], (i) => lose('ada', `false ${i}`)),
  );

  test('have so many places in the name of one organisation, and take none of another', () => {
    given(full).when(lose('ada', 'true')).refused('4.1', 'limit', { what: 'requested-keys', most: 20 });
    given(full).when(lose('bor')).allowed();
    given(full, wait(29 * DAY))
      .when(lose('ada', 'true'))
      .refused('4.1', 'limit');
    given(full, wait(30 * DAY))
      .when(lose('ada', 'true'))
      .allowed();
  });

  test('make room when a participant vouches for one, or disagrees with one', () => {
    given(full, vouch('bor', 'ada', 'false 3'))
      .when(lose('ada', 'true'))
      .allowed();
    const disagreed = acting('recovery.disagree', 'bor', () => ({ recovery: 4, reasons: 'It is nobody of theirs.' }));
    given(full, disagreed).when(lose('ada', 'true')).allowed();
  });
});
