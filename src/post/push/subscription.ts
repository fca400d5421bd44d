import { createECDH } from 'node:crypto';
import { z } from 'zod';
import { fromBase64url } from '../../base/bytes.ts';
import { CURVE, type Recipient } from './encrypt.ts';

/** Where a browser is reached, as its `PushSubscription.toJSON()` has it. It comes from a page, so nothing in it is trusted. */
export interface Subscribed extends Recipient {
  readonly endpoint: URL;
}

const schema = z.object({
  endpoint: z
    .url({ protocol: /^https$/u })
    .max(1000)
    .regex(/^[\x21-\x7e]+$/u),
  keys: z.object({ p256dh: z.string().max(100), auth: z.string().max(30) }),
});

/** `null` for what is no subscription, or one at no address of a push service: those have a name, the usual port and no password. */
export const readSubscription = (json: string): Subscribed | null => {
  const read = schema.safeParse(parsed(json));
  if (!read.success) return null;
  const endpoint = new URL(read.data.endpoint);
  const key = fromBase64url(read.data.keys.p256dh);
  const secret = fromBase64url(read.data.keys.auth);
  if (key === null || !isPoint(key) || secret?.length !== 16) return null;
  if (endpoint.port !== '' || endpoint.username !== '' || endpoint.password !== '') return null;
  return /^\[|^[\d.]+$|^localhost\.?$/u.test(endpoint.hostname) ? null : { endpoint, key, secret };
};

const parsed = (json: string): unknown => {
  try {
    return json.length > 4000 ? null : JSON.parse(json);
  } catch {
    return null;
  }
};

/** Whether a secret can be agreed upon with this key. */
const isPoint = (key: Uint8Array): boolean => {
  if (key.length !== 65) return false;
  const pair = createECDH(CURVE);
  pair.generateKeys();
  try {
    return pair.computeSecret(key).length === 32;
  } catch {
    return false;
  }
};
