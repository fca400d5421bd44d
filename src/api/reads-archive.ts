import { numberIn } from './asking.ts';
import { numbered } from './paging.ts';
import { ONE, get, listing, reading } from './reading.ts';
import type { Route } from './route.ts';
import { pieceSchema, pieceView } from './shapes/archive.ts';

/** What was brought of the time before the record. */
export const archiveReadRoutes: readonly Route[] = [
  listing(
    `${ONE}/archive`,
    'listArchive',
    'Documents, meetings and participants from the archive: brought by a participant, and never signed with a key.',
    pieceSchema,
    (reader) => numbered(reader.archive(), pieceView),
  ),
  get(
    `${ONE}/archive/{number}`,
    'getPiece',
    'One piece from the archive.',
    pieceSchema,
    reading((reader, c) => {
      const piece = reader.piece(numberIn(c, 'number'));
      return piece && pieceView(piece);
    }, 'piece'),
  ),
];
