import type { Mutable } from '../../base/brand.ts';
import type { Fingerprint, OrganisationId } from '../../base/ids.ts';
import { type Result, err, ok } from '../../base/result.ts';
import type { ReceivedAct } from '../act.ts';
import { ACT_RULES, type ActKind, type AnyAct, ruleOf } from '../acts.ts';
import { openApplication } from '../members/admission.ts';
import { apply } from '../apply.ts';
import type { Charter } from '../law/charter.ts';
import { headRefusal, judge, makerRefusal } from '../judge.ts';
import { nextDelegate } from '../members/delegates.ts';
import type { Mark } from '../law/mark.ts';
import { calledBy, calledNow, claimNames, namesRefusal } from '../members/names.ts';
import type { Likeness } from '../names/likeness.ts';
import { takePrinted } from './printed.ts';
import { addDelegate, addKey, enter, organisationOf, setStanding } from '../members/organisations.ts';
import type { Refusal } from '../law/refusal.ts';
import type { Delegate } from '../members/organisation-state.ts';
import { emptyState, type State } from '../state.ts';
import { enterGuest, newcomerRefusal } from '../decisions/statements.ts';

/**
 * Whose keys are whose, from the founding act on, as far as a few entries of a record bring them in. The state that it fills holds organisations,
 * delegates and keys, and nothing that needs the rest of the record: that every founder has signed, that nobody disagreed and that no key was
 * revoked in between is the host's word.
 */
export interface Roll {
  readonly state: Mutable<State>;
  /** The entries by which each organisation takes part in whatever way it does. */
  readonly entered: Map<OrganisationId, number[]>;
  /** The entries by which new keys were asked for in the place of lost ones, and vouched for. */
  readonly recovered: Map<Fingerprint, number[]>;
  /**
   * On whose word each organisation's keys are its own: of who invited it, presented it, or vouched for a new key. These and the host together could
   * have made a key up in its name.
   */
  readonly words: Map<OrganisationId, Set<OrganisationId>>;
  /** Whose signatures print what names. */
  readonly printed: Map<Likeness, OrganisationId>;
}

/** An entry in its place. */
export interface PlacedAct<A extends AnyAct = AnyAct> extends ReceivedAct<A> {
  readonly index: number;
}

/** The roll as entry 0 leaves it, judged like any founding act. */
export const foundRoll = (founding: PlacedAct): Result<Roll, Refusal> => {
  const state = emptyState() as Mutable<State>;
  const refusal = judge(state, founding);
  if (refusal !== null) return err(refusal);
  apply(state, founding);
  // What else the rules of a later day allowed is for them, and the proof does not hold them.
  if (state.charter !== null) state.charter = { ...state.charter, charter: mostLenient(state.charter.charter) };
  const roll: Roll = { state, entered: new Map(), recovered: new Map(), words: new Map(), printed: new Map() };
  for (const id of state.organisations.keys()) {
    roll.entered.set(id, [0]);
    vouch(roll, id, founding.act.by.organisation);
  }
  return ok(roll);
};

const mostLenient = ({ rules, ...charter }: Mutable<Charter>): Mutable<Charter> => ({
  ...charter,
  rules: {
    ...rules,
    keys: { ...rules.keys, deviceKeys: true },
    signature: { ...rules.signature, reservations: true },
  },
});

const vouch = ({ words }: Roll, id: OrganisationId, by: OrganisationId): void => {
  const given = words.get(id) ?? new Set();
  if (by !== id) given.add(by);
  words.set(id, given);
};

/** What an act of this kind brings into the roll, or why it may not. Its signers and its maker's standing are found good. */
type Taking<K extends ActKind> = (
  roll: Roll,
  placed: PlacedAct<Extract<AnyAct, { readonly kind: K }>>,
  on: Mark,
) => Refusal | null;

export const signerOf = ({ signers }: PlacedAct): Fingerprint => signers[0]?.fingerprint ?? ('' as Fingerprint);

/** As the record's own rules judge and apply it. */
const byTheRules =
  (kind: 'key.enrol' | 'invitation.renew' | 'recovery.request' | 'recovery.vouch') =>
  (state: Mutable<State>, placed: PlacedAct, on: Mark): Refusal | null => {
    const { judge: allowed, apply: take } = ruleOf({ kind });
    const refusal = allowed(state, placed.act, placed.time);
    if (refusal === null) take(state, placed.act, on, signerOf(placed));
    return refusal;
  };

/** A delegate whose appointment has no part in the proof, and who can do nothing in it. */
const recalled = (number: number, by: OrganisationId, on: Mark): Mutable<Delegate> => ({
  number,
  name: null,
  role: 'assisting',
  invitation: null,
  appointed: on,
  appointedBy: by,
  recalled: on,
});

const TAKING: { readonly [K in ActKind]?: Taking<K> } = {
  /** A founder takes part by its own signature under the charter; that the others signed too is the host's word. */
  'charter.sign': (roll, { act, index, time }, on) => {
    const { state, entered } = roll;
    const refusal =
      takePrinted(roll, act.by.organisation, act.body.printed, on) ?? ACT_RULES['charter.sign'].judge(state, act, time);
    if (refusal !== null) return refusal;
    const organisation = organisationOf(state, act.by.organisation);
    organisation.accepted = { charter: act.body.charter, on };
    organisation.founding = on;
    setStanding(state, organisation, { kind: 'participant', since: on });
    state.founded ??= on;
    entered.set(organisation.id, [0, index]);
    return null;
  },
  'key.enrol': ({ state }, placed, on) => byTheRules('key.enrol')(state, placed, on),
  'invitation.renew': (roll, placed, on) => {
    const { by, body } = placed.act;
    vouch(roll, body.organisation, by.organisation);
    return byTheRules('invitation.renew')(roll.state, placed, on);
  },
  'delegate.appoint': ({ state }, placed, on) => {
    const { by, body } = placed.act;
    const organisation = organisationOf(state, by.organisation);
    const next = nextDelegate(organisation);
    if (body.delegate < next) return { article: '4.1', kind: 'superseded', field: 'delegate', current: next };
    // Those between, whose appointments have no part in this, can do nothing here.
    organisation.delegates[body.delegate - 2] ??= recalled(body.delegate - 1, by.organisation, on);
    addDelegate(state, organisation, { ...body, by: by.organisation }, on, signerOf(placed));
    return null;
  },
  'participation.apply': (roll, placed, on) => {
    const { state, entered } = roll;
    const { by, body } = placed.act;
    const refusal = namesRefusal(state, '2.1', [calledBy({ ...body, id: by.organisation })], (way) => way);
    if (refusal !== null) return refusal;
    vouch(roll, by.organisation, by.organisation);
    const organisation = enter(state, by.organisation, body, { kind: 'outside' }, on);
    const fields = { name: null, role: 'representing', invitation: null, by: by.organisation } as const;
    addDelegate(state, organisation, fields, on, null);
    addKey(state, by.organisation, 1, body.key, body.use, on, null);
    openApplication(state, organisation, placed.act, on, signerOf(placed));
    entered.set(by.organisation, [placed.index]);
    return null;
  },
  'participation.reapply': ({ state, entered }, placed, on) => {
    const { by } = placed.act;
    const organisation = organisationOf(state, by.organisation);
    const refusal = namesRefusal(state, '2.1', [calledNow(organisation)], () => 'by');
    if (refusal !== null) return refusal;
    claimNames(state, calledNow(organisation));
    openApplication(state, organisation, placed.act, on, signerOf(placed));
    entered.get(by.organisation)?.push(placed.index);
    return null;
  },
  /** By the word of one that takes part; that nobody disagreed is the host's. */
  'participation.present': (roll, { act: { by, body }, index }, on) => {
    const { state, entered } = roll;
    const organisation = state.organisations.get(body.organisation);
    const application = organisation?.applications.at(-1);
    if (organisation === undefined || application === undefined)
      return { article: '2.3', kind: 'unknown', thing: 'organisation', ref: body.organisation };
    if (application.act !== body.application)
      return { article: '2.3', kind: 'superseded', field: 'application', current: application.act };
    if (by.organisation === body.organisation) return { article: '2.3', kind: 'vouches-for-itself' };
    const refusal = namesRefusal(state, '2.3', [calledNow(organisation)], () => 'organisation');
    if (refusal !== null) return refusal;
    claimNames(state, calledNow(organisation));
    vouch(roll, body.organisation, by.organisation);
    application.admitted = on;
    // Others may present it, too.
    if (organisation.standing.kind !== 'participant')
      setStanding(state, organisation, { kind: 'participant', since: on });
    entered.get(body.organisation)?.push(index);
    return null;
  },
  'recovery.request': ({ state, recovered }, placed, on) => {
    const refusal = byTheRules('recovery.request')(state, placed, on);
    if (refusal === null) recovered.set(signerOf(placed), [placed.index]);
    return refusal;
  },
  /** Likewise. */
  'recovery.vouch': (roll, placed, on) => {
    const { state, recovered } = roll;
    const { organisation, delegate, key } = placed.act.body;
    const refusal = byTheRules('recovery.vouch')(state, placed, on);
    if (refusal !== null) return refusal;
    const asked = state.recoveries.findLast(({ fingerprint }) => fingerprint === key);
    if (asked !== undefined && !state.keys.has(key))
      addKey(state, organisation, delegate, asked.key, asked.use, on, null);
    recovered.get(key)?.push(placed.index);
    vouch(roll, organisation, placed.act.by.organisation);
    return null;
  },
  /** One from outside comes in by the word of whoever invites it. */
  'statement.invite': (roll, placed, on) => {
    const { by, body } = placed.act;
    const refusal = body.newcomer === null ? null : newcomerRefusal(roll.state, body);
    if (refusal !== null) return refusal;
    enterGuest(roll.state, body, by.organisation, on, signerOf(placed));
    if (body.newcomer === null) return null;
    roll.entered.set(body.organisation, [placed.index]);
    vouch(roll, body.organisation, by.organisation);
    return null;
  },
};

/** Whether acts of this kind bring organisations, delegates or keys in. */
export const isOfRoll = (kind: ActKind): boolean => Object.hasOwn(TAKING, kind);

/** Takes what an act brings in, if anything: `null`, or why the act may not have been made. Nothing is taken then. */
export const takeIn = (roll: Roll, placed: PlacedAct): Refusal | null => {
  // That an organisation which applies anew had left before, or was not admitted, is the host's word.
  if (placed.act.kind === 'participation.reapply') leave(roll.state, placed);
  const refusal = headRefusal(roll.state, placed) ?? makerRefusal(roll.state, placed);
  if (refusal !== null) return refusal;
  roll.state.acts.set(placed.hash, placed.index);
  const taking = TAKING[placed.act.kind] as ((roll: Roll, placed: PlacedAct, on: Mark) => Refusal | null) | undefined;
  return taking?.(roll, placed, { index: placed.index, at: placed.time }) ?? null;
};

const leave = (state: Mutable<State>, { act, index, time }: PlacedAct): void => {
  const organisation = state.organisations.get(act.by.organisation);
  if (organisation === undefined || organisation.standing.kind === 'founder') return;
  const { standing } = organisation;
  const left = { index, at: time };
  setStanding(
    state,
    organisation,
    standing.kind === 'participant' ? { kind: 'former', since: standing.since, left } : { kind: 'outside' },
  );
};

/** The entries that show that this act's maker could make it: those that brought in its key, its appointment, and the organisation. */
export const basisOf = ({ state, entered, recovered }: Roll, placed: PlacedAct): readonly number[] => {
  const { organisation, delegate } = placed.act.by;
  const print = signerOf(placed);
  const key = state.keys.get(print);
  const came = recovered.get(print) ?? (key === undefined ? [] : [key.from.index]);
  const appointed = state.organisations.get(organisation)?.delegates[delegate - 1]?.appointed;
  return [...came, ...(appointed === undefined ? [] : [appointed.index]), ...(entered.get(organisation) ?? [])];
};
