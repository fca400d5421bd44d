import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { OrganisationId } from '../../base/ids.ts';
import { DAY, after } from '../../base/time.ts';
import { rectified } from './rectified.ts';
import { subjectSchema } from './subjects.ts';
import { type Step, all, given, wait } from '../spec/spec.ts';
import {
  disagree as disagreeWith,
  act,
  adopt,
  applyFor,
  decide,
  founded,
  leave,
  presented,
  rulesWith,
  table,
} from '../spec/acts.ts';
import { suggest } from '../spec/negotiation.ts';
import { START, asClauseId } from '../spec/world.ts';
import type { State } from '../state.ts';
import type { ProposalSubject } from './negotiation-state.ts';

const tabled = all(founded(3), table('ada'));
const cvet: ProposalSubject = { kind: 'rapporteur', organisation: 'cvet' as OrganisationId };
const slip = (words: string): ProposalSubject => ({ kind: 'rectification', clause: asClauseId('c1'), words });
const languages: ProposalSubject = { kind: 'languages', authentic: ['en'] };
const disagree = (by: string): Step => act('proposal.disagree', by, { text: 1, proposal: 1, reasons: 'Not this one.' });
const agreeAgain = (by: string): Step => act('proposal.withdraw-disagreement', by, { text: 1, proposal: 1 });
const outcome = (state: State) => state.texts[0]?.proposals.map((proposal) => proposal.outcome);

suite('a proposal under silence', () => {
  const proposed = all(tabled, suggest('bor', cvet));

  test('stands unless somebody disagrees, with reasons, before its deadline', () => {
    assert.deepEqual(outcome(given(proposed, wait(14 * DAY - 1)).state), ['open']);
    const { state } = given(proposed, wait(14 * DAY));
    assert.deepEqual([outcome(state), state.texts[0]?.rapporteur], [['agreed'], 'cvet']);
    const refused = given(proposed, disagree('ada'), wait(14 * DAY)).state;
    assert.deepEqual([outcome(refused), refused.texts[0]?.rapporteur], [['refused'], null]);
  });

  test('stands where the disagreement was withdrawn in time, or its maker has left', () => {
    assert.deepEqual(outcome(given(proposed, disagree('ada'), agreeAgain('ada'), wait(14 * DAY)).state), ['agreed']);
    assert.deepEqual(outcome(given(proposed, disagree('ada'), leave('ada'), wait(14 * DAY)).state), ['agreed']);
  });

  test('lies open for as long as the rules say', () => {
    const [proposal] =
      given(founded(3, rulesWith({ texts: { silenceDays: 3 } })), table('ada'), suggest('bor', cvet)).state.texts[0]
        ?.proposals ?? [];
    assert.equal(proposal?.deadline, after(proposal?.on.at ?? START, 3 * DAY));
  });

  test('may be withdrawn by its maker, and then does nothing', () => {
    const withdraw = (by: string) => act('proposal.withdraw', by, { text: 1, proposal: 1 });
    assert.deepEqual(outcome(given(proposed, withdraw('bor'), wait(14 * DAY)).state), ['withdrawn']);
    given(proposed).when(withdraw('ada')).refused('13.3', 'not-yours', { owner: 'bor' });
    given(proposed, withdraw('bor')).when(disagree('ada')).refused('13.3', 'unknown', { thing: 'proposal' });
  });

  test('is one at a time on one matter', () => {
    given(proposed).when(suggest('ada', cvet)).refused('13.2', 'already', { what: 'open' });
    given(proposed).when(suggest('ada', languages)).allowed();
    given(proposed, disagree('ada')).when(disagree('ada')).refused('13.3', 'already', { what: 'disagreed' });
    given(proposed).when(agreeAgain('ada')).refused('13.3', 'unknown', { thing: 'disagreement' });
  });

  test('comes to nothing when the text has moved past it', () => {
    const { state } = given(proposed, decide('ada', { days: 30 }), wait(14 * DAY));
    assert.deepEqual([outcome(state), state.texts[0]?.rapporteur], [['refused'], null]);
  });

  test('is about what is there', () => {
    given(tabled)
      .when(suggest('bor', { ...cvet, organisation: 'nobody' as OrganisationId }))
      .refused('13.2', 'unknown');
    given(tabled)
      .when(suggest('bor', { kind: 'weights', weights: [{ clause: asClauseId('c9'), weight: 2 }] }))
      .refused('6.3', 'unknown', { thing: 'clause' });
    given(tabled)
      .when(suggest('bor', slip('Once.')))
      .refused('13.3', 'wrong-stage', { stage: 'negotiation' });
  });
});

suite('6.3 what clauses count for', () => {
  test('is what the participants agreed', () => {
    const weights = [{ clause: asClauseId('c2'), weight: 3 }];
    const { state } = given(tabled, suggest('bor', { kind: 'weights', weights }), wait(14 * DAY));
    assert.deepEqual([...(state.texts[0]?.weights ?? [])], [['c2', 3]]);
  });
});

suite('13.3 rectification', () => {
  const adopted = all(founded(2), adopt(['ada', 'bor']));

  test('puts a slip right by silence, and leaves the version that was signed as it is', () => {
    const { state } = given(adopted, suggest('bor', slip('Once.')), wait(14 * DAY));
    const text = state.texts[0] ?? assert.fail();
    assert.deepEqual(
      rectified(text).map(({ words }) => words),
      ['Once.', 'Two.', 'Three.'],
    );
    assert.equal(text.decision?.version, text.revisions.at(-1)?.hash);
    assert.deepEqual(
      text.rectifications.map(({ before, words, proposal }) => [before, words, proposal]),
      [['One.', 'Once.', 1]],
    );
    given(adopted, suggest('bor', slip('Once.')), wait(14 * DAY))
      .when(suggest('ada', slip('Once.')))
      .refused('13.3', 'clause-order', { why: 'changes-nothing' });
  });

  test('comes to nothing where one disagrees', () => {
    const { state } = given(adopted, suggest('bor', slip('Once.')), disagree('ada'), wait(14 * DAY));
    assert.deepEqual([outcome(state), state.texts[0]?.rectifications], [['refused'], []]);
  });
});

suite('11.1 a page of the conference’s own', () => {
  const two = all(founded(2), adopt(['ada', 'bor']), adopt(['ada', 'bor'], 2));
  const page = (address: string | null, text = 1): Step =>
    all(suggest('bor', { kind: 'page', address }, text), wait(14 * DAY));
  const pagesOf = (...steps: readonly Step[]) => [...given(two, ...steps).state.pages];

  test('is an adopted text that nobody disagrees to place', () => {
    assert.deepEqual(pagesOf(page('contact')), [['contact', 1]]);
    assert.deepEqual(
      pagesOf(suggest('bor', { kind: 'page', address: 'contact' }), disagree('ada'), wait(14 * DAY)),
      [],
    );
    given(tabled)
      .when(suggest('bor', { kind: 'page', address: 'contact' }))
      .refused('11.1', 'wrong-stage', { stage: 'negotiation' });
  });

  test('stands at one address, gives it up to a later one in the same place, and can be taken off', () => {
    assert.deepEqual(pagesOf(page('contact'), page('press', 2), page('about-us')), [
      ['press', 2],
      ['about-us', 1],
    ]);
    assert.deepEqual(pagesOf(page('contact'), page('contact', 2)), [['contact', 2]]);
    assert.deepEqual(pagesOf(page('contact'), page('press', 2), page(null)), [['press', 2]]);
  });

  test('changes something, at an address that one can type', () => {
    given(two, page('contact'))
      .when(suggest('ada', { kind: 'page', address: 'contact' }))
      .refused('11.1', 'taken', { value: 'contact' });
    given(two)
      .when(suggest('ada', { kind: 'page', address: null }))
      .refused('11.1', 'already', { what: 'withdrawn' });
    for (const address of ['', 'Contact', 'a/b', '..', '-', 'a'.repeat(41)])
      assert.equal(subjectSchema.safeParse({ kind: 'page', address }).success, false, address);
  });

  test('tells whoever looks at any page', () => {
    const { consequences } = given(two, page('contact')).state;
    assert.ok(consequences.some(({ resource, matter }) => resource === '' && matter === 'adopted-text'));
  });
});

suite('8.4 the end of a silence procedure', () => {
  const told = (...steps: readonly Step[]) =>
    given(...steps).state.circulations.map(({ what, recipients }) => [what, [...recipients.keys()]]);
  const all3 = ['ada', 'bor', 'cvet'];

  test('is told to everyone at once, whatever came of it', () => {
    const proposed = all(
      founded(3),
      table('ada'),
      suggest('bor', { kind: 'rapporteur', organisation: 'bor' as OrganisationId }),
    );
    const of = { kind: 'proposal', text: 1, proposal: 1 };
    assert.deepEqual(told(proposed, wait(14 * DAY)), [[{ kind: 'outcome', of }, all3]]);
    const refused = act('proposal.disagree', 'cvet', { text: 1, proposal: 1, reasons: 'Not yet.' });
    assert.deepEqual(told(proposed, refused, wait(14 * DAY)), [[{ kind: 'outcome', of }, all3]]);
    assert.deepEqual(told(proposed, act('proposal.withdraw', 'bor', { text: 1, proposal: 1 }), wait(14 * DAY)), []);
  });

  test('of an application, too, but not of one that nobody presented', () => {
    const of = { kind: 'application', organisation: 'nova', application: 1 };
    assert.deepEqual(told(founded(3), presented('nova'), wait(31 * DAY)), [
      [{ kind: 'outcome', of }, [...all3, 'nova']],
    ]);
    assert.deepEqual(told(founded(3), presented('nova'), disagreeWith('bor', 'nova'), wait(31 * DAY)), [
      [{ kind: 'outcome', of }, all3],
    ]);
    assert.deepEqual(told(founded(3), applyFor('nova'), wait(31 * DAY)), []);
  });
});
