import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import type { OrganisationId, Slug } from '../../base/ids.ts';
import type { Contact } from '../../conference/post/contacts.ts';
import { createUnsubscribeTokens } from './unsubscribe.ts';

const anna = {
  slug: 'rivers' as Slug,
  organisation: 'zelena-sava' as OrganisationId,
  delegate: 2,
  address: 'anna@sava.example',
} as Contact;
const reached = (whose: Pick<Contact, 'slug' | 'organisation' | 'delegate'>): Contact => ({ ...anna, ...whose });
const tokens = createUnsubscribeTokens(new Uint8Array(32).fill(7), reached);

it('names the subscriber whom it was made for', () => {
  assert.deepEqual(tokens.read(tokens.of(anna)), anna);
  const general = { ...anna, delegate: 0 };
  assert.deepEqual(tokens.read(tokens.of(general)), general);
});

it('is made by nobody else, and for nobody else', () => {
  const other = createUnsubscribeTokens(new Uint8Array(32).fill(8), reached);
  assert.equal(tokens.read(other.of(anna)), null);
  const [, seal] = tokens.of(anna).split('.');
  const [name] = tokens.of({ ...anna, delegate: 3 }).split('.');
  assert.equal(tokens.read(`${name}.${seal}`), null);
});

it('answers anything that is sent', () => {
  fc.assert(fc.property(fc.string(), (text) => tokens.read(text) === null));
  fc.assert(
    fc.property(fc.nat(tokens.of(anna).length - 1), (at) => {
      const token = tokens.of(anna);
      const changed = `${token.slice(0, at)}${token[at] === 'A' ? 'B' : 'A'}${token.slice(at + 1)}`;
      const read = tokens.read(changed);
      // The last character of base64url may differ in bits that are not used.
      return read === null || at === token.length - 1 || token.indexOf('.') === at + 1;
    }),
  );
});
