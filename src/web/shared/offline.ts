/** What a browser keeps of pages to read them again without a network, and how it shows them. Nothing is kept unless the reader asks for it, on the page `/offline`. */

/** Where the browser keeps what it keeps: pages for everybody, those of a signed-in reader, the parts that all are made of, and the reader's choice. */
export const STORES = {
  open: 'isonomia-open',
  own: 'isonomia-own',
  parts: 'isonomia-parts',
  choice: 'isonomia-choice',
} as const;

/** Under which the choice is kept: an address that no page has. */
export const CHOICE = '/offline/own';

/** When a page was kept, in milliseconds, and the page itself in the header of what is kept. */
export const KEPT_AT = 'x-isonomia-kept';

/** The name of the `meta` by which a page says what stands above it when it is read without a network. */
export const SAYS = 'isonomia-offline';

/** The most pages of each kind; the oldest go first. */
export const MOST_PAGES = 200;

/** Pages that are read. Whatever is filled in, signed, prepared or secret between a reader and the host is none: not one of them is ever kept. */
const READ =
  /^\/[a-z0-9-]+(?:\/(?:about|charters|decisions|group|help|letters|meetings|observations|participants|record|statements|texts|today)(?:\/[^?]*)?)?$/u;
const NEVER =
  /^\/(?:api|assets|found|offline|unsubscribe)(?:\/|$)|\/(?:amend|sitting|follow|projector|sounding|tray)(?:\/|$)/u;

export interface Answered {
  readonly path: string;
  readonly status: number;
  readonly type: string | null;
  readonly cacheControl: string | null;
}

/**
 * Where a page is kept; `null`: nowhere. The server lets only pages that are the same for all strangers be kept; what depends on who asks is kept where that reader has said so.
 * @param own whether the reader lets the pages be kept that they see as signed in
 */
export const keptIn = ({ path, status, type, cacheControl }: Answered, own: boolean): 'open' | 'own' | null => {
  if (status !== 200 || type?.startsWith('text/html') !== true) return null;
  if (!READ.test(path) || NEVER.test(path)) return null;
  // What says nothing of it may not be kept.
  if (cacheControl !== null && !cacheControl.includes('no-store')) return 'open';
  return own ? 'own' : null;
};

/** Whether this request ends what a reader was, or makes another of them: what was kept of theirs goes. */
export const endsReader = (method: string, path: string): boolean =>
  method === 'POST' && /^\/[a-z0-9-]+\/(?:sign-in|sign-out|take-a-place)$/u.test(path);

/** The page as it is read again: it says so before anything else. Its words come from the page itself, and stand in it escaped. */
export const saidOffline = (page: string, at: string): string => {
  const [, sentence] = new RegExp(`<meta name="${SAYS}" content="([^"]*)"`, 'u').exec(page) ?? [];
  const says = (sentence ?? '{at}').replace('{at}', at);
  return page.replace(/<body[^>]*>/u, (body) => `${body}<aside class="notice offline" role="status">${says}</aside>`);
};
