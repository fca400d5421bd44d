import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { actIn, createForms, wordsIn } from './kit/forms.ts';
import { createSampleScene } from './kit/sample.ts';

/** The form by which letters are written and registered. */

const scene = await createSampleScene({ met: false });
after(scene.close);
const { send } = createForms(scene);
const state = () => scene.conference.state();

describe('writing a letter', () => {
  const typed = {
    kind: 'letter',
    list: 'participants',
    subject: 'On roads',
    language: 'en',
    words: 'They are closed.',
  };

  it('shows exactly whom it goes to and what it says, before it is signed', async () => {
    const html = await send('pro-delta', 'letter.send', typed);
    const others = [...state().organisations.values()].filter(
      ({ id, standing }) => standing.kind === 'participant' && id !== 'pro-delta',
    );
    assert.match(wordsIn(html), new RegExp(`It goes to ${others.length} organisations:`, 'u'));
    for (const { name } of others) assert.ok(wordsIn(html).includes(name), name);
    assert.match(wordsIn(html), /They are closed\./u);
    const { body } = actIn(html);
    assert.match(String(body['words']), /^[\w-]{43}$/u);
    assert.doesNotMatch(JSON.stringify(body), /They are closed/u);
  });

  it('keeps the files that were chosen while the form comes and goes, and refuses what is too large', async () => {
    const sendFiles = async (files: readonly File[], status: number, more: Record<string, string> = {}) => {
      const form = new FormData();
      for (const [name, value] of Object.entries({ ...typed, ...more })) form.append(name, value);
      for (const one of files) form.append('files', one);
      const headers = await scene.headers('pro-delta');
      const answered = await scene.ask('/sample/do/letter.send', { method: 'POST', headers, body: form });
      assert.equal(answered.status, status);
      return answered.text();
    };
    const small = new File(['a scan'], 'C:\\scans\\скан.png', { type: 'image/png' });
    const again = await sendFiles([small], 422, { subject: '' });
    assert.match(wordsIn(again), /скан\.png goes with it/u);
    const kept = /name="attached"\s+value="([^"]*)"/u.exec(again)?.[1]?.replaceAll('&quot;', '"') ?? '';
    const { body } = actIn(await sendFiles([], 200, { attached: kept }));
    assert.deepEqual(
      (body['files'] as { name: string }[]).map(({ name }) => name),
      ['скан.png'],
    );
    const large = new File([new Uint8Array(70_000)], 'large.bin');
    assert.match(wordsIn(await sendFiles([large], 422)), /One of these files is too large/u);
    assert.match(wordsIn(await sendFiles([small, small, small, small], 422)), /too many files/u);
  });

  it('leaves circulars and the register of what came in to those who serve', async () => {
    const outside = { ...typed, kind: 'in', correspondent: 'Ministry of Roads' };
    const { body } = actIn(await send('pro-delta', 'letter.send', outside));
    assert.equal(body['correspondent'], 'Ministry of Roads');
    // Of the other kinds nobody outside is a part: the field is not shown with them, and what was typed there before goes no further.
    const inside = actIn(await send('pro-delta', 'letter.send', { ...typed, correspondent: 'X' }));
    assert.equal(inside.body['correspondent'], null);
  });
});
