import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Hono } from 'hono';
import { fontFaces, fontFile } from './fonts.ts';
import { guidePicture, isGuidePicture } from './guide-file.ts';
import { ICON_SIZES, iconPng, iconSvg, manifest } from './icon.ts';

/** The style sheet, the fonts and the islands. Everything is made once and kept in memory; nothing comes from elsewhere. */

/** The islands there are; a page names the ones it uses. */
export const ISLANDS = [
  'hand-on',
  'offline-reading',
  'offline-worker',
  'sign-act',
  'sign-several',
  'sign-in',
  'same-place',
  'invitations',
  'enrol',
  'founding',
  'live-page',
  'room-act',
  'room-clock',
  'local-time',
  'push-switch',
  'push-worker',
  'verify-bundle',
  'verify-copy',
  'take-place',
  'text-editor',
  'answer-bar',
] as const;

const here = (path: string): URL => new URL(path, import.meta.url);

const made = new Map<string, Promise<Asset>>();

interface Asset {
  readonly body: Uint8Array<ArrayBuffer> | string;
  readonly type: string;
  readonly tag: string;
}

const asset = (body: Asset['body'], type: string): Asset => ({
  body,
  type,
  tag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
});

const once = (name: string, make: () => Promise<Asset>): Promise<Asset> => {
  const known = made.get(name);
  if (known !== undefined) return known;
  // One that could not be made is tried again by whoever asks next.
  const making = make().catch((fault: unknown) => {
    made.delete(name);
    throw fault;
  });
  made.set(name, making);
  return making;
};

const require = createRequire(import.meta.url);

/** A package holds each island as a script; where the sources are, it is made of them when it is first asked for. */
const island = async (name: string): Promise<Asset> => {
  const packed = here(`../islands/${name}.js`);
  const script = existsSync(packed)
    ? await readFile(packed, 'utf8')
    : (await (await import('./bundle.ts')).bundleIsland(here(`../islands/${name}.ts`))).script;
  return asset(script, 'text/javascript; charset=utf-8');
};

/** The parts of the style sheet, each beside its subject's pages, served as one in this order. */
const SHEETS = [
  'kit/style/base',
  'kit/style/masthead',
  'kit/style/layout',
  'kit/style/forms',
  'kit/style/choices',
  'kit/style/lists',
  'kit/style/cards',
  'texts/style/grid',
  'texts/style/answers',
  'texts/style/points',
  'texts/style/clause',
  'texts/style/margin',
  'texts/style/debate',
  'record/style/record',
  'texts/style/documents',
  'members/style/keys',
  'texts/style/editor',
  'texts/style/languages',
  'texts/style/structure',
  'texts/style/ways',
  'texts/style/common',
  'meetings/style/meetings',
  'group/style/group',
  'publications/style/publications',
  'means/style/means',
  'post/style/post',
  'meetings/style/summary',
  'sitting/style/sitting',
  'sitting/style/calls',
  'sitting/style/projector',
] as const;

const find = (name: string): Promise<Asset> | null => {
  if (name === 'isonomia.css') {
    return once(name, async () =>
      asset(
        fontFaces + (await Promise.all(SHEETS.map((sheet) => readFile(here(`../${sheet}.css`), 'utf8')))).join(''),
        'text/css; charset=utf-8',
      ),
    );
  }
  if (name === 'icon.svg') return once(name, async () => asset(iconSvg, 'image/svg+xml'));
  if (name === 'isonomia.webmanifest') return once(name, async () => asset(manifest, 'application/manifest+json'));
  const size = ICON_SIZES.find((known) => name === `icon-${known}.png`);
  if (size !== undefined) return once(name, async () => asset(iconPng(size), 'image/png'));
  const picture = /^guide\/([a-z.]+)\.png$/u.exec(name)?.[1] ?? '';
  if (isGuidePicture(picture)) return once(name, async () => asset(await guidePicture(picture), 'image/png'));
  const script = ISLANDS.find((known) => name === `islands/${known}.js`);
  if (script !== undefined) return once(name, () => island(script));
  const file = fontFile(name);
  return file === null ? null : once(name, async () => asset(await readFile(require.resolve(file)), 'font/woff2'));
};

export const assetRoutes = new Hono();

assetRoutes.get('/:name{.+}', async (c) => {
  const name = c.req.param('name');
  const found = await find(name);
  if (found === null) return c.notFound();
  // It keeps pages, which do not lie below it.
  if (name === 'islands/offline-worker.js') c.header('service-worker-allowed', '/');
  const headers = { 'content-type': found.type, etag: found.tag, 'cache-control': 'public, max-age=300' };
  if (c.req.header('if-none-match') === found.tag) return c.body(null, 304, headers);
  return c.body(found.body, 200, headers);
});
