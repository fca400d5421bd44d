import type { Bytes } from '../../base/bytes.ts';
import type { ActKind, AnyAct, BodyOf } from '../../charter/acts.ts';
import type { Receipt } from '../../conference/types.ts';
import type { Html } from '../../markup/html.ts';
import type { Context, FormContext } from '../kit/context.ts';
import type { Fields } from '../kit/fields.ts';
import type { FormProblem } from '../kit/problem.ts';
import type { Upload, Wanted } from './upload.ts';

/** A text that goes beside the record, under the salted hash that the act names. */
export interface NewAttachment {
  readonly salt: Bytes;
  readonly content: Bytes;
}

interface Read {
  /** Not yet checked: the act's schema will. */
  readonly body: unknown;
  readonly attachments?: readonly NewAttachment[];
}

/**
 * One kind of act as people make it: at `/{slug}/do/{kind}`, or where a conference is founded, a page with its form; what was typed becomes the act's body; then
 * a page says in plain words what will be on the record, and asks for the signature. The steps are the same for every kind
 * (`steps.ts`); a form says only what differs.
 */
export interface ActForm<K extends ActKind = ActKind, C extends FormContext = Context> {
  readonly kind: K;
  /** Made by someone who is not signed in, with a key that the act itself brings (applying, recovering a key): who they act for. */
  readonly newcomer?: (context: C, fields: Fields) => { readonly organisation: string; readonly delegate: number };
  /** The page, with what was typed before and why it came back; `null`: what the form is about does not exist or may not be seen. */
  readonly page: (context: C, fields: Fields, problem: FormProblem | null) => Html | null;
  /** What a file in its field `file` is, for a form that takes one; `null`: there is nothing to read it for. */
  readonly imports?: (context: C, fields: Fields) => Wanted | null;
  /** Whether files may go with it, chosen in the control of `forms/files.ts`. */
  readonly takesFiles?: true;
  /**
   * What a button of the form that only works on what was typed makes of it (reads a file in, adds a row): the fields to show
   * the form with again. `null`: the form is to be read.
   */
  readonly step?: (context: C, fields: Fields, upload: Upload | null) => Fields | null;
  readonly read: (context: C, fields: Fields) => Read | FormProblem;
  /** What the act says, in plain words, for the page before signing and for the record. One or more paragraphs or list items. */
  readonly summary: (context: C, body: BodyOf<K>, act: AnyAct | null) => Html;
  /** Where to go on from the receipt. */
  readonly next: (context: C, body: BodyOf<K>, receipt: Receipt) => string;
}

/** Keeps the body's type to its kind while the forms stand in one list. */
export const defineForm = <const K extends ActKind, C extends FormContext = Context>(
  form: ActForm<K, C>,
): ActForm<ActKind, C> => form;
