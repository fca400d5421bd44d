import { z } from 'zod';
import { type Bytes, base64, base64url, fromBase64, fromBase64url } from '../../base/bytes.ts';
import type { PublicKey } from '../../base/ids.ts';
import { type Json, type JsonObject, canonical, parseJson } from '../../base/json.ts';
import { type Result, ok } from '../../base/result.ts';
import { type ActKind, type AnyAct, isActKind } from '../../charter/acts.ts';
import { type FieldFault, readAct } from '../../charter/read.ts';
import { MOST_FIELDS, within } from '../../http/fields.ts';
import { type Html, html } from '../../markup/html.ts';
import { publicKeyOnLine } from '../../record/public-key.ts';
import { hidden } from '../kit/controls.ts';
import { type Fields, createFields } from '../kit/fields.ts';
import type { NewAttachment } from './act-form.ts';
import { envelope } from './new-act.ts';
import { signaturesIn } from './signature-text.ts';

/** An act on its way from the form to the door, and how the pages on that way hand it on in hidden fields. */

/** What a page before signing sends on. */
interface Made {
  /** As it will be signed; where it brings its maker's key, with that still to come. */
  readonly json: { readonly body: unknown };
  readonly attachments: readonly NewAttachment[];
  /** What was typed into the form, to go back to it; {@link typedIn} packs it. */
  readonly typed: string;
}

export interface Unsigned extends Made {
  readonly act: AnyAct;
  /** The key is still to be chosen: the page offers to make one. */
  readonly needsKey: boolean;
}

/** A key that nobody has: it holds the place of the one that is about to be brought. */
const PLACEHOLDER = {
  key: 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBERERERERERERERERERERERERERERERERERERERERER' as PublicKey,
  use: 'ssh',
} as const;

/** Checks the act by its schema; one that brings its maker's key, still to come, with a key in its place. */
export const complete = (made: Made, bringsKey: boolean): Result<Unsigned, FieldFault> => {
  const { json } = made;
  const body = json.body as Readonly<Record<string, unknown>>;
  const needsKey = bringsKey && !('key' in body);
  const read = readAct(needsKey ? { ...json, body: { ...body, ...PLACEHOLDER } } : json);
  return read.ok ? ok({ ...made, act: read.value, needsKey }) : read;
};

/** With the SSH key on this line, as `ssh-keygen` writes it, in its place. */
export const withSshKey = (made: Made, line: string): Made => {
  const key = publicKeyOnLine(line);
  const body = { ...(made.json.body as object), key: key.ok ? key.value : line, use: 'ssh' };
  return { ...made, json: { ...made.json, body } };
};

/** The envelope that goes to the door, with the signatures that came with it, pasted or made by an island. */
export const sealed = ({ json, attachments }: Made, fields: Fields): Bytes => {
  const signatures = fields.all('signature').flatMap(signaturesIn);
  return envelope(
    json,
    signatures.map((blob) => (blob === null ? '' : base64(blob))),
    attachments,
  );
};

/** The act and what goes beside it, as hidden fields. */
export const fieldsOf = ({ json, attachments, typed }: Made): Html =>
  html`${hidden('act', canonical(json))}${hidden('typed', typed)}${attachments.map((attachment) => hidden('attachment', packed(attachment)))}`;

/** What such fields bring back. `null`: not what a page before signing sends. */
export const carriedIn = (fields: Fields): { readonly kind: ActKind; readonly made: Made } | null => {
  const json = parseJson(fields.text('act'));
  if (!json.ok || !isObject(json.value)) return null;
  const { kind, body } = json.value;
  const attachments = fields.all('attachment').map(unpacked);
  if (typeof kind !== 'string' || !isActKind(kind) || !isObject(body) || attachments.includes(null)) return null;
  return {
    kind,
    made: {
      json: { ...json.value, body },
      attachments: attachments.filter((attachment) => attachment !== null),
      typed: fields.text('typed'),
    },
  };
};

const isObject = (json: Json | undefined): json is JsonObject =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

/** An attachment in one hidden field: salt and content, parted by a full stop. */
const packed = ({ salt, content }: NewAttachment): string => `${base64url(salt)}.${base64(content)}`;

const unpacked = (text: string): NewAttachment | null => {
  const [salt, content] = text.split('.');
  const bytes = { salt: fromBase64url(salt ?? ''), content: fromBase64(content ?? '') };
  return bytes.salt === null || bytes.content === null ? null : { salt: bytes.salt, content: bytes.content };
};

/** What was typed, as one hidden field; a file that was read and a button that was pressed are not typed. */
export const typedIn = (fields: Fields): string =>
  JSON.stringify(fields.entries().filter(([name]) => !/^(?:file|step|paragraphs|structure-kept|as-\d+)$/u.test(name)));

const PAIRS = z.array(z.tuple([z.string(), z.string()]));

/** What was typed, where somebody goes back to it. `null`: nobody does. */
export const typedFields = (fields: Fields): Fields | null => {
  const json = parseJson(fields.text('typed'));
  const pairs =
    json.ok && Array.isArray(json.value) && json.value.length <= MOST_FIELDS ? PAIRS.safeParse(json.value) : null;
  const bounded = pairs?.success === true ? within(pairs.data) : null;
  return bounded?.ok === true ? createFields(bounded.value) : null;
};
