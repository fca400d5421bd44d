import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { PUBLIC, maySee } from '../visibility.ts';
import { matterOfEntry } from '../sight/visibility-entries.ts';
import { fingerprint } from '../../base/keys.ts';
import { act, adopt, appoint, clauses, enrol, founded, leave } from '../spec/acts.ts';
import {
  SILENCE,
  agreeTo,
  correct,
  decided,
  edits,
  mandated,
  onPut,
  propose,
  put,
  translateArticle,
  write,
} from '../spec/publications.ts';
import { all, given, wait } from '../spec/spec.ts';
import { type World, fakeKey } from '../spec/world.ts';

const ready = all(founded(4), decided('ada'));
const written = all(ready, write('bor'), translateArticle('cvet', 1), write('cvet'));
const waiting = all(written, put('ada', [['article', 1]]));

const first = ({ state }: Pick<World, 'state'>) => {
  const periodical = state.periodicals[0];
  assert.ok(periodical);
  return periodical;
};
const outcomes = (world: Pick<World, 'state'>) => first(world).issues.map(({ outcome }) => outcome);

/** The kinds of act by which everybody sees entries of publications. */
const openKinds = ({ state, entries }: World, of = /^(?:article|issue|periodical|publication)\./u) =>
  entries.flatMap(({ act }, index) =>
    of.test(act.kind) && maySee(state, PUBLIC, matterOfEntry(state, index, act)) ? [act.kind] : [],
  );

suite('11.1 a periodical', () => {
  const proposed = all(founded(4), propose('ada'));

  test('is the conference’s once nobody has disagreed in time, and everyone is told', () => {
    const { world, state } = given(proposed, wait(SILENCE));
    assert.deepEqual([first(world).outcome, [...first(world).editors.keys()]], ['agreed', ['ada']]);
    assert.deepEqual(state.circulations.at(-1)?.what, {
      kind: 'outcome',
      of: { kind: 'publication', periodical: 1, issue: null },
    });
    assert.deepEqual([...(state.circulations.at(-1)?.recipients.keys() ?? [])], ['ada', 'bor', 'cvet', 'dora']);
    assert.deepEqual(openKinds(world), ['periodical.propose']);
  });

  test('is not where somebody disagrees; a disagreement taken back, or whose maker left, counts as none', () => {
    const contested = all(proposed, onPut('publication.disagree', 'bor'));
    assert.equal(first(given(contested, wait(SILENCE)).world).outcome, 'refused');
    const back = onPut('publication.withdraw-disagreement', 'bor');
    assert.equal(first(given(contested, back, wait(SILENCE)).world).outcome, 'agreed');
    assert.equal(first(given(contested, leave('bor'), wait(SILENCE)).world).outcome, 'agreed');
    given(contested).when(onPut('publication.disagree', 'bor')).refused('11.1', 'already', { what: 'disagreed' });
  });

  test('has a title of its own; two of one title that are open do not block each other', () => {
    given(proposed, wait(SILENCE))
      .when(propose('bor', { title: 'Rіvers' }))
      .refused('11.1', 'taken', { field: 'title' });
    const { state } = given(proposed, propose('bor'), wait(SILENCE));
    assert.deepEqual(
      state.periodicals.map(({ outcome }) => outcome),
      ['agreed', 'overtaken'],
    );
  });

  test('has a list that anybody comes onto and goes from, and nobody is put on or taken off', () => {
    given(ready, edits('bor')).when(edits('bor')).refused('3.1', 'already', { what: 'editor' });
    given(ready).when(edits('bor', false)).refused('3.1', 'editors-only');
    assert.deepEqual([...first(given(ready, edits('bor'), edits('ada', false)).world).editors.keys()], ['bor']);
    assert.deepEqual([...first(given(ready, edits('bor'), leave('ada')).world).editors.keys()], ['bor']);
  });
});

suite('an article', () => {
  test('is worded by its author; another language by whoever does it first, or the author', () => {
    const again = (by: string, language: string) => write(by, { article: 1, language, title: 'Other words' });
    given(written).when(again('cvet', 'en')).refused('11.1', 'not-yours', { owner: 'bor' });
    given(written).when(again('dora', 'el')).refused('11.1', 'not-yours', { owner: 'cvet' });
    given(written, again('bor', 'el')).when(again('cvet', 'el')).refused('11.1', 'not-yours', { owner: 'bor' });
    given(written).when(again('cvet', 'bg')).refused('11.1', 'bad-field', { field: 'language' });
  });

  test('is taken back by its author until it is published', () => {
    const take = (by: string) => act('article.withdraw', by, { periodical: 1, article: 1 });
    given(written).when(take('cvet')).refused('11.1', 'not-yours', { owner: 'bor' });
    given(written, take('bor')).when(take('bor')).refused('11.1', 'unknown', { thing: 'article' });
    given(waiting, wait(SILENCE)).when(take('bor')).refused('11.1', 'already', { what: 'published' });
  });
});

suite('an issue', () => {
  test('is published when nobody has disagreed in time: No. 1, with its imprint, for everybody to see and check', () => {
    const { world } = given(waiting, wait(SILENCE));
    const [issue] = first(world).issues;
    assert.deepEqual([issue?.published?.nth, issue?.published?.editors, issue?.published?.mandate], [1, ['ada'], null]);
    assert.deepEqual(openKinds(world), ['periodical.propose', 'article.write', 'article.write', 'issue.put']);
    assert.deepEqual([first(world).waiting, first(world).articles[0]?.issue], [[2], 1]);
  });

  test('opens the key by which an article was written, and no other: nobody could check it without', () => {
    const second = fakeKey('second');
    const article = act(
      'article.write',
      'bor',
      { periodical: 1, article: null, language: 'en', title: 'A title', clauses: clauses('One.') },
      { delegate: 2 },
    );
    const scene = all(ready, appoint('bor', 'second'), enrol('bor', second, { delegate: 2 }), article);
    const isOpen = ({ state }: Pick<World, 'state'>): boolean => state.publicKeys.has(fingerprint(second));
    assert.equal(isOpen(given(scene, put('ada', [['article', 1]])).world), false);
    const { world } = given(scene, put('ada', [['article', 1]]), wait(SILENCE));
    assert.equal(isOpen(world), true);
    assert.ok(openKinds(world, /^key\./u).includes('key.enrol'), 'And how it came in');
  });

  test('holds the words that its editor saw: what is written over an article later is not in it', () => {
    const later = write('bor', { article: 1, title: 'Later' });
    const { world } = given(waiting, later, wait(SILENCE));
    const [item] = first(world).issues[0]?.items ?? [];
    assert.ok(item?.kind === 'article');
    assert.equal(item.wordings.get('en')?.title, 'By bor');
    assert.deepEqual(openKinds(world).filter((kind) => kind === 'article.write').length, 2);
    const stale = act('issue.put', 'ada', {
      periodical: 1,
      title: null,
      items: [{ kind: 'article', number: 1, version: item.version }],
    });
    given(waiting, later).when(stale).refused('11.1', 'superseded', { field: 'items/0/version' });
  });

  test('is not where somebody disagrees, and may be put again, changed', () => {
    const refused = all(waiting, onPut('publication.disagree', 'dora', 1), wait(SILENCE));
    assert.deepEqual(outcomes(given(refused).world), ['refused']);
    const { world } = given(refused, put('ada', [['article', 2]]), wait(SILENCE));
    assert.deepEqual(outcomes(world), ['refused', 'agreed']);
    assert.deepEqual(first(world).published, [2]);
    assert.equal(first(world).issues[1]?.published?.nth, 1);
  });

  test('does not block another’s: the first that holds an article has it, and one of a taken back article comes to nothing', () => {
    const rival = all(
      waiting,
      edits('cvet'),
      put('cvet', [
        ['article', 1],
        ['article', 2],
      ]),
    );
    assert.deepEqual(outcomes(given(rival, wait(SILENCE)).world), ['agreed', 'overtaken']);
    const { world } = given(rival, act('article.withdraw', 'bor', { periodical: 1, article: 1 }), wait(SILENCE));
    assert.deepEqual(outcomes(world), ['overtaken', 'overtaken']);
  });

  test('is made of what is there: adopted texts, statements, articles that wait', () => {
    given(written)
      .when(put('ada', [['text', 1]]))
      .refused('11.1', 'unknown', { thing: 'text' });
    given(written)
      .when(put('ada', [['article', 3]]))
      .refused('11.1', 'unknown', { thing: 'article' });
    given(
      written,
      adopt(['ada', 'bor', 'cvet', 'dora']),
      put('ada', [
        ['text', 1],
        ['article', 2],
      ]),
    );
  });

  test('is no longer than a page may be, and what is wrong in it is not said without end', () => {
    const long = clauses(...Array.from({ length: 7 }, () => 'x'.repeat(8000)));
    const eight = all(ready, ...Array.from({ length: 8 }, () => write('bor', { clauses: long })));
    const of = (count: number) =>
      put(
        'ada',
        Array.from({ length: count }, (_, i) => ['article', i + 1] as const),
      );
    given(eight).when(of(8)).refused('11.1', 'limit', { what: 'issue-words' });
    given(eight, of(7));
    const out = all(waiting, wait(SILENCE), ...Array.from({ length: 5 }, () => correct('ada')));
    given(out).when(correct('ada')).refused('11.1', 'limit', { what: 'own-errata' });
    given(out, correct('bor'));
  });

  test('stays as it is: what is wrong in it stands beside it, by its author or an editor', () => {
    const out = all(waiting, wait(SILENCE));
    assert.equal(first(given(out, correct('bor'), correct('ada', null)).world).issues[0]?.errata.length, 2);
    given(out).when(correct('cvet')).refused('11.1', 'editors-only');
    given(out).when(correct('ada', 2)).refused('11.1', 'unknown', { thing: 'item' });
    given(out)
      .when(correct('ada', 1, 2))
      .refused('11.1', 'unknown', { thing: 'issue' });
  });

  test('is published at once by more than half of those who have the mandate, whoever disagrees', () => {
    const two = all(mandated, agreeTo('ada'), onPut('publication.disagree', 'dora', 1), agreeTo('bor'));
    assert.deepEqual(outcomes(given(two).world), ['open']);
    const { world } = given(two, agreeTo('cvet'));
    const { published } = first(world).issues[0] ?? {};
    assert.deepEqual([published?.under, published?.mandate], [['ada', 'bor', 'cvet'], first(world).mandate]);
    given(two).when(agreeTo('ada')).refused('11.1', 'already', { what: 'agreed' });
    given(waiting).when(agreeTo('ada')).refused('11.1', 'not-mandated');
    given(mandated, wait(100 * SILENCE))
      .when(agreeTo('ada'))
      .refused('11.1', 'unknown', { thing: 'issue' });
  });
});
