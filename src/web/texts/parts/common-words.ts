import { unreachable } from '../../../base/result.ts';
import type { CommonProblem } from '../../../charter/common/problem.ts';
import type { Condition, Target } from '../../../charter/texts/position-state.ts';
import type { Text } from '../../../charter/texts/state.ts';
import { present } from '../../../charter/texts/texts.ts';
import type { Obstacle } from '../../../text/common/check.ts';
import type { Rule, VariantRef } from '../../../text/common/problem.ts';
import type { Context } from '../../kit/context.ts';
import { type ClauseNames, clauseNames, longName } from './clause-names.ts';
import { listText } from '../../kit/words.ts';

/** A question about a common text with what its parts are called. */
export interface Common extends CommonProblem {
  readonly text: Text;
  readonly names: ClauseNames;
}

export const commonIn = (context: Context, text: Text, question: CommonProblem): Common => ({
  ...question,
  text,
  names: clauseNames(context, present(text).clauses),
});

/** `the present words of clause 3`, `amendment 4`. */
export const wordingName = (context: Context, { units, names }: Common, { clause, variant }: VariantRef): string => {
  const words = context.t.texts.common.wording;
  const unit = units.find(({ id }) => id === clause);
  const wording = unit?.wordings.find(({ id }) => id === variant);
  if (unit === undefined || wording === undefined) return clause;
  const { amendments } = wording;
  if (amendments.length === 0) return words.present(longName(names, wording.clause.id));
  return words[unit.kind](listText(context, amendments.map(String)), amendments.length);
};

/** Whether every set of amendments that can go in together was looked at: of what is proven, it is proven of these. */
export const isWhole = ({ units }: Pick<Common, 'units'>): boolean => units.every((unit) => unit.isWhole);

/** Why a rule holds, as a sentence. */
export const reasonText = (context: Context, { reason }: Common, rule: Rule): string => {
  const words = context.t.texts.common.against;
  const why = reason(rule);
  if (why === null) return '';
  return why.kind === 'joined'
    ? words.joined(why.amendment)
    : words.colliding(why.amendment, listText(context, why.others.map(String)));
};

/** What keeps a signer from signing, as the end of a sentence that its name begins. */
const obstacleText = (context: Context, common: Common, signer: string, obstacle: Obstacle): string => {
  const words = context.t.texts.common.against;
  if (obstacle.kind === 'objection') return words.objects(wordingName(context, common, obstacle));
  const origin = common.origin(signer, obstacle.condition);
  if (origin === null) return '';
  const { position, condition } = origin;
  return condition === null
    ? words.deletion(deleted(common, position.on))
    : words.condition(targetText(context, common, position.on), conditionText(context, common, condition));
};

/** Several obstacles of one signer. A condition that comes to several demands is said once. */
export const obstaclesText = (
  context: Context,
  common: Common,
  signer: string,
  obstacles: readonly Obstacle[],
): string =>
  listText(context, [...new Set(obstacles.map((obstacle) => obstacleText(context, common, signer, obstacle)))]);

const targetText = ({ t }: Context, { names }: Common, on: Target): string => {
  const words = t.texts.common;
  if (on.kind === 'whole') return words.against.whole;
  return on.kind === 'clause'
    ? words.wording.present(longName(names, on.clause))
    : words.wording.clause(String(on.amendment), 1);
};

/** The clause that an amendment deletes. */
const deleted = ({ text, names }: Common, on: Target): string => {
  const changes = on.kind === 'amendment' ? text.amendments[on.amendment - 1]?.current : undefined;
  const change = changes?.find(({ kind }) => kind === 'delete');
  return change?.kind === 'delete' ? longName(names, change.clause) : '';
};

const conditionText = ({ t }: Context, { names }: Common, condition: Condition): string => {
  const words = t.texts.common.against;
  switch (condition.kind) {
    case 'stays':
      return words.stays(longName(names, condition.clause));
    case 'goes':
      return words.goes(longName(names, condition.clause));
    case 'with':
      return words.with(condition.amendment);
    case 'without':
      return words.without(condition.amendment);
    case 'words':
      return words.words(longName(names, condition.clause), condition.words);
    default:
      return unreachable(condition);
  }
};
