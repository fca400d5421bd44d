import type { Context as Call } from 'hono';
import type { Book } from '../../conference/documents.ts';
import { askerOf } from '../../conference/work/turns.ts';
import type { Context } from './context.ts';
import { download } from './download.ts';
import type { WebEnv } from './env.ts';

/** Answers with a finished text as a book for reading devices. There is none where the reader may see no such text. */
export const sendEpub = async (
  c: Call<WebEnv>,
  found: (context: Context) => { readonly book: Book; readonly name: string } | null,
): Promise<Response> => {
  const press = await c.var.deps.documents();
  const context = c.var.context();
  const text = found(context);
  if (text === null) return c.notFound();
  const file = await press.epub(text.book, askerOf(context.conference.slug, context.reader));
  return c.body(new Uint8Array(file), 200, download(text.name, 'application/epub+zip'));
};
