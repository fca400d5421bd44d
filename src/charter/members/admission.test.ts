import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { fingerprint } from '../../base/keys.ts';
import { DAY, after } from '../../base/time.ts';
import { MOST } from '../law/limits.ts';
import { REGIONAL_RULES, rulesSchema } from '../law/rules.ts';
import { type Step, all, given, wait } from '../spec/spec.ts';
import {
  act,
  agreeAgain,
  applyFor,
  disagree,
  enrol,
  founded,
  leave,
  present,
  presented,
  reapply,
  rulesWith,
  unpresent,
} from '../spec/acts.ts';
import { START, fakeKey } from '../spec/world.ts';
import type { State } from '../state.ts';

const organisation = (state: State, id: string) => [...state.organisations.values()].find((one) => one.id === id);
const standing = (state: State, id: string) => organisation(state, id)?.standing;

const MONTH = wait(30 * DAY);
const LESS_THAN_A_MONTH = wait(30 * DAY - 1);
const presenters = (n: number) => rulesWith({ participation: { presenters: n } });

suite('2.3 presenting an applicant', () => {
  test('nobody becomes a participant by silence alone, be they as many as may wait', () => {
    const strangers = Array.from({ length: MOST['strangers-applications'] }, (_, i) => `stranger-${i}`);
    const { state } = given(founded(2), ...strangers.map((id) => applyFor(id)), MONTH);
    for (const id of strangers) assert.equal(standing(state, id)?.kind, 'lapsed');
    const here = [...state.organisations.values()].filter((one) => one.standing.kind === 'participant');
    assert.deepEqual(
      here.map(({ id }) => id),
      ['ada', 'bor'],
    );
    assert.deepEqual(state.deadlines, []);
  });

  test('there is no charter under which nobody has to', () => {
    for (const none of [{ presenters: 0 }, { presenters: 11 }, { presenters: undefined }]) {
      const rules = { ...REGIONAL_RULES, participation: { ...REGIONAL_RULES.participation, ...none } };
      assert.equal(rulesSchema.safeParse(rules).success, false);
    }
  });

  test('opens a no-disagreement period, whole from then on', () => {
    const { state } = given(founded(3), applyFor('nova'), wait(29 * DAY), present('bor', 'nova'));
    assert.deepEqual(standing(state, 'nova'), {
      kind: 'applicant',
      period: { kind: 'running', ends: after(START, 59 * DAY) },
    });
    const held = given(founded(3), applyFor('nova'), wait(29 * DAY), present('bor', 'nova'), LESS_THAN_A_MONTH);
    assert.equal(standing(held.state, 'nova')?.kind, 'applicant');
  });

  test('takes as many as the rules say, and no more than there are', () => {
    const two = all(founded(3, presenters(2)), applyFor('nova'), present('ada', 'nova'));
    assert.equal(standing(given(two, MONTH).state, 'nova')?.kind, 'lapsed');
    assert.equal(standing(given(two, present('bor', 'nova'), MONTH).state, 'nova')?.kind, 'participant');
    const all9 = all(founded(2, presenters(9)), presented('nova'), present('bor', 'nova'));
    assert.equal(standing(given(all9, MONTH).state, 'nova')?.kind, 'participant');
  });

  test('is on the record with who did it, by which key and where', () => {
    const { state } = given(founded(3), presented('nova', 'bor'));
    const application = organisation(state, 'nova')?.applications.at(-1);
    assert.deepEqual(application?.key, fingerprint(fakeKey('nova')));
    assert.deepEqual(
      application?.vouchers.map(({ by, key, withdrawn }) => [by, key, withdrawn]),
      [['bor', fingerprint(fakeKey('bor')), null]],
    );
  });

  test('is of the application that was read, and of none that was made since, by whatever key', () => {
    const read = given(founded(2), applyFor('nova'));
    const application = organisation(read.state, 'nova')?.applications.at(-1)?.act ?? assert.fail();
    assert.equal(application, [...read.state.acts.keys()].at(-1));
    const presentation = act('participation.present', 'ada', { organisation: 'nova', application });
    const second = [enrol('nova', fakeKey('second')), act('key.revoke', 'nova', { key: fingerprint(fakeKey('nova')) })];
    for (const steps of [[], second]) {
      const again = all(applyFor('nova'), act('participation.withdraw', 'nova', {}), ...steps, reapply('nova'));
      const { state, when } = given(founded(2), again);
      const current = organisation(state, 'nova')?.applications.at(-1)?.act ?? assert.fail();
      when(presentation).refused('2.3', 'superseded', { field: 'application', current });
      given(founded(2), again, present('ada', 'nova'));
    }
    given(founded(2), applyFor('nova')).when(presentation).allowed();
  });

  test('is for participants, once each, while the application is open', () => {
    given(founded(2), applyFor('nova'), applyFor('stara'))
      .when(present('stara', 'nova'))
      .refused('2.3', 'not-allowed-to');
    given(founded(2), applyFor('nova')).when(present('nova', 'nova')).refused('2.3', 'not-allowed-to');
    given(founded(2), presented('nova')).when(present('ada', 'nova')).refused('2.3', 'already', { what: 'presented' });
    given(founded(2), presented('nova')).when(present('bor', 'nova')).allowed();
    given(founded(2), applyFor('nova'), MONTH).when(present('ada', 'nova')).refused('2.3', 'unknown');
    given(founded(2)).when(present('ada', 'bor')).refused('2.3', 'unknown', { thing: 'organisation' });
    given(founded(2), applyFor('nova'), disagree('ada', 'nova'))
      .when(present('ada', 'nova'))
      .refused('2.3', 'already', { what: 'disagreed' });
    given(founded(2), presented('nova')).when(disagree('ada', 'nova')).allowed();
  });

  test('taken back, or its maker gone, stops the period; presented again, it runs anew and whole', () => {
    for (const step of [unpresent('ada', 'nova'), leave('ada')]) {
      const stopped = given(founded(3), presented('nova'), LESS_THAN_A_MONTH, step);
      assert.deepEqual(standing(stopped.state, 'nova'), {
        kind: 'applicant',
        period: { kind: 'awaiting', lapses: after(START, 60 * DAY - 1) },
      });
      stopped.world.wait(1);
      assert.equal(standing(stopped.state, 'nova')?.kind, 'applicant');
      assert.equal(standing(stopped.when(present('bor', 'nova')).allowed(), 'nova')?.kind, 'applicant');
      stopped.world.wait(30 * DAY - 1);
      assert.equal(standing(stopped.state, 'nova')?.kind, 'applicant');
      stopped.world.wait(1);
      assert.equal(standing(stopped.state, 'nova')?.kind, 'participant');
    }
  });

  test('taken back while enough others present it changes nothing', () => {
    const both = all(founded(3), presented('nova'), present('bor', 'nova'), wait(DAY), unpresent('ada', 'nova'));
    assert.deepEqual(standing(given(both).state, 'nova'), {
      kind: 'applicant',
      period: { kind: 'running', ends: after(START, 30 * DAY) },
    });
    given(both).when(unpresent('ada', 'nova')).refused('2.3', 'unknown', { thing: 'presentation' });
    given(both).when(present('ada', 'nova')).allowed();
  });

  test('leaves one deadline, whatever happens in whatever order', () => {
    const { state } = given(
      founded(3),
      presented('nova'),
      unpresent('ada', 'nova'),
      present('bor', 'nova'),
      unpresent('bor', 'nova'),
    );
    assert.equal(state.deadlines.length, 1);
  });
});

suite('2.3 admission', () => {
  test('follows when nobody has disagreed by the deadline, at that very instant and not before', () => {
    const applied = all(founded(3), presented('nova'));
    assert.equal(standing(given(applied, LESS_THAN_A_MONTH).state, 'nova')?.kind, 'applicant');
    const { state } = given(applied, MONTH);
    const on = { index: 8, at: after(START, 30 * DAY) };
    assert.deepEqual(standing(state, 'nova'), { kind: 'participant', since: on });
    assert.deepEqual(organisation(state, 'nova')?.applications.at(-1)?.admitted, on);
  });

  const ends = (kind: string, ...steps: readonly Step[]) =>
    assert.equal(standing(given(founded(3), ...steps).state, 'nova')?.kind, kind);

  test('fails where one participant upholds its disagreement, whenever it came', () => {
    ends('not-admitted', presented('nova'), disagree('cvet', 'nova'), MONTH);
    ends('not-admitted', applyFor('nova'), disagree('cvet', 'nova'), present('ada', 'nova'), MONTH);
    const { state } = given(founded(3), presented('nova'), disagree('cvet', 'nova'), MONTH);
    assert.deepEqual(
      organisation(state, 'nova')?.applications[0]?.disagreements.map(({ by, reasons }) => [by, reasons]),
      [['cvet', 'Too near a government.']],
    );
  });

  test('follows where the disagreement was taken back in time, or its author has left', () => {
    for (const step of [agreeAgain('cvet', 'nova'), leave('cvet')])
      ends('participant', presented('nova'), disagree('cvet', 'nova'), LESS_THAN_A_MONTH, step, wait(1));
  });

  test('a disagreement that comes at the deadline comes too late', () => {
    given(founded(3), presented('nova'), LESS_THAN_A_MONTH).when(disagree('cvet', 'nova')).allowed();
    given(founded(3), presented('nova'), MONTH)
      .when(disagree('cvet', 'nova'))
      .refused('2.3', 'unknown', { thing: 'organisation' });
    given(founded(3), presented('nova'), disagree('cvet', 'nova'), MONTH)
      .when(agreeAgain('cvet', 'nova'))
      .refused('2.3', 'unknown', { thing: 'organisation' });
  });

  test('a disagreement upheld to the end stays upheld on the record when its author leaves later', () => {
    const { state } = given(founded(3), presented('nova'), disagree('cvet', 'nova'), MONTH, leave('cvet'));
    assert.equal(organisation(state, 'nova')?.applications[0]?.disagreements[0]?.withdrawn, null);
  });

  test('is disagreed with by participants, each once at a time', () => {
    given(founded(3), applyFor('nova'), applyFor('stara'))
      .when(disagree('stara', 'nova'))
      .refused('2.3', 'not-allowed-to', { standing: 'applicant' });
    const once = all(founded(3), applyFor('nova'), disagree('bor', 'nova'));
    given(once).when(disagree('bor', 'nova')).refused('2.3', 'already', { what: 'disagreed' });
    given(once, agreeAgain('bor', 'nova')).when(disagree('bor', 'nova')).allowed();
    given(once).when(agreeAgain('cvet', 'nova')).refused('2.3', 'unknown', { thing: 'disagreement' });
  });

  test('lasts as long as the rules say', () => {
    const { state } = given(
      founded(2, rulesWith({ participation: { noDisagreementDays: 3 } })),
      presented('nova'),
      wait(3 * DAY),
    );
    assert.equal(standing(state, 'nova')?.kind, 'participant');
  });

  test('is presented by one participant as often as the limits let it', () => {
    const back = Array.from({ length: MOST.vouchers }, () => [present('ada', 'nova'), unpresent('ada', 'nova')]).flat();
    given(founded(3), applyFor('nova'), ...back)
      .when(present('ada', 'nova'))
      .refused('2.3', 'limit', { what: 'vouchers', most: MOST.vouchers });
    given(founded(3), applyFor('nova'), ...back)
      .when(present('bor', 'nova'))
      .allowed();
  });

  test('begins while there is room for one more, those who are about to come in counted', () => {
    const names = Array.from({ length: 60 }, (_, i) => `founder-${i}`);
    const coming = Array.from({ length: MOST.participants - names.length }, (_, i) => `guest-${i}`);
    const full = given(founded(names), ...coming.map((id) => presented(id, names[0])), applyFor('late'));
    assert.equal(full.state.entering, coming.length);
    full.when(present('founder-1', 'late')).refused('2.3', 'limit', { what: 'participants' });
    const left = given(
      founded(names),
      ...coming.map((id) => presented(id, names[0])),
      applyFor('late'),
      leave('founder-2'),
    );
    left.when(present('founder-1', 'late')).allowed();
    MONTH(left.world);
    assert.deepEqual([left.state.entering, left.state.participants.length], [0, MOST.participants]);
  });
});
