import { withoutEntities } from './entities.ts';

/**
 * The words of an HTML mail as plain text. Nothing is fetched, run or kept of the markup: paragraphs become lines, what stands in a `blockquote` gets a
 * `>` for each, and the rule with which Outlook begins what it quotes becomes the line of underscores that Outlook itself writes in plain text. One pass.
 */
export const htmlToWords = (html: string): string => {
  const lines = createLines();
  /** The element whose contents nobody sees; `null` outside. */
  let unseen: string | null = null;
  let pre = 0;
  /** Of each `div` that is open, whether a program put it above what it quotes. */
  const divs: boolean[] = [];
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    const words = html.slice(at, open < 0 ? html.length : open);
    if (unseen === null) lines.add(withoutEntities(words), pre > 0);
    if (open < 0) break;
    if (!/[a-z!/?]/iu.test(html.charAt(open + 1))) {
      // A sign that begins no tag stands for itself.
      if (unseen === null) lines.add('<', pre > 0);
      at = open + 1;
      continue;
    }
    const end = tagEnd(html, open);
    const [, closing, name = '', rest = ''] =
      /^<(\/?)([a-z][a-z0-9:]*)(.*)$/isu.exec(html.slice(open, Math.min(end, open + MOST_TAG))) ?? [];
    const tag = name.toLowerCase();
    at = end;
    if (unseen !== null) {
      if (closing === '/' && tag === unseen) unseen = null;
    } else if (UNSEEN.has(tag)) {
      if (closing === '' && !rest.endsWith('/>')) unseen = tag;
    } else if (tag === 'pre') {
      pre = Math.max(0, pre + (closing === '' ? 1 : -1));
      lines.end();
    } else if (tag === 'blockquote') lines.quote(closing === '' ? 1 : -1);
    else if (tag === 'div') {
      const above = closing === '' && ATTRIBUTION.test(rest);
      if (closing === '') divs.push(above);
      if (above) lines.quote(1);
      else if (closing === '/' && divs.pop() === true) lines.quote(-1);
      else if (OUTLOOK.test(rest)) lines.rule();
      else lines.end();
    } else if (tag === 'br') lines.end(true);
    else if (tag === 'hr' || OUTLOOK.test(rest)) lines.rule();
    else if (tag === 'li' && closing === '') lines.item();
    else if (tag === 'td' || tag === 'th') lines.add(' ', false);
    else if (APART.has(tag) && !/msonormal|msoplaintext/iu.test(rest)) lines.gap();
    else if (BLOCKS.has(tag)) lines.end();
  }
  return lines.text();
};

const MOST_TAG = 4096;
const UNSEEN: ReadonlySet<string> = new Set([
  'script',
  'style',
  'head',
  'title',
  'template',
  'noscript',
  'object',
  'svg',
  'math',
]);
const APART: ReadonlySet<string> = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'table']);
const BLOCKS: ReadonlySet<string> = new Set([
  ...APART,
  'tr',
  'li',
  'section',
  'article',
  'header',
  'footer',
  'center',
  'body',
]);
/** Where Outlook, on the web, in Windows and of old, begins the head of what it quotes. */
const OUTLOOK =
  /\bid\s*=\s*["']?(?:x_)*(?:divRplyFwdMsg|appendonsend)|\bclass\s*=\s*["']?OutlookMessageHeader|border-top:\s*solid #(?:E1E1E1|B5C4DF)/iu;
/** What Gmail and Thunderbird put around the line that says who wrote what they quote, in whatever language. */
const ATTRIBUTION = /\bclass\s*=\s*["']?[^"'>]{0,100}\b(?:gmail_attr|moz-cite-prefix)\b/iu;

/** Behind the tag or comment that begins at `open`. */
const tagEnd = (html: string, open: number): number => {
  const closing = html.startsWith('<!--', open) ? '-->' : '>';
  const found = html.indexOf(closing, open);
  return found < 0 ? html.length : found + closing.length;
};

/** What Outlook writes above what it quotes. */
const RULE = '_'.repeat(32);
const MOST_DEPTH = 20;

const createLines = () => {
  const lines: string[] = [];
  /** The line that is being written, in pieces: joining them at every word would take the square of their number. */
  let line: string[] = [];
  let depth = 0;
  /** Whether an empty line is wanted before the next words. */
  let gap = false;

  const push = (words: string): void =>
    void lines.push(depth === 0 ? words : `${'>'.repeat(depth)} ${words}`.trimEnd());
  const end = (evenEmpty = false): void => {
    const words = line.join('').trimEnd();
    line = [];
    if (words !== '' || evenEmpty) push(words);
  };
  const begin = (words: string): void => {
    if (gap && lines.length > 0) push('');
    gap = false;
    line = [words];
  };
  return {
    add: (words: string, preformatted: boolean): void => {
      if (preformatted) {
        const [first = '', ...more] = words.split('\n');
        line.push(first);
        for (const next of more) {
          end(true);
          line = [next];
        }
        return;
      }
      const plain = words.replaceAll(/[ \t\r\n\f]+/gu, ' ');
      const added = line.at(-1)?.endsWith(' ') === false ? plain : plain.replace(/^ /u, '');
      if (added === '') return;
      if (line.length === 0) begin(added);
      else line.push(added);
    },
    item: (): void => {
      end();
      begin('- ');
    },
    end,
    gap: (): void => {
      end();
      gap = true;
    },
    quote: (by: 1 | -1): void => {
      end();
      gap = false;
      depth = Math.min(MOST_DEPTH, Math.max(0, depth + by));
    },
    rule: (): void => {
      end();
      gap = false;
      if (lines.at(-1) !== RULE) push(RULE);
    },
    text: (): string => {
      end();
      return lines.join('\n');
    },
  };
};
