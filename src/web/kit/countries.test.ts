import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { COUNTRIES, countryTyped } from './countries.ts';
import { messagesIn } from '../messages/index.ts';
import { countryName } from './words.ts';
import { zoneTyped } from './zone-typed.ts';

describe('a country that is typed', () => {
  it('is found by its name in each language of the pages, in its own, and by its code, whatever case and accents', () => {
    for (const typed of ['Greece', 'greece', 'Ελλάδα', 'ΕΛΛΑΔΑ', 'ελλαδα', 'GR', 'gr', ' Greece '])
      assert.equal(countryTyped(typed), 'GR', typed);
    for (const [typed, code] of [
      ['Hrvatska', 'HR'],
      ['Κροατία', 'HR'],
      ['България', 'BG'],
      ["cote d'ivoire", 'CI'],
      ['Aland islands', 'AX'],
      ['Kosovë', 'XK'],
    ] as const)
      assert.equal(countryTyped(typed), code, typed);
  });

  it('is each of them by every name that the lists show', () => {
    for (const language of ['en', 'el'] as const)
      for (const code of COUNTRIES)
        assert.equal(countryTyped(countryName({ t: messagesIn(language) }, code)), code, `${language} ${code}`);
  });

  it('is none where no country is called so, or several may be', () => {
    for (const typed of ['', 'Atlantis', 'Congo', 'G', 'Europe', '…']) assert.equal(countryTyped(typed), null, typed);
  });
});

describe('a time zone that is typed', () => {
  it('is found by its town, its name, or a country that has only one', () => {
    for (const typed of ['Europe/Athens', 'europe/athens', 'Athens', 'athens', 'Greece', 'Ελλάδα', 'GR'])
      assert.equal(zoneTyped(typed), 'Europe/Athens', typed);
    assert.equal(zoneTyped('New York'), 'America/New_York');
    assert.equal(zoneTyped('America/New York'), 'America/New_York');
    assert.equal(zoneTyped('UTC'), 'UTC');
  });

  it('is none where there is none, or a country has several', () => {
    for (const typed of ['', 'Nowhere', 'Europe/Nowhere', 'Russia', 'United States', '+02:00'])
      assert.equal(zoneTyped(typed), null, typed);
  });
});
