import type { Documents } from '../conference/documents.ts';
import { createReading } from './apart.ts';
import { writeDocx } from './docx-write/write.ts';
import { writeXliff } from './xliff/write.ts';

export const createDocuments = (): Documents => {
  const apart = createReading();
  return {
    read: (file, continued) => apart({ kind: 'document', file, continued }),
    docx: writeDocx,
    xliff: writeXliff,
    fromXliff: (file, text) => apart({ kind: 'xliff', file, text }),
  };
};
