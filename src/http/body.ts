import { type Bytes, concat } from '../base/bytes.ts';
import { type Result, err, ok } from '../base/result.ts';
import type { Budget } from '../conference/door/limits.ts';
import type { Clock } from '../conference/ports.ts';

/** Reading the body of a request: no more than its sender may send, and no more from all of a kind than may come in. */

export type BodyFault =
  | { readonly kind: 'too-large'; readonly most: number }
  /** As much has come in from this sender, or from all of their kind, as may in a while. */
  | { readonly kind: 'busy' }
  /** Whoever sent it has gone, or the connection broke: there is nobody to answer, and no fault of ours. */
  | { readonly kind: 'gone' };

/** For whom a body is read, and how much of one. */
export interface Allowance {
  /** In bytes. */
  readonly most: number;
  readonly budget: Budget;
  /** Whose share of the budget it takes. */
  readonly sender: string;
  readonly clock: Pick<Clock, 'now'>;
}

export const readBody = async (
  request: Request,
  { most, budget, sender, clock }: Allowance,
): Promise<Result<Bytes, BodyFault>> => {
  if (Number(request.headers.get('content-length') ?? 0) > most) return err({ kind: 'too-large', most });
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of (request.body as AsyncIterable<Uint8Array> | null) ?? []) {
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
