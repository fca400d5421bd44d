import { type Bytes, utf8 } from '../../base/bytes.ts';
import { err, ok } from '../../base/result.ts';
import { BANK_LIMITS, type BankRead } from '../../conference/books/bank.ts';
import { Unreadable } from '../fault.ts';
import { child, readXml } from '../xml.ts';
import { readCamt } from './camt.ts';
import { UnreadableStatement } from './fault.ts';

/** A bank's file, whole or not at all. */

/** In which banks write XML, beside UTF-8 and UTF-16, by the labels of the WHATWG's encoding standard. */
const ENCODINGS: ReadonlySet<string> = new Set(
  'iso-8859-1 iso-8859-2 iso-8859-5 iso-8859-7 iso-8859-15 us-ascii windows-1250 windows-1251 windows-1252 windows-1253'.split(
    ' ',
  ),
);

const ascii = (bytes: Bytes): string => Buffer.from(bytes.subarray(0, 200)).toString('latin1');

/** The same in UTF-8, where its first line says another encoding that is known. */
const asUtf8 = (bytes: Bytes): Bytes => {
  const label = /^<\?xml[^>]*\bencoding\s*=\s*["']([\w-]+)["']/u.exec(ascii(bytes))?.[1]?.toLowerCase() ?? 'utf-8';
  return ENCODINGS.has(label) ? utf8(new TextDecoder(label).decode(bytes)) : bytes;
};

const isXml = (bytes: Bytes): boolean => /^(?:ï»¿|ÿþ)?\s*</u.test(ascii(bytes).replaceAll('\0', ''));

export const readBankFile = (file: Bytes): BankRead => {
  if (file.length > BANK_LIMITS.bytes) return err({ kind: 'too-large', most: BANK_LIMITS.bytes });
  if (!isXml(file)) return err({ kind: 'unknown-format' });
  try {
    const document = readXml(asUtf8(file), {});
    if (document.name !== 'Document' || child(document, 'BkToCstmrStmt') === null)
      return err({ kind: 'unknown-format' });
    const statements = readCamt(document);
    const count = statements.reduce((total, { lines }) => total + lines.length, 0);
    if (count > BANK_LIMITS.lines) return err({ kind: 'too-many-lines', most: BANK_LIMITS.lines });
    return statements.length === 0 ? err({ kind: 'nothing-booked' }) : ok(statements);
  } catch (fault) {
    if (fault instanceof UnreadableStatement) return err(fault.fault);
    if (fault instanceof Unreadable) return err({ kind: fault.fault.kind === 'hostile' ? 'hostile' : 'damaged' });
    throw fault;
  }
};
