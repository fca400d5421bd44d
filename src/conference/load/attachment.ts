import type { Slug } from '../../base/ids.ts';
import { saltedHash } from '../../record/envelope.ts';
import type { Attachment } from '../../base/act.ts';
import { Unusable } from '../unusable.ts';

/** The attachment, where it is what its name says; else nobody is given it, and whoever runs the host is told. */
export const ifWhole = (slug: Slug, found: Attachment, onFault: (fault: unknown) => void): Attachment | null => {
  if (saltedHash(found.salt, found.content) === found.hash) return found;
  onFault(
    new Unusable(
      `Conference “${slug}”: the attachment ${found.hash} in records.sqlite is damaged, and not given out. Put the file back from a backup.`,
    ),
  );
  return null;
};
