import type { Json, JsonObject } from '../base/json.ts';
import type { ActKind } from '../charter/acts.ts';
import { isByNewKey } from '../charter/brought/keys.ts';
import type { FileKey } from './signing.ts';

type Named = Pick<FileKey, 'publicKey'>;

export const isObject = (json: Json | undefined): json is JsonObject =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

/**
 * The body with the key that an act of this kind brings in: `own`, where it is made with that very key, else the first of `others`. What the body says
 * already stays; the invitations in a list are named in the body itself.
 */
export const withKey = (kind: ActKind, body: JsonObject, own: Named, [first]: readonly Named[]): JsonObject => {
  if (isByNewKey(kind)) return { key: own.publicKey, use: 'ssh', ...body };
  if (first === undefined) return body;
  const { publicKey } = first;
  if (kind === 'key.enrol') return { key: publicKey, use: 'ssh', ...body };
  if (kind === 'delegate.appoint' || kind === 'invitation.renew') return { invitation: publicKey, ...body };
  const newcomer = kind === 'statement.invite' ? body['newcomer'] : null;
  return isObject(newcomer) ? { ...body, newcomer: { invitation: publicKey, ...newcomer } } : body;
};
