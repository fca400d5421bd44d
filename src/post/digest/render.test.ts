import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OrganisationId } from '../../base/ids.ts';
import { DAY, after } from '../../base/time.ts';
import { START } from '../../charter/spec/world.ts';
import { founded, onClause, presented, table, take } from '../../charter/spec/acts.ts';
import { debate } from '../../charter/spec/negotiation.ts';
import { type DigestFor, pushOf, renderDigest } from './render.ts';
import { plainWordings, sceneOf } from '../../../test/kit/digest-scenes.ts';

const scene = sceneOf(
  founded(3),
  table('ada', ['One.', 'Two.']),
  take('bor', 'accept', onClause('c1')),
  debate('bor'),
  presented('dora'),
);

const given: DigestFor = {
  conference: scene.conference,
  wordings: plainWordings,
  language: 'en',
  now: after(START, DAY),
  name: 'Conference of the <Rivers>',
  organisation: 'Cvet & Co',
  id: 'cvet' as OrganisationId,
  choice: 'weekly',
  zone: 'Europe/Sofia',
  origin: 'https://conference.example',
  settings: 'https://conference.example/rivers/organisation?a=1&b=2',
};

const digest = scene.digest('cvet');

test('a digest says what needs the organisation, then what is new, each with its address', () => {
  const { subject, text } = renderDigest(digest, given);
  assert.equal(subject, 'Conference of the <Rivers>: 5 new, 2 need you');
  assert.equal(
    text,
    `Conference of the <Rivers>

What needs Cvet & Co
--------------------

* application
  why application
  Until Saturday, 31 January 2026 at 02:00 (Sofia, UTC+2)
  https://conference.example/rivers/today?for=cvet

* position
  why position
  https://conference.example/rivers/today?for=cvet

What is new
-----------

* ada text.table ×1
  https://conference.example/rivers/record/${scene.begun}?for=cvet

* bor positions.take ×1
  https://conference.example/rivers/record/${scene.begun + 1}?for=cvet

* bor debate.open ×1
  https://conference.example/rivers/record/${scene.begun + 2}?for=cvet

* dora participation.apply ×1
  https://conference.example/rivers/record/${scene.begun + 3}?for=cvet

* ada participation.present ×1
  https://conference.example/rivers/record/${scene.begun + 4}?for=cvet

-- 
You get this on Mondays when there is something to tell, because you chose so.
Choose otherwise: https://conference.example/rivers/organisation?a=1&b=2`,
  );
});

test('its HTML says the same, escaped, and fetches nothing', () => {
  const { html } = renderDigest(digest, given);
  assert.ok(html.startsWith('<!doctype html>'));
  assert.ok(html.includes('Conference of the &lt;Rivers&gt;') && html.includes('What needs Cvet &amp; Co'));
  for (const { index } of digest.news.map(({ entry }) => entry))
    assert.ok(html.includes(`href="https://conference.example/rivers/record/${index}?for=cvet"`));
  assert.ok(html.includes('href="https://conference.example/rivers/organisation?a=1&amp;b=2"'));
  assert.doesNotMatch(html, /<script|<img|<link|url\(|\[object|undefined/u);
});

test('it speaks the reader’s language', () => {
  const { subject, html, text } = renderDigest(digest, { ...given, language: 'el-GR' });
  assert.equal(subject, 'Conference of the <Rivers>: 5 νέα, 2 σας περιμένουν');
  assert.ok(html.includes('<html lang="el">') && text.includes('Τι νέο υπάρχει') && text.includes('Ιανουαρίου 2026'));
});

test('what found no room is counted', () => {
  const { text, html } = renderDigest({ ...digest, more: 7 }, given);
  assert.match(text, /^And 7 more on the record: https:\/\/conference\.example\/rivers\/record$/mu);
  assert.ok(html.includes('>And 7 more on the record</a>'));
});

test('a note to a browser says how much, and nothing of what', () => {
  const note = pushOf(digest, given);
  assert.deepEqual(note, {
    title: 'Conference of the <Rivers>',
    words: '5 new, 2 need you',
    path: '/rivers/today',
    topic: 'rivers',
    language: 'en',
  });
});
