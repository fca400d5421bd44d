import type { Documents } from '../conference/documents.ts';
import { createReading } from './apart.ts';
import { writeDocx } from './docx-write/write.ts';

export const createDocuments = (): Documents => {
  const read = createReading();
  return { read: (file, continued) => read({ file, continued }), docx: writeDocx };
};
