import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { Hash } from '../src/base/sha256.ts';
import { type ApiScene, SLUG, createApiScene, problemIn } from './kit/api.ts';
import { webOn } from './kit/web.ts';

/** A host that has signed another record signs nothing more, and says so wherever a signature of its would stand. */

let scene: ApiScene;
before(async () => {
  scene = await createApiScene();
  const { size } = scene.small.conference.state();
  await scene.store.noteSigned(SLUG, { size, root: new Uint8Array(32) as Hash });
});

const saysWhy = async (path: string): Promise<void> => {
  const answer = await scene.ask(path);
  assert.equal(answer.status, 503);
  assert.match(answer.headers.get('retry-after') ?? '', /^\d+$/u);
  const { kind, title } = await problemIn(answer);
  assert.equal(kind, 'signing-stopped');
  assert.match(title, /another record/u);
};

const pageSays = async (language: string, sentence: RegExp): Promise<void> => {
  const answer = await webOn(scene).request(`/${SLUG}/record?lang=${language}`);
  assert.equal(answer.status, 503);
  assert.match(await answer.text(), sentence);
};

describe('while the host’s signing is stopped', () => {
  it('the checkpoint says why there is none', () => saysWhy(`/api/conferences/${SLUG}/checkpoint`));
  it('so does that of the log', () => saysWhy(`/${SLUG}/log/checkpoint`));
  it('and an entry with its proof', () => saysWhy(`/api/conferences/${SLUG}/entries/0`));
  it('and a page, in English', () => pageSays('en', /has signed another record/u));
  it('and in Greek', () => pageSays('el', /έχει υπογράψει άλλο αρχείο/u));
  it('which is no fault that is written down for each who asks', () => {
    assert.equal(scene.faults.length, 0);
  });
});
