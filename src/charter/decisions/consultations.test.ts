import { suite, test } from 'node:test';
import { MINUTE, after } from '../../base/time.ts';
import { all, given } from '../spec/spec.ts';
import { act, adopt, decide, founded, leave, onClause, table, whole } from '../spec/acts.ts';
import { START } from '../spec/world.ts';

const tabled = all(founded(3), table('ada'));

suite('6.2 consultations', () => {
  const body = (fields: object) =>
    act('consultation.record', 'ada', {
      text: 1,
      on: whole,
      with: ['ada', 'bor'],
      held: START,
      tried: 'New words.',
      result: 'None.',
      ...fields,
    });

  test('are recorded by one who was there', () => {
    given(tabled).when(body({})).allowed();
    given(tabled)
      .when(body({ with: ['bor', 'cvet'] }))
      .refused('6.2', 'bad-field', { field: 'with', why: 'without-yourself' });
  });

  test('are between participants, each named once', () => {
    given(tabled)
      .when(body({ with: ['ada', 'bor', 'bor'] }))
      .refused('6.2', 'bad-field', { field: 'with', why: 'repeated' });
    given(tabled)
      .when(body({ with: ['ada', 'nova'] }))
      .refused('6.2', 'unknown', { thing: 'organisation', ref: 'nova' });
    given(tabled, leave('bor')).when(body({})).refused('6.2', 'unknown', { thing: 'organisation', ref: 'bor' });
  });

  test('have been held', () => {
    given(tabled)
      .when(body({ held: after(START, MINUTE) }))
      .refused('6.2', 'bad-field', { field: 'held', why: 'in-the-future' });
  });

  test('are on a clause that is there, of a text that is open', () => {
    given(tabled)
      .when(body({ on: onClause('none') }))
      .refused('6.2', 'unknown', { thing: 'clause', ref: 'none' });
    given(founded(2)).when(body({})).refused('6.2', 'unknown', { thing: 'text' });
    given(founded(3), adopt(['ada', 'bor', 'cvet']))
      .when(body({}))
      .refused('6.2', 'wrong-stage', { stage: 'adopted' });
    given(tabled, decide('ada'))
      .when(body({ on: onClause('c1') }))
      .allowed();
  });
});
