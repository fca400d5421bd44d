import { type Context as HonoContext, Hono } from 'hono';
import { type authorshipOf, versionsOf } from '../../charter/texts/authorship.ts';
import type { Text } from '../../charter/texts/state.ts';
import type { Final } from '../../charter/final/final.ts';
import { headOfStatement } from '../../charter/final/statement-sheet.ts';
import { jobOf } from '../../conference/work/job.ts';
import { type Asker, askerOf } from '../../conference/work/turns.ts';
import type { Html } from '../../markup/html.ts';
import type { WebEnv } from '../kit/env.ts';
import type { Context } from '../kit/context.ts';
import { amendmentsPage } from './pages/amendments.ts';
import { comparePage } from './pages/compare.ts';
import { consolidatedPage } from './pages/consolidated.ts';
import { debatePage } from './pages/debate.ts';
import { documentPage } from './pages/document.ts';
import { documentLanguagePage } from './pages/document-language.ts';
import { documentsPage } from './pages/documents.ts';
import { cleanPage } from './pages/clean.ts';
import { pointPage } from './pages/point.ts';
import { pointsPage } from './pages/points.ts';
import { standPage } from './pages/stand.ts';
import { historyPage } from './pages/history.ts';
import { languagePage } from './pages/language.ts';
import { languagesPage } from './pages/languages.ts';
import { textsPage } from './pages/list.ts';
import { textObservationsPage, textObservationsShown } from './pages/observations.ts';
import { proposalsPage } from './pages/proposals.ts';
import { statementPage } from './pages/statement.ts';
import { statementsPage } from './pages/statements.ts';
import { wordsPage } from './pages/written.ts';
import { textPage } from './pages/text.ts';
import { bilingualOf } from './parts/bilingual.ts';
import { languageTag } from '../kit/languages.ts';
import { pointNamed } from './parts/text-target.ts';
import { fileName, negotiatedText } from './parts/outgoing.ts';
import { POSITIONS, positionRows } from './parts/text-tables.ts';
import { textDossier } from './parts/text-dossier.ts';
import { finalLanguage } from './parts/final-sheet.ts';
import { sendTable } from '../kit/csv.ts';
import { DOCX, download } from '../kit/download.ts';
import { sendPdf } from '../kit/pressed.ts';
import { runningCss } from '../kit/running.ts';
import { sendPage } from '../kit/send-page.ts';
import { noteOpened } from '../kit/opened.ts';

/** Texts in the making, for members; documents and statements, for everyone. */
export const textRoutes = new Hono<WebEnv>();

textRoutes.get('/texts', (c) => {
  const context = c.var.context();
  return context.reader.member ? sendPage(c, textsPage(context)) : c.redirect(`${context.base}/decisions`);
});

/**
 * A page about one text. Others than members are sent to the document where there is one; that there is a draft, they are not
 * told.
 */
const aboutText = (path: string, shown: (context: Context, text: Text, c: HonoContext) => Html | null): void => {
  textRoutes.get(path, (c) => {
    const context = c.var.context();
    const text = context.reader.text(numberOf(c));
    if (text === null) return c.notFound();
    if (!context.reader.may('text')) return c.redirect(`${context.base}/decisions/${text.number}`);
    const body = shown(context, text, c);
    return body === null ? c.notFound() : sendPage(c, body);
  });
};

/** The same, showing observations in full: the host notes on the record that they have been shown (8.4). */
const showingObservations = (path: string, shown: (context: Context, text: Text) => Html): void => {
  textRoutes.get(path, async (c) => {
    const context = c.var.context();
    const text = context.reader.text(numberOf(c));
    if (text === null) return c.notFound();
    if (!context.reader.may('text')) return c.redirect(`${context.base}/decisions/${text.number}`);
    const { me, conference } = context;
    const body = shown(context, text);
    const { items } = textObservationsShown(context, text);
    const here = new Set(items.map(({ number }) => number));
    const fresh = items.filter(({ circulation }) =>
      circulation.some((to) => to.organisation === me?.organisation.id && to.shown === null),
    );
    if (me !== null && fresh.length > 0)
      await conference.noteShown(
        me.organisation.id,
        fresh.map(({ number }) => number),
      );
    await noteOpened(c, (what) => what.kind === 'observation' && here.has(what.observation));
    return sendPage(c, body);
  });
};

/** For whom a page has something worked out. */
const asker = ({ conference, reader }: Context): Asker => askerOf(conference.slug, reader);

const numberOf = (c: HonoContext): number => Number(c.req.param('number'));

aboutText('/texts/:number{[0-9]+}', textPage);
aboutText('/texts/:number{[0-9]+}/amendments', amendmentsPage);
aboutText('/texts/:number{[0-9]+}/stand', standPage);
aboutText('/texts/:number{[0-9]+}/points', pointsPage);
aboutText('/texts/:number{[0-9]+}/points/:point', (context, text, c) => {
  const point = pointNamed(text, c.req.param('point') ?? '');
  return point === null ? null : pointPage(context, text, point);
});
aboutText('/texts/:number{[0-9]+}/debate', debatePage);
aboutText('/texts/:number{[0-9]+}/proposals', proposalsPage);
aboutText('/texts/:number{[0-9]+}/history', historyPage);
aboutText('/texts/:number{[0-9]+}/clean', cleanPage);
aboutText('/texts/:number{[0-9]+}/brackets', consolidatedPage);
aboutText('/texts/:number{[0-9]+}/changes', comparePage);
textRoutes.get('/texts/:number{[0-9]+}/positions.csv', (c) => {
  const context = c.var.context();
  const text = context.reader.text(numberOf(c));
  if (text === null || !context.reader.may('text') || !context.reader.may('position')) return c.notFound();
  return sendTable(c, POSITIONS, fileName(context, text), positionRows(context, text));
});

const AUTHORSHIP = jobOf<typeof authorshipOf>(
  new URL('../../charter/texts/authorship.ts', import.meta.url),
  'authorshipOf',
);

textRoutes.get('/texts/:number{[0-9]+}/authors', async (c) => {
  const before = c.var.context();
  const asked = before.reader.text(numberOf(c));
  if (asked === null) return c.notFound();
  if (!before.reader.may('text')) return c.redirect(`${before.base}/decisions/${asked.number}`);
  const revisions = asked.revisions.length;
  const attributed = await c.var.deps.work.ask(AUTHORSHIP, versionsOf(asked), asker(before));
  const context = c.var.context();
  const text = context.reader.text(numberOf(c));
  // It was revised, or is not theirs to see any more: ask again.
  if (text?.revisions.length !== revisions || !context.reader.may('text')) return c.redirect(c.req.path);
  return sendPage(c, wordsPage(context, text, attributed));
});
aboutText('/texts/:number{[0-9]+}/languages', languagesPage);
/** How files of the older version end, for tools that read no newer one. */
const XLIFF_1 = '.v1.xlf';

textRoutes.get('/texts/:number{[0-9]+}/languages/:file{.+\\.xlf}', async (c) => {
  const press = await c.var.deps.documents();
  const context = c.var.context();
  const text = context.reader.text(numberOf(c));
  const asked = c.req.param('file');
  const version = asked.endsWith(XLIFF_1) ? '1.2' : '2.1';
  const language = languageTag(asked.replace(/(?:\.v1)?\.xlf$/u, ''));
  if (text === null || language === null || language === text.language || !context.reader.may('text'))
    return c.notFound();
  const name = `${fileName(context, text)}.${language}${version === '1.2' ? XLIFF_1 : '.xlf'}`;
  const file = await press.xliff(bilingualOf(text, language), version, asker(context));
  return c.body(new Uint8Array(file), 200, download(name, 'application/xliff+xml'));
});

aboutText('/texts/:number{[0-9]+}/languages/:language', (context, text, c) => {
  const translation = text.translations.get(c.req.param('language') ?? '');
  return translation === undefined ? null : languagePage(context, text, translation);
});
showingObservations('/texts/:number{[0-9]+}/observations', textObservationsPage);

textRoutes.get('/texts/:number{[0-9]+}/import', (c) => {
  const { base } = c.var.context();
  return c.redirect(`${base}/do/amendments.propose?text=${numberOf(c)}`);
});

textRoutes.get('/texts/:number{[0-9]+}/amend', (c) => {
  const { base } = c.var.context();
  return c.redirect(`${base}/do/amendments.propose?text=${numberOf(c)}&way=edit`);
});

textRoutes.get('/texts/:file{[0-9]+\\.docx}', async (c) => {
  const press = await c.var.deps.documents();
  const context = c.var.context();
  const text = context.reader.text(Number.parseInt(c.req.param('file'), 10));
  if (text === null || !context.reader.may('text')) return c.notFound();
  const name = `${fileName(context, text)}.docx`;
  const file = await press.docx(negotiatedText(context, text), asker(context));
  return c.body(new Uint8Array(file), 200, download(name, DOCX));
});

/** An adopted text, and what all its forms say. */
const published = (context: Context, number: number): readonly [Text, Final] | null => {
  const text = context.reader.text(number);
  const final = text === null ? null : context.reader.final(text);
  return text === null || final === null ? null : [text, final];
};

textRoutes.get('/decisions/:number{[0-9]+}/dossier.pdf', (c) =>
  sendPdf(c, (context) => {
    const found = published(context, numberOf(c));
    return found === null
      ? null
      : { paper: textDossier(context, ...found), name: `${fileName(context, found[0])}.dossier.pdf` };
  }),
);

textRoutes.get('/decisions/:number{[0-9]+}/running.css', (c) => {
  const found = published(c.var.context(), numberOf(c));
  return found === null ? c.notFound() : c.body(runningCss(found[1].symbol), 200, { 'content-type': 'text/css' });
});

textRoutes.get('/decisions', (c) => sendPage(c, documentsPage(c.var.context())));

textRoutes.get('/decisions/:number{[0-9]+}', async (c) => {
  await noteOpened(c, (what) => what.kind === 'text' && what.text === numberOf(c));
  const context = c.var.context();
  const found = published(context, numberOf(c));
  return found === null ? c.notFound() : sendPage(c, documentPage(context, ...found));
});

textRoutes.get('/decisions/:number{[0-9]+}/:language', (c) => {
  const context = c.var.context();
  const text = context.reader.text(numberOf(c));
  const translation = text?.stage === 'adopted' ? text.translations.get(c.req.param('language')) : undefined;
  return text === null || translation === undefined
    ? c.notFound()
    : sendPage(c, documentLanguagePage(context, text, translation));
});

textRoutes.get('/statements', (c) => sendPage(c, statementsPage(c.var.context())));

textRoutes.get('/statements/:number{[0-9]+}/running.css', (c) => {
  const context = c.var.context();
  const statement = context.reader.finalStatement(numberOf(c));
  if (statement === null) return c.notFound();
  const head = headOfStatement(statement, finalLanguage(context));
  return c.body(runningCss(head), 200, { 'content-type': 'text/css' });
});

textRoutes.get('/statements/:number{[0-9]+}', (c) => {
  const context = c.var.context();
  const statement = context.reader.statement(numberOf(c));
  const final = context.reader.finalStatement(numberOf(c));
  return statement === null || final === null ? c.notFound() : sendPage(c, statementPage(context, statement, final));
});
