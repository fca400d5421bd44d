import type { Bytes } from '../base/bytes.ts';
import type { Currency } from '../base/currency.ts';
import type { Result } from '../base/result.ts';
import type { Bilingual, Continued, DocumentFault, Imported, Renderings } from '../conference/documents.ts';
import type { BankRead } from '../conference/books/bank.ts';
import { readBankFile } from './bank/read.ts';
import { readDocument } from './read.ts';
import { readXliff } from './xliff/read.ts';

/** What the press does in threads of their own; the writers are jobs as they stand. */

export const document = ({
  file,
  continued,
}: {
  readonly file: Bytes;
  readonly continued: Continued;
}): Promise<Result<Imported, DocumentFault>> => readDocument(file, continued);

export const xliff = ({
  file,
  text,
}: {
  readonly file: Bytes;
  readonly text: Bilingual;
}): Result<Renderings, DocumentFault> => readXliff(file, text);

export const bank = ({ file, currency }: { readonly file: Bytes; readonly currency: Currency }): BankRead =>
  readBankFile(file, currency);
