/** Content lines of iCalendar (RFC 5545, section 3.1): name, parameters, value. */

export type Parameters = Readonly<Record<string, string>>;

/** A line with a value that is written as it is: dates, numbers, words of the standard. */
export const line = (name: string, value: string, parameters: Parameters = {}): string =>
  fold(`${name}${written(parameters)}:${plain(value)}`);

/** A line whose value is somebody's words. */
export const textLine = (name: string, words: string, parameters: Parameters = {}): string =>
  line(name, escapeText(words), parameters);

/** A line whose value is an address. @throws TypeError for what is none */
export const uriLine = (name: string, uri: string, parameters: Parameters = {}): string =>
  line(name, new URL(uri).href, parameters);

/** RFC 5545, section 3.3.11. */
const escapeText = (words: string): string =>
  words
    .replaceAll(/\r\n?/gu, '\n')
    .replaceAll(/[\\;,]/gu, String.raw`\$&`)
    .replaceAll('\n', String.raw`\n`);

/** Programs disagree on how a parameter holds these (RFC 6868 came late), so it holds what looks alike. */
const ALIKE: Readonly<Record<string, string>> = { '"': '’', '^': 'ˆ', '\\': '∖' };

const written = (parameters: Parameters): string =>
  Object.entries(parameters)
    .map(([name, value]) => {
      const safe = plain(value.replaceAll(/\s+/gu, ' ')).replaceAll(/["^\\]/gu, (character) => ALIKE[character] ?? '');
      return `;${name}=${/[:;,]|[^\x21-\x7e]/u.test(safe) ? `"${safe}"` : safe}`;
    })
    .join('');

/** Without control characters, which no line may hold, and without halves of characters. */
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const plain = (value: string): string => value.toWellFormed().replaceAll(/[\u0000-\u001f\u007f]/gu, '');

const MOST_OCTETS = 75;

/** Lines of at most 75 octets, broken between characters. */
const fold = (line: string): string => {
  let folded = '';
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > MOST_OCTETS) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return `${folded}\r\n`;
};

/** In UTF-8. */
const octetsOf = (character: string): number => {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
};
