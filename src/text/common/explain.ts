import { type Obstacle, brokenRules, obstaclesOf } from './check.ts';
import { type CommonText, type Problem, type Rule, type Signer, namedIn } from './problem.ts';

/** Why a common text is no larger and no more can sign it, in the words of those concerned. */

export interface Against {
  readonly signer: string;
  readonly obstacles: readonly Obstacle[];
}

/** A clause that fell out, and for each of its wordings who of the text's signers could not sign if it stood in it. */
export interface FallenClause {
  readonly clause: string;
  readonly wordings: readonly FallenWording[];
}

export interface FallenWording {
  readonly variant: string;
  readonly against: readonly Against[];
  /** With nothing else changed, it would be no text. */
  readonly breaks: readonly Rule[];
}

/** Whoever cannot sign a text, with all that stands against it. */
export const unableToSign = (problem: Problem, { choice, signers }: CommonText): readonly Against[] => {
  const able = new Set(signers);
  return problem.signers
    .filter(({ id }) => !able.has(id))
    .map((signer) => ({ signer: signer.id, obstacles: obstaclesOf(problem, signer, choice) }));
};

/** The clauses that fell out of a text, in the problem's order. */
export const fallenClauses = (problem: Problem, { choice, signers }: CommonText): readonly FallenClause[] => {
  const able = new Set(signers);
  return problem.clauses.flatMap((clause, at) => {
    if (choice[at] !== null) return [];
    const concerned = problem.signers
      .filter(({ id }) => able.has(id))
      .map((signer) => about(signer, clause.id))
      .filter(({ objects, conditions }) => objects.length > 0 || conditions.length > 0);
    const wordings = clause.variants.map((variant) => ({
      variant,
      against: concerned
        .map((signer) => ({ signer: signer.id, obstacles: obstaclesOf(problem, signer, choice.with(at, variant)) }))
        .filter(({ obstacles }) => obstacles.length > 0),
      breaks: brokenRules(problem, choice.with(at, variant)),
    }));
    return [{ clause: clause.id, wordings }];
  });
};

/** What a signer says about one clause. */
const about = ({ id, objects, conditions }: Signer, clause: string): Signer => ({
  id,
  objects: objects.filter((ref) => ref.clause === clause),
  conditions: conditions.filter((one) => namedIn(one).some((ref) => ref.clause === clause)),
});
