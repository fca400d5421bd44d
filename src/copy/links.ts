/**
 * The links of what the pages answered, written for files. The markup is our own and escaped by default: whatever anybody wrote, a quotation mark in it is `&quot;`,
 * so that an attribute found here is one that a page made.
 */

/** Where a link leads now. */
export type Leads = (address: string) => string;

const ATTRIBUTE = /(\s)(href|src)="([^"]*)"/gu;
const IN_STYLE = /url\((['"]?)([^'")]+)\1\)/gu;

/** A page whose links lead where `leads` says. */
export const ledInPage = (markup: string, leads: Leads): string =>
  markup.replaceAll(ATTRIBUTE, (whole, space: string, name: string, value: string) => {
    const address = decoded(value);
    if (!isAddress(address)) return whole;
    const [path = '', fragment] = address.split('#', 2);
    const to = path === '' ? '' : leads(path);
    return `${space}${name}="${encoded(fragment === undefined ? to : `${to}#${fragment}`)}"`;
  });

/** A style sheet, likewise. */
export const ledInStyle = (style: string, leads: Leads): string =>
  style.replaceAll(IN_STYLE, (whole, _mark: string, address: string) => {
    return isAddress(address) ? `url("${leads(address)}")` : whole;
  });

/** What stands on this site; data, mail and other sites are left as they are. */
const isAddress = (address: string): boolean => /^[/?#](?!\/)/u.test(address);

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

const decoded = (markup: string): string =>
  markup.replaceAll(/&(?:amp|lt|gt|quot|#39);/gu, (entity) => ENTITIES[entity] ?? entity);

const encoded = (address: string): string => address.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
