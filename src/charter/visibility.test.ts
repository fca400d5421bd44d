import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { OrganisationId } from '../base/ids.ts';
import type { Matter } from './law/matter.ts';
import { given } from './spec/spec.ts';
import { act, applyFor, found, signCharter } from './spec/acts.ts';
import { example } from './spec/example.ts';
import type { State } from './state.ts';
import { AUDIENCE, PUBLIC, type Viewer, matterOfOrganisation, maySee } from './visibility.ts';

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
publication         yes    yes         yes    yes       yes     yes       yes     yes
publishing          –      yes         –      –         –       –         –       –
meeting             –      yes         –      –         –       –         –       –
public-sitting      yes    yes         yes    yes       yes     yes       yes     yes
archive             yes    yes         yes    yes       yes     yes       yes     yes
group               yes    yes         yes    yes       yes     yes       yes     yes
letter              –      yes         –      –         –       –         –       –
help                –      yes         –      –         –       –         –       –
report              –      yes         –      –         –       –         –       –
public-report       yes    yes         yes    yes       yes     yes       yes     yes
books               –      yes         –      –         –       –         –       –
appeal              –      yes         –      –         –       –         –       –
public-appeal       yes    yes         yes    yes       yes     yes       yes     yes
action              –      yes         –      –         –       –         –       –
public-action       yes    yes         yes    yes       yes     yes       yes     yes
erasure             –      yes         own    own       own     own       own     own
tree                yes    yes         yes    yes       yes     yes       yes     yes
tick                –      yes         –      –         –       –         –       –
`;

/** While the conference is being founded nothing but hashes leaves the founders' circle. */
const OPEN_WHILE_FOUNDING: ReadonlySet<Matter> = new Set(['tree']);

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
