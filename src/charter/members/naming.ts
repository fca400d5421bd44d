import { z } from 'zod';
import { type Act, defineAct } from '../act.ts';
import { EXAMPLE } from '../law/example-words.ts';
import { itsMaker } from '../law/resource.ts';
import { beyond } from '../law/refusal.ts';
import type { Matter } from '../law/matter.ts';
import { isSamePrinted, printedSchema } from '../names/printed.ts';
import type { State } from '../state.ts';
import { partOfOrganisation } from '../visibility.ts';
import { calledBy, callIt, namesRefusal, printedNow } from './names.ts';
import type { Organisation } from './organisation-state.ts';
import { isStranger, organisationOf } from './organisations.ts';

/** Whether it took part, or founded the conference, by this entry: what it calls itself is everyone's to read. */
const wasIn = (organisation: Organisation | undefined, index: number): boolean =>
  organisation !== undefined &&
  (organisation.entered.index === 0 || organisation.terms.some(({ since }) => since.index <= index));

const matterAt = (state: State, organisation: Organisation | undefined, index: number): Matter =>
  wasIn(organisation, index) ? (state.founded === null ? 'founding' : 'participant') : 'application';

/** What an entry is in which an organisation says something of itself. */
export const matterOfNaming = (state: State, { by }: Pick<Act, 'by'>, index: number): Matter =>
  matterAt(state, state.organisations.get(by.organisation), index);

/**
 * Article 4.1: an organisation says anew how it and its country are printed. What was printed before stays as it was: signatures hold the names of their day. Whatever it was called
 * stays its own. An applicant waits: the others are looking at an application under a name.
 */
export const rename = defineAct({
  kind: 'organisation.rename',
  article: '4.1',
  strength: 'binding',
  from: ['founder', 'participant', 'former', 'outside', 'not-admitted', 'lapsed', 'withdrawn'],
  whileFounding: true,
  matter: matterOfNaming,
  // Its name stands on any page.
  subjects: (act) => ['', ...itsMaker(act)],
  openParts: (state, { by }) => [partOfOrganisation(state, by.organisation)],
  signedInPublic: (state, { by }, index) => wasIn(state.organisations.get(by.organisation), index),
  limits: ['namings', 'strangers-namings'],
  body: z.strictObject({ printed: printedSchema }).readonly(),
  judge: (state, { by: { organisation: id }, body }) => {
    const organisation = state.organisations.get(id);
    if (organisation === undefined) return { article: '4.1', kind: 'unknown', thing: 'organisation', ref: id };
    if (isSamePrinted(printedNow(organisation), body.printed))
      return { article: '4.1', kind: 'already', what: 'stated' };
    return (
      namesRefusal(state, '4.1', [calledBy({ id, printed: body.printed })], (way) => (way === 'id' ? 'by' : way)) ??
      beyond('4.1', isStranger(state, id) ? 'strangers-namings' : 'namings', organisation.stated.length)
    );
  },
  apply: (state, { by, body }, on) => {
    callIt(state, organisationOf(state, by.organisation), body.printed, on);
  },
  example: { printed: EXAMPLE.profile.printed },
});
