import { type Bytes, fromUtf8 } from '../base/bytes.ts';
import { wordsOfFile } from '../base/charset.ts';
import { type Result, err, ok } from '../base/result.ts';
import type { Continued, DocumentFault, Imported } from '../conference/documents.ts';
import { MOST_SOURCE, fromMarkdown } from '../text/markdown.ts';
import { isWrittenForm, paragraphsOf } from '../text/structure/paragraphs.ts';
import { readDocx } from './docx-read/read.ts';
import { Unreadable, unreadable } from './fault.ts';
import { importedFrom } from './imported.ts';
import { plainText } from './plain.ts';
import { readOdt } from './odt-read/read.ts';
import type { Manuscript } from './paragraph.ts';
import { MOST_FILE, openArchive } from './unzip.ts';

/** Reads a file of any format that is known. What it is, its first bytes tell. */
export const readDocument = async (file: Bytes, continued: Continued): Promise<Result<Imported, DocumentFault>> => {
  try {
    if (file.length > MOST_FILE) unreadable({ kind: 'too-large', most: MOST_FILE });
    if (begins(file, ZIP)) return ok(importedFrom(await readZipped(file), continued));
    if (begins(file, COMPOUND)) unreadable({ kind: 'old-or-encrypted' });
    return readPlain(file, continued);
  } catch (fault) {
    if (fault instanceof Unreadable) return err(fault.fault);
    throw fault;
  }
};

const ZIP = [0x50, 0x4b, 0x03, 0x04];
/** Microsoft's compound files: Word until 2003, and anything of Office under a password. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];

const begins = (file: Bytes, magic: readonly number[]): boolean => magic.every((byte, i) => file[i] === byte);

const readZipped = async (file: Bytes): Promise<Manuscript> => {
  const archive = await openArchive(file);
  const type = archive.names.includes('mimetype') ? await archive.part('mimetype') : null;
  if (type !== null) return readOdt(archive, fromUtf8(type)?.trim() ?? '');
  if (archive.names.includes('[Content_Types].xml')) return readDocx(archive);
  return unreadable({ kind: 'unknown-format' });
};

/** PDF, RTF, and pages of the web or XML of any program, flat OpenDocument and Word 2003 among them. */
const OTHER =
  /^\ufeff?\s*(?:%PDF-|\{\\rtf|<(?:!doctype|html|head|!--|[bhp][1-6]?>|div|center|\?xml|\?mso|office:|w:)|MIME-Version:)/iu;
const LOOKED_AT = 200;

const tooLong = { kind: 'source', fault: { kind: 'source-too-long', line: 1, most: MOST_SOURCE } } as const;

const readPlain = (file: Bytes, continued: Continued): Result<Imported, DocumentFault> => {
  const read = wordsOfFile(file);
  if (read === null || OTHER.test(read.words.slice(0, LOOKED_AT))) return err({ kind: 'unknown-format' });
  const { words, encoding } = read;
  const rest = { byAuthor: [], comments: [], warnings: [], encoding };
  if (!isWrittenForm(words)) {
    const paragraphs = words.length > MOST_SOURCE ? unreadable(tooLong) : paragraphsOf(words);
    return ok({ ...plainText(paragraphs, continued).imported, ...rest });
  }
  const written = fromMarkdown(words, continued);
  if (!written.ok) return err({ kind: 'source', fault: written.error });
  return ok({ ...written.value, ...rest, structure: null });
};
