import { type Result, err, ok } from '../../base/result.ts';
import type { Refusal } from '../../charter/law/refusal.ts';
import type { Appender } from './appender.ts';
import type { Submission } from './submission.ts';
import type { Verifier } from './verifier.ts';
import type { Accepted, RecordEntry, Rejection } from '../types.ts';

/** What is answered to an act that the record has. */
export interface Replays {
  /**
   * Its receipt where the signatures are good and by the keys that signed it on the record: whoever holds them made it, or was handed all of it by who
   * did. To anybody else a refusal, which tells nothing of where it stands. `null`: the record does not have it.
   */
  readonly answer: (submission: Submission) => Promise<Result<Accepted, Rejection> | null>;
}

export interface ReplaysDeps {
  readonly appender: Pick<Appender, 'ahead' | 'settled' | 'onItsWay' | 'isBroken' | 'mend'>;
  readonly verifier: Verifier;
  readonly entry: (index: number) => Promise<RecordEntry | null>;
}

export const createReplays = ({ appender, verifier, entry }: ReplaysDeps): Replays => ({
  answer: async (submission) => {
    const { hash, claimed } = submission;
    if (!appender.ahead().acts.has(hash)) return null;
    // No receipt before the act is durable; where it cannot be written, the second sender hears so as the first one does.
    await appender.onItsWay(hash);
    // An act that failed to be written is ahead of the record until that is mended.
    if (appender.isBroken()) await appender.mend();
    const index = appender.settled().acts.get(hash);
    const first = index === undefined ? null : await entry(index);
    if (index === undefined || first === null) return null;
    const same =
      first.signers.length === claimed.length &&
      first.signers.every(({ key, webauthn }, i) => key === claimed[i]?.key && webauthn === claimed[i].webauthn);
    if (!same) return refused;
    const checked = await verifier.check(submission);
    if (checked.ok) return ok({ index, hash, time: first.time, replayed: true });
    return checked.error === 'busy' ? err({ kind: 'busy' }) : refused;
  },
});

const REPLAYED: Refusal = { article: '4.1', kind: 'replayed' };

const refused: Result<never, Rejection> = err({ kind: 'refused', refusal: REPLAYED });
