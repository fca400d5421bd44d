import type { OrganisationId, Slug } from '../../src/base/ids.ts';
import { DAY, after } from '../../src/base/time.ts';
import { type Step, given } from '../../src/charter/spec/spec.ts';
import type { Wordings } from '../../src/conference/post/digest.ts';
import type { Conference, RecordEntry } from '../../src/conference/types.ts';
import { type Digest, selectDigest } from '../../src/post/digest/select.ts';

/** Digests of a conference that these steps led to, for tests. */
export interface Scene {
  readonly conference: Conference;
  readonly entries: readonly RecordEntry[];
  /** The index of the first entry after the founding. */
  readonly begun: number;
  /** With what is new since an index, or since the founding. */
  readonly digest: (organisation: string, from?: number) => Digest;
}

export const sceneOf = (...steps: readonly Step[]): Scene => {
  const { world } = given(...steps);
  const bytes = new Uint8Array();
  const entries = world.entries.map((entry, index): RecordEntry => ({ ...entry, index, bytes, signatures: [] }));
  const conference = { slug: 'rivers' as Slug, state: () => world.state } as Conference;
  const begun = (world.state.founded?.index ?? -1) + 1;
  return {
    conference,
    entries,
    begun,
    digest: (organisation, from = begun) =>
      selectDigest({
        conference,
        organisation: organisation as OrganisationId,
        now: after(world.now, DAY),
        entries: entries.slice(from),
      }),
  };
};

/** Says what a thing is, plainly. */
export const plainWordings: Wordings = {
  news: (_told, { entry, entries }) => ({
    title: `${entry.act.by.organisation} ${entry.act.kind} ×${entries.length}`,
    why: null,
    path: `/rivers/record/${entry.index}`,
  }),
  need: (_told, need) => ({ title: need.kind, why: `why ${need.kind}`, path: '/rivers/today' }),
  rejection: (_told, { kind }) => kind,
};
