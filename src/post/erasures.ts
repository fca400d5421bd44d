import { attachmentsOf, erasedBy, isErased } from '../charter/sight/attachments.ts';
import type { AttachmentHash } from '../base/ids.ts';
import type { Tray } from '../conference/post/tray.ts';
import type { Conference } from '../conference/types.ts';

/**
 * What is erased of what came by mail goes from the tray as well, where the mail is kept to the byte. What a crash left there is found at the next start. The function given back ends
 * it.
 */
export const watchErasures = (
  tray: Pick<Tray, 'empty'>,
  conference: Conference,
  onFault: (fault: unknown) => void,
): (() => void) => {
  const { slug } = conference;
  const empty = (hash: AttachmentHash): void => {
    for (const entry of conference.state().attachments.get(hash)?.named ?? []) tray.empty(slug, entry).catch(onFault);
  };
  for (const [hash, { erased }] of conference.state().attachments) if (erased !== null) empty(hash);
  return conference.subscribe(({ entries }) => {
    for (const { act } of entries) {
      const erased = erasedBy(act);
      if (erased !== null) empty(erased);
    }
  });
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
