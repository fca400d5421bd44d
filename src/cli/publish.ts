import { resolve } from 'node:path';
import type { Slug } from '../base/ids.ts';
import { fingerprint } from '../record/public-key.ts';
import { type Command, Failure, Misuse, parsed, required } from './command.ts';
import { type DataFolder, type FolderDeps, folderIn, noConference, only, slugIn } from './folder.ts';
import { originIn } from './settings.ts';

/** How a copy came out. */
interface Published {
  readonly files: number;
  readonly written: number;
  readonly removed: number;
  readonly size: number;
  readonly broken: readonly { readonly address: string; readonly status: number }[];
}

export interface PublishDeps extends FolderDeps {
  /** Writes the public site of the one conference in a folder into the folder `out`; says what is in the way where something is. */
  readonly publish: (
    folder: Pick<DataFolder, 'store' | 'hostKey'>,
    of: { readonly slug: Slug; readonly out: string; readonly origin: string; readonly paper: boolean },
  ) => Promise<Published | 'no-conference' | keyof typeof IN_THE_WAY>;
}

export const publishCommand = ({ publish, openFolder }: PublishDeps): Command => ({
  help: `
isonomia publish --data DIR --conference SLUG --out DIR --origin URL [--no-paper]

Writes the public site of a conference as files that need no server: its pages in every language, its documents, its proofs, and a page that checks them all. Any web server
can serve them, and a browser opens them from the folder. The host signs the list of the files; “isonomia verify DIR” checks them. Run again on the same folder it makes only what has
changed. The node may go on serving meanwhile.

  --data DIR          the data folder (./data)
  --conference SLUG   the conference's name in addresses
  --out DIR           a folder that is empty, not there yet, or a copy of the same conference
  --origin URL        the address at which the node serves the conference: documents print it, and what needs a server is linked there
  --no-paper          without files for Word and paper, which take most of the time; they are linked there, too`,
  run: async (args, { say, complain }) => {
    const { values } = parsed(args, {
      data: { type: 'string' },
      conference: { type: 'string' },
      out: { type: 'string' },
      origin: { type: 'string' },
      'no-paper': { type: 'boolean' },
    });
    const slug = slugIn(required(values.conference, 'conference'));
    const out = resolve(required(values.out, 'out'));
    const origin = originIn(required(values.origin, 'origin'));
    if (origin === null)
      throw new Misuse(`“${values.origin}” is no address of a site, such as https://conference.example.`);
    const folder = await openFolder(folderIn(values.data));
    try {
      const { store, hostKey } = folder;
      const published = await publish(
        { store: only(store, slug), hostKey },
        { slug, out, origin, paper: values['no-paper'] !== true },
      );
      if (published === 'no-conference') throw await noConference(store, slug);
      if (typeof published === 'string') throw new Failure(IN_THE_WAY[published](out));
      const { files, written, removed, size, broken } = published;
      for (const { address, status } of broken) complain(`A page links to ${address}, which answers ${status}.`);
      say(`${out} holds ${files} files of a record of ${size} entries: ${written} written, ${removed} removed`);
      say(`  signed by   ${fingerprint(hostKey.publicKey)}`);
      return broken.length > 0 ? 1 : 0;
    } finally {
      await folder.close();
    }
  },
});

const IN_THE_WAY = {
  'not-empty': (out: string) => `${out} is not empty, and no copy of a conference.`,
  'another-conference': (out: string) => `${out} holds a copy of another conference.`,
  'not-founded': () => 'The conference is not founded yet: there is nothing to publish.',
} as const;
