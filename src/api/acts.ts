import { randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { type Bytes, base64url } from '../base/bytes.ts';
import { type Json, type JsonObject, canonicalBytes } from '../base/json.ts';
import type { AnyAct } from '../charter/acts.ts';
import { readAct } from '../charter/read.ts';
import type { Refusal } from '../charter/law/refusal.ts';
import { DOOR_LIMITS } from '../conference/door/submission.ts';
import type { Accepted, Conference, Rejection } from '../conference/types.ts';
import { callerOf } from '../http/caller.ts';
import { NOT_KEPT } from '../http/keeping.ts';
import { envelopeByHand } from '../record/by-hand.ts';
import { maxEnvelopeBytes } from '../record/envelope.ts';
import { conferenceOf, visitorOf } from './asking.ts';
import { bodyOf, contentTypeOf, jsonOf, memberOf } from './body.ts';
import { readForm } from './form.ts';
import { halt, ofRejection, problem, secondsOf } from './problem.ts';
import type { ApiDeps, Route } from './route.ts';
import { anyActSchema, draftSchema, envelopeSchema, formSchema, receiptSchema } from './shapes/acts.ts';

/** The one door, over HTTP. */

export const MOST_ENVELOPE = maxEnvelopeBytes(DOOR_LIMITS);
/** The most bytes of a draft: an act, in whatever form its JSON is written. */
export const MOST_DRAFT = 256 * 1024;

const JSON_TYPE = 'application/json';
const FORM_TYPE = 'multipart/form-data';

/** The envelope of a request; of JSON the bytes as they came, which nobody but the one door needs to read. */
const envelopeIn = async (c: Context, deps: ApiDeps): Promise<Bytes> => {
  const type = contentTypeOf(c, [JSON_TYPE, FORM_TYPE]);
  const body = await bodyOf(c, deps, MOST_ENVELOPE);
  return type === JSON_TYPE ? body : envelopeByHand(readForm(c, body));
};

const submit = async (c: Context, deps: ApiDeps): Promise<Response> => {
  const conference = conferenceOf(c, deps);
  const envelope = await envelopeIn(c, deps);
  const result = await conference.submit(envelope, {
    passedOn: memberOf(c, deps) !== null,
    from: callerOf(c, deps.config.proxies),
  });
  if (!result.ok) return turnedAway(result.error);
  return receiptResponse(result.value, `/api/conferences/${conference.slug}/entries/${result.value.index}`);
};

/** 201 where the act has come onto the record, 200 where it was there. */
export const receiptResponse = (receipt: Accepted, location: string): Response =>
  new Response(JSON.stringify(receipt), {
    status: receipt.replayed ? 200 : 201,
    headers: { 'content-type': JSON_TYPE, location, 'cache-control': NOT_KEPT },
  });

export const receiptAnswers = (says: string, location: string): Route['answers'] => {
  const answer = { schema: receiptSchema, headers: { Location: location } };
  return {
    200: { says: 'It was there: the receipt of the very same signed act, sent before.', ...answer },
    201: { says, ...answer },
  };
};

/** Halts with 429 where there is anything to wait for. */
export const tooMany = (wait: number): void => {
  if (wait > 0) turnedAway({ kind: 'too-many', wait });
};

/** Halts with why nothing was kept; where it may be sent again, with the seconds after which it may. */
export const turnedAway = (rejection: Rejection): never =>
  halt(ofRejection(rejection), rejection.kind === 'too-many' ? { 'retry-after': secondsOf(rejection.wait) } : {});

/** Fills in what a draft leaves open. The bytes of the outcome are what is signed. */
export const completed = (draft: JsonObject, conference: string, made: number): JsonObject => ({
  v: 1,
  conference,
  made,
  nonce: base64url(randomBytes(16)),
  ...draft,
});

/** The act in this JSON, or the problem with the first field that does not fit. */
export const actIn = (json: Json): AnyAct => {
  const act = readAct(json);
  return act.ok ? act.value : halt(ofRejection({ kind: 'malformed', fault: act.error }));
};

export const objectIn = (json: Json): JsonObject =>
  typeof json === 'object' && json !== null && !Array.isArray(json)
    ? (json as JsonObject)
    : halt(problem(400, 'malformed', 'The body must be a JSON object.', { field: '' }));

const draft = async (c: Context, deps: ApiDeps): Promise<Response> => {
  const conference = conferenceOf(c, deps);
  const given = objectIn(await jsonOf(c, deps, MOST_DRAFT));
  const json = completed(given, conference.state().conference ?? '', deps.clock.now());
  const act = actIn(json);
  return actResponse(json, previewFor(c, deps, conference, act));
};

/**
 * Whether the charter would refuse the act now is told to delegates of the organisation that it speaks for, and of an application
 * to anyone: whoever may not make an act learns nothing by asking.
 */
const previewFor = (c: Context, deps: ApiDeps, conference: Conference, act: AnyAct): Refusal | null | 'untold' => {
  const { viewer } = visitorOf(c, conference, deps);
  const own = viewer.kind === 'organisation' && viewer.id === act.by.organisation;
  return own || act.kind === 'participation.apply' ? conference.preview(act, viewer) : 'untold';
};

/** Exactly the bytes to sign, and in a header whether the charter would take them now. */
export const actResponse = (json: JsonObject, preview: Refusal | null | 'untold'): Response => {
  const says =
    preview === 'untold'
      ? 'untold'
      : preview === null
        ? 'allowed'
        : `refused; article=${preview.article}; kind=${preview.kind}`;
  return new Response(canonicalBytes(json), {
    headers: { 'content-type': JSON_TYPE, 'cache-control': NOT_KEPT, 'isonomia-preview': says },
  });
};

export const actRoutes: readonly Route[] = [
  {
    method: 'post',
    path: '/api/conferences/{slug}/acts',
    id: 'submitAct',
    summary: 'Send a signed act to the one door. The answer comes when it is durable.',
    tag: 'acts',
    limit: 'actsByAddress',
    takes: { [JSON_TYPE]: envelopeSchema, [FORM_TYPE]: formSchema },
    answers: receiptAnswers('The act is on the record.', 'The entry.'),
    problems: [400, 403, 404, 409, 413, 415, 422],
    handle: submit,
  },
  {
    method: 'post',
    path: '/api/conferences/{slug}/acts/draft',
    id: 'draftAct',
    summary:
      'Complete an act: fills in conference, time and nonce, checks every field, and answers exactly the bytes to sign.',
    tag: 'acts',
    limit: 'reads',
    takes: { [JSON_TYPE]: draftSchema },
    answers: {
      200: {
        says: 'The act in canonical form (RFC 8785), to the byte, without a line feed at the end.',
        schema: anyActSchema,
        headers: {
          'Isonomia-Preview':
            '`allowed`, `refused; article=…; kind=…`, or `untold`: only a signed-in delegate of the organisation is told.',
        },
      },
    },
    problems: [400, 401, 404, 413, 415],
    handle: draft,
  },
];
