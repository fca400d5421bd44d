import { type Context as Call, Hono } from 'hono';
import { askerOf } from '../../conference/work/turns.ts';
import type { Context } from '../kit/context.ts';
import { sendTable } from '../kit/csv.ts';
import { download } from '../kit/download.ts';
import type { WebEnv } from '../kit/env.ts';
import { FILE_PATTERN, fileForms } from './parts/file-forms.ts';
import { SIGNATURES, signatureRows } from './parts/text-tables.ts';
import { type Finished, finishedCharter, finishedStatement, finishedText } from './parts/finished.ts';

/** The files of finished texts: each in every form there is, for everyone. */
export const finishedRoutes = new Hono<WebEnv>();

const filesOf = (path: string, found: (context: Context, number: number) => Finished | null): void => {
  finishedRoutes.get(`${path}/:file{${FILE_PATTERN}}`, (c) => {
    const file = c.req.param('file');
    const point = file.indexOf('.');
    return sendFinished(c, file.slice(point + 1), (context) => found(context, Number(file.slice(0, point))));
  });
};

const signaturesOf = (path: string, found: (context: Context, number: number) => Finished | null): void => {
  finishedRoutes.get(`${path}/:number{[0-9]+}/signatures.csv`, (c) => {
    const text = found(c.var.context(), Number(c.req.param('number')));
    const rows = text === null ? null : signatureRows(text);
    return text === null || rows === null ? c.notFound() : sendTable(c, SIGNATURES, text.name, rows);
  });
};

/** One of its files; none where the reader may see no such text, or where nothing here makes that form. */
export const sendFinished = async (
  c: Call<WebEnv>,
  ending: string,
  found: (context: Context) => Finished | null,
): Promise<Response> => {
  const press = await c.var.deps.documents();
  const context = c.var.context();
  const text = found(context);
  const form = fileForms(context, text?.is.kind === 'archived').find((one) => one.ending === ending);
  if (form === undefined || text === null) return c.notFound();
  const asker = askerOf(context.conference.slug, context.reader);
  const file = await form.write(text, { press, context, asker });
  if (file === null) return c.notFound();
  const named = download(`${text.name}.${ending}`, form.type);
  return c.body(typeof file === 'string' ? file : new Uint8Array(file), 200, named);
};

filesOf('/decisions', finishedText);
signaturesOf('/decisions', finishedText);
filesOf('/statements', finishedStatement);
signaturesOf('/statements', finishedStatement);
filesOf('/charters', finishedCharter);
signaturesOf('/charters', finishedCharter);
