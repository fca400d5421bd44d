import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderAnswer } from './answer-mail.ts';

test('an answer says what it was queued with, and nothing once that is gone', () => {
  const data = JSON.stringify({ subject: 'Re: Rivers', text: 'We have it.', follows: ['<a@example.org>'] });
  const mail = renderAnswer({ data }, 'rivers@example.org');
  assert.deepEqual(
    [mail?.from, mail?.subject, mail?.content.text, mail?.follows],
    ['rivers@example.org', 'Re: Rivers', 'We have it.', ['<a@example.org>']],
  );
  assert.equal(renderAnswer({ data: null }, 'rivers@example.org'), null);
});
