import { writeFile } from 'node:fs/promises';
import { base64, fromUtf8, utf8 } from '../base/bytes.ts';
import type { OrganisationId, Slug } from '../base/ids.ts';
import { normalized } from '../base/normal-form.ts';
import { rfc3339 } from '../base/time.ts';
import { erased } from '../charter/members/erasure.ts';
import { stillClock } from '../conference/clock.ts';
import { createHost } from '../conference/host.ts';
import { type Keeps, delegateAs, forget, keptOf } from '../conference/personal.ts';
import type { Sessions } from '../conference/ports.ts';
import { parseMailAddress } from '../conference/post/address.ts';
import type { Person } from '../conference/post/personal.ts';
import type { Tray } from '../conference/post/tray.ts';
import type { Conference } from '../conference/types.ts';
import { type Command, Failure, Misuse, parsed, required } from './command.ts';
import { type FolderDeps, folderIn, slugIn } from './folder.ts';
import { takeFolder } from './take-folder.ts';

/** What a node keeps of one person, written out or forgotten, for whoever runs it and is asked to. See decision 51. */

export interface PersonalFolder extends Keeps {
  readonly sessions: Pick<Sessions, 'of' | 'marks' | 'remove'>;
  readonly post: (NonNullable<Keeps['post']> & { readonly tray: Pick<Tray, 'raw'> }) | null;
  readonly close: () => Promise<void>;
}

export interface PersonalDeps extends FolderDeps {
  /** Opens what a data folder keeps beside the records. */
  readonly openBeside: (folder: string) => Promise<PersonalFolder>;
}

const WHOM = `  --data DIR          the data folder (./data)
  --conference SLUG   the conference's name in addresses
  --organisation ID   and
  --delegate N        the delegate, by the organisation's id and their number; or
  --address MAIL      whoever that address is of, delegate or not`;

const OPTIONS = {
  data: { type: 'string' },
  conference: { type: 'string' },
  organisation: { type: 'string' },
  delegate: { type: 'string' },
  address: { type: 'string' },
  out: { type: 'string' },
  reason: { type: 'string' },
} as const;

type Values = { readonly [K in keyof typeof OPTIONS]?: string | undefined };

/** Whom the options name. @throws Misuse, Failure */
const personIn = (values: Values, keeps: Keeps, { slug, state }: Conference): Person => {
  if (values.address !== undefined) {
    const address = parseMailAddress(values.address);
    if (address === null) throw new Misuse(`“${values.address}” is no mail address.`);
    return { slug, delegate: null, addresses: [address] };
  }
  const organisation = required(values.organisation, 'organisation') as OrganisationId;
  const number = Number(required(values.delegate, 'delegate'));
  if (state().organisations.get(organisation)?.delegates[number - 1] === undefined)
    throw new Failure(`“${organisation}” has no delegate ${values.delegate} in this conference.`);
  return delegateAs(keeps, slug, { organisation, number });
};

interface Opened {
  readonly conference: Conference;
  readonly beside: PersonalFolder;
}

/** Opens a data folder that no node is serving, for one piece of work. @throws Failure */
const within = async (
  { openFolder, openBeside }: PersonalDeps,
  data: string,
  slug: Slug,
  work: (opened: Opened) => Promise<void>,
): Promise<void> => {
  const letGo = takeFolder(data);
  try {
    const { store, hostKey, close } = await openFolder(data);
    const beside = await openBeside(data);
    try {
      const host = await createHost({ store, hostKey, origin: 'http://localhost', clock: stillClock });
      const conference = host.conference(slug);
      if (conference === null) throw new Failure(`There is no conference “${slug}” here.`);
      await work({ conference, beside });
      await host.close();
    } finally {
      await beside.close();
      await close();
    }
  } finally {
    letGo();
  }
};

/** Entries of the record that a delegate made. */
const madeBy = async (conference: Conference, { delegate }: Person): Promise<readonly number[]> => {
  const made: number[] = [];
  if (delegate === null) return made;
  for (let index = 0; index < conference.state().size; index += 1) {
    const { by } = (await conference.entry(index))?.act ?? {};
    if (by?.organisation === delegate.organisation && by.delegate === delegate.number) made.push(index);
  }
  return made;
};

/** Times as people read them; they stand under these names in what is kept. */
const TIMES = new Set(['at', 'appointed', 'recalled', 'created', 'expires', 'queued', 'next', 'since', 'until']);

const written = (key: string, value: unknown): unknown =>
  TIMES.has(key) && typeof value === 'number' ? rfc3339(value as Parameters<typeof rfc3339>[0]) : value;

export const personalExportCommand = (deps: PersonalDeps): Command => ({
  help: `
isonomia personal export --data DIR --conference SLUG WHOM [--out FILE]

Writes what this node keeps of one person as JSON: how they are reached, mail to them and from them, open sessions, how
far they have read, drafts that they changed last, their name and keys, and which entries of the record they made. No node may be serving the data
folder meanwhile.

${WHOM}
  --out FILE          where it is written, for its owner alone; by default it is shown`,
  run: async (args, { write }) => {
    const { values } = parsed(args, OPTIONS);
    const slug = slugIn(required(values.conference, 'conference'));
    await within(deps, folderIn(values.data), slug, async ({ conference, beside }) => {
      const person = personIn(values, beside, conference);
      const kept = await keptOf(beside, conference, person, stillClock.now());
      const received = kept.received.map((mail) => {
        const raw = beside.post?.tray.raw(slug, mail.id) ?? new Uint8Array();
        return { ...mail, raw: fromUtf8(raw) ?? { base64: base64(raw) } };
      });
      const entries = await madeBy(conference, person);
      const json = `${JSON.stringify({ ...kept, received, entries }, written, 2)}\n`;
      if (values.out === undefined) write(utf8(json));
      else await writeFile(values.out, json, { mode: 0o600, flag: 'wx' });
    });
    return 0;
  },
});

export const personalEraseCommand = (deps: PersonalDeps): Command => ({
  help: `
isonomia personal erase --data DIR --conference SLUG WHOM [--reason WORDS]

Forgets for good how one person is reached, mail to them and from them, and their sessions. What is on the record stands, and
every proof with it; what they brought beside it is erased by “isonomia erase”. With --reason their name is erased too, and
the record says so. No node may be serving the data folder meanwhile; copies and backups elsewhere are not reached.

${WHOM}
  --reason WORDS      why the name of the delegate is erased; stands on the record for ever`,
  run: async (args, { say }) => {
    const { values } = parsed(args, OPTIONS);
    const slug = slugIn(required(values.conference, 'conference'));
    await within(deps, folderIn(values.data), slug, async ({ conference, beside }) => {
      const now = stillClock.now();
      const person = personIn(values, beside, conference);
      const kept = await keptOf(beside, conference, person, now);
      await eraseName(conference, kept.delegate?.nameHash ?? null, values.reason, say);
      await forget(beside, person, now);
      const { delegate } = person;
      const sessions = delegate === null ? [] : beside.sessions.of(slug, delegate.organisation, delegate.number, now);
      for (const { tokenHash } of sessions) beside.sessions.remove(tokenHash);
      say(
        `Forgotten: ${kept.contacts.length} addresses, ${kept.subscriptions.length} periodicals by mail, ${kept.sent.length} mails to them, ${kept.received.length} from them, ${sessions.length} sessions.`,
      );
    });
    return 0;
  },
});

const eraseName = async (
  conference: Conference,
  attachment: string | null,
  given: string | undefined,
  say: (line: string) => void,
): Promise<void> => {
  if (given === undefined) return;
  if (attachment === null) return say('No name of theirs is kept beside the record.');
  const body = erased.body.safeParse({ attachment, reason: normalized(given.trim()) });
  if (!body.success) throw new Misuse('--reason is of 1 to 1,000 characters, none of them hidden.');
  const done = await conference.attest('host.erased', body.data);
  if (!done.ok) throw new Failure(`Nothing was erased: ${done.error.kind}.`);
  say(`Their name is erased; entry ${done.value.index} of the record says so.`);
};
