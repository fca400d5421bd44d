import type { OrganisationId } from '../base/ids.ts';
import type { AnyAct } from './acts.ts';
import type { Consequence, Resource } from './consequences.ts';
import type { State } from './state.ts';
import { numberAt, subjectsOf } from './subjects.ts';
import { matterOfSitting, maySeeEntry } from './visibility-entries.ts';
import { type Viewer, matterOfOrganisation, maySee } from './visibility.ts';

interface Placed {
  readonly index: number;
  readonly act: AnyAct;
}

/**
 * What `viewer` may hear that these entries changed, each once: what their acts are about, and what followed. The entries follow each other and stand on the
 * record. Whoever tells of changes asks here.
 */
export const changedBy = (state: State, viewer: Viewer, entries: readonly Placed[]): readonly Resource[] => {
  const from = entries[0]?.index ?? Infinity;
  const to = entries.at(-1)?.index ?? -1;
  const seen = entries.filter(({ index, act }) => maySeeEntry(state, viewer, index, act));
  const wider = entries.flatMap((entry) => openPartsOf(state, entry));
  const followed = lastFrom(state.consequences, from).filter(({ index }) => index <= to);
  const told = [...wider, ...followed].filter(({ matter, about }) => maySee(state, viewer, matter, about));
  return [
    ...new Set([
      ...seen.flatMap(({ act, index }) => subjectsOf(state, act, index)),
      ...told.map(({ resource }) => resource),
    ]),
  ];
};

/** Whether these entries let `viewer` in as a participant, or out: what there is to see is another conference then, and everything in it is new to them. */
export const seesAnew = ({ organisations }: State, viewer: Viewer, entries: readonly Placed[]): boolean => {
  const standing = viewer.kind === 'public' ? undefined : organisations.get(viewer.id)?.standing;
  const turned = standing?.kind === 'participant' ? standing.since : standing?.kind === 'former' ? standing.left : null;
  return turned !== null && entries.some(({ index }) => index === turned.index);
};

/** They stand in the order of their entries, and those that are asked for are mostly the last. */
const lastFrom = (consequences: readonly Consequence[], index: number): readonly Consequence[] => {
  let from = consequences.length;
  while (from > 0 && (consequences[from - 1]?.index ?? -1) >= index) from--;
  return consequences.slice(from);
};

type Part = Omit<Consequence, 'index'>;

/** What an act changes that more may see than the act itself. */
const openPartsOf = (state: State, { act, index }: Placed): readonly Part[] => {
  const { kind } = act;
  if (kind === 'participation.leave')
    return [{ resource: `organisations/${act.by.organisation}`, matter: 'participant', about: null }];
  if (kind === 'participation.present' || kind === 'participation.withdraw-presentation')
    return [ofStanding(state, act.body.organisation)];
  if (kind === 'participation.withdraw') return [ofStanding(state, act.by.organisation)];
  if (kind === 'translation.publish' || kind === 'translation.check') {
    const { text } = act.body;
    const isAdopted = state.texts[text - 1]?.stage === 'adopted';
    return isAdopted ? [{ resource: `texts/${text}`, matter: 'adopted-text', about: null }] : [];
  }
  if (kind === 'meeting.convene') return [ofMeeting(state, numberAt(state.meetings, index), index)];
  const isOfMeeting =
    kind === 'meeting.change' ||
    kind === 'meeting.cancel' ||
    kind === 'meeting.second' ||
    kind === 'agenda.propose' ||
    kind === 'agenda.withdraw';
  return isOfMeeting ? [ofMeeting(state, act.body.meeting, index)] : [];
};

/** Of an applicant that everybody knows, as it has signed something, everybody sees how far its application has come. */
const ofStanding = (state: State, id: OrganisationId): Part => {
  const organisation = state.organisations.get(id);
  return ofOrganisation(id, organisation === undefined ? 'application' : matterOfOrganisation(state, organisation));
};

const ofOrganisation = (id: OrganisationId, matter: Part['matter']): Part => ({
  resource: `organisations/${id}`,
  matter,
  about: id,
});

const ofMeeting = (state: State, number: number, index: number): Part => ({
  resource: `meetings/${number}`,
  matter: matterOfSitting(state, number, index),
  about: null,
});
