import { CHOICE, KEPT_AT, MOST_PAGES, STORES, endsReader, keptIn, saidOffline } from '../shared/offline.ts';

/**
 * The service worker that keeps what was read. It always asks the network first; only where there is none does it show what it kept, which then says so. It keeps pages that are read, and the
 * style sheet, fonts and scripts that they need; it touches nothing that is sent.
 */

interface Happening {
  readonly waitUntil: (work: Promise<unknown>) => void;
}
type Fetching = Happening & {
  readonly request: Request;
  readonly respondWith: (answer: Promise<Response>) => void;
};
interface Worker {
  readonly skipWaiting: () => Promise<void>;
  readonly clients: { readonly claim: () => Promise<void> };
  readonly addEventListener: {
    (type: 'install' | 'activate', listener: (event: Happening) => void): void;
    (type: 'fetch', listener: (event: Fetching) => void): void;
  };
}

const worker = globalThis as unknown as Worker;
const FALLBACK = '/offline';

/** How often a reader has come to an end while this worker ran: what was on its way to be kept of theirs goes, too. */
let ended = 0;
const forgetOwn = async (): Promise<void> => {
  ended += 1;
  await caches.delete(STORES.own);
};

worker.addEventListener('install', (event) => {
  event.waitUntil(
    (async () => {
      const parts = await caches.open(STORES.parts);
      await parts.addAll([FALLBACK, '/assets/isonomia.css', '/assets/islands/offline-reading.js', '/assets/icon.svg']);
      await worker.skipWaiting();
    })(),
  );
});

worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== location.origin) return;
  if (endsReader(request.method, pathname)) event.waitUntil(forgetOwn());
  if (request.method !== 'GET') return;
  if (request.mode === 'navigate') event.respondWith(pageOf(event));
  else if (pathname.startsWith('/assets/')) event.respondWith(partOf(event));
});

const pageOf = async (event: Fetching): Promise<Response> => {
  const { request } = event;
  let answer: Response;
  try {
    answer = await fetch(request);
  } catch {
    return (await keptPage(request)) ?? (await (await caches.open(STORES.parts)).match(FALLBACK)) ?? Response.error();
  }
  // Whoever is asked to sign in is nobody here any more.
  if (answer.status === 401) await forgetOwn();
  event.waitUntil(keep(request.url, answer.clone()).catch(() => undefined));
  return answer;
};

const keep = async (address: string, answer: Response): Promise<void> => {
  const since = ended;
  const own = (await (await caches.open(STORES.choice)).match(CHOICE)) !== undefined;
  const { pathname } = new URL(address);
  const { status, headers } = answer;
  const answered = {
    path: pathname,
    status,
    type: headers.get('content-type'),
    cacheControl: headers.get('cache-control'),
  };
  const where = answer.redirected ? null : keptIn(answered, own);
  if (where === null) return;
  const store = await caches.open(STORES[where]);
  const kept = new Headers(headers);
  kept.delete('content-encoding');
  kept.set(KEPT_AT, `${Date.now()}`);
  await store.delete(address);
  await store.put(address, new Response(await answer.text(), { status, headers: kept }));
  if (where === 'own' && since !== ended) return void (await store.delete(address));
  const all = await store.keys();
  for (const oldest of all.slice(0, Math.max(0, all.length - MOST_PAGES))) await store.delete(oldest);
};

/** A reader's own page goes before the one for everybody. */
const keptPage = async (request: Request): Promise<Response | null> => {
  const kept =
    (await (await caches.open(STORES.own)).match(request.url)) ??
    (await (await caches.open(STORES.open)).match(request.url));
  if (kept === undefined) return null;
  const page = await kept.text();
  const [, language = 'en'] = /<html lang="([a-z-]+)"/u.exec(page) ?? [];
  const at = new Date(Number(kept.headers.get(KEPT_AT))).toLocaleString(language === 'en' ? 'en-GB' : language, {
    dateStyle: 'long',
    timeStyle: 'short',
  });
  return new Response(saidOffline(page, at), { headers: kept.headers });
};

/** What pages are made of is public. */
const partOf = async (event: Fetching): Promise<Response> => {
  const { request } = event;
  const parts = await caches.open(STORES.parts);
  try {
    const answer = await fetch(request);
    if (answer.ok) event.waitUntil(parts.put(request, answer.clone()).catch(() => undefined));
    return answer;
  } catch {
    return (await parts.match(request)) ?? Response.error();
  }
};
