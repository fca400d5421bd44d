import type { Bytes } from '../../base/bytes.ts';
import type { Result } from '../../base/result.ts';
import type {
  Bilingual,
  Continued,
  DocumentFault,
  Documents,
  Imported,
  Renderings,
} from '../../conference/documents.ts';
import type { Asker } from '../../conference/work/turns.ts';
import { type Html, html } from '../../markup/html.ts';
import type { FormContext } from '../kit/context.ts';
import type { Fields } from '../kit/fields.ts';
import { countText } from '../kit/words.ts';
import { faultText } from './source-fault.ts';

/** What a form takes a file for: a text, or the rendering of one. */
export type Wanted =
  { readonly as: 'text'; readonly continued: Continued } | { readonly as: 'rendering'; readonly text: Bilingual };

/** A file that came with a form, and what it was read as, or why it was not. */
export type Upload = { readonly bytes: Bytes } & (
  | { readonly as: 'text'; readonly read: Result<Imported, DocumentFault> }
  | { readonly as: 'rendering'; readonly read: Result<Renderings, DocumentFault> }
);

export const readUpload = async (press: Documents, bytes: Bytes, wanted: Wanted, asker: Asker): Promise<Upload> =>
  wanted.as === 'text'
    ? { bytes, as: 'text', read: await press.read(bytes, wanted.continued, asker) }
    : { bytes, as: 'rendering', read: await press.fromXliff(bytes, wanted.text, asker) };

const ACCEPTED =
  '.docx,.odt,.txt,.md,.markdown,text/plain,text/markdown,application/vnd.oasis.opendocument.text,application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export const fileField = (label: string, hint: string, accepted = ACCEPTED): Html =>
  html`<div class="field">
    <label for="file">${label}</label>
    <p class="hint" id="file-hint">${hint}</p>
    <input type="file" id="file" name="file" accept="${accepted}" aria-describedby="file-hint" />
  </div>`;

/** Why the file could not be read, in a sentence. */
export const uploadFault = (context: FormContext, fault: DocumentFault): string => {
  const words = context.t.texts.upload.fault;
  switch (fault.kind) {
    case 'too-large':
      return words['too-large'](Math.floor(fault.most / 1024 / 1024));
    case 'too-many-clauses':
    case 'title-too-long':
      return words[fault.kind](countText(context, fault.most));
    case 'clause-too-long':
      return words[fault.kind](fault.number, countText(context, fault.most));
    case 'source':
      return faultText(context, fault.fault);
    case 'unknown-format':
    case 'old-or-encrypted':
    case 'macros':
    case 'damaged':
    case 'hostile':
    case 'no-clauses':
    case 'other-languages':
    case 'busy':
      return words[fault.kind];
  }
};

/** The box about a file that could not be read. */
export const unreadBox = (context: FormContext, fields: Fields): Html | null => {
  const sentence = fields.text('file-problem');
  return sentence === '' ? null : troubleBox(context, sentence);
};

export const troubleBox = ({ t }: FormContext, sentence: string): Html =>
  html`<div class="problem" role="alert" tabindex="-1">
    <h2>${t.common.problem}</h2>
    <p>${sentence}</p>
  </div>`;
