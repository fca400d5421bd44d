import type { SampleScene } from './sample.ts';

/** Every page that can be reached by links, asked for without a network. */

export interface Answered {
  readonly path: string;
  readonly status: number;
  readonly type: string;
  readonly body: string;
  /** Who may keep it: `Cache-Control`. */
  readonly keeping: string;
}

/** Asks for a path, with a session's token or as the public; says so where a redirect leads. */
export const fetched = async (scene: SampleScene, path: string, token: string | null): Promise<Answered> => {
  const cookie = token === null ? null : scene.cookie(token);
  const headers = cookie === null ? {} : { cookie: `${cookie.name}=${cookie.value}` };
  const answer = await scene.ask(path, { headers, redirect: 'manual' });
  const body = new TextDecoder().decode(await answer.arrayBuffer());
  const location = answer.headers.get('location');
  return {
    path,
    status: answer.status,
    type: answer.headers.get('content-type')?.split(';')[0] ?? '',
    keeping: answer.headers.get('cache-control') ?? '',
    body: location === null ? body : `<a href="${location}"></a>`,
  };
};

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#x27': "'" };

export const decoded = (markup: string): string =>
  markup.replaceAll(/&(#?\w+);/gu, (whole, name: string) => ENTITIES[name] ?? whole);

/** The addresses of this site that a page links to, without fragments. */
export const linksIn = (page: Answered, origin: string): readonly string[] =>
  [...page.body.matchAll(/<a\b[^>]*?\shref="([^"]*)"/gu)].flatMap(([, href = '']) => {
    const url = URL.parse(decoded(href), new URL(page.path, origin));
    return url?.origin === origin ? [url.pathname + url.search] : [];
  });

/** Follows every link from `start`; `follow` says which are worth it. */
export const crawl = async (
  scene: SampleScene,
  start: readonly string[],
  token: string | null,
  follow: (path: string) => boolean,
): Promise<readonly Answered[]> => {
  const seen = new Set(start);
  const pages: Answered[] = [];
  for (const path of seen) {
    const page = await fetched(scene, path, token);
    pages.push(page);
    if (page.type !== 'text/html' && page.status < 300) continue;
    for (const link of linksIn(page, scene.origin)) if (follow(link)) seen.add(link);
  }
  return pages;
};
