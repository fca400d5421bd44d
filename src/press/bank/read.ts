import { type Bytes, fromUtf8, utf8 } from '../../base/bytes.ts';
import type { Currency } from '../../base/currency.ts';
import { err, ok } from '../../base/result.ts';
import { BANK_LIMITS, type BankRead, type BankStatement } from '../../conference/books/bank.ts';
import { Unreadable } from '../fault.ts';
import { child, readXml } from '../xml.ts';
import { readCamt } from './camt.ts';
import { readBankTable } from './csv.ts';
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

const camtIn = (file: Bytes): readonly BankStatement[] | null => {
  const document = readXml(asUtf8(file), {});
  return document.name === 'Document' && child(document, 'BkToCstmrStmt') !== null ? readCamt(document) : null;
};

/** A table is text in UTF-8, or in UTF-16 with its mark. */
const tableIn = (file: Bytes, currency: Currency): readonly BankStatement[] | null => {
  const text = file[0] === 0xff && file[1] === 0xfe ? new TextDecoder('utf-16le').decode(file) : fromUtf8(file);
  return text === null || text.includes('\0') ? null : readBankTable(text, currency);
};

export const readBankFile = (file: Bytes, currency: Currency): BankRead => {
  if (file.length > BANK_LIMITS.bytes) return err({ kind: 'too-large', most: BANK_LIMITS.bytes });
  try {
    const statements = isXml(file) ? camtIn(file) : tableIn(file, currency);
    if (statements === null) return err({ kind: 'unknown-format' });
    const count = statements.reduce((total, { lines }) => total + lines.length, 0);
    if (count > BANK_LIMITS.lines) return err({ kind: 'too-many-lines', most: BANK_LIMITS.lines });
    return statements.length === 0 ? err({ kind: 'nothing-booked' }) : ok(statements);
  } catch (fault) {
    if (fault instanceof UnreadableStatement) return err(fault.fault);
    if (fault instanceof Unreadable) return err({ kind: fault.fault.kind === 'hostile' ? 'hostile' : 'damaged' });
    throw fault;
  }
};
