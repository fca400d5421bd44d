import { concat, fromUtf8 } from '../base/bytes.ts';
import { type Fields, createFields } from './fields.ts';

/** Reading the form that a request brings. */

/** The most bytes of a form: an act with what goes beside it, percent-encoded. */
export const MAX_FORM = 1024 * 1024;

/** The form was larger than {@link MAX_FORM}, or was none. */
export class BadForm extends Error {
  override readonly name = 'BadForm';
}

/**
 * The fields of a form, urlencoded or multipart; the text of a chosen file is the value of its field.
 * @throws BadForm
 */
export const fieldsIn = async (request: Request): Promise<Fields> => {
  const body = await bounded(request);
  const type = request.headers.get('content-type') ?? '';
  if (type.startsWith('application/x-www-form-urlencoded'))
    return createFields([...new URLSearchParams(fromUtf8(body) ?? '')]);
  if (!type.startsWith('multipart/form-data')) throw new BadForm();
  try {
    // oxlint-disable-next-line typescript/no-deprecated -- it buffers the body, which is bounded here
    const form = await new Response(body, { headers: { 'content-type': type } }).formData();
    const pairs: (readonly [string, string])[] = [];
    for (const [name, value] of form) pairs.push([name, typeof value === 'string' ? value : await value.text()]);
    return createFields(pairs);
  } catch {
    throw new BadForm();
  }
};

const bounded = async (request: Request) => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (request.body as AsyncIterable<Uint8Array> | null) ?? []) {
    size += chunk.length;
    if (size > MAX_FORM) throw new BadForm();
    chunks.push(chunk);
  }
  return concat(...chunks);
};
