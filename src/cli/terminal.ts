import { inspect } from 'node:util';
import type { Terminal } from './command.ts';

/** The edge between the commands and a person's terminal, which takes some characters for orders. */

/**
 * By their Unicode properties: controls, among them line feeds and ESC; format characters, among them those that turn the direction of writing;
 * line separators; what shows nothing, or as nothing in particular; and every space but the usual one.
 */
const UNSHOWN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]|(?! )\p{Zs}/gu;

/** One line as a terminal may show it: what is not simply seen stands as `\u{…}`. */
export const printable = (line: string): string => line.replaceAll(UNSHOWN, escaped);

const escaped = (characters: string): string =>
  Array.from(characters, (one) => `\\u{${(one.codePointAt(0) ?? 0).toString(16)}}`).join('');

/** The most characters of a name that are shown. */
const MOST = 120;

/**
 * A name from outside, for the middle of a sentence: unless it is plain, marked where it begins and ends, and with no run of spaces that would push
 * the rest of it to where a line of our own begins.
 */
export const shown = (name: string): string => {
  if (PLAIN.test(name)) return name;
  const short = name.length > MOST ? `${name.slice(0, MOST)}…` : name;
  return `“${short.replaceAll(/[“”]| {2,}/gu, (found) => escaped(found))}”`;
};

const PLAIN = /^[\w./:+-]{1,120}$/u;

/** A terminal that shows each line as one line and obeys nothing in it. Bytes for another program go out as they are. */
export const guarded = (terminal: Terminal): Terminal => ({
  ...terminal,
  say: (line) => terminal.say(printable(line)),
  complain: (line) => terminal.complain(printable(line)),
});

/** Says a text of several lines of our own. */
export const sayLines = (say: Terminal['say'], text: string): void => {
  for (const line of text.split('\n')) say(line);
};

/** A fault, whole, for whoever mends it. */
export const complainOf = (terminal: Terminal, fault: unknown): void => complainAtLength(terminal, inspect(fault));

/** A text of several lines. Whatever it holds, no line but the first begins at the margin. */
export const complainAtLength = ({ complain }: Terminal, text: string): void =>
  sayLines(complain, text.replaceAll('\n', '\n  '));
