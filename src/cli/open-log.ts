import { instant } from '../base/time.ts';
import type { OnFault } from '../conference/about.ts';
import type { Terminal } from './command.ts';
import { createFaultLog } from './fault-log.ts';
import { type Log, createLog } from './log.ts';
import { complainAtLength, guarded } from './terminal.ts';

/** Where a node writes down what happens to it, and its faults among that: a program reads it, or a person at a terminal. */
export const openLog = (terminal: Terminal, isTerminal: boolean): { readonly log: Log; readonly onFault: OnFault } => {
  const write = (text: string): void => complainAtLength(guarded(terminal), text);
  const log = createLog({ write, now: () => instant(Date.now()), as: isTerminal ? 'words' : 'json' });
  return { log, onFault: createFaultLog({ log, now: () => instant(performance.now()) }) };
};
