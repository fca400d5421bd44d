import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { OrganisationId } from '../../base/ids.ts';
import { maySeeEntry } from '../sight/visibility-entries.ts';
import { all, given } from '../spec/spec.ts';
import { act, founded, leave } from '../spec/acts.ts';
import { erase, letter } from '../spec/meetings.ts';
import { fakeHash } from '../spec/world.ts';

/** 4.1: whoever has brought something beside the record erases it; the host does where the law obliges it. */

const posted = all(founded(3), letter('ada', { kind: 'letter' }));
const hash = fakeHash('letter of ada');
const byHost = act('host.erased', '', { attachment: hash, reason: 'A court has ordered it.' });
const unknown = { thing: 'attachment', ref: hash };
const taken = { field: 'attachments', value: hash };

suite('what was brought beside the record', () => {
  test('is erased by the organisation that brought it, and the record says who, when and why', () => {
    const { state, world } = given(posted, erase('ada', 'letter of ada'));
    const kept = state.attachments.get(hash);
    assert.equal(kept?.by, 'ada');
    assert.deepEqual(kept.subjects, ['letters']);
    const on = { index: world.entries.length - 1, at: world.now };
    assert.deepEqual(kept.erased, { by: 'ada', reason: 'They asked us to.', on });
    assert.equal(state.letters[0]?.words, hash, 'its salted hash stays');
  });

  test('is unknown to everybody else, whether it is there or not', () => {
    given(posted).when(erase('bor', 'letter of ada')).refused('4.1', 'unknown', unknown);
    given(posted)
      .when(erase('bor', 'nothing'))
      .refused('4.1', 'unknown', { thing: 'attachment', ref: fakeHash('nothing') });
  });

  test('is erased by the host in its own name', () => {
    const { erased } = given(posted, byHost).state.attachments.get(hash) ?? assert.fail();
    assert.equal(erased?.by, null);
  });

  test('is erased by the host, and those see it whose it was, though they have left', () => {
    const { state, world } = given(posted, leave('ada'), leave('bor'), byHost);
    const { act } = world.entries.at(-1) ?? assert.fail();
    const sees = (id: string): boolean =>
      maySeeEntry(state, { kind: 'organisation', id: id as OrganisationId }, world.entries.length - 1, act);
    assert.deepEqual(['ada', 'bor', 'cvet'].map(sees), [true, false, true]);
  });

  test('is erased once', () => {
    const already = { what: 'erased' };
    given(posted, erase('ada', 'letter of ada')).when(erase('ada', 'letter of ada')).refused('4.1', 'already', already);
    given(posted, erase('ada', 'letter of ada')).when(byHost).refused('4.1', 'already', already);
    given(posted, byHost).when(erase('ada', 'letter of ada')).refused('4.1', 'already', already);
  });

  test('is erased by those too who have left', () => {
    given(posted, leave('ada')).when(erase('ada', 'letter of ada')).allowed();
  });

  test('is shared by acts of one organisation and named by nobody else', () => {
    const twice = given(posted, letter('ada', { kind: 'letter' }));
    assert.deepEqual(twice.state.attachments.get(hash)?.named.length, 2);
    given(posted)
      .when(letter('bor', { kind: 'letter', words: hash }))
      .refused('4.1', 'taken', taken);
    given(posted)
      .when(letter('bor', { kind: 'letter', files: [{ name: 'a.pdf', type: 'application/pdf', hash }] }))
      .refused('4.1', 'taken', taken);
  });

  test('does not come back', () => {
    given(posted, erase('ada', 'letter of ada'))
      .when(letter('ada', { kind: 'letter' }))
      .refused('4.1', 'taken', taken);
  });
});
