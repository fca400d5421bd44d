import { fromUtf8 } from '../../base/bytes.ts';
import type { AttachmentHash } from '../../base/ids.ts';
import { applicationOf } from '../../charter/members/admission.ts';
import { isErased } from '../../charter/brought/attachments.ts';
import { isOpen } from '../../charter/members/recoveries.ts';
import type { Delegate, Organisation } from '../../charter/members/organisation-state.ts';
import type { State } from '../../charter/state.ts';
import type { Reader } from '../../conference/reading/reader.ts';
import type { Conference } from '../../conference/types.ts';
import type { IsInvented } from './invented.ts';

/**
 * The short texts kept beside the record that pages show: the names of delegates and guests, letters of application, and what those write who have lost a key. Kept in memory, so
 * that a page can be put together in one go; what is erased goes from here with the next page that is asked for.
 */
export const createLetters = () => {
  const known = new Map<Conference, { readonly texts: Map<AttachmentHash, string>; size: number }>();

  return {
    /** The texts of this conference as of now, by salted hash. */
    of: async (conference: Conference): Promise<ReadonlyMap<AttachmentHash, string>> => {
      const cache = known.get(conference) ?? { texts: new Map<AttachmentHash, string>(), size: -1 };
      known.set(conference, cache);
      const state = conference.state();
      if (cache.size === state.size) return cache.texts;
      cache.size = state.size;
      for (const hash of cache.texts.keys()) if (isErased(state, hash)) cache.texts.delete(hash);
      for (const hash of namedIn(state)) {
        if (cache.texts.has(hash) || isErased(state, hash)) continue;
        const text = fromUtf8((await conference.attachment(hash))?.content ?? new Uint8Array());
        if (text !== null && text !== '' && !isErased(conference.state(), hash)) cache.texts.set(hash, text);
      }
      return cache.texts;
    },
  };
};

const namedIn = ({ organisations, meetings, recoveries }: State): readonly AttachmentHash[] => [
  ...[...organisations.values()].flatMap(hashesOf),
  ...recoveries.filter(isOpen).map(({ explanation }) => explanation),
  ...meetings.flatMap(({ guests }) => guests.map(({ name }) => name)),
];

const hashesOf = (organisation: Pick<Organisation, 'applications' | 'delegates'>): readonly AttachmentHash[] =>
  [applicationOf(organisation)?.letter ?? null, ...namesOf(organisation.delegates)].filter((hash) => hash !== null);

const namesOf = (delegates: readonly Delegate[]): readonly (AttachmentHash | null)[] =>
  delegates.map(({ name }) => name);

/**
 * Of all these texts the ones that the reader may see: an entry that anybody may read can name one that is not for everybody.
 * In the sample, where anyone may take an invented delegate's place, the invented names are no secret.
 */
export const readable = (
  texts: ReadonlyMap<AttachmentHash, string>,
  state: State,
  reader: Reader,
  isInvented: IsInvented,
): ReadonlyMap<AttachmentHash, string> => {
  const there = [...texts].filter(([hash]) => !isErased(state, hash));
  if (reader.member) return new Map(there);
  const open = new Set<AttachmentHash | null>(reader.organisations().flatMap(hashesOf));
  for (const { id, delegates } of state.organisations.values())
    namesOf(delegates.filter(({ number }) => isInvented(id, number))).forEach((hash) => open.add(hash));
  return new Map(there.filter(([hash]) => open.has(hash)));
};
