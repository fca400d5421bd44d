import type { Language } from '../../../base/ids.ts';
import { markdownOfSheet } from '../../../charter/final/markdown.ts';
import type { Book, Documents, Outgoing, Paper, SinglePage } from '../../../conference/documents.ts';
import { writeTar } from '../../../record/tar.ts';
import type { Asker } from '../../../conference/work/turns.ts';
import type { Messages } from '../../messages/messages.ts';
import type { Context } from '../../kit/context.ts';
import { DOCX, MARKDOWN } from '../../kit/download.ts';
import { paperOf } from '../../kit/paper.ts';
import type { Finished } from './finished.ts';
import { legalText, urnOf } from './legal-text.ts';
import { checkPath } from './hand-on.ts';

/** A form in which everybody has every finished text as a file. */
export interface FileForm {
  /** Behind its address, and behind its name. */
  readonly ending: string;
  readonly type: string;
  /** What it is called on pages. */
  readonly label: keyof Messages['texts']['download'];
  /** It says who adopted or signed the text: there is none of what comes from the archive. */
  readonly ofRecord?: true;
  /** It holds a PDF file, and is had where those are. */
  readonly ofPaper?: true;
  /** `null`: it is not to be had here. @throws WorkBusy, WorkEnded, SigningStopped */
  readonly write: (text: Finished, maker: Maker) => string | Promise<Uint8Array | null>;
}

interface Maker {
  readonly press: Documents;
  readonly context: Context;
  readonly asker: Asker;
}

const PDF: FileForm = {
  ofPaper: true,
  ending: 'pdf',
  type: 'application/pdf',
  label: 'pdf',
  write: (text, { press, context, asker }) => {
    if (press.pdf === null) throw new TypeError('No PDF is offered where nothing can set it');
    return press.pdf(paperOfText(context, text), asker);
  },
};

/** The PDF with the host's signature. A host that may sign nothing more of this record signs no copy either. */
const certifiedOf: FileForm['write'] = async (text, { press, context, asker }) => {
  const { is, what, name } = text;
  if (press.pdf === null || is.kind === 'archived')
    throw new TypeError('Nothing is certified but what is signed here and set here');
  const file = await press.pdf(paperOfText(context, text), asker);
  await context.conference.checkpoint();
  const files = await context.conference.certify(
    { document: what, version: is.final.version, name: `${name}.pdf` },
    new Uint8Array(file),
  );
  return files === null ? null : writeTar(files);
};

/** In the order in which pages offer them: to read, to work on, for machines. A further form is a further row. */
const FORMS: readonly FileForm[] = [
  PDF,
  {
    ending: 'docx',
    type: DOCX,
    label: 'docx',
    write: (text, { press, asker }) => press.docx(outgoing(text), asker),
  },
  {
    ending: 'odt',
    type: 'application/vnd.oasis.opendocument.text',
    label: 'odt',
    write: (text, { press, asker }) => press.odt(outgoing(text), asker),
  },
  {
    ending: 'epub',
    type: 'application/epub+zip',
    label: 'epub',
    write: (text, { press, context, asker }) => press.epub(bookOf(context, text), asker),
  },
  {
    // Not `.html`: in a copy of the site, that is the page.
    ending: 'single.html',
    type: 'text/html; charset=utf-8',
    label: 'singlePage',
    write: (text, { press, context, asker }) => press.singlePage(singlePageOf(context, text), asker),
  },
  {
    ending: 'akn',
    type: 'application/akn+xml',
    label: 'akn',
    ofRecord: true,
    write: ({ is, ...text }, { press, context, asker }) => {
      if (is.kind === 'archived') throw new TypeError('No law is made of what comes from the archive');
      return press.akn(legalText(context, { ...text, is }), asker);
    },
  },
  {
    ending: 'certified.tar',
    type: 'application/x-tar',
    label: 'certified',
    ofRecord: true,
    ofPaper: true,
    write: certifiedOf,
  },
  {
    ending: 'md',
    type: MARKDOWN,
    label: 'markdown',
    write: ({ sheet }) => markdownOfSheet(sheet),
  },
];

/** Those that can be had here, of what was finished here or (`archived`) comes from the archive. */
export const fileForms = ({ offersPdf }: Pick<Context, 'offersPdf'>, archived = false): readonly FileForm[] =>
  FORMS.filter((form) => (offersPdf || form.ofPaper !== true) && (!archived || form.ofRecord !== true));

/** A finished text's file, as a pattern of routes: its number, and one of the endings. */
export const FILE_PATTERN = `[0-9]+\\.(?:${FORMS.map(({ ending }) => ending.replaceAll('.', '\\.')).join('|')})`;

const paperOfText = (context: Context, { sheet, head, language, at, proven }: Finished): Paper =>
  paperOf(context, { sheet, head, language, at, code: proven ? checkPath(`${context.base}/${at}`) : null });

const singlePageOf = (context: Context, { sheet, language, at, proven }: Finished): SinglePage => {
  const { origin, base, t } = context;
  const leads = `${origin}${checkPath(`${base}/${at}`)}`;
  return {
    sheet,
    language,
    ours: context.language as string as Language,
    address: `${origin}${base}/${at}`,
    code: proven ? { leads, label: t.texts.handOn.code } : null,
  };
};

const outgoing = ({ sheet, head, language }: Finished): Outgoing => ({
  ...sheet,
  head,
  language,
  amendments: [],
  comments: [],
});

/**
 * What is said around the words differs by language, so each language is a book of its own. Where the conference is kept makes no difference: a reader has one book
 * of each.
 */
const bookOf = ({ conference, language, t }: Context, { what, ...text }: Finished): Book => ({
  sheet: text.sheet,
  enclosed: [],
  language: text.language,
  modified: text.modified,
  ours: language as string as Language,
  identifier: urnOf(conference, `${what} book ${language}`),
  contents: t.texts.paper.contents,
});
