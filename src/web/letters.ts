import { fromUtf8 } from '../base/bytes.ts';
import type { AttachmentHash } from '../base/ids.ts';
import type { State } from '../charter/state.ts';
import type { Conference } from '../conference/types.ts';

/**
 * The short texts kept beside the record that pages show: delegates' names and letters of application. Kept in memory, so that a page can be put together in one
 * go; one that was erased is looked for again, and is missing.
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
      for (const hash of namedIn(state)) {
        if (cache.texts.has(hash)) continue;
        const text = fromUtf8((await conference.attachment(hash))?.content ?? new Uint8Array());
        if (text !== null && text !== '') cache.texts.set(hash, text);
      }
      return cache.texts;
    },
  };
};

const namedIn = (state: State): readonly AttachmentHash[] =>
  [...state.organisations.values()].flatMap((organisation) =>
    [organisation.letter, ...organisation.delegates.map((delegate) => delegate.name)].filter((hash) => hash !== null),
  );
