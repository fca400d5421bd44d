import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { HostKey } from '../conference/host-key.ts';
import type { Store } from '../conference/ports.ts';
import { type Slug, slugSchema } from '../base/ids.ts';
import { Failure, Misuse } from './command.ts';

/** A data folder that was opened: the records in it, and the key of the host that keeps them. */
export interface DataFolder {
  readonly store: Store;
  readonly hostKey: HostKey;
  readonly close: () => Promise<void>;
}

export interface FolderDeps {
  /** Opens a data folder, making it where it is missing. */
  readonly openFolder: (folder: string) => Promise<DataFolder>;
}

/** The path of a data folder that must be there. @throws Failure */
export const folderIn = (given: string | undefined): string => {
  const folder = resolve(given ?? './data');
  if (!existsSync(folder)) throw new Failure(`There is no folder ${folder}.`);
  return folder;
};

/** @throws Misuse */
export const slugIn = (text: string): Slug => {
  const slug = slugSchema.safeParse(text);
  if (slug.success) return slug.data;
  throw new Misuse(`“${text}” cannot name a conference: lower-case letters, digits and hyphens, 40 at most.`);
};
