import type { OrganisationId } from '../base/ids.ts';
import { unreachable } from '../base/result.ts';
import type { Part } from './law/consequences.ts';
import type { Matter } from './law/matter.ts';
import type { Organisation } from './members/organisation-state.ts';
import type { State } from './state.ts';

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

export const AUDIENCE: Readonly<Record<Matter, Audience>> = {
  /** The charter in force, and those that were. */
  charter: 'everyone',
  /** A charter that its founders are still signing, and who they are. */
  founding: 'members',
  /** Participants and former participants: name, country, what they say of themselves. */
  participant: 'everyone',
  /** Applicants, those not admitted, their letters, who presents them, and the disagreements. */
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
  /** An observation on an adopted text, in the version that was adopted, that its author makes public. */
  'public-observation': 'everyone',
  observation: 'members',
  /** To whom an observation was communicated, and when. */
  circulation: 'members',
  statement: 'everyone',
  /** What was brought of the time before the record, by whom, and how it was corrected. */
  archive: 'everyone',
  /** A periodical that was decided, and its issues that were published, with the articles in them. */
  publication: 'everyone',
  /** What is proposed to be published, written for it and put to silence, and what became of it. */
  publishing: 'members',
  /** The conference's books: what is to be public of them stands in a text that is adopted. */
  books: 'members',
  /** Notices, agendas, who comes; and what goes on in a sitting. */
  meeting: 'members',
  /** What goes on in the sittings of a meeting that anybody may follow. */
  'public-sitting': 'everyone',
  /** Who is in the coordinating group, and under which mandates it works. */
  group: 'everyone',
  letter: 'members',
  help: 'members',
  /** A report for the participants, and what they say to any. */
  report: 'members',
  /** A version of a report that its author makes public, and that version in other languages. */
  'public-report': 'everyone',
  /** An appeal for support and what others did, where one of the two says that it is for the participants. */
  appeal: 'members',
  'public-appeal': 'everyone',
  /** A joint action, with those who take part in it. */
  action: 'members',
  'public-action': 'everyone',
  /** That something kept beside the record was erased, by whom and why; its content is seen by nobody. */
  erasure: 'own',
  /**
   * Hashes, checkpoints, sizes. So everyone can count: how many entries there are, and, by the gaps between the numbers of what is public, how many texts,
   * meetings, observations and reports are not. The numbers stand in signed acts that strangers must be able to check, and cannot be other ones there; that there is something is all they tell.
   */
  tree: 'everyone',
  /** That something fell due: of most of it nobody else may know that it was there. What comes of it is seen as what it is. */
  tick: 'members',
};

/** Whether `viewer` may see a matter; `about` is the organisation that it is about, where there is one. */
export const maySee = (state: State, viewer: Viewer, matter: Matter, about: OrganisationId | null = null): boolean => {
  const audience = state.founded === null && matter !== 'tree' ? 'members' : AUDIENCE[matter];
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

/** An organisation as a part of what there is. Of an applicant that everybody knows, as it has signed something, everybody sees how far its application has come. */
export const partOfOrganisation = (state: State, id: OrganisationId): Part => {
  const organisation = state.organisations.get(id);
  const matter = organisation === undefined ? 'application' : matterOfOrganisation(state, organisation);
  return { resource: `organisations/${id}`, matter, about: id };
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
    case 'lapsed':
    case 'withdrawn':
    case 'outside':
      if (state.everSigned.has(organisation.id)) return 'signatory';
      return organisation.standing.kind === 'outside' ? 'invited' : 'application';
    default:
      return unreachable(organisation.standing);
  }
};
