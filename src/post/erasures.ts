import { attachmentsOf, erasedBy, isErased } from '../charter/brought/attachments.ts';
import type { AttachmentHash } from '../base/ids.ts';
import type { Clock } from '../conference/ports.ts';
import type { Tray } from '../conference/post/tray.ts';
import type { Conference } from '../conference/types.ts';
import { createInsistence } from './insistence.ts';

/**
 * What is erased of what came by mail goes from the tray as well, where the mail is kept to the byte; where the tray refuses, it is asked until it is gone. What a crash left there is found
 * at the next start. The function given back ends it.
 */
export const watchErasures = (
  tray: Pick<Tray, 'empty'>,
  conference: Conference,
  { clock, onFault }: { readonly clock: Clock; readonly onFault: (fault: unknown) => void },
): (() => void) => {
  const { slug } = conference;
  const insistence = createInsistence({ clock, onFault });
  const empty = (hash: AttachmentHash): void => {
    for (const entry of conference.state().attachments.get(hash)?.named ?? [])
      insistence.on(() => tray.empty(slug, entry)).catch(onFault);
  };
  for (const [hash, { erased }] of conference.state().attachments) if (erased !== null) empty(hash);
  const leave = conference.subscribe(({ entries }) => {
    for (const { act } of entries) {
      const erased = erasedBy(act);
      if (erased !== null) empty(erased);
    }
  });
  return () => {
    leave();
    insistence.end();
  };
};

/** Empties a mail that is put down as being in these entries after something that they brought was erased: one that a crash left undone, or that brings an act once more. */
export const emptyErased = async (
  tray: Pick<Tray, 'empty'>,
  conference: Conference,
  entries: readonly number[],
): Promise<void> => {
  for (const index of entries) {
    const entry = await conference.entry(index);
    if (entry === null || !attachmentsOf(entry.act).some((hash) => isErased(conference.state(), hash))) continue;
    await tray.empty(conference.slug, index);
  }
};
