import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { all, given } from '../spec/spec.ts';
import { act, adopt, amend, founded, leave, onAmendment, onClause, revise, table, whole } from '../spec/acts.ts';
import { debate } from '../spec/negotiation.ts';
import { asClauseId } from '../spec/world.ts';

const tabled = all(founded(3), table('ada', ['Rivers are free.', 'Forests stand.']));
const reply = (by: string, thread = 1) =>
  act('debate.reply', by, { text: 1, thread, words: 'We mean this.', language: 'en' });
const resolve = (by: string) => act('debate.resolve', by, { text: 1, thread: 1 });

suite('6.2 debate', () => {
  test('begins on the text, a clause or an amendment, with words of it', () => {
    const amended = all(
      tabled,
      amend('ada', { kind: 'replace', clause: asClauseId('c1'), words: 'All rivers are free.' }),
    );
    given(amended)
      .when(debate('bor', whole, { quote: 'Forests stand' }))
      .allowed();
    given(amended)
      .when(debate('bor', onClause('c1'), { quote: 'Rivers' }))
      .allowed();
    given(amended)
      .when(debate('bor', onAmendment(1), { quote: 'All rivers' }))
      .allowed();
    given(amended)
      .when(debate('bor', onClause('c1'), { quote: 'Forests' }))
      .refused('6.2', 'bad-field', { field: 'quote', why: 'not-in-the-text' });
    given(amended)
      .when(debate('bor', onClause('c9')))
      .refused('6.2', 'unknown', { thing: 'clause' });
    given(amended)
      .when(debate('bor', onAmendment(2)))
      .refused('6.2', 'unknown', { thing: 'amendment' });
  });

  test('is open to every participant, and resolved when its starter says so', () => {
    const open = all(tabled, debate('bor', onClause('c1')), reply('ada'), reply('cvet'));
    assert.deepEqual(
      given(open).state.texts[0]?.threads[0]?.posts.map(({ by, language }) => [by, language]),
      [
        ['bor', null],
        ['ada', 'en'],
        ['cvet', 'en'],
      ],
    );
    given(open).when(resolve('ada')).refused('6.2', 'not-yours', { owner: 'bor' });
    const state = given(open).when(resolve('bor')).allowed();
    assert.notEqual(state.texts[0]?.threads[0]?.resolved, null);
    given(open, resolve('bor')).when(reply('ada')).refused('6.2', 'already', { what: 'resolved' });
    given(open).when(reply('ada', 2)).refused('6.2', 'unknown', { thing: 'thread' });
    given(open, leave('bor')).when(resolve('ada')).allowed();
  });

  test('is never lost when its clause changes or goes', () => {
    const quoted = all(tabled, debate('bor', onClause('c1'), { quote: 'Rivers are free.' }));
    const { state } = given(quoted, revise('ada', ['Waters are free.']), revise('ada', ['Waters.']));
    const [thread] = state.texts[0]?.threads ?? [];
    assert.deepEqual([thread?.quote, thread?.revision, thread?.resolved], ['Rivers are free.', 1, null]);
  });

  test('ends with the negotiation', () => {
    given(founded(2), adopt(['ada', 'bor']))
      .when(debate('bor'))
      .refused('6.2', 'wrong-stage', { stage: 'adopted' });
  });
});
