import type { Context } from 'hono';
import { type Bytes, fromUtf8, utf8 } from '../base/bytes.ts';
import { parseCanonical } from '../base/json.ts';
import { type ByHand, signatureInFile } from '../record/by-hand.ts';
import { halt, problem } from './problem.ts';

/**
 * An act sent by hand, as `multipart/form-data` (RFC 7578): the file `act` with the very bytes that were signed, `signature` as
 * `ssh-keygen -Y sign` wrote it or in base64, once for each signer, and `attachment` as an export holds it, salt and content in
 * one file.
 */
export interface ActForm extends ByHand {
  /** The fields besides these, each given once. */
  readonly others: ReadonlyMap<string, string>;
}

/** Reads the form; `more` names the fields that it may have besides. */
export const readForm = async (c: Context, body: Bytes, more: readonly string[] = []): Promise<ActForm> => {
  const form = await parsed(c, body);
  const fields: { readonly name: string; readonly bytes: Bytes }[] = [];
  for (const [name, value] of form) {
    fields.push({ name, bytes: typeof value === 'string' ? utf8(value) : new Uint8Array(await value.arrayBuffer()) });
  }
  const unknown = fields.find(({ name }) => !['act', 'signature', 'attachment', ...more].includes(name));
  if (unknown !== undefined) return wrong(unknown.name.slice(0, 64), 'unknown');
  const named = (field: string): readonly Bytes[] => fields.flatMap(({ name, bytes }) => (name === field ? bytes : []));
  const [act, ...surplus] = named('act');
  if (act === undefined || surplus.length > 0) return wrong('act', act === undefined ? 'missing' : 'repeated');
  checkCanonical(act);
  return {
    act,
    signatures: named('signature').map((bytes) => signatureInFile(bytes) ?? wrong('signature', 'not-sshsig')),
    attachments: named('attachment'),
    others: new Map(more.flatMap((name) => named(name).map((bytes) => [name, fromUtf8(bytes) ?? ''] as const))),
  };
};

const parsed = async (c: Context, body: Bytes): Promise<FormData> => {
  const type = c.req.header('content-type') ?? '';
  try {
    // The whole body is here already, and no larger than an envelope may be.
    // oxlint-disable-next-line typescript/no-deprecated -- the platform has no other parser
    return await new Response(body, { headers: { 'content-type': type } }).formData();
  } catch {
    return wrong('', 'not-multipart');
  }
};

/** Whoever signed a file with a line feed at its end, or with spaces in it, is told so before being told of a bad signature. */
const checkCanonical = (act: Bytes): void => {
  const json = parseCanonical(act);
  if (!json.ok) wrong('act', json.error.kind);
};

const wrong = (field: string, why: string): never =>
  halt(problem(400, 'malformed', `The form's field “${field}” is not as it must be: ${why}.`, { field, why }));
