import type { OrganisationId } from '../base/ids.ts';

/** The address of a page as it stands in a mail: with the organisation that the mail went to, so that whoever opens it while signed in for another is told so. */
export const linkFor = (address: string, organisation: OrganisationId): string => {
  const url = new URL(address);
  url.searchParams.set('for', organisation);
  return url.href;
};
