import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { endsReader, keptIn, saidOffline } from './offline.ts';

const answer = (path: string, cacheControl: string | null = 'private, no-store', status = 200, type = 'text/html') => ({
  path,
  status,
  type,
  cacheControl,
});

describe('what is kept to be read without a network', () => {
  it('are pages that are the same for all strangers, and with the reader’s word those that they see themselves', () => {
    for (const path of ['/rivers', '/rivers/texts/4', '/rivers/letters/12', '/rivers/today']) {
      assert.equal(keptIn(answer(path), false), null);
      assert.equal(keptIn(answer(path), true), 'own');
      assert.equal(keptIn(answer(path, 'private, no-cache'), false), 'open');
      assert.equal(keptIn(answer(path, null), false), null);
    }
  });

  it('is nothing that is filled in, signed or secret, no refusal and no file, whatever the reader says', () => {
    for (const path of [
      '/rivers/do/text.sign',
      '/rivers/sign-in',
      '/rivers/invitation/abc',
      '/rivers/receipt/1',
      '/rivers/prepared',
      '/rivers/settings',
      '/rivers/organisation',
      '/rivers/drafts/1',
      '/rivers/texts/4/amend',
      '/rivers/letters/tray',
      '/rivers/meetings/1/sitting',
      '/found',
      '/api/conferences/rivers',
    ])
      assert.equal(keptIn(answer(path, 'private, no-cache'), true), null, path);
    assert.equal(keptIn(answer('/rivers/today', 'private, no-store', 401), true), null);
    assert.equal(keptIn(answer('/rivers/decisions/1.docx', 'no-cache', 200, 'application/zip'), true), null);
  });

  it('goes with whoever signs out, or signs in as somebody', () => {
    for (const path of ['/rivers/sign-out', '/rivers/sign-in', '/rivers/take-a-place'])
      assert.deepEqual([endsReader('POST', path), endsReader('GET', path)], [true, false]);
    assert.equal(endsReader('POST', '/rivers/do/text.sign'), false);
  });

  it('says first of all as of when it is', () => {
    const page =
      '<html><head><meta name="isonomia-offline" content="As of {at} &lt;b&gt;."></head><body><p>x</p></body></html>';
    const shown = saidOffline(page, '1 May');
    assert.match(shown, /<body><aside class="notice offline" role="status">As of 1 May &lt;b&gt;\.<\/aside><p>x/u);
  });
});
