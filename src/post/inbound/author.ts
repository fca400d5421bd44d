import { parseMailAddress } from '../../conference/post/address.ts';
import { type Head, fieldsIn, wordsInField } from './head.ts';
import type { Mailbox } from './mail.ts';

/**
 * The one author whom a head names, or `null` where it names none, several, or one in a way that two readers could take for two (RFC 5322 section 3.4).
 * Groups, routes, comments beside the address, quoted or encoded names before the at sign and unquoted signs in a name are such ways; so is a head that does
 * not read one way.
 */
export const authorIn = (head: Head): Mailbox | null => {
  const [value, second] = fieldsIn(head, 'from');
  if (!head.readsOneWay || value === undefined || second !== undefined || value.length > MOST) return null;
  const { name = '', angled, bare = angled ?? '' } = MAILBOX.exec(value)?.groups ?? {};
  const address = ASCII.test(bare) ? parseMailAddress(bare) : null;
  if (address === null) return null;
  return { name: wordsInField(name.replaceAll(/\\(.)|"/gsu, '$1'), MOST_NAME), address };
};

/** RFC 5322 section 2.1.1: characters of a line; an author needs no second one. */
const MOST = 998;
const MOST_NAME = 200;

/** `Name <address>` or the address alone. A name is made of words, quoted words and remarks in brackets that hold no sign with a meaning of its own. */
const MAILBOX =
  /^(?:(?<name>(?:"(?:[^"\\]|\\.)*"|\([^()"\\<>@,:;]*\)|[^()"\\<>@,:;[\]])*)<(?<angled>[^<>]*)>|(?<bare>[^<>()"\s]*))$/su;

/** Visible ASCII: a name of another alphabet goes over the wire as `xn--`, where it looks like nothing but itself (RFC 5890). */
const ASCII = /^[!-~]+$/u;
