import { type Mutable, mutable } from '../../base/brand.ts';
import type { ClauseId, OrganisationId } from '../../base/ids.ts';
import { type Instant, rfc3339 } from '../../base/time.ts';
import { agreedClauses } from '../texts/agreement.ts';
import { charterOf, rulesInForce } from '../law/charter.ts';
import { comeIntoForce, giveNameBack } from '../members/in-force.ts';
import { circulate, toParticipants } from '../group/circulation.ts';
import { among, heldOnIn, standIn } from '../texts/conditions.ts';
import { follows } from '../law/consequences.ts';
import { endMandate } from '../group/mandates.ts';
import { riseAll } from './falling.ts';
import { dropDeadline } from '../law/deadlines.ts';
import type { Mark } from '../law/mark.ts';
import { participants } from '../members/organisations.ts';
import type { Rules } from '../law/rules.ts';
import { nextInSeries } from '../law/series.ts';
import type { State } from '../state.ts';
import { type Stand, type Position, targetKey } from '../texts/position-state.ts';
import type { Answer, Decision, Friction, Obstacle, Outcome, Text } from '../texts/state.ts';
import { endWithMeeting } from '../texts/principle.ts';
import { closeText, isAdopted, present } from '../texts/texts.ts';

/** Articles 6.1 and 7.2: what the positions on a final version come to. */

/**
 * The points of friction of the present version: the whole and every clause that a participant objects to, or consents to on a condition that does not hold; and every
 * settled amendment on which somebody's condition does not hold.
 */
export const frictionOf = (state: State, text: Text): readonly Friction[] => {
  const here = new Set(participants(state).map((organisation) => organisation.id));
  const targets: readonly Friction['on'][] = [
    { kind: 'whole' },
    ...present(text).clauses.map((clause) => ({ kind: 'clause' as const, clause: clause.id })),
    ...heldOnIn(text).map((amendment) => ({ kind: 'amendment' as const, amendment })),
  ];
  const clauseOf = among(() => agreedClauses(text));
  const consultations = Map.groupBy(text.consultations, ({ on }) => targetKey(on));
  return targets.flatMap((on) => {
    const key = targetKey(on);
    const held = text.standing.get(key);
    const objections = [...(held?.values() ?? [])].filter(
      (position) => here.has(position.by) && standIn(text, clauseOf, position) === 'object',
    );
    if (objections.length === 0) return [];
    return [
      {
        on,
        objections: objections.map((position) => position.by),
        consultations: (consultations.get(key) ?? []).map(({ number }) => number),
      },
    ];
  });
};

/** In an assembly consensus can be found otherwise than in writing. */
const isInAssembly = (state: State, { decision }: Text): boolean =>
  state.meetings[(decision?.meeting ?? 0) - 1]?.kind === 'assembly';

/** What silence on this decision means. */
const silenceOn = ({ decision }: Text, { decision: rules }: Rules): Stand =>
  decision?.meeting === null ? rules.silence : rules.silenceInRoom;

/**
 * The answer on the whole of everyone who counts: every participant, or where those in the room agreed by themselves, they and whoever of the absent has spoken. A silent one
 * counts as the rules say, unless it objects to a part: silence takes no objection back, so it counts as objecting.
 */
const answersOf = (state: State, text: Text, rules: Rules, friction: readonly Friction[]): readonly Answer[] => {
  const held = text.standing.get(targetKey({ kind: 'whole' }));
  const clauseOf = among(() => present(text).clauses);
  const objectedTo = new Map<OrganisationId, Friction>();
  for (const point of friction) for (const id of point.objections) if (!objectedTo.has(id)) objectedTo.set(id, point);
  const room = text.decision?.room?.present ?? null;
  const counted = participants(state).filter(
    ({ id }) => room === null || room.includes(id) || held?.has(id) === true || objectedTo.has(id),
  );
  return counted.map(({ id }) => {
    const position = held?.get(id);
    const stand = position === undefined ? null : standIn(text, clauseOf, position);
    if (stand !== null) return { organisation: id, stand, silent: false, reason: position?.reason ?? null };
    const objected = objectedTo.get(id);
    return objected === undefined
      ? { organisation: id, stand: silenceOn(text, rules), silent: true, reason: null }
      : { organisation: id, stand: 'object', silent: true, reason: reasonOn(text, objected.on, id) };
  });
};

const reasonOn = (text: Text, on: Friction['on'], by: OrganisationId): string | null =>
  text.standing.get(targetKey(on))?.get(by)?.reason ?? null;

const share = (percent: number, of: number): number => Math.floor((percent * of) / 100);

/** What stands between these answers and broad consensus, by shares or as an assembly finds it; none: it is there. */
const obstaclesTo = (
  state: State,
  text: Text,
  rules: Rules,
  answers: readonly Answer[],
  friction: readonly Friction[],
): readonly Obstacle[] => {
  const byShares = obstaclesByShares(text, rules, answers, friction);
  if (text.kind === 'charter' || !rules.decision.assemblyFinds || !isInAssembly(state, text)) return byShares;
  const found = obstaclesInAssembly(text, silenceOn(text, rules), answers, friction);
  return byShares.length === 0 || (found.length > 0 && rules.decision.broadConsensus !== null) ? byShares : found;
};

/** Nobody objects to the adoption as such, and some agree. Whoever is silent and objects to a part need not sign it. */
const obstaclesInAssembly = (
  text: Text,
  silence: Stand,
  answers: readonly Answer[],
  friction: readonly Friction[],
): readonly Obstacle[] => {
  const objecting = answers.filter(
    ({ stand, silent }) => stand === 'object' && (!silent || silence === 'object'),
  ).length;
  const agreeing = answers.filter(({ stand }) => stand === 'support' || stand === 'accept').length;
  return [
    ...(objecting > 0 ? [{ kind: 'objections' as const, count: objecting, most: 0 }] : []),
    ...(agreeing === 0 ? [{ kind: 'not-agreeing' as const, count: answers.length, most: answers.length - 1 }] : []),
    ...unconsulted(text, friction),
  ];
};

/**
 * The points that nobody has talked about. In a decision on a text taken in principle a new point is talked about with the whole: else one that objects in the last moment, each time to
 * something else, would hold it up.
 */
const unconsulted = (text: Text, friction: readonly Friction[]): readonly Obstacle[] => {
  const wholeTalkedAbout = text.consultations.some(({ on }) => on.kind === 'whole');
  return friction
    .filter((point) => point.consultations.length === 0 && !(wholeTalkedAbout && isNew(text, point)))
    .map((point) => ({ kind: 'no-consultation' as const, on: point.on }));
};

/** Whether whoever objects to it does so only since a text that all took in principle was put to decision. */
const isNew = ({ principle, decision, standing }: Text, { on, objections }: Friction): boolean =>
  principle !== null &&
  decision !== null &&
  objections.every((id) => (standing.get(targetKey(on))?.get(id)?.mark.index ?? 0) > decision.opened.index);

const obstaclesByShares = (
  text: Text,
  rules: Rules,
  answers: readonly Answer[],
  friction: readonly Friction[],
): readonly Obstacle[] => {
  const broad = rules.decision.broadConsensus;
  if (broad === null || text.kind === 'charter') return [{ kind: 'unanimity-only' }];
  const objecting = answers.filter((answer) => answer.stand === 'object').length;
  const notAgreeing = objecting + answers.filter((answer) => answer.stand === 'stand-aside').length;
  const mostObjecting = share(broad.objectingPercent, answers.length);
  const mostNotAgreeing = share(broad.notAgreeingPercent, answers.length);
  return [
    ...(objecting > mostObjecting ? [{ kind: 'objections' as const, count: objecting, most: mostObjecting }] : []),
    ...(notAgreeing > mostNotAgreeing
      ? [{ kind: 'not-agreeing' as const, count: notAgreeing, most: mostNotAgreeing }]
      : []),
    ...unconsulted(text, friction),
  ];
};

/**
 * The outcome that a text put to decision would have if its deadline were `at`; also shown while it is open. Where nobody takes
 * part any more, nothing is adopted.
 */
export const outcomeAt = (state: State, text: Text, at: Instant): Outcome => {
  const rules = rulesInForce(state);
  const friction = frictionOf(state, text);
  const answers = answersOf(state, text, rules, friction);
  if (answers.length === 0) return { result: 'not-adopted', at, answers, friction, obstacles: [], symbol: null };
  const agreed = answers.every((answer) => answer.stand === 'support' || answer.stand === 'accept');
  if (agreed) return { result: 'unanimous', at, answers, friction, obstacles: [], symbol: null };
  const obstacles = obstaclesTo(state, text, rules, answers, friction);
  return {
    result: obstacles.length === 0 ? 'broad-consensus' : 'not-adopted',
    at,
    answers,
    friction,
    obstacles,
    symbol: null,
  };
};

/** Ends a decision: fixes the outcome, and brings a charter into force. */
export const closeDecision = (state: Mutable<State>, text: Mutable<Text>, on: Mark): void => {
  if (text.decision === null) return;
  const outcome = outcomeAt(state, text, on.at);
  const adopted = outcome.result !== 'not-adopted';
  // Adopted texts are numbered through each year, and keep the abbreviation that the conference had then: `CRB/2026/3`.
  const prefix = state.charter?.charter.abbreviation ?? '';
  text.decision.outcome = mutable({
    ...outcome,
    symbol: adopted ? `${prefix}/${nextInSeries(state, `${rfc3339(on.at).slice(0, 4)}/`)}` : null,
  });
  dropDeadline(state, { kind: 'decision', text: text.number, at: text.decision.deadline });
  const { charter } = present(text);
  if (!adopted && charter !== null) giveNameBack(state, charter);
  if (!adopted && text.principle !== null) return giveBack(state, text, text.decision, on);
  closeText(state, text, adopted ? 'adopted' : 'not-adopted');
  text.decision.fell = [];
  const mandate = text.principle?.mandates.at(-1);
  if (mandate !== undefined) endMandate(state, mandate, 'adopted', on);
  follows(state, on, `texts/${text.number}`, adopted ? 'adopted-text' : 'text');
  if (!adopted) return;
  if (state.observations.some((one) => one.public && one.text === text.number && isAdopted(text, one.version)))
    follows(state, on, 'observations', 'public-observation');
  circulate(state, { kind: 'text', text: text.number }, toParticipants(state, null), on);
  if (text.kind === 'charter') enact(state, text, on);
};

/** What all took in principle no decision takes away: it goes on being completed, with everything that was open. */
const giveBack = (state: Mutable<State>, text: Mutable<Text>, decision: Mutable<Decision>, on: Mark): void => {
  text.stage = 'negotiation';
  text.decision = null;
  riseAll(state, text, decision, on);
  text.failed.push({ ...decision, fell: [] });
  endWithMeeting(state, text, on);
  follows(state, on, `texts/${text.number}`, 'text');
};

/** Every open decision that all participants now support or accept ends at once: nobody is being waited for. */
export const closeWhenUnanimous = (state: Mutable<State>, text: Mutable<Text>, on: Mark): void => {
  if (text.stage === 'decision' && isUnanimous(state, text)) closeDecision(state, text, on);
};

/** Whether every participant has answered and supports or accepts. Conditions are looked at last, and only where nobody else stands in the way. */
const isUnanimous = (state: State, text: Text): boolean => {
  const held = text.standing.get(targetKey({ kind: 'whole' }));
  const { length } = state.participants;
  if (held === undefined || length === 0 || held.size < length) return false;
  const answers = state.participants.map((id) => held.get(id));
  const consents = (position: Position | undefined): position is Position =>
    position?.stand === 'support' || position?.stand === 'accept';
  if (!answers.every(consents)) return false;
  const clauseOf = among(() => present(text).clauses);
  return answers.every((position) => standIn(text, clauseOf, position) === position.stand);
};

const enact = (state: Mutable<State>, text: Mutable<Text>, on: Mark): void => {
  const old = state.charter;
  const version = present(text);
  if (old === null || version.charter === null) return;
  const charter = charterOf(version, version.charter);
  comeIntoForce(state, charter, { kind: 'text', text: text.number }, on);
};

/** Who objects to a clause, or with `null` to the whole. */
export const objectors = (friction: readonly Friction[], clause: ClauseId | null): readonly OrganisationId[] =>
  friction.find(({ on }) => (on.kind === 'clause' ? on.clause === clause : on.kind === 'whole' && clause === null))
    ?.objections ?? [];
