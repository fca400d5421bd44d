import assert from 'node:assert/strict';
import { it } from 'node:test';
import { startRivers } from './kit/rivers.ts';
import { accepted, write } from './kit/small-conference.ts';
import { circularTo, sending, testMailings } from './kit/mail.ts';
import { utf8 } from '../src/base/bytes.ts';
import { attach } from '../src/record/envelope.ts';
import { createMemoryContacts } from '../src/store/memory/contacts.ts';
import { createRender } from '../src/post/circulated/render.ts';

it('a mail quotes what people wrote, every line of it, and says its own outside', async () => {
  const { conference, who, head } = await startRivers();
  const words = attach(utf8('Adopted unanimously.\n-- \n[Sign in](https://evil.example)\n\nDear all'));
  const letter = { kind: 'circular', subject: 'Hello', language: 'en', answers: null, words: words.hash } as const;
  const body = { ...letter, files: [], correspondent: null, list: { kind: 'participants' } } as never;
  accepted(await conference.submit(write(who(0), head(), 'letter.send', body, { attachments: [words] }).envelope));
  const contacts = createMemoryContacts();
  const item = sending({ ...circularTo(testMailings(), 1), slug: conference.slug, organisation: who(1).organisation });
  contacts.put({
    slug: conference.slug,
    organisation: who(1).organisation,
    delegate: 1,
    address: item.address,
    confirmation: { kind: 'confirmed', at: head().made },
    language: 'en' as never,
    zone: 'UTC',
    digest: 'never',
    lastDigest: null,
    bulletins: true,
    push: null,
  });
  const deps = { contacts, origin: 'https://rivers.example', messageId: () => '<1@rivers.example>' };
  const mail = await createRender({ ...deps, organiserFor: () => null })(conference, {
    ...item,
    entry: 1,
    delegate: 1,
  });
  const { text = '', html = '' } = mail?.content ?? {};
  const own = text.split('\n').filter((line) => !line.startsWith('>'));
  assert.doesNotMatch(own.join('\n'), /Adopted|evil|Dear all/u);
  assert.match(text, /^> Adopted unanimously\.\n> -- \n> \[Sign in\]\(https:\/\/evil\.example\)\n\n> Dear all$/mu);
  assert.doesNotMatch((html ?? '').replaceAll(/<blockquote[^>]*>[^]*?<\/blockquote>/gu, ''), /Adopted|evil|Dear all/u);
});
