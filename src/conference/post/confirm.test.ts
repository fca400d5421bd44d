import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Language, OrganisationId, Slug } from '../../base/ids.ts';
import { HOUR, after, instant } from '../../base/time.ts';
import type { MailAddress } from './address.ts';
import { askForCode, giveCode } from './confirm.ts';
import type { Contact } from './contacts.ts';

const NOW = instant(1_000_000);

const anna: Contact = {
  slug: 'rivers' as Slug,
  organisation: 'diktyo' as OrganisationId,
  delegate: 1,
  address: 'anna@example.org' as MailAddress,
  confirmation: { kind: 'unconfirmed' },
  language: 'el' as Language,
  zone: 'Europe/Athens',
  digest: 'daily',
  lastDigest: null,
  bulletins: true,
  push: null,
};

const other = (code: string): string => (code === '000000' ? '000001' : '000000');

describe('confirming an address', () => {
  it('confirms by the code that was sent, however it is spaced', () => {
    const { contact, code } = askForCode(anna, NOW);
    assert.match(code, /^\d{6}$/u);
    assert.doesNotMatch(JSON.stringify(contact), new RegExp(code, 'u'));
    const given = giveCode(contact, ` ${code.slice(0, 3)} ${code.slice(3)}`, after(NOW, 5));
    assert.deepEqual(given, {
      contact: { ...anna, confirmation: { kind: 'confirmed', at: after(NOW, 5) } },
      fault: null,
    });
    assert.equal(giveCode(given.contact, code, NOW).fault, 'not-asked', 'it works once');
  });

  it('ends after an hour', () => {
    const { contact, code } = askForCode(anna, NOW);
    assert.equal(giveCode(contact, code, after(NOW, HOUR)).fault, 'expired');
    assert.equal(giveCode(contact, code, after(NOW, HOUR - 1)).fault, null);
  });

  it('ends after ten wrong ones', () => {
    const { contact: asked, code } = askForCode(anna, NOW);
    let contact = asked;
    for (let i = 0; i < 10; i++) {
      const given = giveCode(contact, other(code), NOW);
      assert.equal(given.fault, 'wrong-code');
      contact = given.contact;
    }
    assert.equal(giveCode(contact, code, NOW).fault, 'too-many');
  });

  it('is good for the address that it was sent to', () => {
    const { contact, code } = askForCode(anna, NOW);
    const moved = { ...contact, address: 'mallory@example.org' as MailAddress };
    assert.equal(giveCode(moved, code, NOW).fault, 'wrong-code');
  });
});
