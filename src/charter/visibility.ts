import type { OrganisationId } from '../base/ids.ts';
import { unreachable } from '../base/result.ts';
import type { AnyAct } from './acts.ts';
import type { Organisation, State } from './state.ts';

/** Who sees what: the one table that every page, feed, API answer and live event obeys. */

/** Who is looking: anybody, or a signed-in delegate of an organisation on the record. */
export type Viewer = { readonly kind: 'public' } | { readonly kind: 'organisation'; readonly id: OrganisationId };

export const PUBLIC: Viewer = { kind: 'public' };

/**
 * - *everyone*: with or without an account; before the conference is founded, the founders alone (but for hashes).
 * - *members*: the participants; while the conference is being founded, its founders.
 * - *own*: members, and the organisation that the matter is about.
 */
export type Audience = 'everyone' | 'members' | 'own';

/** What there is to see. */
export type Matter =
  | 'charter'
  | 'founding'
  | 'participant'
  | 'application'
  | 'signatory'
  | 'invited'
  | 'delegate'
  | 'key'
  | 'signing-key'
  | 'recovery'
  | 'adopted-text'
  | 'signature'
  | 'text'
  | 'amendment'
  | 'position'
  | 'consultation'
  | 'debate'
  | 'answers'
  | 'public-observation'
  | 'observation'
  | 'circulation'
  | 'statement'
  | 'tree'
  | 'tick';

export const AUDIENCE: Readonly<Record<Matter, Audience>> = {
  /** The charter in force, and those that were. */
  charter: 'everyone',
  /** A charter that its founders are still signing, and who they are. */
  founding: 'members',
  /** Participants and former participants: name, country, what they say of themselves. */
  participant: 'everyone',
  /** Applicants, those not admitted, their letters, and the disagreements. */
  application: 'own',
  /** Organisations that take no part and have signed a statement, or a text when they did. */
  signatory: 'everyone',
  /** Outside organisations that are invited and have not signed. */
  invited: 'own',
  /** Who speaks for an organisation, by name. */
  delegate: 'own',
  key: 'own',
  /** Keys that made a public signature: without them nobody could check it. They carry no names. */
  'signing-key': 'everyone',
  recovery: 'members',
  'adopted-text': 'everyone',
  /** Signatures on adopted texts, with their reservations and interpretative statements. */
  signature: 'everyone',
  /** Texts that are not adopted, and the earlier revisions of those that are. */
  text: 'members',
  amendment: 'members',
  position: 'members',
  consultation: 'members',
  debate: 'members',
  /** Each organisation's answer to a decision, with its reasons. */
  answers: 'members',
  /** An observation on an adopted text that its author makes public. */
  'public-observation': 'everyone',
  observation: 'members',
  /** To whom an observation was communicated, and when. */
  circulation: 'members',
  statement: 'everyone',
  /** Hashes, checkpoints, sizes. */
  tree: 'everyone',
  tick: 'everyone',
};

/** Whether `viewer` may see a matter; `about` is the organisation that it is about, where there is one. */
export const maySee = (state: State, viewer: Viewer, matter: Matter, about: OrganisationId | null = null): boolean => {
  const audience = state.founded === null && matter !== 'tree' && matter !== 'tick' ? 'members' : AUDIENCE[matter];
  switch (audience) {
    case 'everyone':
      return true;
    case 'members':
      return isMember(state, viewer);
    case 'own':
      return isMember(state, viewer) || (viewer.kind === 'organisation' && viewer.id === about);
    default:
      return unreachable(audience);
  }
};

export const isMember = (state: State, viewer: Viewer): boolean => {
  if (viewer.kind === 'public') return false;
  const standing = state.organisations.get(viewer.id)?.standing.kind;
  return standing === 'participant' || (standing === 'founder' && state.founded === null);
};

/** What an organisation is to those who look at it. */
export const matterOfOrganisation = (state: State, organisation: Organisation): Matter => {
  switch (organisation.standing.kind) {
    case 'founder':
      return 'founding';
    case 'participant':
    case 'former':
      return 'participant';
    case 'applicant':
    case 'not-admitted':
    case 'withdrawn':
    case 'outside':
      if ([...state.statements, ...state.texts].some((signed) => signed.signatures.has(organisation.id)))
        return 'signatory';
      return organisation.standing.kind === 'outside' ? 'invited' : 'application';
    default:
      return unreachable(organisation.standing);
  }
};

/**
 * What an entry of the record is to those who look at it: it is shown as its act's matter is, but to everyone where it brought
 * in a key that made a public signature, and to fewer where it names somebody whom not everyone may know of.
 */
export const matterOfEntry = (state: State, index: number, act: AnyAct): Matter => {
  if (namesUnseen(state, act)) return 'invited';
  if (opensKeys(state, index)) return 'signing-key';
  switch (act.kind) {
    case 'conference.found':
    case 'charter.sign':
      return state.founded === null ? 'founding' : 'charter';
    case 'participation.apply':
    case 'participation.reapply':
    case 'participation.withdraw':
    case 'participation.disagree':
    case 'participation.withdraw-disagreement':
    case 'participation.leave':
      return 'application';
    case 'delegate.appoint':
    case 'delegate.recall':
      return 'delegate';
    case 'key.enrol':
    case 'key.revoke':
      return 'key';
    case 'recovery.request':
    case 'recovery.disagree':
    case 'recovery.withdraw-disagreement':
      return 'recovery';
    case 'text.table':
    case 'text.cosponsor':
    case 'text.revise':
    case 'text.withdraw':
    case 'revision.object':
    case 'revision.withdraw-objection':
    case 'proposal.make':
    case 'proposal.disagree':
    case 'proposal.withdraw-disagreement':
    case 'proposal.withdraw':
    case 'translation.publish':
    case 'translation.check':
    case 'decision.open':
      return 'text';
    case 'debate.open':
    case 'debate.reply':
    case 'debate.resolve':
      return 'debate';
    case 'amendment.propose':
    case 'amendments.propose':
    case 'amendment.join':
    case 'amendment.withdraw':
    case 'amendment.take-over':
      return 'amendment';
    case 'position.take':
      return 'position';
    case 'consultation.record':
      return 'consultation';
    case 'text.sign':
    case 'signature.confirm':
    case 'signature.withdraw':
      return 'signature';
    case 'observation.make':
      return act.body.public && state.texts[act.body.text - 1]?.stage === 'adopted'
        ? 'public-observation'
        : 'observation';
    case 'statement.open':
    case 'statement.invite':
    case 'statement.sign':
      return 'statement';
    case 'host.shown':
      return 'circulation';
    case 'host.tick':
      return 'tick';
    default:
      return unreachable(act);
  }
};

/** Whether `viewer` may read the entry at `index`. */
export const maySeeEntry = (state: State, viewer: Viewer, index: number, act: AnyAct): boolean =>
  maySee(state, viewer, matterOfEntry(state, index, act), aboutOf(act));

/** Whom an act is about: its maker, or in a disagreement the applicant. */
const aboutOf = (act: AnyAct): OrganisationId =>
  act.kind === 'participation.disagree' || act.kind === 'participation.withdraw-disagreement'
    ? act.body.organisation
    : act.by.organisation;

/** Whether an act names an organisation that is invited to sign a statement, and that not everyone may know of. */
const namesUnseen = (state: State, act: AnyAct): boolean => {
  if (act.kind !== 'statement.open' && act.kind !== 'statement.invite') return false;
  const known = act.kind === 'statement.invite' ? act.body.known : [];
  return [...act.body.invited.map(({ id }) => id), ...known].some((id) => {
    const organisation = state.organisations.get(id);
    return organisation !== undefined && AUDIENCE[matterOfOrganisation(state, organisation)] !== 'everyone';
  });
};

/** Whether a key that made a public signature came in or went out by this entry. */
const opensKeys = (state: State, index: number): boolean => {
  for (const print of state.publicKeys) {
    const key = state.keys.get(print);
    if (key?.from.index === index || key?.until?.index === index) return true;
    if (state.recoveries.some((recovery) => recovery.fingerprint === print && recovery.requested.index === index))
      return true;
  }
  return false;
};
