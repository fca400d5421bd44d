import { type Context as Call, Hono } from 'hono';
import { concat } from '../../base/bytes.ts';
import { standing } from '../../charter/history/archive.ts';
import type { Piece } from '../../charter/history/state.ts';
import { NOT_KEPT } from '../../http/keeping.ts';
import type { Context } from '../kit/context.ts';
import { download } from '../kit/download.ts';
import type { WebEnv } from '../kit/env.ts';
import { sendPage } from '../kit/send-page.ts';
import { endingOf, typeOf } from './parts/originals.ts';
import { sendFinished } from '../texts/finished-routes.ts';
import { FILE_PATTERN } from '../texts/parts/file-forms.ts';
import { archivePage } from './pages/archive.ts';
import { piecePage } from './pages/piece.ts';
import { finishedPiece } from './parts/piece-sheet.ts';
import { type PieceWords, wordsOfPiece } from './parts/piece-words.ts';

/** What was brought of the time before the record, for everybody. */
export const historyRoutes = new Hono<WebEnv>();

type Found = readonly [context: Context, piece: Piece, words: PieceWords];

/** The piece of this number with its words, which are fetched before; `null`: there is none, or it changed meanwhile. */
const fetched = async (c: Call<WebEnv>, number: number): Promise<((context: Context) => Found | null) | null> => {
  const { reader, conference } = c.var.context();
  const before = reader.piece(number);
  if (before === null) return null;
  const { words: hash } = standing(before).papers;
  const words = await wordsOfPiece(conference, hash);
  return (context) => {
    const piece = context.reader.piece(number);
    return piece === null || standing(piece).papers.words !== hash ? null : [context, piece, words];
  };
};

const numberOf = (c: Call<WebEnv>, name: string): number => Number.parseInt(c.req.param(name) ?? '', 10);

historyRoutes.get('/archive', (c) => sendPage(c, archivePage(c.var.context())));

historyRoutes.get('/archive/:number{[0-9]+}', async (c) => {
  const found = (await fetched(c, numberOf(c, 'number')))?.(c.var.context()) ?? null;
  return found === null ? c.notFound() : sendPage(c, piecePage(...found));
});

historyRoutes.get(`/archive/:file{${FILE_PATTERN}}`, async (c) => {
  const file = c.req.param('file');
  const find = await fetched(c, numberOf(c, 'file'));
  return sendFinished(c, file.slice(file.indexOf('.') + 1), (context) => {
    const found = find?.(context) ?? null;
    return found === null ? null : finishedPiece(...found);
  });
});

/** The original as it came. Always kept as a file and never shown here, whatever it says it is. */
historyRoutes.get('/archive/:number{[0-9]+}/:file{original-[0-9]\\.[a-z]{2,5}}', async (c) => {
  const { reader, conference } = c.var.context();
  const piece = reader.piece(numberOf(c, 'number'));
  const [, place = '', ending] = /^original-(\d)\.(.+)$/u.exec(c.req.param('file')) ?? [];
  const file = piece === null ? undefined : standing(piece).papers.files[Number(place) - 1];
  if (piece === null || file === undefined || endingOf(file) !== ending) return c.notFound();
  const parts = await Promise.all(file.parts.map((part) => conference.attachment(part)));
  const contents = parts.flatMap((part) => (part === null ? [] : [part.content]));
  // Without one of its parts it is not the file.
  if (contents.length < parts.length) return c.notFound();
  return c.body(concat(...contents), 200, {
    ...download(`archive-${piece.number}-${place}.${ending}`, typeOf(file)),
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': NOT_KEPT,
  });
});
