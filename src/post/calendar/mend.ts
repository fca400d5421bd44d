/**
 * A calendar part as gateways and lists leave it, made what it was: a list's footer behind its end is cut away, the end that a gateway lost is added, and a
 * name with a colon is quoted again (RFC 5545, section 3.2). A second calendar in the part stays, and is for the reader to refuse.
 */
export const mended = (content: string): string => {
  const lines = content
    .replaceAll(/\r?\n[ \t]/gu, '')
    .split(/\r?\n/u)
    .map((line) => (/^ATTENDEE;/iu.test(line) ? withNameQuoted(line) : line));
  const end = lines.findIndex((line) => isLine(line, 'END:VCALENDAR'));
  const rest = end < 0 ? [] : lines.slice(end + 1);
  if (rest.some((line) => isLine(line, 'BEGIN:VCALENDAR'))) return content;
  if (end >= 0) return lines.slice(0, end + 1).join('\r\n');
  const last = lines.findLastIndex((line) => line.trim() !== '');
  return isLine(lines[last] ?? '', 'END:VEVENT')
    ? [...lines.slice(0, last + 1), 'END:VCALENDAR'].join('\r\n')
    : content;
};

const isLine = (line: string, words: string): boolean => line.trim().toUpperCase() === words;

/** Longer than any line of a person's name and address. */
const MOST_LINE = 2000;

/** Up to the address at the end, everything is parameters. */
const withNameQuoted = (line: string): string => {
  if (line.length > MOST_LINE) return line;
  const [, params = '', address = ''] = /^(.*):(mailto:[^:;"\s]+)$/iu.exec(line) ?? [];
  return address === '' ? line : `${params.replaceAll(/;CN=([^;"]*:[^;"]*)(?=;|$)/giu, ';CN="$1"')}:${address}`;
};
