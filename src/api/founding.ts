import type { Context } from 'hono';
import { type Bytes, utf8 } from '../base/bytes.ts';
import type { JsonObject } from '../base/json.ts';
import type { Slug } from '../base/ids.ts';
import { RESERVED_SLUGS } from '../conference/addresses.ts';
import { envelopeByHand } from '../record/by-hand.ts';
import {
  MOST_DRAFT,
  MOST_ENVELOPE,
  actIn,
  actResponse,
  completed,
  objectIn,
  receiptAnswers,
  receiptResponse,
  turnedAway,
} from './acts.ts';
import { slugIn } from './asking.ts';
import { bodyOf, contentTypeOf, jsonIn, jsonOf } from './body.ts';
import { readForm } from './form.ts';
import { TOKEN_HEADER, halt, ofRejection } from './problem.ts';
import type { ApiDeps, Route } from './route.ts';
import { anyActSchema, draftSchema, foundingEnvelopeSchema, foundingFormSchema } from './shapes/acts.ts';

/** Founding a conference (article 13.1): open to whoever holds the one-time link that the host was given at its start. */

const JSON_TYPE = 'application/json';
const FORM_TYPE = 'multipart/form-data';

interface Founding {
  readonly slug: Slug;
  readonly token: string;
  readonly envelope: Bytes;
}

const foundingIn = async (c: Context, deps: ApiDeps): Promise<Founding> => {
  const type = contentTypeOf(c, [JSON_TYPE, FORM_TYPE]);
  const body = await bodyOf(c, deps, MOST_ENVELOPE);
  const header = c.req.header(TOKEN_HEADER);
  if (type === FORM_TYPE) {
    const form = readForm(c, body, ['slug', 'token']);
    const { others } = form;
    return {
      slug: slugIn(others.get('slug'), 'slug'),
      token: header ?? others.get('token') ?? '',
      envelope: envelopeByHand(form),
    };
  }
  const { slug, token, ...envelope } = objectIn(jsonIn(body, ''));
  const given = header ?? (typeof token === 'string' ? token : '');
  return { slug: slugIn(slug, '/slug'), token: given, envelope: utf8(JSON.stringify(envelope)) };
};

const found = async (c: Context, deps: ApiDeps): Promise<Response> => {
  const { host, founding } = deps;
  const { slug, token, envelope } = await foundingIn(c, deps);
  if (RESERVED_SLUGS.has(slug))
    return halt(
      ofRejection({ kind: 'refused', refusal: { article: '13.1', kind: 'taken', field: 'slug', value: slug } }),
    );
  const result = await host.found(slug, envelope, founding(token));
  if (!result.ok) return turnedAway(result.error);
  return receiptResponse(result.value, `/api/conferences/${slug}`);
};

const draft = async (c: Context, deps: ApiDeps): Promise<Response> => {
  const given = objectIn(await jsonOf(c, deps, MOST_DRAFT));
  const body: JsonObject = { host: deps.host.publicKey, ...objectIn(given['body'] ?? null) };
  const json = completed({ ...given, body }, '', deps.clock.now());
  actIn(json);
  return actResponse(json, 'untold');
};

export const foundingRoutes: readonly Route[] = [
  {
    method: 'post',
    path: '/api/conferences',
    id: 'foundConference',
    summary: 'Begin a new record with its founding act.',
    tag: 'acts',
    limit: 'attempts',
    headers: { [TOKEN_HEADER]: { says: 'The token of the founding link; or the field `token`.' } },
    takes: { [JSON_TYPE]: foundingEnvelopeSchema, [FORM_TYPE]: foundingFormSchema },
    answers: receiptAnswers('The record has begun.', 'The conference.'),
    problems: [400, 403, 409, 413, 415, 422],
    handle: found,
  },
  {
    method: 'post',
    path: '/api/conferences/draft',
    id: 'draftFounding',
    summary:
      'Complete a founding act: besides time and nonce, the key of this host. Answers exactly the bytes to sign.',
    tag: 'acts',
    limit: 'reads',
    takes: { [JSON_TYPE]: draftSchema },
    answers: { 200: { says: 'The act in canonical form, to the byte.', schema: anyActSchema } },
    problems: [400, 413, 415],
    handle: draft,
  },
];
