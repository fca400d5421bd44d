import type { IncomingMessage } from 'node:http';
import { type Bytes, concat } from '../base/bytes.ts';
import { type Result, err, ok } from '../base/result.ts';
import type { Context } from 'hono';
import type { Budget, Limits } from '../conference/door/limits.ts';
import type { Clock } from '../conference/ports.ts';
import { callerOf } from './caller.ts';

/** Reading the body of a request: no more than its sender may send, and no more from all of a kind than may come in. */

export type BodyFault =
  | { readonly kind: 'too-large'; readonly most: number }
  /** As much has come in from this sender, or from all of their kind, as may in a while. */
  | { readonly kind: 'busy' }
  /** Whoever sent it has gone, or the connection broke: there is nobody to answer, and no fault of ours. */
  | { readonly kind: 'gone' };

/** For whom a body is read, and how much of one. */
interface Allowance {
  /** In bytes. */
  readonly most: number;
  readonly budget: Budget;
  /** Whose share of the budget it takes. */
  readonly sender: string;
  readonly clock: Pick<Clock, 'now'>;
}

/** What a body says of itself, and its bytes as they arrive. */
interface Coming {
  /** In bytes; 0 where nothing is said. */
  readonly declared: number;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** Read from the connection itself where there is one: the streams of the web between it and us cost more than all else that an act needs. */
const comingIn = (c: Context): Coming => {
  const { incoming } = (c.env ?? {}) as { readonly incoming?: IncomingMessage };
  return {
    declared: Number(c.req.header('content-length') ?? 0),
    // Whoever sent too much is told so before the connection ends.
    bytes: incoming?.iterator({ destroyOnReturn: false }) ?? bytesOf(c.req.raw),
  };
};

const bytesOf = async function* ({ body }: Request): AsyncIterable<Uint8Array> {
  if (body !== null) yield* body;
};

export const readBody = async (
  { declared, bytes }: Coming,
  { most, budget, sender, clock }: Allowance,
): Promise<Result<Bytes, BodyFault>> => {
  if (declared > most) return err({ kind: 'too-large', most });
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of bytes) {
      if (size + chunk.length > most) return err({ kind: 'too-large', most });
      if (!budget.take(sender, chunk.length, clock.now())) return err({ kind: 'busy' });
      size += chunk.length;
      chunks.push(chunk);
    }
  } catch {
    return err({ kind: 'gone' });
  }
  return ok(concat(...chunks));
};

/** The body of a request in the room of whoever sends it: a participant's own, or what all strangers share, each with their part. @param member the participant */
export const bodyWithin = (
  c: Context,
  { limits, proxies, clock }: { readonly limits: Limits; readonly proxies: number; readonly clock: Pick<Clock, 'now'> },
  { most, member }: { readonly most: number; readonly member: string | null },
): Promise<Result<Bytes, BodyFault>> =>
  readBody(
    comingIn(c),
    member === null
      ? { most, budget: limits.bodies.strangers, sender: callerOf(c, proxies), clock }
      : { most, budget: limits.bodies.members, sender: member, clock },
  );
