import { type Bytes, concat, fromUtf8 } from '../base/bytes.ts';
import { type Fields, createFields } from './fields.ts';
import type { ChosenFile } from './forms/files.ts';

/** Reading the form that a request brings. */

/** The most bytes of a form: an act with what goes beside it, percent-encoded. */
export const MAX_FORM = 1024 * 1024;

/** The form was larger than it may be, or was none. */
export class BadForm extends Error {
  override readonly name = 'BadForm';
}

/** The most bytes of a form with a file. */
export const MAX_UPLOAD = 10 * MAX_FORM + MAX_FORM;

export interface Filled {
  readonly fields: Fields;
  /** The file chosen in the field `file`; `null` where none was. */
  readonly file: Bytes | null;
  /** Those chosen in the field `files`, which go beside the act. */
  readonly files: readonly ChosenFile[];
}

/** The fields of a form, urlencoded or multipart, without its files. @throws BadForm */
export const fieldsIn = async (request: Request): Promise<Fields> => (await formIn(request, MAX_FORM)).fields;

/** A form of at most `most` bytes, with its file. @throws BadForm */
export const formIn = async (request: Request, most: number): Promise<Filled> => {
  const body = await bounded(request, most);
  const type = request.headers.get('content-type') ?? '';
  if (type.startsWith('application/x-www-form-urlencoded'))
    return { fields: createFields([...new URLSearchParams(fromUtf8(body) ?? '')]), file: null, files: [] };
  if (!type.startsWith('multipart/form-data')) throw new BadForm();
  try {
    // oxlint-disable-next-line typescript/no-deprecated -- it buffers the body, which is bounded here
    const form = await new Response(body, { headers: { 'content-type': type } }).formData();
    const pairs: (readonly [string, string])[] = [];
    let file: Bytes | null = null;
    const files: ChosenFile[] = [];
    for (const [name, value] of form) {
      if (typeof value === 'string') pairs.push([name, value]);
      else if (value.size > 0 && name === 'file') file = await bytesOf(value);
      else if (value.size > 0 && name === 'files')
        files.push({ name: value.name, type: value.type, bytes: await bytesOf(value) });
    }
    return { fields: createFields(pairs), file, files };
  } catch {
    throw new BadForm();
  }
};

const bytesOf = async (file: File): Promise<Bytes> => new Uint8Array(await file.arrayBuffer());

const bounded = async (request: Request, most: number) => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (request.body as AsyncIterable<Uint8Array> | null) ?? []) {
    size += chunk.length;
    if (size > most) throw new BadForm();
    chunks.push(chunk);
  }
  return concat(...chunks);
};
