import { type Command, Misuse, parsed } from './command.ts';
import type { Running } from './listening.ts';
import { SETTINGS, type Settings, readSettings } from './settings.ts';

export interface ServeDeps {
  /** @throws Failure for what a person can put right */
  readonly startNode: (settings: Settings) => Promise<Running>;
  /** Resolves when the process is told to end. */
  readonly toldToEnd: () => Promise<void>;
}

const helpOf = ({ option, environment, value, otherwise, says }: (typeof SETTINGS)[number]): string =>
  `  --${option}${value === null ? '' : ` ${value}`}\n      ${says}\n      ${environment}; by default ${otherwise}.`;

export const serveCommand = ({ startNode, toldToEnd }: ServeDeps): Command => ({
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
      mail: { type: 'string' },
      smtp: { type: 'string' },
      'mail-in': { type: 'string' },
    });
    const settings = readSettings(values, environment);
    if (!settings.ok) throw new Misuse(settings.error);
    const ending = toldToEnd();
    const running = await Promise.race([startNode(settings.value), ending.then(() => null)]);
    // Told to end before it had begun: all that was written by then is whole.
    if (running === null) return 0;
    say(`Isonomia is at ${running.origin}`);
    if (settings.value.sample) say(`The sample conference is at ${running.origin}/sample`);
    if (running.foundingLink !== null) say(`Found a conference, once, by this link: ${running.foundingLink}`);
    await ending;
    await running.close();
    return 0;
  },
});
