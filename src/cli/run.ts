import { type Command, type ExitCode, Failure, Misuse, type Terminal } from './command.ts';
import { Unusable } from '../conference/unusable.ts';
import { complainOf, guarded, sayLines } from './terminal.ts';

/** A command by its name, loaded when it is called. */
export interface CommandEntry {
  readonly name: string;
  readonly summary: string;
  readonly load: () => Promise<Command>;
}

/** Runs the command that the arguments name. Never throws for what a person did; a fault is shown whole and ends in 1. */
export const run = async (
  commands: readonly CommandEntry[],
  version: string,
  [name, ...rest]: readonly string[],
  bare: Terminal,
): Promise<ExitCode> => {
  // Here, so that no command can forget it.
  const terminal = guarded(bare);
  if (name === '--version' || name === '-v') {
    terminal.say(version);
    return 0;
  }
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    sayLines(terminal.say, overview(commands));
    return name === undefined ? 2 : 0;
  }
  const entry = commands.find((command) => `${[name, ...rest].join(' ')} `.startsWith(`${command.name} `));
  if (entry === undefined) {
    const group = commands.filter((command) => command.name.startsWith(`${name} `));
    terminal.complain(group.length > 0 ? `isonomia ${name}: which?` : `isonomia: there is no command “${name}”.`);
    sayLines(terminal.complain, overview(group.length > 0 ? group : commands));
    return 2;
  }
  const args = rest.slice(entry.name.split(' ').length - 1);
  if (args.includes('--help') || args.includes('-h')) {
    sayLines(terminal.say, `isonomia ${entry.name}: ${entry.summary}\n\n${(await entry.load()).help.trim()}`);
    return 0;
  }
  return attempt(entry, args, terminal);
};

const attempt = async (
  { name, load }: CommandEntry,
  args: readonly string[],
  terminal: Terminal,
): Promise<ExitCode> => {
  try {
    return await (await load()).run(args, terminal);
  } catch (error) {
    if (error instanceof Misuse) {
      terminal.complain(error.message);
      terminal.complain(`See: isonomia ${name} --help`);
      return 2;
    }
    if (error instanceof Failure || error instanceof Unusable) {
      terminal.complain(error.message);
      return 1;
    }
    complainOf(terminal, error);
    return 1;
  }
};

const overview = (commands: readonly CommandEntry[]): string => {
  const width = Math.max(...commands.map(({ name }) => name.length)) + 2;
  const lines = commands.map(({ name, summary }) => `  isonomia ${name.padEnd(width)}${summary}`);
  return `${lines.join('\n')}\n\nEach says more with --help. isonomia --version says which one this is.`;
};
