import type { OrganisationId } from '../../base/ids.ts';
import type { Instant } from '../../base/time.ts';
import type { Article } from '../law/articles.ts';
import { inPrintedOrder } from '../decisions/signatory-order.ts';
import { type InForce, rulesInForce } from '../law/charter.ts';
import type { State } from '../state.ts';
import type { Decision, Text, Where } from '../texts/state.ts';
import type { Mark } from '../law/mark.ts';
import { printedAt } from '../members/names.ts';
import { noticeOf } from '../meetings/meeting-rules.ts';
import { rectified } from '../texts/rectified.ts';
import { isAdopted, present } from '../texts/texts.ts';
import type { Final, FinalMandate, FinalNote, Named, PublicObservation, Signed } from './final.ts';

/** The final version of an adopted text; `null` of any other. */
export const finalOf = (state: State, text: Text): Final | null => {
  const { decision, stage, kind, number } = text;
  const outcome = decision?.outcome ?? null;
  if (stage !== 'adopted' || decision === null || outcome === null || outcome.result === 'not-adopted') return null;
  const { title, hash, charter: terms } = present(text);
  return {
    symbol: outcome.symbol ?? '',
    kind,
    title,
    clauses: rectified(text),
    version: hash,
    slips: text.rectifications.map(({ clause, before, words, on }) => ({ clause, before, words, on: on.at })),
    terms,
    signatories: signedOf(state, text),
    note: noteOf(state, text, { how: outcome.result, at: outcome.at, decision }),
    observations: observationsOn(state, text, number),
  };
};

/** Who has signed, in the order that the rules in force say (13.4). */
export const signedOf = (state: State, text: Text): readonly Signed[] =>
  inPrintedOrder(
    text.signatures.values(),
    rulesInForce(state).signature.order,
    (id) => state.organisations.get(id)?.country ?? '',
  ).map(({ by, printed, clauses, riders, on, accession, referendum, withdrawn }) => ({
    organisation: { id: by, printed },
    clauses,
    riders,
    on: on.at,
    accession,
    referendum: referendum === null ? null : { confirmed: referendum.confirmed?.at ?? null },
    withdrawn: withdrawn?.on.at ?? null,
  }));

/** An organisation as it was printed when this happened. */
export const namedAt = ({ organisations }: State, id: OrganisationId, on: Mark): Named => {
  const organisation = organisations.get(id);
  if (organisation === undefined) throw new TypeError(`No organisation ${id}`);
  return { id, printed: printedAt(organisation, on) };
};

interface Adoption {
  readonly how: FinalNote['how'];
  readonly at: Instant;
  readonly decision: Decision;
}

const noteOf = (state: State, text: Text, { how, at, decision }: Adoption): FinalNote => {
  const charter = inForceAt(state, at, text);
  return {
    how,
    at,
    where: decision.where,
    amended: text.revisions.length > 1,
    mandate: mandateIn(state, decision.mandate),
    charter: { number: charter?.number ?? 1, title: charter?.charter.title ?? '' },
    articles: articlesOf(text, how),
  };
};

/** Unanimity (6.1) or broad consensus (7.2); a charter is put in the place of the one in force (5.4). */
export const articlesOf = ({ kind }: Pick<Text, 'kind'>, how: FinalNote['how']): readonly Article[] => [
  ...(kind === 'charter' ? (['5.4'] as const) : []),
  how === 'unanimous' ? '6.1' : '7.2',
  '13.3',
];

/** The charter under which a text was adopted; one that came into force by this very text came after. */
const inForceAt = ({ charter, earlierCharters }: State, at: Instant, text: Text): InForce | null =>
  [...earlierCharters, ...[charter ?? []].flat()].findLast(
    ({ source, since }) => !(source.kind === 'text' && source.text === text.number) && (since?.at ?? 0) <= at,
  ) ?? null;

/** The mandate under which it was decided, and how that came about. */
const mandateIn = (state: State, number: number | null): FinalMandate | null => {
  const mandate = number === null ? undefined : state.mandates[number - 1];
  if (mandate === undefined) return null;
  const { given, on, to, until, latest } = mandate;
  return {
    given: given.kind === 'call' ? whereWas(state, given.meeting) : { kind: 'writing' },
    on: on.at,
    to: to === 'group' ? to : to.map((id) => namedAt(state, id, on)),
    until,
    latest,
  };
};

const whereWas = ({ meetings }: State, number: number): Where => {
  const meeting = meetings[number - 1];
  return meeting === undefined
    ? { kind: 'writing' }
    : { kind: 'meeting', of: meeting.kind, nth: meeting.nth ?? 1, place: noticeOf(meeting).place };
};

const observationsOn = (state: State, text: Text, number: number): readonly PublicObservation[] =>
  state.observations
    .filter((one) => one.text === number && one.public && isAdopted(text, one.version))
    .map(({ by, kind, clauses, words, on }) => ({ by: namedAt(state, by, on), kind, clauses, words, on: on.at }));
