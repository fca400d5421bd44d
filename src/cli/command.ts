import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';

/** What every command of `isonomia` is made of. */

/** How a command ended: 0 as asked; 1 refused, or not as it should be; 2 called in a wrong way. */
export type ExitCode = 0 | 1 | 2;

/** Where a command speaks, a line at a time and without the line feed. Whatever a line holds is shown and not obeyed; see `terminal.ts`. */
export interface Terminal {
  readonly say: (line: string) => void;
  readonly complain: (line: string) => void;
  /** Bytes for another program, to standard output as they are. */
  readonly write: (bytes: Uint8Array) => void;
  readonly read: () => Promise<Uint8Array<ArrayBuffer>>;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

export interface Command {
  /** All that `--help` shows below what the command is for. */
  readonly help: string;
  readonly run: (args: readonly string[], terminal: Terminal) => Promise<ExitCode>;
}

/** The command was called in a wrong way: its message is shown with a pointer to `--help`, exit 2. */
export class Misuse extends Error {
  override readonly name = 'Misuse';
}

/** The command could not do what was asked, for a reason that a person can act on: its message is shown, exit 1. */
export class Failure extends Error {
  override readonly name = 'Failure';
}

/** The named options, and the other arguments, of which there must be from `least` to `most`. @throws Misuse */
export const parsed = <const Options extends ParseArgsOptionsConfig>(
  args: readonly string[],
  options: Options,
  { least = 0, most = least }: { readonly least?: number; readonly most?: number } = {},
) => {
  const { values, positionals } = misuseFrom(() =>
    parseArgs({ args: [...args], options, allowPositionals: true, strict: true }),
  );
  if (positionals.length < least || positionals.length > most) {
    const extra = positionals[most];
    throw new Misuse(extra === undefined ? 'Something is missing.' : `What is “${extra}”?`);
  }
  return { values, positionals: positionals as readonly string[] };
};

const misuseFrom = <T>(parse: () => T): T => {
  try {
    return parse();
  } catch (error) {
    if (error instanceof TypeError && 'code' in error) throw new Misuse(error.message);
    throw error;
  }
};

/** The value of an option that must be given. @throws Misuse */
export const required = (value: string | undefined, option: string): string => {
  if (value === undefined || value === '') throw new Misuse(`--${option} is missing.`);
  return value;
};
