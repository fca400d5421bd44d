import { type Result, err, ok } from '../../base/result.ts';
import type { Primitives } from '../../record/primitives.ts';
import { ACT_NAMESPACE, type SignatureFault, checkSignature } from '../../record/verify-signature.ts';
import type { Submission } from './submission.ts';

/** Checks signatures, a bounded number at a time, so that a flood of acts queues up here and not in the machine's memory. */
export interface Verifier {
  /**
   * Whether every signature holds: `null`, or the first that does not.
   * With `'busy'` nothing was checked: too many are waiting.
   */
  readonly check: (
    submission: Pick<Submission, 'actBytes' | 'sshsigs'>,
  ) => Promise<Result<null, { readonly index: number; readonly fault: SignatureFault } | 'busy'>>;
}

export interface VerifierLimits {
  /** How many are checked at once: enough to keep every core busy. */
  readonly inFlight: number;
  /** How many may wait for their turn. */
  readonly waiting: number;
}

export const VERIFIER_LIMITS: VerifierLimits = { inFlight: 64, waiting: 4096 };

export const createVerifier = (primitives: Primitives, limits = VERIFIER_LIMITS): Verifier => {
  const waiting: (() => void)[] = [];
  let inFlight = 0;

  return {
    check: async ({ actBytes: message, sshsigs }) => {
      if (inFlight >= limits.inFlight) {
        if (waiting.length >= limits.waiting) return err('busy');
        // Whoever finishes hands its place over.
        await new Promise<void>((resolve) => waiting.push(resolve));
      } else inFlight++;
      try {
        for (const [index, sshsig] of sshsigs.entries()) {
          const verified = await checkSignature({ sshsig, message, namespace: ACT_NAMESPACE }, primitives);
          if (!verified.ok) return err({ index, fault: verified.error });
        }
        return ok(null);
      } finally {
        const next = waiting.shift();
        if (next === undefined) inFlight--;
        else next();
      }
    },
  };
};
