import type { Manuscript } from '../paragraph.ts';
import type { Archive } from '../unzip.ts';
import { docxManuscript } from './manuscript.ts';
import { openDocx } from './package.ts';

/** @throws Unreadable */
export const readDocx = async (archive: Archive): Promise<Manuscript> => docxManuscript(await openDocx(archive));
