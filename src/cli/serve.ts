import { type Command, Failure, Misuse, parsed } from './command.ts';
import { SETTINGS, type Settings, readSettings } from './settings.ts';

/** A node that listens. */
export interface Running {
  /** Where it can be reached. */
  readonly origin: string;
  /** By which a conference can be founded; `null` where there is one. */
  readonly foundingLink: string | null;
  /** Answers what has been asked, and ends. */
  readonly close: () => Promise<void>;
}

export interface ServeDeps {
  /** @throws Failure for what a person can put right */
  readonly startNode: (settings: Settings) => Promise<Running>;
  /** Resolves when the process is told to end. */
  readonly toldToEnd: () => Promise<void>;
}

const helpOf = ({ option, environment, value, otherwise, says }: (typeof SETTINGS)[number]): string =>
  `  --${option}${value === null ? '' : ` ${value}`}\n      ${says}\n      ${environment}; by default ${otherwise}.`;

export const serveCommand = ({ startNode, toldToEnd }: ServeDeps): Command => ({
  name: 'serve',
  summary: 'Serve the conferences of a data folder.',
  help: `
isonomia serve [settings]

Each setting is an option or a variable of the environment; the option counts first.

${SETTINGS.map(helpOf).join('\n')}`,
  run: async (args, { say, environment }) => {
    const { values } = parsed(args, {
      origin: { type: 'string' },
      listen: { type: 'string' },
      data: { type: 'string' },
      proxy: { type: 'string' },
      limits: { type: 'string' },
      sample: { type: 'boolean' },
    });
    const settings = readSettings(values, environment);
    if (!settings.ok) throw new Misuse(settings.error);
    const ending = toldToEnd();
    const running = await startNode(settings.value);
    say(`Isonomia is at ${running.origin}`);
    if (settings.value.sample) say(`The sample conference is at ${running.origin}/sample`);
    if (running.foundingLink !== null) say(`Found a conference, once, by this link: ${running.foundingLink}`);
    await ending;
    await running.close();
    return 0;
  },
});

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
