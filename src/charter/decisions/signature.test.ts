import { printed } from '../spec/names.ts';
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { DAY, after } from '../../base/time.ts';
import { all, given, wait } from '../spec/spec.ts';
import {
  act,
  adopt,
  applyFor,
  decide,
  founded,
  leave,
  otherCharter,
  presented,
  revise,
  rulesWith,
  sign,
  table,
  take,
} from '../spec/acts.ts';
import { START, asClauseId } from '../spec/world.ts';
import type { State } from '../state.ts';
import type { Rider } from '../texts/state.ts';

const names = ['ada', 'bor', 'cvet'];
const adopted = all(founded(3), adopt(names));
const signature = (state: State, by = 'bor') =>
  [...(state.texts[0]?.signatures.values() ?? [])].find((signature) => signature.by === by);
const confirm = (by: string) => act('signature.confirm', by, { text: 1 });
const withdraw = (by: string) => act('signature.withdraw', by, { text: 1, reason: 'Our congress was against it.' });
const rider = (kind: Rider['kind'], clause: string | null): Rider => ({
  kind,
  clause: clause === null ? null : asClauseId(clause),
  words: 'As we read it.',
});

suite('7.1 signing', () => {
  test('is of the final version, wholly or by clauses', () => {
    assert.equal(signature(given(adopted).when(sign('bor')).allowed())?.clauses, null);
    assert.deepEqual(
      signature(
        given(adopted)
          .when(sign('bor', { clauses: ['c1', 'c3'] }))
          .allowed(),
      )?.clauses,
      ['c1', 'c3'],
    );
    given(adopted)
      .when(
        act('text.sign', 'bor', {
          text: 1,
          printed: printed('Organisation bor'),
          version: otherCharter,
          clauses: null,
          riders: [],
          adReferendum: false,
        }),
      )
      .refused('7.1', 'superseded', { field: 'version' });
  });

  test('is of an adopted text', () => {
    given(founded(3)).when(sign('bor')).refused('7.1', 'unknown', { thing: 'text' });
    given(founded(3), table('ada')).when(sign('bor')).refused('7.1', 'wrong-stage', { stage: 'negotiation' });
    given(founded(3), table('ada'), decide('ada'))
      .when(sign('bor'))
      .refused('7.1', 'wrong-stage', { stage: 'decision' });
    given(founded(3), table('ada'), decide('ada'), wait(7 * DAY))
      .when(sign('bor'))
      .refused('7.1', 'wrong-stage', { stage: 'not-adopted' });
  });

  test('is for participants, once each', () => {
    given(adopted, sign('bor')).when(sign('bor')).refused('7.1', 'already', { what: 'signed' });
    given(adopted, applyFor('nova')).when(sign('nova')).refused('7.1', 'not-allowed-to', { standing: 'applicant' });
    given(adopted, leave('bor')).when(sign('bor')).refused('7.1', 'not-allowed-to', { standing: 'former' });
  });

  test('is for those admitted later too', () => {
    given(adopted, presented('nova'), wait(30 * DAY))
      .when(sign('nova'))
      .allowed();
  });

  test('hangs on nobody else’s', () => {
    const alone = given(adopted, sign('bor')).state;
    const { state } = given(adopted, sign('bor'), sign('ada'), withdraw('ada'), leave('cvet'));
    assert.deepEqual(signature(state), signature(alone));
  });

  test('is accession when the first signing is over, and not before', () => {
    assert.equal(signature(given(adopted, wait(30 * DAY), sign('bor')).state)?.accession, false);
    assert.equal(signature(given(adopted, wait(30 * DAY + 1), sign('bor')).state)?.accession, true);
    const short = all(founded(3, rulesWith({ signature: { firstSigningDays: 0 } })), adopt(names));
    assert.equal(signature(given(short, sign('bor')).state)?.accession, false);
    assert.equal(signature(given(short, wait(1), sign('bor')).state)?.accession, true);
  });
});

suite('7.2 signing in part', () => {
  test('names clauses that are there, each once', () => {
    given(adopted)
      .when(sign('bor', { clauses: ['c1', 'none'] }))
      .refused('7.2', 'unknown', { thing: 'clause', ref: 'none' });
    given(adopted)
      .when(sign('bor', { clauses: ['c1', 'c1'] }))
      .refused('7.2', 'bad-field', { field: 'clauses', why: 'repeated' });
    given(adopted)
      .when(sign('bor', { clauses: ['c3', 'c1', 'c2'] }))
      .refused('7.2', 'bad-field', { field: 'clauses', why: 'all-clauses' });
    const shortened = all(
      founded(2),
      table('ada'),
      revise('ada', ['One.']),
      decide('ada'),
      take('ada', 'support'),
      take('bor', 'support'),
    );
    given(shortened)
      .when(sign('bor', { clauses: ['c3'] }))
      .refused('7.2', 'unknown', { thing: 'clause', ref: 'c3' });
  });

  test('carries reservations and interpretations on the whole or on clauses', () => {
    const riders = [rider('reservation', 'c2'), rider('interpretation', null)];
    assert.deepEqual(signature(given(adopted).when(sign('bor', { riders })).allowed())?.riders, riders);
    given(adopted)
      .when(sign('bor', { riders: [rider('interpretation', 'none')] }))
      .refused('7.2', 'unknown', { thing: 'clause', ref: 'none' });
  });

  test('carries no reservations where the rules allow none', () => {
    const strict = all(founded(3, rulesWith({ signature: { reservations: false } })), adopt(names));
    given(strict)
      .when(sign('bor', { riders: [rider('reservation', 'c1')] }))
      .refused('7.2', 'reservations-not-allowed');
    given(strict)
      .when(sign('bor', { riders: [rider('interpretation', 'c1')] }))
      .allowed();
  });
});

suite('7.1 signing ad referendum', () => {
  const provisional = all(adopted, sign('bor', { adReferendum: true }));

  test('becomes definitive once confirmed', () => {
    assert.deepEqual(signature(given(provisional).state)?.referendum, { confirmed: null });
    const confirmed = signature(given(provisional, wait(DAY), confirm('bor')).state);
    assert.deepEqual(confirmed?.referendum?.confirmed?.at, after(START, DAY));
  });

  test('is confirmed once, where there is something to confirm', () => {
    given(provisional, confirm('bor')).when(confirm('bor')).refused('7.1', 'already', { what: 'confirmed' });
    given(adopted, sign('bor')).when(confirm('bor')).refused('7.1', 'already', { what: 'confirmed' });
    given(adopted).when(confirm('bor')).refused('7.1', 'unknown', { thing: 'signature' });
    given(provisional, withdraw('bor')).when(confirm('bor')).refused('7.1', 'unknown', { thing: 'signature' });
    given(founded(2), table('ada')).when(confirm('bor')).refused('7.1', 'wrong-stage', { stage: 'negotiation' });
  });
});

suite('7.1 withdrawing a signature', () => {
  test('shows that it was given and why it was withdrawn, and leaves the way open', () => {
    const state = given(adopted, sign('bor')).when(withdraw('bor')).allowed();
    assert.equal(signature(state)?.withdrawn?.reason, 'Our congress was against it.');
    assert.equal(signature(given(adopted, sign('bor'), withdraw('bor'), sign('bor')).state)?.withdrawn, null);
  });

  test('is its author’s, who may have left', () => {
    given(adopted, sign('bor'), leave('bor')).when(withdraw('bor')).allowed();
    given(adopted, sign('bor')).when(withdraw('cvet')).refused('7.1', 'unknown', { thing: 'signature', ref: 'cvet' });
    given(adopted, sign('bor'), withdraw('bor')).when(withdraw('bor')).refused('7.1', 'already', { what: 'withdrawn' });
    given(founded(2), table('ada')).when(withdraw('bor')).refused('7.1', 'wrong-stage');
  });
});
