import { getDocumentProxy } from 'unpdf';
import type { Bytes } from '../../src/base/bytes.ts';

/** A PDF file as an independent reader has it: PDF.js, which reads tags and knows nothing of what set it. */
export interface ReadPdf {
  readonly title: string;
  readonly language: string;
  readonly pages: number;
  /** The bookmarks. */
  readonly outline: readonly string[];
  /** The roles of its tags. */
  readonly roles: ReadonlySet<string>;
  /** Its words in the order of its tags: headers and footers are in none. */
  readonly words: string;
  /** Where its links lead. */
  readonly links: readonly string[];
  /** What its pictures are, for whoever does not see them. */
  readonly pictures: readonly string[];
  readonly fonts: ReadonlySet<string>;
}

interface Node {
  readonly role?: string;
  readonly alt?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly Node[];
}

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;
type Page = Awaited<ReturnType<Pdf['getPage']>>;

export const readPdf = async (file: Bytes): Promise<ReadPdf> => {
  // The reader keeps the bytes.
  const pdf = await getDocumentProxy(new Uint8Array(file));
  const { info } = (await pdf.getMetadata()) as {
    readonly info: { readonly Title?: unknown; readonly Language?: unknown };
  };
  const outline = ((await pdf.getOutline()) ?? []) as readonly { readonly title: string }[];
  const [roles, fonts, links, pictures, words] = [
    new Set<string>(),
    new Set<string>(),
    [] as string[],
    [] as string[],
    [] as string[],
  ];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const marked = await markedIn(page, fonts);
    const walk = (node: Node): void => {
      if (node.role !== undefined) roles.add(node.role);
      if (node.alt !== undefined) pictures.push(node.alt);
      if (node.type === 'content') words.push(marked.get(node.id ?? '') ?? '');
      for (const child of node.children ?? []) walk(child);
      if (BLOCKS.has(node.role ?? '') && words.at(-1) !== '\n') words.push('\n');
    };
    walk((await page.getStructTree()) ?? {});
    for (const { url } of (await page.getAnnotations()) as readonly { readonly url?: string }[])
      if (url !== undefined) links.push(url);
  }
  return {
    title: String(info.Title),
    language: String(info.Language),
    pages: pdf.numPages,
    outline: outline.map(({ title }) => title),
    roles,
    words: words.join(''),
    links,
    pictures,
    fonts,
  };
};

const BLOCKS = new Set(['P', 'H1', 'H2', 'LI', 'Lbl', 'TH', 'TD', 'Note']);

/** The words of each marked content. Letters that are written from right to left stand as they are seen, from the left, in pieces: these are put in order. */
const markedIn = async (page: Page, fonts: Set<string>): Promise<ReadonlyMap<string, string>> => {
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const marked = new Map<string, string>();
  const open: string[] = [];
  let [rightToLeft, id] = ['', ''];
  const put = (words: string): void => void marked.set(id, (marked.get(id) ?? '') + words);
  const settle = (): void => {
    put(rightToLeft);
    rightToLeft = '';
  };
  for (const item of items) {
    if ('str' in item) {
      fonts.add(item.fontName);
      if (item.dir === 'rtl' || (rightToLeft !== '' && item.str.trim() === '')) rightToLeft = item.str + rightToLeft;
      else {
        settle();
        put(item.str);
      }
      if (!item.hasEOL) continue;
      settle();
      put(' ');
      continue;
    }
    if (item.type === 'endMarkedContent') open.pop();
    else open.push(item.id ?? '');
    const now = open.findLast((one) => one !== '') ?? '';
    if (now === id) continue;
    settle();
    id = now;
  }
  settle();
  return marked;
};
