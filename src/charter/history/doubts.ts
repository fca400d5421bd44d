import { z } from 'zod';
import { type Mutable, mutable } from '../../base/brand.ts';
import type { OrganisationId } from '../../base/ids.ts';
import { type Result, err, ok } from '../../base/result.ts';
import { numberSchema, prose } from '../../base/schema.ts';
import { DAY, after } from '../../base/time.ts';
import { defineAct } from '../act.ts';
import { circulate, toParticipants } from '../group/circulation.ts';
import { rulesInForce } from '../law/charter.ts';
import { follows } from '../law/consequences.ts';
import { scheduleDeadline } from '../law/deadlines.ts';
import {
  disagreeRefusal,
  disagreeWith,
  isContested,
  noDisagreementRefusal,
  withdrawDisagreement,
} from '../law/disagreement.ts';
import type { Mark } from '../law/mark.ts';
import { type Refusal, beyond } from '../law/refusal.ts';
import { itsPiece } from '../law/resource.ts';
import type { State } from '../state.ts';
import { EXAMPLE_PIECE, pieceAt, referenceRefusal, sayAnew, standing } from './archive.ts';
import { pastPieceSchema, pieceRefusal } from './piece.ts';
import type { Doubt } from './state.ts';

/**
 * Whoever thinks that a piece from the archive is wrong says so, and everyone is told. Who says how it should read has it read so, unless somebody disagrees within the time that the charter gives
 * proposals: so it can be put right also where whoever brought it has left, or will not.
 */
export const doubt = defineAct({
  kind: 'archive.doubt',
  article: '8.1',
  strength: 'binding',
  from: ['participant'],
  matter: 'archive',
  subjects: itsPiece,
  signedInPublic: true,
  limits: ['own-doubts', 'own-open-doubts', 'piece-versions'],
  body: z
    .strictObject({
      piece: numberSchema,
      /** The version that it is about, which must be the last. */
      version: numberSchema,
      words: prose(8000),
      /** How the piece should read; `null`: that is not said. */
      instead: pastPieceSchema.nullable(),
    })
    .readonly(),
  judge: (state, { by, body }, at) => {
    const found = pieceAt(state, body.piece);
    if (!found.ok) return found.error;
    const { versions, doubts } = found.value;
    if (versions.length !== body.version)
      return { article: '8.1', kind: 'superseded', field: 'version', current: versions.length };
    const own = doubts.filter((one) => one.by === by.organisation).length;
    return (
      beyond('8.1', 'own-doubts', own + 1) ??
      (body.instead === null
        ? null
        : (pieceRefusal(body.instead, at, 'instead') ??
          referenceRefusal(state, body.instead, body.piece, 'instead') ??
          beyond('8.1', 'piece-versions', versions.length + 1) ??
          beyond('8.1', 'own-open-doubts', openBy(state, by.organisation) + 1)))
    );
  },
  apply: (state, { by, body: { piece: number, version, words, instead } }, on) => {
    const piece = state.archive[number - 1];
    if (piece === undefined) return;
    const place = piece.doubts.length + 1;
    const deadline = instead === null ? null : after(on.at, rulesInForce(state).texts.silenceDays * DAY);
    const outcome = instead === null ? null : 'open';
    const said = { number: place, by: by.organisation, version, words, instead, on, deadline, outcome } as const;
    piece.doubts.push(mutable({ ...said, disagreements: [] }));
    if (deadline !== null) {
      scheduleDeadline(state, { kind: 'doubt', piece: number, doubt: place, at: deadline });
      state.openDoubts.push({ by: by.organisation, piece: number, doubt: place });
    }
    circulate(state, { kind: 'doubt', piece: number, doubt: place }, toParticipants(state, by.organisation), on);
  },
  example: { piece: 1, version: 1, words: 'We were there: it was in June.', instead: EXAMPLE_PIECE },
});

const openBy = ({ openDoubts }: State, id: OrganisationId): number =>
  openDoubts.filter((open) => open.by === id).length;

const openDoubt = (state: State, number: number, place: number): Result<Doubt, Refusal> => {
  const found = state.archive[number - 1]?.doubts[place - 1];
  return found?.outcome === 'open'
    ? ok(found)
    : err({ article: '11.1', kind: 'unknown', thing: 'proposal', ref: `${place}` });
};

/** Disagrees with how a piece should read, with reasons; or (`null`) takes that back. */
export const disagree = defineAct({
  kind: 'archive.disagree',
  article: '11.1',
  strength: 'binding',
  from: ['participant'],
  matter: 'archive',
  subjects: itsPiece,
  signedInPublic: true,
  limits: ['disagreements'],
  body: z.strictObject({ piece: numberSchema, doubt: numberSchema, reasons: prose(4000).nullable() }).readonly(),
  judge: (state, { by, body }) => {
    const found = openDoubt(state, body.piece, body.doubt);
    if (!found.ok) return found.error;
    return body.reasons === null
      ? noDisagreementRefusal(found.value, by.organisation, '11.1', body.doubt)
      : disagreeRefusal(found.value, by.organisation, '11.1');
  },
  apply: (state, { by, body }, on) => {
    const found = state.archive[body.piece - 1]?.doubts[body.doubt - 1];
    if (body.reasons === null) withdrawDisagreement(found, by.organisation, on);
    else disagreeWith(found, by.organisation, body.reasons, on);
  },
  example: { piece: 1, doubt: 1, reasons: 'The minutes say July.' },
});

/** At its deadline a piece reads as was said, unless somebody disagrees, or it was said anew since, or another piece has come to be called so. */
export const closeDoubt = (state: Mutable<State>, number: number, place: number, on: Mark): void => {
  const piece = state.archive[number - 1];
  const found = piece?.doubts[place - 1];
  if (piece === undefined || found?.outcome !== 'open' || found.instead === null) return;
  const { instead, by, words } = found;
  const stands =
    !isContested(found) &&
    piece.versions.length === found.version &&
    referenceRefusal(state, instead, number, 'instead') === null;
  state.openDoubts = state.openDoubts.filter(({ piece: one, doubt: other }) => one !== number || other !== place);
  found.outcome = stands ? 'taken-in' : 'refused';
  if (stands) sayAnew(state, piece, { what: instead, papers: standing(piece).papers, by, reason: words, on });
  follows(state, on, `archive/${number}`, 'archive');
};

/** Whoever has left no longer holds up how a piece should read. */
export const leaveArchive = (state: Mutable<State>, id: OrganisationId, on: Mark): void => {
  for (const { piece, doubt: place } of state.openDoubts) {
    const found = state.archive[piece - 1]?.doubts[place - 1];
    if (withdrawDisagreement(found, id, on)) follows(state, on, `archive/${piece}`, 'archive');
  }
};
