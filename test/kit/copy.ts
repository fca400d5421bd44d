import assert from 'node:assert/strict';
import type { Bytes } from '../../src/base/bytes.ts';
import type { Slug } from '../../src/base/ids.ts';
import type { HostKey } from '../../src/conference/host-key.ts';
import type { Store } from '../../src/conference/ports.ts';
import type { Out } from '../../src/copy/out.ts';
import { type Published, publish } from '../../src/copy/publish.ts';
import { openCopyNode } from '../../src/node-copy.ts';
import type { CopyFolder } from '../../src/record/verify-copy.ts';
import { LANGUAGES } from '../../src/web/messages/index.ts';

/** Copies of a conference's public site, in memory. */

export const outOf = (files: Map<string, Bytes>): Out => ({
  read: async (name) => files.get(name) ?? null,
  write: async (name, bytes) => void files.set(name, bytes),
  remove: async (name) => void files.delete(name),
  done: async () => undefined,
  undo: async () => undefined,
});

export const copyIn = (files: ReadonlyMap<string, Bytes>): CopyFolder => ({
  names: async () => [...files.keys()],
  read: async (name) => files.get(name) ?? assert.fail(`${name} is not there`),
});

/** Publishes into these files. Fails where it could not be done. */
export const copied = async (
  { store, hostKey }: { readonly store: Store; readonly hostKey: HostKey },
  files: Map<string, Bytes>,
  {
    slug = 'sample',
    origin = 'https://conference.example',
    paper = true,
    onAsked = () => undefined,
  }: {
    readonly slug?: string;
    readonly origin?: string;
    readonly paper?: boolean;
    readonly onAsked?: (address: string) => void;
  } = {},
): Promise<Published> => {
  const version = '0.0.0';
  const node = await openCopyNode({ records: store, hostKey, slug: slug as Slug, version, origin });
  assert.ok(node !== null);
  try {
    const { conference } = node;
    const ask: typeof node.ask = (link) => {
      onAsked(link.address);
      return node.ask(link);
    };
    const deps = { conference, ask, hostKey, out: outOf(files), languages: LANGUAGES, paper };
    const published = await publish(deps, { version, origin });
    return typeof published === 'string' ? assert.fail(published) : published;
  } finally {
    await node.close();
  }
};
