import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { messagesIn } from '../src/web/messages/index.ts';

/** What the guide for people says stands on the pages as it says. */

const docs = new URL('../docs/', import.meta.url);
const guide = readFileSync(new URL('GUIDE.md', docs), 'utf8');

const stringsIn = (messages: unknown): readonly string[] => {
  if (typeof messages === 'string') return [messages];
  return typeof messages === 'object' && messages !== null ? Object.values(messages).flatMap(stringsIn) : [];
};

test('every label in the guide is one of the pages’ own', () => {
  const labels = [...guide.matchAll(/\*\*([^*]+)\*\*/gu)].map(([, label]) => label);
  assert.ok(labels.length > 20);
  const known = new Set(stringsIn(messagesIn('en')));
  assert.deepEqual(
    labels.filter((label) => !known.has(label ?? '')),
    [],
  );
});

test('every picture and page that the guide leads to is there', () => {
  const targets = [...guide.matchAll(/\]\(([^)#]+)\)/gu)].map(([, target = '']) => target);
  assert.ok(targets.length > 5);
  assert.deepEqual(
    targets.filter((target) => !existsSync(new URL(target, docs))),
    [],
  );
});
