/**
 * Addresses that lead away. One may be followed when where it leads can be read off it by eye and means the same to every reader of it: `https` or `http`
 * with a host in ASCII (a name in other letters stands as punycode), no name or password before it, and nothing that readers repair in ways of their own;
 * or `mailto` with one address alone.
 */

const LABEL = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const NAME = new RegExp(String.raw`^(?:${LABEL}\.)*(?=[a-z])${LABEL}$`, 'u');
const QUAD = /^(?:(?:0|[1-9]\d{0,2})\.){3}(?:0|[1-9]\d{0,2})$/u;
const MOST_HOST = 253;

const WEB = /^https?:\/\/([^/?#:@\\]*)(?::(\d{1,5}))?(?=[/?#]|$)/iu;
const MAIL = /^mailto:([\w.!#$&'*+/=^{|}~-]{1,64})@([^/?#:@\\]*)$/iu;

/** In small letters of ASCII; no table of the engine is asked, for records hang on the answer. */
const small = (host: string): string =>
  host.replaceAll(/[A-Z]/gu, (capital) => String.fromCharCode(capital.charCodeAt(0) + 32));

const isHost = (host: string): boolean => host.length <= MOST_HOST && (NAME.test(host) || QUAD.test(host));

/** Where an address leads, for people to read: `example.org`, `example.org:8443`, `name@example.org`. `null`: it is none that may be followed. */
export const leadsTo = (address: string): string | null => {
  const web = WEB.exec(address);
  if (web !== null) {
    const host = small(web[1] ?? '');
    return isHost(host) ? `${host}${web[2] === undefined ? '' : `:${web[2]}`}` : null;
  }
  const mail = MAIL.exec(address);
  const host = small(mail?.[2] ?? '');
  return mail !== null && isHost(host) ? `${mail[1]}@${host}` : null;
};

/**
 * What people write where something is joined online: a scheme, a host with a path, `www.`, an address of mail. Telephone numbers and codes are words. What is
 * not ASCII counts as a letter: no table of the engine is asked.
 */
const LETTER = String.raw`A-Za-z\u{80}-\u{10ffff}`;
const LEADS = new RegExp(
  String.raw`:\/\/|\bwww\.|[^ @]@[^ @]+\.|[${LETTER}\d]\.[${LETTER}]{2,24}(?::\d+)?\/[^ ]`,
  'iu',
);

/** Whether words for a place hold something by which it is joined. */
export const leadsOnline = (words: string): boolean => LEADS.test(words);
