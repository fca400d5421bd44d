import { type Context as Call, Hono } from 'hono';
import { fromUtf8 } from '../../base/bytes.ts';
import type { AttachmentHash, OrganisationId } from '../../base/ids.ts';
import { SECOND, after } from '../../base/time.ts';
import type { Letter } from '../../charter/group/state.ts';
import type { Conference } from '../../conference/types.ts';
import type { Html } from '../../markup/html.ts';
import type { WebEnv } from '../kit/env.ts';
import type { Context } from '../kit/context.ts';
import { circulationPage, circulationsPage } from './pages/circulations.ts';
import { troubleIn } from './parts/standstill.ts';
import { letterPaper } from './parts/letter-paper.ts';
import { sendPdf } from '../kit/pressed.ts';
import { letterPage } from './pages/letter.ts';
import { printPage } from './pages/print.ts';
import { registerPage } from './pages/register.ts';
import { signInFirst } from '../kit/sign-in-page.ts';
import { sendPage } from '../kit/send-page.ts';
import { noteOpened } from '../kit/opened.ts';

/** The register of letters, and what was communicated to whom, for participants. */
export const postRoutes = new Hono<WebEnv>();

/** A page for those who may see letters; others are asked to sign in, or told that there is nothing. */
const forMembers = (c: Call<WebEnv>, shown: (context: Context) => Html | null): Response | Promise<Response> => {
  const context = c.var.context();
  if (!context.reader.may('letter')) return context.me === null ? sendPage(c, signInFirst(context), 401) : c.notFound();
  const body = shown(context);
  return body === null ? c.notFound() : sendPage(c, body);
};

/** Words kept beside the record; `null`: erased, or no text. */
const wordsOf = async (conference: Conference, hash: AttachmentHash | null): Promise<string | null> =>
  hash === null ? null : fromUtf8((await conference.attachment(hash))?.content ?? new Uint8Array([0xff]));

/** The words of the letter that was circulated, where it was one. */
const circulatedLetter = async ({ reader, conference }: Context, circulation: number): Promise<string | null> => {
  const what = reader.circulation(circulation)?.what;
  const letter = what?.kind === 'letter' ? reader.letter(what.letter) : null;
  return wordsOf(conference, letter?.words ?? null);
};

/** How many mails are looked through for the one that an entry was made of: it came just before. */
const LOOKED_THROUGH = 200;

/** What an answer by mail quoted, as long as the mail itself is kept. */
const cutOf = (c: Call<WebEnv>, { slug }: Conference, { on }: Letter): string | null => {
  const placed = c.var.deps.post?.tray.list(slug, ['placed'], after(on.at, SECOND), LOOKED_THROUGH) ?? [];
  const mail = placed.find(({ fate }) => fate.kind === 'placed' && fate.entries.includes(on.index));
  return mail?.view?.cut === '' ? null : (mail?.view?.cut ?? null);
};

postRoutes.get('/letters', (c) => forMembers(c, registerPage));

postRoutes.get('/letters/:number{[0-9]+}', async (c) => {
  const number = Number(c.req.param('number'));
  const before = c.var.context();
  const letter = before.reader.letter(number);
  const words = letter === null ? null : await wordsOf(before.conference, letter.words);
  const cut = letter?.kind === 'reply' ? cutOf(c, before.conference, letter) : null;
  if (letter !== null) await noteOpened(c, (what) => what.kind === 'letter' && what.letter === number);
  return forMembers(c, (context) => {
    const now = context.reader.letter(number);
    return now === null ? null : letterPage(context, now, { words, cut });
  });
});

postRoutes.get('/letters/circulations', (c) =>
  forMembers(c, (context) => circulationsPage(context, troubleIn(c.var.deps, context.conference.slug))),
);

postRoutes.get('/letters/circulations/:number{[0-9]+}', (c) =>
  forMembers(c, (context) => {
    const circulation = context.reader.circulation(Number(c.req.param('number')));
    return circulation === null ? null : circulationPage(context, circulation);
  }),
);

/** The same as a file. */
postRoutes.get('/letters/circulations/:number{[0-9]+}/print.pdf', async (c) => {
  const number = Number(c.req.param('number'));
  const before = c.var.context();
  const words = before.reader.may('letter') ? await circulatedLetter(before, number) : null;
  return sendPdf(c, (context) => {
    const circulation = context.reader.may('letter') ? context.reader.circulation(number) : null;
    const to = (c.req.query('to') ?? '') as OrganisationId;
    const organisation = circulation?.recipients.has(to) === true ? context.reader.organisation(to) : null;
    if (circulation === null || organisation === null) return null;
    return { paper: letterPaper(context, circulation, organisation, words), name: `circulation-${number}.pdf` };
  });
});

/** As a letter on paper, to one of its recipients. */
postRoutes.get('/letters/circulations/:number{[0-9]+}/print', async (c) => {
  const number = Number(c.req.param('number'));
  const words = await circulatedLetter(c.var.context(), number);
  return forMembers(c, (context) => {
    const circulation = context.reader.circulation(number);
    const to = (c.req.query('to') ?? '') as OrganisationId;
    if (circulation === null) return null;
    return printPage(
      context,
      circulation,
      circulation.recipients.has(to) ? context.reader.organisation(to) : null,
      words,
    );
  });
});
