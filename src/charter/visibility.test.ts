import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { OrganisationId } from '../base/ids.ts';
import { ACT_KINDS, type ActKind } from './acts.ts';
import { type Step, all, given } from './spec.ts';
import { act, applyFor, enrol, found, founded, openStatement, signCharter, signStatement } from './spec-acts.ts';
import { EXAMPLES, example } from './spec-example.ts';
import { fakeKey, signer } from './spec-world.ts';
import type { State } from './state.ts';
import {
  AUDIENCE,
  type Matter,
  PUBLIC,
  type Viewer,
  matterOfEntry,
  matterOfOrganisation,
  maySee,
  maySeeEntry,
} from './visibility.ts';

const as = (id: string): Viewer => ({ kind: 'organisation', id: id as OrganisationId });

/** Everyone who may look at the example, by what they are. */
const VIEWERS: Readonly<Record<string, Viewer>> = {
  public: PUBLIC,
  participant: as('ada'),
  former: as('dora'),
  applicant: as('nova'),
  refused: as('stara'),
  signatory: as('gost'),
  invited: as('drugi'),
  unknown: as('nobody'),
};

/** `yes`: may see it; `own`: may see it where it is about the viewer; `–`: may not. */
const TABLE = `
                    public participant former applicant refused signatory invited unknown
charter             yes    yes         yes    yes       yes     yes       yes     yes
founding            –      yes         –      –         –       –         –       –
participant         yes    yes         yes    yes       yes     yes       yes     yes
application         –      yes         own    own       own     own       own     own
signatory           yes    yes         yes    yes       yes     yes       yes     yes
invited             –      yes         own    own       own     own       own     own
delegate            –      yes         own    own       own     own       own     own
key                 –      yes         own    own       own     own       own     own
signing-key         yes    yes         yes    yes       yes     yes       yes     yes
recovery            –      yes         –      –         –       –         –       –
adopted-text        yes    yes         yes    yes       yes     yes       yes     yes
signature           yes    yes         yes    yes       yes     yes       yes     yes
text                –      yes         –      –         –       –         –       –
amendment           –      yes         –      –         –       –         –       –
position            –      yes         –      –         –       –         –       –
consultation        –      yes         –      –         –       –         –       –
debate              –      yes         –      –         –       –         –       –
answers             –      yes         –      –         –       –         –       –
public-observation  yes    yes         yes    yes       yes     yes       yes     yes
observation         –      yes         –      –         –       –         –       –
circulation         –      yes         –      –         –       –         –       –
statement           yes    yes         yes    yes       yes     yes       yes     yes
tree                yes    yes         yes    yes       yes     yes       yes     yes
tick                yes    yes         yes    yes       yes     yes       yes     yes
`;

/** While the conference is being founded nothing but hashes leaves the founders' circle. */
const OPEN_WHILE_FOUNDING: ReadonlySet<Matter> = new Set(['tree', 'tick']);

const MATTERS = Object.keys(AUDIENCE) as readonly Matter[];

const [columns = [], ...rows] = TABLE.trim()
  .split('\n')
  .map((line) => line.trim().split(/ +/u));

const sight = (state: State, viewer: Viewer, matter: Matter): string => {
  const own = viewer.kind === 'organisation' ? viewer.id : null;
  const others = maySee(state, viewer, matter, 'cvet' as OrganisationId) && maySee(state, viewer, matter);
  return others ? 'yes' : own !== null && maySee(state, viewer, matter, own) ? 'own' : '–';
};

suite('who sees what', () => {
  const { state } = given(example);

  test('is told for every matter and every viewer', () => {
    assert.deepEqual(columns, Object.keys(VIEWERS));
    assert.deepEqual(new Set(rows.map(([matter]) => matter)), new Set(MATTERS));
    assert.equal(rows.length, MATTERS.length);
  });

  for (const [matter = '', ...cells] of rows) {
    for (const [i, cell] of cells.entries()) {
      const viewer = columns[i] ?? '';
      test(`${matter}: ${viewer} ${cell}`, () => {
        assert.equal(sight(state, VIEWERS[viewer] ?? PUBLIC, matter as Matter), cell);
      });
    }
  }

  test('among founders is theirs alone, but for hashes', () => {
    const founding = given(found(['ada', 'bor']), signCharter('ada')).state;
    for (const matter of MATTERS) {
      assert.equal(sight(founding, as('bor'), matter), 'yes');
      assert.equal(sight(founding, PUBLIC, matter), OPEN_WHILE_FOUNDING.has(matter) ? 'yes' : '–', matter);
    }
  });
});

suite('an organisation', () => {
  const { state } = given(example, act('participation.withdraw', 'nova', {}), applyFor('nika'));
  const matter = (id: string): Matter =>
    matterOfOrganisation(
      state,
      [...state.organisations.values()].find((organisation) => organisation.id === id) ?? assert.fail(),
    );

  test('is seen as what it is', () => {
    const matters = {
      ada: 'participant',
      dora: 'participant',
      nika: 'application',
      nova: 'application',
      stara: 'application',
      gost: 'signatory',
      drugi: 'invited',
    };
    for (const [id, expected] of Object.entries(matters)) assert.equal(matter(id), expected, id);
    const founding = given(found(['ada', 'bor'])).state;
    assert.deepEqual(
      [...founding.organisations.values()].map((organisation) => matterOfOrganisation(founding, organisation)),
      ['founding', 'founding'],
    );
  });

  test('that signed when it took part is seen for ever, though it applies anew', () => {
    const again = given(
      example,
      act('participation.reapply', 'dora', { charter: state.charter?.hash, letter: state.charter?.hash }),
    ).state;
    const dora = [...again.organisations.values()].find(({ id }) => id === 'dora') ?? assert.fail();
    assert.equal(dora.standing.kind, 'applicant');
    assert.equal(matterOfOrganisation(again, dora), 'signatory');
  });
});

/** Beside the members: `everyone`, nobody (empty), or the organisations named. */
const SEEN_BY: Readonly<Record<ActKind, readonly string[] | 'everyone'>> = {
  'conference.found': [],
  'charter.sign': [],
  'participation.apply': ['nika'],
  'participation.reapply': ['stara'],
  'participation.withdraw': ['nova'],
  'participation.disagree': ['nova'],
  'participation.withdraw-disagreement': ['nova'],
  'participation.leave': ['bor'],
  'delegate.appoint': [],
  'delegate.recall': [],
  'key.enrol': [],
  // Bor's key has signed in public: strangers must know until when it was good.
  'key.revoke': 'everyone',
  'recovery.request': [],
  'recovery.disagree': [],
  'recovery.withdraw-disagreement': [],
  'text.table': [],
  'text.cosponsor': [],
  'text.revise': [],
  'text.withdraw': [],
  'revision.object': [],
  'revision.withdraw-objection': [],
  'amendment.propose': [],
  'amendments.propose': [],
  'amendment.join': [],
  'amendment.take-over': [],
  'amendment.withdraw': [],
  'position.take': [],
  'consultation.record': [],
  'debate.open': [],
  'debate.reply': [],
  'debate.resolve': [],
  'proposal.make': [],
  'proposal.disagree': [],
  'proposal.withdraw-disagreement': [],
  'proposal.withdraw': [],
  'translation.publish': [],
  'translation.check': [],
  'decision.open': [],
  'text.sign': 'everyone',
  'signature.confirm': 'everyone',
  'signature.withdraw': 'everyone',
  'observation.make': [],
  'statement.open': 'everyone',
  // It names an applicant, whom not everyone may know of.
  'statement.invite': [],
  'statement.sign': 'everyone',
  'host.shown': [],
  'host.tick': 'everyone',
};

suite('an entry', () => {
  for (const kind of ACT_KINDS) {
    test(`${kind} is shown to exactly those who may see it`, () => {
      const { world, state } = given(EXAMPLES[kind].given, EXAMPLES[kind].next);
      const index = world.entries.length - 1;
      const entry = world.entries[index] ?? assert.fail();
      const seen = [PUBLIC, ...[...state.organisations.keys()].map(as)].filter((viewer) =>
        maySeeEntry(state, viewer, index, entry.act),
      );
      const expected = SEEN_BY[kind];
      const members = [...state.organisations.values()]
        .filter(({ standing }) => standing.kind === 'participant' || standing.kind === 'founder')
        .map(({ id }) => id);
      const may =
        expected === 'everyone' ? ['public', ...state.organisations.keys()] : [...new Set([...members, ...expected])];
      assert.deepEqual(
        seen.map((viewer) => (viewer.kind === 'public' ? 'public' : viewer.id)).toSorted(),
        may.toSorted(),
      );
    });
  }

  const matterAt = (state: State, world: ReturnType<typeof given>['world'], kind: ActKind, nth = 0): Matter => {
    const [found = assert.fail()] = world.entries
      .flatMap(({ act }, index) => (act.kind === kind ? [{ act, index }] : []))
      .slice(nth);
    return matterOfEntry(state, found.index, found.act);
  };
  const matter = (kind: ActKind, ...steps: readonly Step[]): Matter => {
    const { world, state } = given(...steps);
    return matterAt(state, world, kind);
  };

  test('of the founding is the charter’s once there is a conference', () => {
    assert.equal(matter('charter.sign', founded(2)), 'charter');
    assert.equal(AUDIENCE[matter('conference.found', founded(2))], 'everyone');
  });

  test('of the founding can be checked by everyone, though its maker signed the charter with another key', () => {
    const [first, second] = [fakeKey('ada'), fakeKey('other')];
    const charter = { charter: given(found(['ada', 'bor'])).state.charter?.hash };
    const sign = act('charter.sign', 'ada', charter, { signers: [signer(second)] });
    const { state } = given(found(['ada', 'bor']), enrol('bor'), signCharter('bor'), enrol('ada', second), sign);
    for (const key of [first, second, fakeKey('bor'), fakeKey('invitation bor')])
      assert.ok(state.publicKeys.has(signer(key).fingerprint));
  });

  test('that brought in a key which signed in public is everyone’s, with those that brought that one in', () => {
    const { world, state } = given(example);
    assert.deepEqual(
      [0, 1, 2].map((nth) => matterAt(state, world, 'key.enrol', nth)),
      ['signing-key', 'signing-key', 'signing-key'],
    );
    assert.equal(matter('delegate.appoint', example), 'delegate');
    const signed = all(
      example,
      enrol('ada', fakeKey('second'), { delegate: 2 }),
      act('statement.sign', 'ada', statementOf(example), { delegate: 2 }),
    );
    assert.equal(matter('delegate.appoint', signed), 'signing-key');
    assert.equal(matter('participation.apply', founded(2), applyFor('nova')), 'application');
  });

  test('that names a guest is not everyone’s before the guest has signed', () => {
    const open = all(founded(2), openStatement('ada', ['gost']), enrol('gost'));
    assert.equal(matter('statement.open', founded(2), openStatement('ada')), 'statement');
    assert.equal(matter('statement.open', open), 'invited');
    assert.equal(AUDIENCE[matter('statement.open', open, signStatement('gost'))], 'everyone');
    assert.equal(
      matter(
        'statement.open',
        founded(2),
        openStatement('ada', ['gost', 'drugi']),
        enrol('gost'),
        signStatement('gost'),
      ),
      'invited',
    );
  });

  test('of an observation is everyone’s where its author says so and its text is adopted', () => {
    const { world, state } = given(example);
    assert.deepEqual(
      [0, 1, 2].map((nth) => matterAt(state, world, 'observation.make', nth)),
      ['observation', 'public-observation', 'observation'],
    );
  });

  const statementOf = (step: Step) => ({ statement: 1, version: given(step).state.statements[0]?.hash });
});
