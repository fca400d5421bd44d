import type { Context as Call } from 'hono';
import type { Paper } from '../../conference/documents.ts';
import { askerOf } from '../../conference/work/turns.ts';
import type { Context } from './context.ts';
import { download } from './download.ts';
import type { WebEnv } from './env.ts';

interface Named {
  /** Of what every system takes. */
  readonly name: string;
  readonly paper: Paper;
}

/** A paper in PDF for whoever asks. There is none where the reader may see no such document, or where nothing on this machine can set it. */
export const sendPdf = async (c: Call<WebEnv>, found: (context: Context) => Named | null): Promise<Response> => {
  const { pdf } = await c.var.deps.documents();
  const context = c.var.context();
  const document = found(context);
  if (document === null || pdf === null) return c.notFound();
  const file = await pdf(document.paper, askerOf(context.conference.slug, context.reader));
  return c.body(new Uint8Array(file), 200, download(document.name, 'application/pdf'));
};
