import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, suite, test } from 'node:test';
import { sameBytes } from '../../base/bytes.ts';
import { DAY } from '../../base/time.ts';
import { ACT_KINDS, type ActKind } from '../acts.ts';
import { apply } from '../apply.ts';
import { judge } from '../judge.ts';
import { type Given, type Step, all, given, idle, lastSent } from './spec.ts';
import { acting, amend, decide, founded, leave, onAmendment, revise, table, take, takeAll, tick } from './acts.ts';
import { EXAMPLES } from './example.ts';
import { amendAll, onAmendmentAct } from './negotiation.ts';
import { createCounter } from './steps.test.ts';
import { CLUTTERED, clutter, crowded, rivals, signs } from './worst.ts';
import { agreedIn } from '../texts/agreement.ts';
import { textWith } from '../texts/effect.ts';
import { asClauseId } from './world.ts';
import { MOST } from '../law/limits.ts';
import type { Refusal, RefusalKind } from '../law/refusal.ts';

/**
 * No act goes through more than the limits let it, however large the conference: counted in steps ({@link createCounter}), which are the same on every machine. What a step
 * costs, `bench acts` says.
 */

const counter = createCounter();
after(counter.end);

/** The most steps of one act, judged and applied once. */
const BUDGET = 3_000_000;

/** What a search by halves may cost where there is more. */
const MORE = 24;

/** Go through the speeches of one meeting, of which each organisation may ask for so many. */
const BOUNDED = new Set<ActKind>(['speech.request', 'speech.call']);

/** Everything of the crowded text is agreed. */
const agreed = all(crowded, idle(15 * DAY), tick);

/** The rapporteur names as much of what is agreed as one act may, and gives its clauses these words. */
const takingAll = (to: (words: string) => string): Step =>
  acting('text.revise', 'ada', ({ state }) => {
    const text = state.texts[0] ?? assert.fail();
    const tookIn = agreedIn(text).slice(0, 400);
    return {
      text: 1,
      revision: 1,
      title: 'A text',
      clauses: textWith(text, tookIn).clauses.map((clause) => ({ ...clause, words: to(clause.words) })),
      charter: null,
      tookIn,
      note: null,
    };
  });

/** A position on each of as many amendments as one act may be about; consents hang on as much as they may. */
const onEach = (stand: 'accept' | 'object') =>
  Array.from({ length: MOST['positions-at-once'] }, (_, i) => ({
    on: onAmendment(i + 1),
    stand,
    reason: stand === 'object' ? 'It harms us.' : null,
    conditions: stand === 'accept' && i < MOST['own-conditions'] ? [{ kind: 'with', amendment: 300 + i } as const] : [],
  }));

/** The words without the last that an amendment put in. */
const without = (words: string): string => words.replace(/ w\d+x\d+(?!.*x)/u, '');

/**
 * What goes through a list that is bounded, and by how many steps for each thing more in it: the places of strangers who apply, open requests for keys, what falls due some
 * day. Whoever leaves, and a tick after long, deals with each of them.
 */
const EACH: Partial<Record<ActKind, number>> = {
  'participation.apply': 6,
  'participation.reapply': 6,
  'participation.withdraw': 4,
  'participation.present': 2,
  'participation.withdraw-presentation': 4,
  'participation.disagree': 1,
  'participation.leave': 37,
  'recovery.request': 1,
  'recovery.vouch': 5,
  'recovery.withdraw-voucher': 4,
  'amendment.withdraw': 3,
  'proposal.withdraw': 3,
  'periodical.propose': 3,
  'publication.withdraw': 3,
  'decision.open': 3,
  'summary.circulate': 3,
  'host.tick': 40,
};

/** Before the conference is founded there is nothing to have more of. */
const GROWING = ACT_KINDS.filter((kind) => kind !== 'conference.found' && kind !== 'charter.sign');

/** What the scenes have more of, where they have more. */
const [FEW, MANY] = [3, 33];

/** The steps of what is last sent of a step in this scene, which stays as it is. */
const stepsOf = ({ world }: Given, next: Step): { readonly steps: number; readonly refusal: Refusal | null } => {
  const made = lastSent(world, next);
  // What is remembered of names is so before: the first who is asked does no more than the second.
  judge(world.state, made);
  const state = structuredClone(world.state);
  const { steps, value } = counter.counting(() => {
    const refused = judge(state, made);
    if (refused === null) apply(state, made);
    return refused;
  });
  return { steps, refusal: value };
};

/** Each scene is made once, and stays as it is. */
const made = new Map<Step, Given>();
const scene = (step: Step): Given => {
  const known = made.get(step) ?? given(step);
  made.set(step, known);
  return known;
};

/** The scenes of the examples with so much more of everything. */
const grown = new Map(
  [FEW, MANY].map((count) => [
    count,
    new Map(Object.values(EXAMPLES).map((one) => [one.given, all(one.given, clutter(count))])),
  ]),
);
const grow = (step: Step, count: number): Given => scene(grown.get(count)?.get(step) ?? assert.fail());

suite('every act has a budget', () => {
  before(() => {
    for (const kind of GROWING) for (const count of [FEW, MANY]) grow(EXAMPLES[kind].given, count);
    for (const [, step] of worst) scene(step);
    counter.ready();
  });

  test('counts every turn of a loop', () => {
    const { steps } = counter.counting(() => sameBytes(new Uint8Array(1000), new Uint8Array(1000)));
    assert.ok(steps >= 1000, `${steps} steps`);
  });

  for (const kind of GROWING) {
    test(`${kind} goes through no more where there is more of everything`, () => {
      const { given: from, next } = EXAMPLES[kind];
      const [few, many] = [FEW, MANY].map((count) => stepsOf(grow(from, count), next));
      assert.ok(few !== undefined && many !== undefined);
      assert.equal(few.refusal, null);
      assert.equal(many.refusal, null);
      const each = (EACH[kind] ?? 0) * (MANY - FEW);
      const most = BOUNDED.has(kind) ? few.steps * 4 : few.steps + MORE + each;
      assert.ok(many.steps <= most, `${few.steps} steps among few, ${many.steps} among many`);
    });
  }

  test('what there is more of is on the record, each kind of it in one of these scenes', () => {
    const scenes = (['amendment.propose', 'speech.request', 'meeting.convene'] as const).map((kind) =>
      grow(EXAMPLES[kind].given, MANY).world.entries.map(({ act }) => act.kind),
    );
    for (const kind of CLUTTERED) {
      const most = Math.max(...scenes.map((kinds) => kinds.filter((one) => one === kind).length));
      assert.ok(most >= MANY, `${kind}: ${most}`);
    }
  });

  const worst: readonly (readonly [name: string, scene: Step, next: Step, refused?: RefusalKind])[] = [
    [
      'a rival wording of the longest clause',
      rivals,
      amend('dora', { kind: 'replace', clause: asClauseId('c1'), words: signs(7990, 5) }),
    ],
    [
      'three hundred rewordings of long clauses',
      rivals,
      amendAll(
        'dora',
        Array.from({ length: 300 }, (_, i) => ({ change: { kind: 'replace', clause: 'c1', words: signs(100, i) } })),
      ),
      'limit',
    ],
    ['a revision under rival wordings', rivals, revise('ada', [signs(8000, 11)])],
    [
      'as many amendments as one act may bring',
      crowded,
      amendAll(
        'ada',
        Array.from({ length: 50 }, (_, i) => ({
          change: { kind: 'add', after: 'c1', clause: { id: `n${i}`, kind: 'point', level: 1, words: 'New.' } },
        })),
      ),
    ],
    ['an amendment withdrawn among many', crowded, onAmendmentAct('amendment.withdraw', 'ada', 1)],
    ['an objection among many amendments', crowded, take('bor', 'object', onAmendment(1))],
    ['as many objections as one act may bring', crowded, takeAll('bor', onEach('object'))],
    [
      'the last acceptance of as many amendments as one act may be about',
      all(crowded, ...['bor', 'cvet', 'dora', 'eli', 'fani', 'goran'].map((name) => takeAll(name, onEach('accept')))),
      takeAll('hera', onEach('accept')),
    ],
    [
      'the last acceptance of an amendment among many',
      all(
        crowded,
        ...['bor', 'cvet', 'dora', 'eli', 'fani', 'goran'].map((name) => take(name, 'accept', onAmendment(1))),
      ),
      take('hera', 'accept', onAmendment(1)),
    ],
    ['one leaves among many amendments', crowded, leave('hera')],
    ['all periods end at once', all(crowded, idle(15 * DAY)), tick],
    ['a text is put to decision, and all its amendments fall', crowded, decide('ada')],
    ['a revision of a clause with many amendments', crowded, revise('ada', ['Other words.'])],
    [
      'all that is agreed is taken in, and more is written in every clause',
      agreed,
      takingAll((words) => `${words} More.`),
    ],
    ['all that is agreed is named, and one word of it left out', agreed, takingAll(without), 'not-taken-in'],
  ];
  for (const [name, from, next, refused] of worst) {
    test(`${name}: within the budget`, (t) => {
      const { steps, refusal } = stepsOf(scene(from), next);
      t.diagnostic(`${steps} steps`);
      assert.equal(refusal?.kind, refused);
      assert.ok(steps <= BUDGET, `${steps} steps`);
    });
  }
});

suite('what there may be most of', () => {
  test('is said in docs/RECORD.md', () => {
    const record = readFileSync(new URL('../../../docs/RECORD.md', import.meta.url), 'utf8').replaceAll(/ +/gu, ' ');
    for (const [name, most] of Object.entries(MOST))
      assert.ok(record.includes(`| \`${name}\` | ${most.toLocaleString('en')} |`), name);
  });

  const three = all(founded(3), table('ada'));
  const rewordings = (count: number) =>
    Array.from({ length: count }, (_, i) => ({
      change: { kind: 'replace', clause: 'c1', words: `Other words ${i}.` },
    }));

  test('an organisation has its share of a clause, and leaves the others theirs', () => {
    const full = all(three, amendAll('bor', rewordings(MOST['own-clause-amendments'])));
    given(full)
      .when(amendAll('bor', rewordings(1)))
      .refused('13.2', 'limit', { what: 'own-clause-amendments', most: MOST['own-clause-amendments'] });
    given(full)
      .when(amendAll('cvet', rewordings(1)))
      .allowed();
    given(full, onAmendmentAct('amendment.withdraw', 'bor', 1))
      .when(amendAll('bor', rewordings(1)))
      .allowed();
  });

  test('a clause takes as many characters of other wordings as can be compared, whoever brings them', () => {
    const each = 2 * 8000;
    const movers = Array.from({ length: Math.floor(MOST['clause-words'] / each) + 1 }, (_, i) => `mover-${i}`);
    const reword = (by: string, i: number): Step =>
      amendAll(by, [{ change: { kind: 'replace', clause: 'c1', words: signs(8000, i + 1) } }]);
    const [last = '', ...others] = movers;
    given(founded(movers), table(last, [signs(8000, 0)]), ...others.map(reword))
      .when(reword(last, movers.length))
      .refused('13.2', 'limit', { what: 'clause-words', most: MOST['clause-words'] });
  });

  test('an organisation has its share of the texts that are negotiated', () => {
    given(founded(2), ...Array.from({ length: MOST['own-open-texts'] }, () => table('ada')))
      .when(table('ada'))
      .refused('13.2', 'limit', { what: 'own-open-texts' });
  });

  test('as many consents hang on one clause as can be looked at anew when it changes', () => {
    const hanging = (by: string, amendment: number): Step =>
      take(by, 'accept', onAmendment(amendment), null, 1, [{ kind: 'stays', clause: asClauseId('c2') }]);
    given(
      three,
      amendAll('bor', rewordings(MOST['own-conditions'] + 1)),
      ...Array.from({ length: MOST['own-conditions'] }, (_, i) => hanging('cvet', i + 1)),
    )
      .when(hanging('cvet', MOST['own-conditions'] + 1))
      .refused('6.2', 'limit', { what: 'own-conditions' });
  });
});
