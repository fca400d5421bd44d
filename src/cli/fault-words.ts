import { fileURLToPath } from 'node:url';
import { Unusable } from '../conference/unusable.ts';

/**
 * What may be written down of a fault: where it was thrown, by which codes the machine and SQLite know it, and what our own code says of it. What a library or the engine says may
 * quote what somebody sent, and is left out; so is what looks like a person's in our own words.
 */
export interface FaultWords {
  readonly name: string;
  readonly message?: string;
  readonly code?: string;
  readonly call?: string;
  /** Where it was thrown, and where what it came of was. */
  readonly at: readonly string[];
}

/** The most lines of where it was thrown, and characters of what is said. */
export const MOST_LINES = 12;
export const MOST_SAID = 200;

export const wordsOfFault = (fault: unknown): FaultWords => {
  if (!(fault instanceof Error)) return { name: `a thrown ${typeof fault}`, at: [] };
  const chain = causes(fault);
  const coded = chain.map((one) => one as NodeJS.ErrnoException & { readonly errcode?: unknown });
  const code = coded.flatMap(({ code, errcode }) =>
    Number.isInteger(errcode) ? [`SQLite ${String(errcode)}`] : known(code),
  )[0];
  const call = coded.flatMap(({ syscall }) => known(syscall))[0];
  const message = chain
    .filter(isOurs)
    .map((one) => (one instanceof Unusable ? one.message : withoutPeople(one.message)))
    .join(': ');
  return {
    name: known(fault.name)[0] ?? 'Error',
    ...(message === '' ? {} : { message }),
    ...(code === undefined ? {} : { code }),
    ...(call === undefined ? {} : { call }),
    at: chain.flatMap(framesOf).slice(0, MOST_LINES),
  };
};

const causes = (fault: Error): readonly Error[] => {
  const chain: Error[] = [];
  for (let one: unknown = fault; one instanceof Error && chain.length < 5; one = one.cause) chain.push(one);
  return chain;
};

/** A word of a program, not of a person. */
const known = (word: unknown): readonly string[] =>
  typeof word === 'string' && /^\w{1,40}$/u.test(word) ? [word] : [];

const OURS: ReadonlySet<string> = new Set([
  'Error',
  'TypeError',
  'RangeError',
  'SigningStopped',
  'SizeConflict',
  'Taken',
  'Unusable',
]);

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Without what it says, which may hold lines that look like these. */
const framesOf = ({ stack = '', message }: Error): readonly string[] =>
  [...stack.slice(stack.indexOf(message) + message.length).matchAll(/\n\s+at (?<frame>[^\n]*)/gu)].map(({ groups }) =>
    (groups?.['frame'] ?? '').replaceAll('file://', '').replaceAll(ROOT, ''),
  );

/** Thrown by code of this program, not by a library's or the engine's, some of which name our line as theirs. */
const isOurs = (fault: Error): boolean => {
  if (!OURS.has(fault.name)) return false;
  const thrown = framesOf(fault)[0] ?? '';
  return thrown !== '' && !/node:|node_modules|<anonymous>|\bnative\b/u.test(thrown);
};

/** What stands in quotation marks or brackets, mail and network addresses, and whatever is long enough for a key. */
const PEOPLE =
  /“[^”]*”|"[^"]*"|'[^']*'|«[^»]*»|`[^`]*`|<[^>]*>|\S*@\S*|\b\d{1,3}(?:\.\d{1,3}){3}\b|\b[0-9a-f]*:[0-9a-f:]{2,}\b|[\w+/=-]{32,}|[^\p{ASCII}\p{Pd}…’]+/giu;

const withoutPeople = (text: string): string => text.replaceAll(PEOPLE, '…').slice(0, MOST_SAID);
