import type { Context as Call } from 'hono';
import type { Paper } from '../../conference/documents.ts';
import { askerOf } from '../../conference/work/turns.ts';
import type { Context } from './context.ts';
import { download } from './download.ts';
import type { WebEnv } from './env.ts';

/** Answers with a document as a PDF file. There is none where the reader may see no such document, or where nothing on this machine can set it. */
export const sendPdf = async (
  c: Call<WebEnv>,
  found: (context: Context) => { readonly paper: Paper; readonly name: string } | null,
): Promise<Response> => {
  const press = await c.var.deps.documents();
  const context = c.var.context();
  const document = found(context);
  if (document === null || press.pdf === null) return c.notFound();
  const file = await press.pdf(document.paper, askerOf(context.conference.slug, context.reader));
  return c.body(new Uint8Array(file), 200, download(document.name, 'application/pdf'));
};
