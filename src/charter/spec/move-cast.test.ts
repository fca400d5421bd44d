import { ACT_RULES, type ActKind } from '../acts.ts';
import { applicationOf } from '../members/admission.ts';
import type { Vouched, Voucher } from '../members/vouched-state.ts';
import type { State } from '../state.ts';
import type { Stage, Text } from '../texts/state.ts';

export interface Move {
  readonly kind: ActKind | 'wait';
  /** Whether the one who may do it does it, not the one that `who` says. */
  readonly apt: boolean;
  readonly who: number;
  readonly what: number;
  readonly how: number;
}

/** Who makes an act of a random move, about whom and about which text: mostly such as the rules allow. */

export const pick = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(1, list.length)];

const standingOf = (state: State, name: string) =>
  [...state.organisations.values()].find(({ id }) => id === name)?.standing.kind;

/** Who may make the act by its standing; in a decision, who has not answered yet. */
export const makersOf = (
  state: State,
  names: readonly string[],
  kind: ActKind,
  text: Text | undefined,
  { apt, how }: Move,
): readonly string[] => {
  if (!apt) return names;
  const from: readonly string[] = ACT_RULES[kind].from;
  const fitting = names.filter((name) => from.includes(standingOf(state, name) ?? 'new'));
  // Seldom, or soon nobody is left.
  if (kind === 'participation.leave' && (fitting.length < 3 || how % 3 > 0)) return names.slice(-1);
  if (kind !== 'positions.take' || text?.stage !== 'decision') return fitting;
  const answered = new Set<string>(text.standing.get('whole')?.keys());
  return fitting.filter((name) => !answered.has(name));
};

/** Whom an act that names another organisation is mostly about. */
export const othersFor = (state: State, names: readonly string[], kind: ActKind, { apt }: Move): readonly string[] => {
  const ofApplicants = kind === 'participation.disagree' || kind === 'participation.present';
  const ofAnyone = kind === 'statement.invite' || kind === 'invitation.renew';
  const wanted = ofApplicants ? 'applicant' : ofAnyone ? undefined : 'participant';
  if (!apt || wanted === undefined) return names;
  return names.filter((name) => standingOf(state, name) === wanted);
};

/** The first delegate who may still speak for the organisation, or the first of all. */
export const speakerOf = (state: State, by: string): number => {
  const organisation = [...state.organisations.values()].find(({ id }) => id === by);
  const speaks = organisation?.delegates.find(
    ({ number, role }) =>
      role === 'representing' &&
      [...state.keys.values()].some(
        (key) => key.organisation === by && key.delegate === number && key.until === null && key.use !== 'invitation',
      ),
  );
  return speaks?.number ?? 1;
};

/** Mostly a text at the stage that the act is for. */
export const textFor = ({ texts }: State, kind: ActKind, { what, apt }: Move): number => {
  const stages: readonly (readonly Stage[])[] =
    kind === 'text.sign' || kind === 'signature.confirm' || kind === 'signature.withdraw'
      ? [['adopted']]
      : kind === 'positions.take'
        ? [['decision'], ['negotiation']]
        : kind === 'decision.close'
          ? [['decision']]
          : [['negotiation']];
  const fitting = stages.map((these) => texts.filter(({ stage }) => these.includes(stage)));
  const chosen = apt ? fitting.find((list) => list.length > 0) : undefined;
  return pick(chosen ?? texts, what)?.number ?? 1;
};

/** The first disagreement that is upheld with any of these, and with which. */
export const upheld = <T extends Pick<Vouched, 'disagreements'>>(contested: readonly T[]) =>
  contested.flatMap((about) => standing(about.disagreements).map(({ by }) => ({ by, about })))[0];

/** The first who vouches for any of these, and for which. */
export const vouchedFor = <T extends Pick<Vouched, 'vouchers'>>(vouched: readonly T[]) =>
  vouched.flatMap((about) => standing(about.vouchers).map(({ by }) => ({ by, about })))[0];

const standing = <T extends Pick<Voucher, 'withdrawn'>>(words: readonly T[]): readonly T[] =>
  words.filter(({ withdrawn }) => withdrawn === null);

/** The applications that are open, with whose each is. */
export const openApplications = (state: State) =>
  [...state.organisations.values()].flatMap((organisation) => {
    const application = applicationOf(organisation);
    return organisation.standing.kind === 'applicant' && application !== undefined
      ? [{ ...application, organisation: organisation.id }]
      : [];
  });
