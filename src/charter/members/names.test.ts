import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { DAY } from '../../base/time.ts';
import { nameSchema } from '../names/name.ts';
import { type Step, all, given, wait } from '../spec/spec.ts';
import {
  act,
  applyFor,
  charterWith,
  disagree,
  enrol,
  found,
  founded,
  leave,
  present,
  presented,
  reapply,
  unpresent,
} from '../spec/acts.ts';
import { profile } from '../spec/names.ts';
import { inviteGuest, inviteKnown, openStatement } from '../spec/statements.ts';
import { fakeKey } from '../spec/world.ts';

const invite = (id: string, fields: Readonly<Record<string, unknown>> = {}): Step => inviteGuest('ada', id, fields);
const withdraw = (id: string): Step => act('participation.withdraw', id, {});

suite('what an organisation is called', () => {
  /** Participants are called `Organisation ada`, and so on; in RS. */
  const posing: readonly (readonly [why: string, fields: Readonly<Record<string, unknown>>, field: string])[] = [
    ['exactly so', { name: 'Organisation bor' }, 'printed/0/name'],
    ['in another country', { name: 'Organisation bor', country: 'GR' }, 'printed/0/name'],
    ['in other letters', { name: 'Оrganisаtion bor' }, 'printed/0/name'],
    ['in another case', { name: 'ORGANISATION BOR' }, 'printed/0/name'],
    ['with accents', { name: 'Örganisátion bor' }, 'printed/0/name'],
    ['with other spaces and signs', { name: '“Organi-sation   bor”.' }, 'printed/0/name'],
    ['as others read it', { name: 'Организација', gloss: 'Organisation bor' }, 'printed/1/name'],
    ['after its short name', { name: 'Bor' }, 'printed/0/name'],
    // The conference is called `A conference`, its charter `A charter`.
    ['as if all spoke', { name: 'All participants' }, 'printed/0/name'],
    ['as the host', { name: 'Организација', gloss: 'Τhe host' }, 'printed/1/name'],
    ['as what the conference has', { name: 'Secretariat of A conference' }, 'printed/0/name'],
    ['as the charter', { name: 'Bureau of A CHARTER' }, 'printed/0/name'],
  ];
  for (const [why, fields, field] of posing) {
    test(`is no stranger called: ${why}`, () => {
      given(founded(2)).when(applyFor('nova', fields)).refused('2.1', 'alike', { field });
    });

    test(`is nobody called who is invited from outside: ${why}`, () => {
      given(founded(2), openStatement('ada'))
        .when(invite('nova', fields))
        .refused('14.1', 'alike', { field: `newcomer/${field}` });
    });
  }

  test('is no founder called that another is', () => {
    const founder = (id: string, name: string, invitation: string | null) => ({
      id,
      ...profile(id, { name }),
      invitation: invitation === null ? null : fakeKey(invitation),
    });
    given()
      .when(
        found(['ada', 'bor'], charterWith(), { founders: [founder('ada', 'One', null), founder('bor', 'ΟNE', 'b')] }),
      )
      .refused('13.1', 'alike', { field: 'founders/1/printed/0/name', value: 'ΟNE' });
  });

  test('is not what the conference is called, in which nobody signs for all', () => {
    for (const name of ['A conference', 'А СОNFЕRЕNСЕ', '“A-conference”']) {
      given(founded(2)).when(applyFor('nova', { name })).refused('2.1', 'alike', { field: 'printed/0/name' });
      given(founded(2))
        .when(applyFor('nova', { gloss: name }))
        .refused('2.1', 'alike', { field: 'printed/1/name' });
      given(founded(2), openStatement('ada'))
        .when(invite('nova', { name }))
        .refused('14.1', 'alike', { field: 'newcomer/printed/0/name' });
    }
    given()
      .when(found(['ada', 'bor'], charterWith(undefined, { name: 'Organisation bor' })))
      .refused('13.1', 'alike', { field: 'founders/1/printed/0/name', value: 'Organisation bor' });
  });

  test('is no short name that looks like another', () => {
    const first = all(founded(2), presented('modra-1'));
    for (const id of ['rnodra-1', 'modra-l', 'modral', 'rn-o-d-ra-l'])
      given(first).when(applyFor(id)).refused('2.1', 'alike', { field: 'by', value: id });
    given(first).when(applyFor('modra-2')).allowed();
  });

  test('may be one’s own in more than one way', () => {
    given(founded(2))
      .when(applyFor('nova', { name: 'Nova', gloss: 'NOVA' }))
      .allowed();
  });

  test('is told apart by what is added', () => {
    given(founded(2))
      .when(applyFor('nova', { name: 'Organisation bor, Greece' }))
      .allowed();
  });

  test('stays its own when it has left', () => {
    const poser = applyFor('nova', { name: 'Organisation bor' });
    given(founded(3), leave('bor')).when(poser).refused('2.1', 'alike');
    // And when it would come back, however that ends.
    const back = all(founded(3), leave('bor'), reapply('bor'));
    given(back).when(poser).refused('2.1', 'alike');
    given(back, withdraw('bor')).when(poser).refused('2.1', 'alike');
    given(back, wait(30 * DAY))
      .when(poser)
      .refused('2.1', 'alike');
    given(back, present('ada', 'bor'), disagree('cvet', 'bor'), wait(30 * DAY))
      .when(poser)
      .refused('2.1', 'alike');
  });

  test('is nobody else’s while an application that was presented is open, and free when that came to nothing', () => {
    const pose = applyFor('stara', { name: 'Organisation nova' });
    given(founded(2), presented('nova')).when(pose).refused('2.1', 'alike', { field: 'printed/0/name' });
    given(founded(2), presented('nova'), openStatement('ada', ['drugi']))
      .when(invite('stara', { name: 'Organisation nova' }))
      .refused('14.1', 'alike');
    given(founded(2), applyFor('nova'), withdraw('nova')).when(pose).allowed();
    given(founded(2), applyFor('nova'), wait(30 * DAY))
      .when(pose)
      .allowed();
    given(founded(2), presented('nova'), disagree('bor', 'nova'), wait(30 * DAY))
      .when(pose)
      .allowed();
  });

  test('is taken from nobody by a stranger who applies under it: the first that is presented has it', () => {
    const stranger = all(founded(2), applyFor('stara', { name: 'Organisation nova' }));
    given(stranger).when(applyFor('nova')).allowed();
    given(stranger)
      .when(applyFor('ada-2', { name: 'Organisation ada' }))
      .refused('2.1', 'alike');
    const both = all(
      stranger,
      applyFor('nova'),
      applyFor('treca', { gloss: 'Organisation nova' }),
      present('ada', 'nova'),
    );
    for (const id of ['stara', 'treca'])
      given(both)
        .when(present('bor', id))
        .refused('2.3', 'alike', { field: 'organisation', value: 'Organisation nova' });
    given(both)
      .when(applyFor('nova-2', { name: 'ORGANISATION NOVA' }))
      .refused('2.1', 'alike');
    given(both, unpresent('ada', 'nova')).when(present('bor', 'stara')).allowed();
    given(both, unpresent('ada', 'nova'), present('bor', 'stara')).when(present('ada', 'nova')).refused('2.3', 'alike');
  });

  test('is not taken back from the one who bears it now', () => {
    const poser = all(applyFor('stara', { name: 'Organisation nova' }), present('ada', 'stara'));
    const lost = all(founded(2), applyFor('nova'), withdraw('nova'), poser);
    given(lost).when(reapply('nova')).refused('2.1', 'alike');
    given(lost, openStatement('ada')).when(inviteKnown('ada', 'nova')).refused('14.1', 'alike');
    const again = all(lost, withdraw('stara'), reapply('nova'), present('ada', 'nova'));
    given(again).when(reapply('stara')).refused('2.1', 'alike');
  });

  test('stays with one that was ever invited to sign', () => {
    given(founded(2), applyFor('nova'), openStatement('ada'), inviteKnown('ada', 'nova'), withdraw('nova'))
      .when(applyFor('stara', { name: 'Organisation nova' }))
      .refused('2.1', 'alike');
  });

  test('is taken from nobody by who invites one so called: from its first key on it is its own', () => {
    const invited = all(
      founded(2),
      applyFor('nova'),
      openStatement('ada'),
      invite('stara', { name: 'Organisation nova' }),
    );
    given(invited, present('bor', 'nova')).when(enrol('stara')).refused('4.1', 'alike', { field: 'by' });
    given(invited, present('bor', 'nova'))
      .when(invite('treca', { name: 'Organisation nova' }))
      .refused('14.1', 'alike');
    given(invited, enrol('stara')).when(present('bor', 'nova')).refused('2.3', 'alike');
    given(invited, invite('treca', { name: 'Organisation nova' }), enrol('treca'))
      .when(enrol('stara'))
      .refused('4.1', 'alike');
    given(invited)
      .when(applyFor('nova-2', { name: 'Organisation nova' }))
      .allowed();
  });

  test('is refused in the field that invites: an id that looks like another, and one known that was called so before', () => {
    given(founded(2), presented('modra-1'), openStatement('ada'))
      .when(invite('rnodra-1'))
      .refused('14.1', 'alike', { field: 'organisation', value: 'rnodra-1' });
    given(founded(2), applyFor('nova'), withdraw('nova'), openStatement('ada'))
      .when(all(invite('stara', { name: 'Organisation nova' }), enrol('stara'), inviteKnown('ada', 'nova')))
      .refused('14.1', 'alike', { field: 'organisation', value: 'Organisation nova' });
  });

  test('is looked for in no list that grows', () => {
    const { state } = given(founded(3), applyFor('nova'), openStatement('ada', ['gost']), enrol('gost'));
    for (const { id } of state.organisations.values()) assert.ok([...state.likenesses.values()].includes(id));
  });
});

suite('a name', () => {
  const why = (name: string): string | null => nameSchema(120).safeParse(name).error?.issues[0]?.message ?? null;

  test('bears the marks of its script, and is drawn over nothing around it', () => {
    // Hebrew with its points, Vietnamese, Thai, Tibetan stacks, Arabic, Devanagari, polytonic Greek.
    for (const name of ['שָּׁלוֹם', 'Đại Việt', 'ที่นี่', 'བསྒྲུབས', 'مُحَمَّدٌ', 'क्षत्रिय', 'Ἑλλάς'])
      assert.equal(why(name), null, name);
    for (const mark of ['\u0336', '\u0301', '\u0489', '\u20dd', '\u0e48'])
      assert.equal(why(`N${mark.repeat(20)}ova`), 'stacked-marks', mark);
    for (const mark of ['\u0338', '\u0307', '\u0c81']) assert.equal(why(`${mark}Nova`), 'stacked-marks', mark);
  });
});
