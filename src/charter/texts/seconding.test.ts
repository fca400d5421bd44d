import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { DAY } from '../../base/time.ts';
import { amend, cosponsorship, decide, founded, rulesWith, table } from '../spec/acts.ts';
import { onAmendmentAct } from '../spec/negotiation.ts';
import { type Step, all, given, wait } from '../spec/spec.ts';
import { asClauseId } from '../spec/world.ts';

const tabled = all(founded(4, rulesWith({ texts: { seconding: 1 } })), table('ada'));
const words = (by: string, words: string) => amend(by, { kind: 'replace', clause: asClauseId('c2'), words });
const fates = (...steps: readonly Step[]) =>
  given(tabled, ...steps).state.texts[0]?.amendments.map(({ fate }) => fate.kind);

suite('13.2 seconding', () => {
  test('a text is decided once as many others as the rules say stand behind it', () => {
    given(tabled).when(decide('ada')).refused('13.2', 'unseconded', { seconds: 0, needed: 1 });
    given(tabled, cosponsorship('bor')).when(decide('ada')).allowed();
  });

  test('silence agrees to an amendment once it is moved jointly by so many, and one that is not stands against nobody', () => {
    assert.deepEqual(fates(words('bor', 'Two!'), wait(15 * DAY)), ['open']);
    assert.deepEqual(fates(words('bor', 'Two!'), onAmendmentAct('amendment.join', 'cvet'), wait(15 * DAY)), ['agreed']);
    assert.deepEqual(
      fates(words('bor', 'Two!'), words('dora', 'Too.'), onAmendmentAct('amendment.join', 'cvet'), wait(15 * DAY)),
      ['agreed', 'open'],
    );
  });
});
