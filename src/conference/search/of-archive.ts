import { standing } from '../../charter/history/archive.ts';
import type { PastPiece } from '../../charter/history/piece.ts';
import type { Piece } from '../../charter/history/state.ts';
import type { Document } from './document.ts';
import { joined } from './of-texts.ts';

/** A piece from the archive, as it stands now. `words`: those that are kept beside the record. */
export const documentsOfPiece = (piece: Piece, words: string): readonly Document[] => {
  const { what, papers, on } = standing(piece);
  const { reference, title, place, names, source } = what;
  const printed = names.map(({ name, country }) => (country === null ? name : `${name}, ${country}`));
  const said = [
    ...piece.versions.map(({ reason }) => reason ?? ''),
    ...piece.doubts.flatMap((doubt) => [
      doubt.words,
      ...writtenIn(doubt.instead),
      ...doubt.disagreements.map(({ reasons }) => reasons),
    ]),
  ];
  return [
    {
      key: `archive/${piece.number}`,
      kind: 'archive',
      thing: { of: 'archive', piece: piece.number },
      entry: on.index,
      title,
      words: joined(
        reference,
        place ?? '',
        words,
        ...printed,
        source,
        ...papers.files.map(({ name }) => name),
        ...said,
      ),
    },
  ];
};

const writtenIn = (what: PastPiece | null): readonly string[] =>
  what === null
    ? []
    : [
        what.reference,
        what.title,
        what.place ?? '',
        what.source,
        ...what.names.flatMap(({ name, country }) => [name, country ?? '']),
      ];
