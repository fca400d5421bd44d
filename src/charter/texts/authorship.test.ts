import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ClauseId } from '../../base/ids.ts';
import { authorship } from './authorship.ts';
import { given } from '../spec/spec.ts';
import { amend, founded, onAmendment, revise, table, take } from '../spec/acts.ts';

const words = (clause: string, to: string) => ({ kind: 'replace' as const, clause: clause as ClauseId, words: to });

test('every word has the organisation whose draft or amendment brought it, and when it was agreed', () => {
  const { state } = given(
    founded(2),
    table('ada', ['The *river* is clean.', 'Two.']),
    amend('bor', words('c1', 'The *river* is clean every day.')),
    take('ada', 'accept', onAmendment(1)),
    revise('ada', ['The *river* is always clean every day.', 'Two;'], { tookIn: [1] }),
  );
  const [first, second] = authorship(state.texts[0] ?? assert.fail());
  assert.equal(first?.runs.map(({ text }) => text).join(''), 'The river is always clean every day.');
  const of = (part: string) => first?.runs.find(({ text }) => text.includes(part))?.source;
  assert.deepEqual([of('river')?.kind, of('river')?.by], ['draft', ['ada']]);
  assert.deepEqual([of('every day')?.kind, of('every day')?.number, of('every day')?.by], ['amendment', 1, ['bor']]);
  assert.equal(of('every day')?.since, 2);
  assert.equal(of('every day')?.agreed?.index, state.texts[0]?.positions[0]?.mark.index);
  assert.deepEqual([of('always')?.kind, of('always')?.number], ['revision', 2]);
  assert.deepEqual(
    second?.runs.map(({ source }) => source.kind),
    ['draft'],
  );
});
