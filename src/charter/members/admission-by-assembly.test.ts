import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import * as fc from 'fast-check';
import type { ClauseId, OrganisationId } from '../../base/ids.ts';
import { HOUR } from '../../base/time.ts';
import { act, acting, amend, applyFor, onAmendment, table, take, disagree, founded, presented } from '../spec/acts.ts';
import { ROOM_RULES, answer, closeCall, convene, sitting } from '../spec/meetings.ts';
import { type Step, all, given, wait } from '../spec/spec.ts';

const four = ['ada', 'bor', 'cvet', 'dora'];
const RULES = { ...ROOM_RULES, participation: { ...ROOM_RULES.participation, byAssembly: true } };

const askAdmission: Step = acting('call.open', 'ada', ({ state }) => ({
  meeting: 1,
  question: {
    kind: 'admission',
    organisation: 'nova',
    application: state.organisations.get('nova' as OrganisationId)?.applications.at(-1)?.act,
  },
}));
const close = all(wait(HOUR), closeCall('ada'));
const standing = (...steps: readonly Step[]) =>
  given(...steps).state.organisations.get('nova' as OrganisationId)?.standing.kind;

suite('2.3 an assembly in which nobody disagrees admits at once', () => {
  test('whom others present, where the rules say so', () => {
    assert.equal(standing(sitting(four, RULES), presented('nova'), askAdmission, close), 'participant');
    given(sitting(four), presented('nova')).when(askAdmission).refused('2.3', 'rules-otherwise');
    given(sitting(four, RULES), applyFor('nova'))
      .when(askAdmission)
      .refused('2.3', 'unknown', { thing: 'presentation' });
  });

  test('and nobody while one disagrees: in the room, in writing before, or until the call is closed', () => {
    const asked = [sitting(four, RULES), presented('nova'), askAdmission] as const;
    assert.equal(standing(...asked, answer('dora', 'object'), close), 'applicant');
    assert.equal(standing(...asked, disagree('dora', 'nova'), close), 'applicant');
    given(sitting(four, RULES), presented('nova'), disagree('dora', 'nova'))
      .when(askAdmission)
      .refused('2.3', 'already', { what: 'contested' });
  });

  test('and its voice counts at once: what all others had accepted waits for it', () => {
    const change = { kind: 'replace' as const, clause: 'c1' as ClauseId, words: 'Otherwise.' };
    const others = ['bor', 'cvet'].map((name) => take(name, 'accept', onAmendment(1)));
    const steps = [sitting(four, RULES, table('ada')), amend('ada', change), ...others, presented('nova')] as const;
    const fate = (...more: readonly Step[]) => given(...steps, ...more).state.texts[0]?.amendments[0]?.fate.kind;
    assert.equal(fate(take('dora', 'accept', onAmendment(1))), 'agreed');
    assert.equal(fate(askAdmission, close, take('dora', 'accept', onAmendment(1))), 'open');
  });

  test('a standing aside is no disagreement; one objection of anybody is, whoever else agrees', () => {
    const stand = fc.constantFrom('agree' as const, 'stand-aside' as const, 'object' as const, null);
    fc.assert(
      fc.property(fc.tuple(stand, stand, stand, stand), (stands) => {
        const said = stands.flatMap((one, i) => (one === null ? [] : [answer(four[i] ?? '', one)]));
        const now = standing(sitting(four, RULES), presented('nova'), askAdmission, ...said, close);
        assert.equal(now, stands.includes('object') ? 'applicant' : 'participant');
      }),
      { numRuns: 15 },
    );
  });
});

suite('5.3 the item that stands on every agenda by itself', () => {
  const meetings = { ...ROOM_RULES.meetings, standingItem: 'Agenda and rules' };

  test('is there when an assembly is convened, is nobody’s to withdraw, and takes nobody’s place', () => {
    const begun = given(founded(four, { ...ROOM_RULES, meetings }), convene('ada'));
    const [first] = begun.state.meetings[0]?.items ?? [];
    assert.deepEqual([first?.title, first?.standing, first?.number], ['Agenda and rules', true, 1]);
    begun.when(act('agenda.withdraw', 'ada', { meeting: 1, item: 1 })).refused('5.3', 'not-on-agenda', { item: 1 });
  });
});
