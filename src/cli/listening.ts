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

/** What can go wrong when a node begins to listen, in words that name the setting; `null` for anything else. */
export const listeningFailure = (code: string | undefined, { host, port }: Settings['listen']): Failure | null => {
  const why = code === undefined ? undefined : LISTENING[code];
  return why === undefined ? null : new Failure(`--listen ${host}:${port}: ${why}`);
};

const LISTENING: Readonly<Record<string, string>> = {
  EADDRINUSE: 'something else listens there already.',
  EADDRNOTAVAIL: 'this machine does not have that address.',
  ENOTFOUND: 'this machine does not have that address.',
  EACCES: 'this user may not listen there.',
};
