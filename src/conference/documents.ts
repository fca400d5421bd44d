import type { Bytes } from '../base/bytes.ts';
import type { ClauseId, Language } from '../base/ids.ts';
import type { Result } from '../base/result.ts';
import type { Said } from '../charter/final/said.ts';
import type { FinalSheet, Section } from '../charter/final/sheet.ts';
import type { Instant } from '../base/time.ts';
import type { Change } from '../text/change.ts';
import type { Clause } from '../text/clause.ts';
import type { MarkdownFault } from '../text/markdown.ts';
import type { Taken } from '../text/structure/role.ts';
import type { ReadBank } from './books/bank.ts';
import type { LegalText } from './legal-text.ts';
import type { Asker } from './work/turns.ts';

/** What the running conference needs of a reader of office documents. What comes from a file is somebody's words and proves nothing. */

/** A text as a file holds it. */
export interface Imported {
  /** `null` where the file has none. */
  readonly title: string | null;
  /** The text with every tracked change rejected. */
  readonly clauses: readonly Clause[];
  /** For each author of tracked changes, by name and in order of appearance: the text with that author's changes alone accepted. */
  readonly byAuthor: readonly AuthorsText[];
  readonly comments: readonly ImportedComment[];
  readonly warnings: readonly DocumentWarning[];
  /** What each paragraph was taken for, where the file does not say it; `null`: it does. Whoever reads it over may say otherwise of any. */
  readonly structure: readonly Taken[] | null;
  /** Of plain text, by the label of the WHATWG's encoding standard; `null`: its format says it. */
  readonly encoding: string | null;
}

export interface AuthorsText {
  /** The name that the file gives; empty where it gives none. */
  readonly author: string;
  readonly clauses: readonly Clause[];
}

export interface ImportedComment {
  readonly author: string;
  /** The clause it is anchored to; `null` where that clause is in no version. */
  readonly clause: ClauseId | null;
  readonly words: string;
}

/** What a file holds and a text does not; it was left out, or taken in as said. */
export type DocumentWarning =
  /** Tables: their cells came in as clauses, row by row. */
  | 'tables'
  /** Pictures, drawings, text boxes and embedded objects. */
  | 'pictures'
  /** Points deeper than four levels came in at the fourth. */
  | 'deep-points'
  /** One author's change within another's: neither text holds it. */
  | 'nested-changes'
  /** Tracked changes of formatting. */
  | 'formatting-changes';

/** Why a file cannot be read. */
export type DocumentFault =
  /** None of the formats that are read. */
  | { readonly kind: 'unknown-format' }
  /** The format of Word before 2007, or a document under a password. */
  | { readonly kind: 'old-or-encrypted' }
  | { readonly kind: 'macros' }
  /** Broken, cut short, or inconsistent in itself. */
  | { readonly kind: 'damaged' }
  /** Made to exhaust or to mislead its reader: inflates beyond measure, is nested too deep, brings its own entities. */
  | { readonly kind: 'hostile' }
  | { readonly kind: 'too-large'; readonly most: number }
  | { readonly kind: 'no-clauses' }
  | { readonly kind: 'too-many-clauses'; readonly most: number }
  /** `number` is the clause's place in the text, from 1. */
  | { readonly kind: 'clause-too-long'; readonly number: number; readonly most: number }
  | { readonly kind: 'title-too-long'; readonly most: number }
  /** Plain text or Markdown, at fault in a line. */
  | { readonly kind: 'source'; readonly fault: MarkdownFault }
  /** An XLIFF file from or into another language than was asked for. */
  | { readonly kind: 'other-languages' }
  /** Too many files are being read, or wait for it. Again after so many seconds. */
  | { readonly kind: 'busy'; readonly retryAfter: number };

/** What the clauses of a file continue, and the ids that are spent; as in `fromMarkdown`. */
export interface Continued {
  readonly before: readonly Clause[];
  readonly taken: readonly ClauseId[];
}

/** A text as it goes out: its open amendments as tracked changes, what was said about it as comments. */
export interface Outgoing {
  readonly title: string;
  readonly clauses: readonly Clause[];
  /** In the order in which they were proposed. Where two touch one clause, or one does not fit the text, the later is a comment. */
  readonly amendments: readonly OutgoingAmendment[];
  readonly comments: readonly OutgoingComment[];
  /** What it is cited by. */
  readonly symbol: string;
  /** What stands at the head of each page. */
  readonly head: string;
  /** Whose words it is, above all else; `null`: the conference's. */
  readonly letterhead: readonly string[] | null;
  /** Below the title. */
  readonly lines: readonly Said[];
  /** What stands behind the body of a finished text. */
  readonly back: readonly Section[];
  /** Of the words, for spelling and hyphenation; `null` where it is not known. */
  readonly language: Language | null;
}

export interface OutgoingAmendment {
  readonly change: Change;
  readonly author: string;
  readonly on: Instant;
  /** The comment beside a tracked change: its number and reason. */
  readonly reason: string;
  /** The comment that stands in its place where it is none: what it would change, and why. */
  readonly inWords: string;
}

export interface OutgoingComment {
  /** `null`: on the whole. */
  readonly clause: ClauseId | null;
  readonly author: string;
  readonly on: Instant;
  readonly words: string;
}

/** A document as it is printed. */
export interface Paper {
  readonly sheet: PaperSheet;
  /** What stands at the head of each page but the first. */
  readonly head: string;
  /** Of its words; `null` where it is not known. */
  readonly language: Language | null;
  /** Of what the house says around them. */
  readonly ours: Language;
  /** What goes with it, each from a page of its own: then this one is the cover, with their contents. */
  readonly enclosed: readonly Enclosed[];
  /** Whether what goes with it follows each other in two columns, as a periodical is set, and not each from a page of its own. */
  readonly columns: 1 | 2;
  /** Where it stands and can be checked, as a code for a camera; `null`: there is nothing to check. */
  readonly address: string | null;
  readonly words: PaperWords;
}

/** A finished text as a book for reading devices. */
export interface Book {
  readonly sheet: PaperSheet;
  /** What goes with it, each a page of its own behind it. */
  readonly enclosed: readonly Enclosed[];
  /** Of its words; `null` where it is not known. */
  readonly language: Language | null;
  /** Of what the house says around them. */
  readonly ours: Language;
  /** What is this book's and no other's for ever, wherever it was fetched: a URN. */
  readonly identifier: string;
  /** When the last thing happened that it tells of. */
  readonly modified: Instant;
  /** What stands above its contents. */
  readonly contents: string;
}

/** A finished text as one page for browsers that stands by itself. */
export interface SinglePage {
  readonly sheet: FinalSheet;
  /** Of its words; `null` where it is not known. */
  readonly language: Language | null;
  /** Of what the house says around them. */
  readonly ours: Language;
  /** Where it stands. */
  readonly address: string;
  /** Where it is checked, as a code for a camera, and what that is for whoever does not see it; `null`: there is nothing to check. */
  readonly code: { readonly leads: string; readonly label: string } | null;
}

export interface Enclosed {
  readonly sheet: PaperSheet;
  /** Of its words; `null` where it is not known. */
  readonly language: Language | null;
}

/** A finished text; or an agenda, a summary record, a letter, which have parts of no particular kind. */
export interface PaperSheet extends Omit<FinalSheet, 'back'> {
  readonly back: readonly PaperSection[];
}

export interface PaperSection extends Omit<Section, 'kind'> {
  readonly kind: Section['kind'] | 'part';
}

/** What is said in the language of the house; {@link COUNTS} stand for what only the typesetter knows. */
export interface PaperWords {
  /** At the foot of each page. */
  readonly page: string;
  /** At the foot of the first: on which page stands how to check it. */
  readonly check: string;
  /** Above the contents of what is enclosed. */
  readonly contents: string;
  /** At the end, where it holds letters that no typeface has. */
  readonly lacking: string;
  /** Of the code, for whoever does not see it. */
  readonly code: string;
}

/** Numbers of pages: this one, all, and where it stands how to check it. Private characters, which no words of anybody's hold. */
export const COUNTS = {
  page: String.fromCodePoint(0xf_0110),
  pages: String.fromCodePoint(0xf_0111),
  check: String.fromCodePoint(0xf_0112),
} as const;

/** A text and its rendering in another language, for translators' tools. */
export interface Bilingual {
  readonly source: Language;
  readonly target: Language;
  readonly title: Rendered;
  readonly clauses: readonly (Rendered & { readonly clause: ClauseId })[];
}

/** Which version of XLIFF is written: the newer, or the one that most tools read. */
export type XliffVersion = '2.1' | '1.2';

/** Words with what they are in the other language. */
export interface Rendered {
  readonly words: string;
  /** `null`: not rendered yet. */
  readonly target: string | null;
  readonly state: RenderedState;
  /** The original has changed since it was rendered. */
  readonly outdated: boolean;
}

/** As XLIFF has them, in this order. */
export type RenderedState = 'initial' | 'translated' | 'reviewed' | 'final';

/** What came back from a translator's tool. */
export interface Renderings {
  /** `null` where it is not rendered. */
  readonly title: string | null;
  readonly clauses: readonly { readonly clause: ClauseId; readonly words: string }[];
  /** The clauses of the text that the file does not render, in order. */
  readonly left: readonly { readonly clause: ClauseId; readonly why: NotRendered }[];
  /** How many units the file has that are nothing in the text. */
  readonly strangers: number;
}

/**
 * `unfinished`: it is in the file without words, or with the original's or outdated ones that nobody has said are right. `outdated`: what is rendered is not what the
 * clause says now. `missing`: it is not in the file.
 */
export type NotRendered = 'unfinished' | 'outdated' | 'missing';

/** Reads and writes documents of other programs, for whoever asks. Each file is read in a thread of its own, under limits of time and memory. */
export interface Documents {
  /** Reads a DOCX, ODT, Markdown or plain text file; what it is, its bytes tell. Clauses keep their ids by their marks, else as `keepIds` finds them. */
  readonly read: (file: Bytes, continued: Continued, asker: Asker) => Promise<Result<Imported, DocumentFault>>;
  /** A DOCX file. The same text gives the same bytes. @throws WorkBusy, WorkEnded */
  readonly docx: (text: Outgoing, asker: Asker) => Promise<Bytes>;
  /** An HTML file that needs nothing beside it. The same text gives the same bytes. @throws WorkBusy, WorkEnded */
  readonly singlePage: (page: SinglePage, asker: Asker) => Promise<Bytes>;
  /** An ODT file of a text without its amendments. The same text gives the same bytes. @throws WorkBusy, WorkEnded */
  readonly odt: (text: Omit<Outgoing, 'amendments' | 'comments'>, asker: Asker) => Promise<Bytes>;
  /** An EPUB 3 file. The same book gives the same bytes. @throws WorkBusy, WorkEnded */
  readonly epub: (book: Book, asker: Asker) => Promise<Bytes>;
  /** An Akoma Ntoso 3.0 file. The same text gives the same bytes. @throws WorkBusy, WorkEnded */
  readonly akn: (text: LegalText, asker: Asker) => Promise<Bytes>;
  /** A tagged PDF file; `null` where this machine has nothing to set it with. The same paper gives the same bytes. @throws WorkBusy, WorkEnded */
  readonly pdf: ((paper: Paper, asker: Asker) => Promise<Bytes>) | null;
  /** An XLIFF file, of 2.1 or of 1.2. @throws WorkBusy, WorkEnded */
  readonly xliff: (text: Bilingual, version: XliffVersion, asker: Asker) => Promise<Bytes>;
  /** The renderings in an XLIFF 1.2, 2.0, 2.1 or 2.2 file, matched to the text by clause id. */
  readonly fromXliff: (file: Bytes, text: Bilingual, asker: Asker) => Promise<Result<Renderings, DocumentFault>>;
  /** A statement of a bank, whole or not at all. */
  readonly bank: ReadBank;
}
