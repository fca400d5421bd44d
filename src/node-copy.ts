import type { Slug } from './base/ids.ts';
import { type Instant, instant } from './base/time.ts';
import type { HostKey } from './conference/host-key.ts';
import { NO_LIMITS } from './conference/door/limits.ts';
import { unlessHalted } from './conference/halted.ts';
import type { Clock, Sessions, Store } from './conference/ports.ts';
import type { Conference } from './conference/types.ts';
import type { Answered } from './copy/copy.ts';
import type { Link } from './copy/made.ts';
import { createNode } from './node.ts';
import { openSearchIndexes } from './store/search/indexes.ts';
import { createMemoryDrafts } from './store/memory/drafts.ts';
import { createMemoryReadingMarks } from './store/memory/reading-marks.ts';

/** A node that nobody reaches and nobody is signed in to, which answers as the public would be answered: the pages of a copy are made by it. */

export interface CopyNodeDeps {
  readonly records: Store;
  readonly hostKey: HostKey;
  readonly slug: Slug;
  readonly version: string;
  /** Where the conference itself is. */
  readonly origin: string;
}

export interface CopyNode {
  readonly conference: Conference;
  readonly ask: (link: Link) => Promise<Answered>;
  readonly close: () => Promise<void>;
}

/** `null`: there is no such conference. @throws Unusable where it is halted */
export const openCopyNode = async ({
  records,
  hostKey,
  slug,
  version,
  origin,
}: CopyNodeDeps): Promise<CopyNode | null> => {
  let fault: Error | null = null;
  let now: Instant = instant(0);
  // Nothing falls due, and it is the time of the last entry: the same record gives the same pages.
  const clock: Clock = { now: () => now, at: () => () => undefined };
  const node = await createNode({
    kept: { records, sessions: NOBODY, drafts: createMemoryDrafts() },
    openIndexes: () => openSearchIndexes(null),
    hostKey,
    clock,
    limits: NO_LIMITS,
    origin,
    proxies: 0,
    version,
    sample: null,
    founding: () => ({ isOpen: () => false, spend: () => false }),
    openPost: null,
    copy: true,
    onFault: (met) => (fault ??= met instanceof Error ? met : new Error(String(met))),
  });
  const conference = unlessHalted(node.host, slug);
  if (conference === null) {
    await node.close();
    return null;
  }
  now = conference.state().time;
  return {
    conference,
    ask: async ({ address, language }) => {
      const answer = await node.fetch(new Request(origin + address, { headers: { 'accept-language': language } }));
      if (fault !== null) throw fault;
      const type = answer.headers.get('content-type')?.split(';')[0] ?? '';
      return {
        status: answer.status,
        location: answer.headers.get('location'),
        type,
        bytes: new Uint8Array(await answer.arrayBuffer()),
      };
    },
    close: node.close,
  };
};

const NOBODY: Sessions = {
  put: () => undefined,
  get: () => null,
  remove: () => undefined,
  of: () => [],
  expire: () => undefined,
  marks: createMemoryReadingMarks(),
};
