import { z } from 'zod';
import { type Mutable, mutable } from '../../base/brand.ts';
import { type Result, err, ok } from '../../base/result.ts';
import { numberSchema, prose } from '../../base/schema.ts';
import type { OrganisationId } from '../../base/ids.ts';
import { defineAct } from '../act.ts';
import { EXAMPLE } from '../law/example-words.ts';
import { type Refusal, beyond } from '../law/refusal.ts';
import { broughtAt, itsPiece } from '../law/resource.ts';
import type { State } from '../state.ts';
import { type PastPiece, type Within, namedPapers, papersSchema, pastPieceSchema, pieceRefusal } from './piece.ts';
import type { Piece, PieceVersion } from './state.ts';

/**
 * Chapter 11: a conference brings what it has of the time before its record. Any participant may, and says on whose paper it rests. Names under it are print: no organisation has
 * signed it here, and no other chapter asks for it.
 */

/** Refused where another piece is called so in the archive. */
export const referenceRefusal = (
  { pieceOf }: State,
  { reference }: PastPiece,
  own: number | null,
  within: Within = 'what',
): Refusal | null => {
  const bearer = pieceOf.get(reference);
  return bearer === undefined || bearer === own
    ? null
    : { article: '11.1', kind: 'taken', field: `${within}/reference`, value: reference };
};

export const archivedBy = ({ archivedBy: counts }: Pick<State, 'archivedBy'>, id: OrganisationId): number =>
  counts.get(id) ?? 0;

/** The piece as it stands now. */
export const standing = ({ versions }: Pick<Piece, 'versions'>): PieceVersion => {
  const last = versions.at(-1);
  if (last === undefined) throw new TypeError('A piece that nobody has brought');
  return last;
};

export const pieceAt = ({ archive }: State, number: number): Result<Piece, Refusal> => {
  const piece = archive[number - 1];
  return piece === undefined ? err({ article: '11.1', kind: 'unknown', thing: 'piece', ref: `${number}` }) : ok(piece);
};

export const EXAMPLE_PIECE = {
  kind: 'decision',
  reference: 'RFG/2019/4',
  title: 'On the dams of the upper Vjosa',
  on: '2019-06-02',
  until: null,
  place: 'Përmet',
  language: 'en',
  names: [{ name: 'Vjosa Fishers', country: 'Albania' }],
  source: 'The minutes of the assembly, in the binder of 2019 that Reka keeps.',
} as const;

const EXAMPLE_PAPERS = {
  words: EXAMPLE.hash,
  files: [{ name: 'minutes-2019.pdf', type: 'application/pdf', parts: [EXAMPLE.hash] }],
} as const;

/** Brings one document, meeting or participant of then. */
export const bring = defineAct({
  kind: 'archive.bring',
  article: '11.1',
  strength: 'binding',
  from: ['participant'],
  matter: 'archive',
  subjects: (_act, { archive }, index) => [`archive/${broughtAt(archive, firstMark, index)}`],
  signedInPublic: true,
  limits: ['archived', 'own-archived'],
  body: z.strictObject({ what: pastPieceSchema, papers: papersSchema }).readonly(),
  names: ({ papers }) => namedPapers(papers),
  judge: (state, { by, body: { what } }, at) =>
    pieceRefusal(what, at) ??
    referenceRefusal(state, what, null) ??
    beyond('11.1', 'archived', state.archive.length + 1) ??
    beyond('11.1', 'own-archived', archivedBy(state, by.organisation) + 1),
  apply: (state, { by, body: { what, papers } }, on) => {
    const number = state.archive.length + 1;
    const first = mutable({ what, papers, by: by.organisation, reason: null, on });
    state.archive.push({ number, by: by.organisation, versions: [first], doubts: [] });
    state.pieceOf.set(what.reference, number);
    state.archivedBy.set(by.organisation, archivedBy(state, by.organisation) + 1);
  },
  example: { what: EXAMPLE_PIECE, papers: EXAMPLE_PAPERS },
});

const firstMark = ({ versions }: Piece): { readonly index: number } => versions[0]?.on ?? { index: -1 };

/** Says a piece anew, as a whole; what was said before stays beside it. */
export const correct = defineAct({
  kind: 'archive.correct',
  article: '11.1',
  strength: 'binding',
  from: ['participant'],
  matter: 'archive',
  subjects: itsPiece,
  signedInPublic: true,
  limits: ['piece-versions'],
  body: z
    .strictObject({
      piece: numberSchema,
      /** The version that it is over, which must be the last: from 1. */
      version: numberSchema,
      what: pastPieceSchema,
      /** `null`: they stay. */
      papers: papersSchema.nullable(),
      reason: prose(4000),
    })
    .readonly(),
  names: ({ papers }) => (papers === null ? [] : namedPapers(papers)),
  judge: (state, { by, body }, at) => {
    const found = pieceAt(state, body.piece);
    if (!found.ok) return found.error;
    const { by: owner, versions } = found.value;
    if (owner !== by.organisation) return { article: '11.1', kind: 'not-yours', owner };
    if (versions.length !== body.version)
      return { article: '11.1', kind: 'superseded', field: 'version', current: versions.length };
    return (
      pieceRefusal(body.what, at) ??
      referenceRefusal(state, body.what, body.piece) ??
      beyond('11.1', 'piece-versions', versions.length + 1)
    );
  },
  apply: (state, { by, body }, on) => {
    const piece = state.archive[body.piece - 1];
    if (piece === undefined) return;
    const { what, papers, reason } = body;
    sayAnew(state, piece, { what, papers: papers ?? standing(piece).papers, by: by.organisation, reason, on });
  },
  example: { piece: 1, version: 1, what: EXAMPLE_PIECE, papers: null, reason: 'It was in June, not in July.' },
});

/** From here on a piece reads so. */
export const sayAnew = (state: Mutable<State>, piece: Mutable<Piece>, version: PieceVersion): void => {
  state.pieceOf.delete(standing(piece).what.reference);
  state.pieceOf.set(version.what.reference, piece.number);
  piece.versions.push(mutable(version));
};
