import { z } from 'zod';
import { type Bytes, base64, fromBase64 } from '../../base/bytes.ts';
import { fitLine } from '../../base/fit.ts';
import { parseJson } from '../../base/json.ts';
import { PICTURE_TYPES, type PictureFault, pictureFault, readPicture } from '../../base/picture.ts';
import { mediaTypeOf } from '../../base/media-type.ts';
import { type Result, err, ok } from '../../base/result.ts';
import type { KeptFile } from '../../charter/law/kept.ts';
import { DOOR_LIMITS } from '../../conference/door/submission.ts';
import { type Html, html } from '../../markup/html.ts';
import type { NewAttachment } from './act-form.ts';
import type { FormContext } from '../kit/context.ts';
import { type Fields, createFields } from '../kit/fields.ts';
import { type FormProblem, fieldProblem } from '../kit/problem.ts';
import type { FormState } from '../kit/controls.ts';
import { attachBytes } from './new-act.ts';

/** Files that go with an act. One that was chosen stays in the form while it comes and goes, and can be taken out again. */

/** A file as a form brings it. */
export interface ChosenFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Bytes;
}

/** The most files that one act may carry, and the most bytes of one. */
export const MOST_FILES = DOOR_LIMITS.attachments;
const MOST_BYTES = DOOR_LIMITS.oneAttachment;

/** Holds a file that was chosen; its content is `null` where it is too large to be carried. */
const FIELD = 'attached';
const keptSchema = z.strictObject({ name: z.string(), type: z.string(), content: z.string().nullable() });

/** The fields with the files that came with them. */
export const withFiles = (fields: Fields, files: readonly ChosenFile[]): Fields =>
  files.length === 0
    ? fields
    : createFields([...fields.entries(), ...files.map((file) => [FIELD, packed(file)] as const)]);

const packed = ({ name, type, bytes }: ChosenFile): string =>
  JSON.stringify({
    name: cleanName(name),
    type: mediaTypeOf(type),
    content: bytes.length > MOST_BYTES ? null : base64(bytes),
  });

/** A name of one line without a path, that can stand on the record. */
const cleanName = (name: string): string => {
  const clean = fitLine(fitLine(name).split(/[/\\]/u).at(-1)?.slice(-120) ?? '');
  return clean === '' ? 'file' : clean;
};

const keptIn = (fields: Fields) =>
  fields.all(FIELD).flatMap((text) => {
    const json = parseJson(text);
    const kept = json.ok ? keptSchema.safeParse(json.value) : null;
    return kept?.success === true ? [{ ...kept.data, text }] : [];
  });

/** The files that stand in the form; the bytes of one that is too large to be carried are `null`. */
export const chosenFiles = (
  fields: Fields,
): readonly { readonly name: string; readonly text: string; readonly bytes: Bytes | null }[] =>
  keptIn(fields).map(({ name, text, content }) => ({
    name,
    text,
    bytes: content === null ? null : fromBase64(content),
  }));

/** One that stays in the form, unless its box is cleared. */
export const fileKept = (
  { t }: Pick<FormContext, 't'>,
  { name, text }: { readonly name: string; readonly text: string },
): Html =>
  html`<label class="choice"
    ><input type="checkbox" name="${FIELD}" value="${text}" checked /><bdi>${name}</bdi
    ><span class="hint">${t.post.files.kept}</span></label
  >`;

/**
 * The files as an act names them, and what goes beside it. Of a picture its metadata is left out, where it was taken among it. `told`: whether others are shown them, so that a picture has to
 * be one. `why` of the fault: `file-too-large`, `too-many-files`, or that of the picture.
 */
export const readFiles = (
  fields: Fields,
  most = MOST_FILES,
  told = false,
): Result<
  { readonly files: readonly KeptFile[]; readonly attachments: readonly NewAttachment[] },
  Extract<FormProblem, { readonly kind: 'field' }>
> => {
  const kept = keptIn(fields);
  const fault = (why: string) => err({ kind: 'field', field: 'files', why } as const);
  if (kept.some(({ content }) => content === null)) return fault('file-too-large');
  if (kept.length > most) return fault('too-many-files');
  const bare = kept.map(({ name, type, content }) =>
    bareFile(name, type, fromBase64(content ?? '') ?? new Uint8Array()),
  );
  const wrong = told ? bare.map(pictureWhy).find((why) => why !== null) : undefined;
  if (typeof wrong === 'string') return fault(wrong);
  const read = bare.map(({ name, type, bytes }) => {
    const { hash, attachment } = attachBytes(bytes);
    return { file: { name, type, hash }, attachment };
  });
  return ok({ files: read.map(({ file }) => file), attachments: read.map(({ attachment }) => attachment) });
};

/** A picture of a known kind without all that is no picture, under the type that it is of; any other file as it is. */
const bareFile = (name: string, type: string, bytes: Bytes): ChosenFile => {
  const picture = readPicture(bytes);
  return picture === null ? { name, type, bytes } : { name, type: picture.type, bytes: picture.bare };
};

const pictureWhy = ({ type, bytes }: ChosenFile): PictureFault | null =>
  PICTURE_TYPES.some((one) => one === type) ? pictureFault(bytes) : null;

/** The control. The form around it must be `multipart`. */
export const filesField = (state: FormState, most = MOST_FILES): Html => {
  const { context, fields, problem } = state;
  const words = context.t.post.files;
  const kept = keptIn(fields).filter(({ content }) => content !== null);
  const error = fieldProblem(context, problem, 'files');
  return html`<div class="field">
    <label for="files">${words.label} <span class="tally">${context.t.common.optional}</span></label>
    <p class="hint" id="files-hint">${words.hint(most, MOST_BYTES / 1024)}</p>
    ${kept.map((file) => fileKept(context, file))}
    <input
      type="file"
      id="files"
      name="files"
      multiple
      aria-describedby="files-hint${error === null ? '' : ' files-error'}"
      ${error === null ? '' : html`aria-invalid="true"`}
    />
    ${error === null ? '' : html`<p class="error" id="files-error">${error}</p>`}
  </div>`;
};
