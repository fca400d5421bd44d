import type { Context } from 'hono';
import { base64url } from '../base/bytes.ts';
import { attachmentHashSchema } from '../base/ids.ts';
import { NOT_KEPT } from '../http/keeping.ts';
import { conferenceOf, numberIn, readerOf, visitorOf } from './asking.ts';
import { halt, notFound, problem } from './problem.ts';
import type { Bundles } from '../conference/archive/bundle.ts';
import type { ApiDeps, Route } from './route.ts';

/** Files to download: proof bundles, and attachments. */

const TAR = 'application/x-tar';
const BINARY = 'application/octet-stream';

const bundle =
  (kind: keyof Bundles) =>
  async (c: Context, deps: ApiDeps): Promise<Response> => {
    const conference = conferenceOf(c, deps);
    const number = numberIn(c, 'number');
    const { viewer } = visitorOf(c, conference, deps);
    const bytes = await deps.bundles[kind](conference, number, viewer);
    return bytes === null
      ? halt(notFound('bundle'))
      : new Response(bytes, {
          headers: {
            'content-type': TAR,
            'content-disposition': `attachment; filename="${kind === 'statement' ? '' : `${conference.slug}-`}${kind}-${number}.tar"`,
            'cache-control': NOT_KEPT,
            'x-content-type-options': 'nosniff',
          },
        });
  };

/** An attachment is shown to whom the state shows its hash, and to whoever brought it; participants see those that it no longer names, too. */
const attachment = async (c: Context, deps: ApiDeps): Promise<Response> => {
  const conference = conferenceOf(c, deps);
  const hash = attachmentHashSchema.safeParse(c.req.param('hash'));
  const reader = readerOf(c, conference, deps);
  if (!hash.success) return halt(notFound('attachment'));
  const own = reader.viewer.kind === 'organisation' && reader.kept(hash.data)?.by === reader.viewer.id;
  const named = reader
    .organisations()
    .some(
      ({ applications, delegates, picture }) =>
        picture?.hash === hash.data ||
        applications.some(({ letter }) => letter === hash.data) ||
        delegates.some(({ name }) => name === hash.data),
    );
  if (!named && !own && !reader.member && reader.pieceNaming(hash.data) === null) return halt(notFound('attachment'));
  const found = await conference.attachment(hash.data);
  if (found === null) {
    const erased = reader.kept(hash.data)?.erased ?? null;
    if (erased === null) return halt(notFound('attachment'));
    const { by, reason, on } = erased;
    const more = { by, reason, on: { index: on.index, at: on.at } };
    return halt(problem(410, 'erased', 'The attachment was erased; the record stays as it is.', more));
  }
  return new Response(found.content, {
    headers: {
      'content-type': BINARY,
      'content-disposition': `attachment; filename="${found.hash}"`,
      'cache-control': NOT_KEPT,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'isonomia-salt': base64url(found.salt),
    },
  });
};

const ONE = '/api/conferences/{slug}';

const bundleRoute = (kind: keyof Bundles, path: string, id: string, summary: string): Route => ({
  method: 'get',
  path,
  id,
  summary,
  tag: 'record',
  limit: 'reads',
  answers: { 200: { says: 'The bundle, as docs/RECORD.md lays it out.', type: TAR } },
  problems: [401, 404, 503],
  handle: bundle(kind),
});

export const fileRoutes: readonly Route[] = [
  bundleRoute('text', `${ONE}/texts/{number}/bundle`, 'getTextBundle', 'The proof bundle of an adopted text.'),
  bundleRoute(
    'charter',
    `${ONE}/charters/{number}/bundle`,
    'getCharterBundle',
    'The proof bundle of the charter that founded the conference, which is number 1.',
  ),
  bundleRoute(
    'statement',
    `${ONE}/statements/{number}/bundle`,
    'getStatementBundle',
    'The proof bundle of a statement.',
  ),
  {
    method: 'get',
    path: `${ONE}/attachments/{hash}`,
    id: 'getAttachment',
    summary:
      'An attachment: a delegate’s name, a letter of application, an organisation’s picture, or a paper from the archive.',
    tag: 'reading',
    limit: 'reads',
    answers: {
      200: {
        says: 'The content.',
        type: BINARY,
        headers: { 'Isonomia-Salt': 'The salt: the attachment’s name is SHA-256 over salt and content.' },
      },
    },
    problems: [401, 404, 410],
    handle: attachment,
  },
];
