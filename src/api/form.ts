import type { Context } from 'hono';
import { type Bytes, utf8 } from '../base/bytes.ts';
import { parseCanonical } from '../base/json.ts';
import { multipart } from '../http/multipart.ts';
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
export const readForm = (c: Context, body: Bytes, more: readonly string[] = []): ActForm => {
  const parts = multipart(body, c.req.header('content-type') ?? '');
  if (!parts.ok) return wrong('', parts.error);
  const { pairs, files } = parts.value;
  const fields = [
    ...pairs.map(([name, value]) => ({ name, bytes: utf8(value) })),
    ...files.map(({ field, bytes }) => ({ name: field, bytes })),
  ];
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
    others: new Map(pairs.filter(([name]) => more.includes(name))),
  };
};

/** Whoever signed a file with a line feed at its end, or with spaces in it, is told so before being told of a bad signature. */
const checkCanonical = (act: Bytes): void => {
  const json = parseCanonical(act);
  if (!json.ok) wrong('act', json.error.kind);
};

const wrong = (field: string, why: string): never =>
  halt(problem(400, 'malformed', `The form's field “${field}” is not as it must be: ${why}.`, { field, why }));
