import assert from 'node:assert/strict';
import type { OrganisationId } from '../../src/base/ids.ts';
import { printedNow } from '../../src/charter/members/names.ts';
import type { Printed } from '../../src/charter/names/printed.ts';
import type { State } from '../../src/charter/state.ts';

/** How an organisation of this name says that it is printed. */
export const printedAs = (name: string): Printed => [{ name, country: 'Македонија' }];

/** As it has stated last. */
export const printedBy = (conference: { readonly state: () => State }, id: OrganisationId): Printed =>
  printedNow(conference.state().organisations.get(id) ?? assert.fail(id));

/** The countries of two founders as their form takes them. */
export const FOUNDERS_COUNTRIES = {
  'founder-1-country': 'MK',
  'founder-1-countryName': 'Македонија',
  'founder-2-country': 'GR',
  'founder-2-countryName': 'Ελλάδα',
};
