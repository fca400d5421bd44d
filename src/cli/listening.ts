import { Failure } from './command.ts';
import type { Settings } from './settings.ts';

/** A node that listens. */
export interface Running {
  /** Where it can be reached. */
  readonly origin: string;
  /** By which a conference can be founded; `null` where there is one. */
  readonly foundingLink: string | null;
  /** Answers what has been asked, and ends. */
  readonly close: () => Promise<void>;
}

/** What can go wrong when a node begins to listen, in words that name the setting; the error itself where it is anything else. */
export const listeningFailure = (
  error: NodeJS.ErrnoException,
  setting: '--listen' | '--mail-in',
  { host, port }: Settings['listen'],
): Error => {
  const why = LISTENING[error.code ?? ''];
  const isListening = error.syscall === 'listen' || error.syscall === 'getaddrinfo';
  return why === undefined || !isListening ? error : new Failure(`${setting} ${host}:${port}: ${why}`);
};

const LISTENING: Readonly<Record<string, string>> = {
  EADDRINUSE: 'something else listens there already: end that one, or choose another port.',
  EADDRNOTAVAIL: 'this machine does not have that address: choose one that it has.',
  ENOTFOUND: 'this machine does not have that address: choose one that it has.',
  EACCES: 'this user may not listen there: choose a port above 1023.',
};
