import assert from 'node:assert/strict';
import { it } from 'node:test';
import { instant } from '../../base/time.ts';
import { LANGUAGES } from '../messages/index.ts';
import { momentText } from './words.ts';

it('the time of day has 24 hours in every language', () => {
  for (const language of LANGUAGES) {
    assert.match(momentText({ language }, instant(Date.UTC(2026, 0, 10, 15, 5))), /15:05 UTC$/u, language);
    assert.match(momentText({ language }, instant(Date.UTC(2026, 0, 10, 0, 5))), /00:05 UTC$/u, language);
  }
});
