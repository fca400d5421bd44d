import { type Inline, isLinkAddress } from './inline.ts';
import type { PastedBlock } from './pasted.ts';

/**
 * Reads HTML from the clipboard: Word's, LibreOffice's, Google's, any page's. Words, emphasis, links, footnotes, headings and lists come
 * in; styles, scripts, pictures, comments and what was struck out do not. Nothing of it is ever put into the page.
 */
export const blocksIn = (html: string): readonly PastedBlock[] => {
  const { body } = new DOMParser().parseFromString(inert(html), 'text/html');
  const notes = footnotesIn(body);
  for (const element of body.querySelectorAll(DROPPED)) element.remove();
  const reader = createReader(notes);
  reader.read(body, { emphasis: false, link: null, pre: false, row: false });
  reader.end();
  return reader.blocks;
};

/** A parsed page does nothing by itself; without these the page's content policy does not complain of it either. */
const inert = (html: string): string =>
  html
    .replaceAll(/<style\b.*?<\/style>/gisu, '')
    .replaceAll(/<[a-z][^>]*>/giu, (tag) => tag.replaceAll(/(\s)(style|on\w+)(?=\s*=)/giu, '$1data-$2'));

const DROPPED = [
  'script, style, template, noscript, iframe, object, embed, svg, math, img, picture, video, audio, canvas',
  'button, input, select, textarea, del, [hidden]',
  // Word's comments, and the text that its author deleted or hid.
  '.MsoCommentReference, .MsoCommentText, .msocomanchor, .msocomtxt, .msocomoff',
  '[data-style*="mso-element:comment-list"], [data-style*="mso-special-character:comment"], [data-style*="mso-hide:all"]',
  '[data-style*="mso-element:footnote-list"], [data-style*="mso-element:endnote-list"], [data-style*="display:none"]',
].join(', ');

/** Word's footnotes, by the name that a reference in the words leads to. */
const footnotesIn = (body: HTMLElement): ReadonlyMap<string, string> => {
  const notes = new Map<string, string>();
  for (const note of body.querySelectorAll(
    '[data-style*="mso-element:footnote"][id], [data-style*="mso-element:endnote"][id]',
  )) {
    for (const back of note.querySelectorAll('a[href*="#_ftnref"], a[href*="#_ednref"]')) back.remove();
    notes.set(note.id, spaced(note.textContent).trim());
  }
  return notes;
};

/** How the words here are set. */
interface Setting {
  readonly emphasis: boolean;
  readonly link: string | null;
  /** White space counts. */
  readonly pre: boolean;
  /** Within a row of a table, which is one paragraph. */
  readonly row: boolean;
}

const BLOCKS =
  /^(?:address|article|aside|blockquote|body|caption|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)$/u;

type Head = Pick<PastedBlock, 'kind' | 'depth' | 'mark'>;

const PLAIN: Head = { kind: 'paragraph', depth: 0, mark: '' };

const createReader = (notes: ReadonlyMap<string, string>) => {
  const blocks: PastedBlock[] = [];
  let head = PLAIN;
  let content: Inline[] = [];

  const end = (): void => {
    const shown = content.some((piece) => piece.kind === 'footnote' || piece.text.trim() !== '');
    if (shown) blocks.push({ ...head, content });
    content = [];
    // A second paragraph of an item is no item.
    if (shown) head = PLAIN;
  };

  const put = (text: string, { emphasis, link }: Setting): void => {
    const last = content.at(-1);
    const ended = last === undefined || (last.kind === 'words' && /[ \n]$/u.test(last.text));
    const kept = ended ? text.replace(/^ +/u, '') : text;
    if (kept !== '') content.push({ kind: 'words', text: kept, emphasis, link });
  };

  const read = (node: Node, setting: Setting): void => {
    for (const child of node.childNodes) {
      if (child instanceof Text) put(setting.pre ? child.data.replaceAll('\r', '') : spaced(child.data), setting);
      else if (child instanceof HTMLElement) readElement(child, setting);
    }
  };

  const readElement = (element: HTMLElement, setting: Setting): void => {
    const name = element.localName;
    const style = styleOf(element);
    if (name === 'br') return put('\n', setting);
    // Word writes the number that it shows as text.
    if (/mso-list:\s*ignore/iu.test(style)) {
      head = { ...head, kind: head.kind === 'heading' ? 'heading' : 'item', mark: spaced(element.textContent).trim() };
      return undefined;
    }
    const note = noteOf(element);
    if (note !== null) {
      content.push({ kind: 'footnote', words: note });
      return undefined;
    }
    if (!BLOCKS.test(name)) return read(element, inlineSetting(element, style, setting));
    if (setting.row) {
      read(element, setting);
      if (/^t[dh]$/u.test(name) && element.nextElementSibling !== null) put(' | ', setting);
      else put(' ', setting);
      return undefined;
    }
    end();
    const own = headOf(element, style);
    if (own !== null) head = own;
    read(element, { ...setting, emphasis: false, pre: name === 'pre', row: name === 'tr' });
    end();
    if (own !== null) head = PLAIN;
    return undefined;
  };

  /** What a reference to a footnote stands for. */
  const noteOf = (element: HTMLElement): string | null => {
    const target = /#_(ftn|edn)(\d+)$/u.exec(element.getAttribute('href') ?? '');
    return target === null ? null : (notes.get(`${target[1]}${target[2]}`) ?? null);
  };

  return { blocks, read, end };
};

const styleOf = (element: Element): string => element.getAttribute('data-style') ?? '';

/** Word's pages break lines anywhere, and hold words apart by spaces that do not break. */
const spaced = (text: string): string => text.replaceAll(/[ \t\r\n\u00a0\u202f]+/gu, ' ');

const inlineSetting = (element: HTMLElement, style: string, setting: Setting): Setting => {
  const { localName: name } = element;
  const href = name === 'a' ? (element.getAttribute('href') ?? '') : '';
  return {
    ...setting,
    emphasis: emphasisOf(name, style) ?? setting.emphasis,
    link: isLinkAddress(href) ? href : setting.link,
  };
};

/** Whether words are set apart here; `null`: as around them. What an element says of itself overrules what it is. */
const emphasisOf = (name: string, style: string): boolean | null => {
  const told = (property: string): string | undefined =>
    new RegExp(`(?:^|;)\\s*${property}\\s*:\\s*([\\w-]+)`, 'iu').exec(style)?.[1]?.toLowerCase();
  const [slant, weight] = [told('font-style'), told('font-weight')];
  if (slant === 'italic' || slant === 'oblique' || weight === 'bold' || Number(weight) >= 600) return true;
  if (/^(?:b|strong)$/u.test(name)) return weight === undefined ? true : null;
  if (/^(?:em|i)$/u.test(name)) return slant === undefined ? true : null;
  return null;
};

/** What kind of block an element begins; `null`: it only holds some. */
const headOf = (element: HTMLElement, style: string): Head | null => {
  const { localName: name, className } = element;
  if (/^h[1-6]$/u.test(name) || /\bMso(?:Title|Subtitle)\b/u.test(className) || element.role === 'heading')
    return { kind: 'heading', depth: 0, mark: '' };
  const level = /mso-list:\s*\S+\s+level(\d)/iu.exec(style)?.[1];
  if (level !== undefined) return { kind: 'item', depth: Number(level), mark: 'bullet' };
  if (name !== 'li') return null;
  return { kind: 'item', depth: depthOf(element), mark: markOf(element) };
};

const depthOf = (item: Element): number => {
  const told = Number(item.getAttribute('aria-level'));
  if (told >= 1) return told;
  let depth = 0;
  for (let list = item.parentElement; list !== null; list = list.parentElement)
    if (/^[ou]l$/u.test(list.localName)) depth += 1;
  return Math.max(1, depth);
};

/** What the browser that showed the item would have put before it. */
const markOf = (item: Element): string => {
  const list = item.parentElement;
  if (list?.localName !== 'ol') return 'bullet';
  const type = list.getAttribute('type') ?? '';
  const style = /list-style-type:\s*([\w-]+)/iu.exec(`${styleOf(item)};${styleOf(list)}`)?.[1]?.toLowerCase() ?? '';
  const marks: Readonly<Record<string, string>> = {
    a: '(a)',
    i: '(i)',
    A: '(A)',
    'lower-alpha': '(a)',
    'lower-latin': '(a)',
    'lower-roman': '(i)',
    'upper-alpha': '(A)',
    'upper-latin': '(A)',
  };
  return marks[type] ?? marks[style] ?? 'number';
};
