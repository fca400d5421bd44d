import type { Context as Call } from 'hono';
import type { Book, Documents, Paper } from '../../conference/documents.ts';
import { askerOf } from '../../conference/work/turns.ts';
import type { Context } from './context.ts';
import { download } from './download.ts';
import type { WebEnv } from './env.ts';

/** Files that the press makes for whoever asks. There is none where the reader may see no such document, or where nothing on this machine can make it. */

interface Named {
  /** Of what every system takes. */
  readonly name: string;
}

type Made = Named & { readonly file: Promise<Uint8Array> };

const send = async (
  c: Call<WebEnv>,
  type: string,
  make: (press: Documents, context: Context, asker: ReturnType<typeof askerOf>) => Made | null,
): Promise<Response> => {
  const press = await c.var.deps.documents();
  const context = c.var.context();
  const made = make(press, context, askerOf(context.conference.slug, context.reader));
  return made === null ? c.notFound() : c.body(new Uint8Array(await made.file), 200, download(made.name, type));
};

/** As paper, in PDF. */
export const sendPdf = (
  c: Call<WebEnv>,
  found: (context: Context) => (Named & { readonly paper: Paper }) | null,
): Promise<Response> =>
  send(c, 'application/pdf', ({ pdf }, context, asker) => {
    const document = found(context);
    return document === null || pdf === null ? null : { name: document.name, file: pdf(document.paper, asker) };
  });

/** As a book for reading devices, in EPUB. */
export const sendEpub = (
  c: Call<WebEnv>,
  found: (context: Context) => (Named & { readonly book: Book }) | null,
): Promise<Response> =>
  send(c, 'application/epub+zip', ({ epub }, context, asker) => {
    const text = found(context);
    return text === null ? null : { name: text.name, file: epub(text.book, asker) };
  });
