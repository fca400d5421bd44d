import { unreachable } from '../base/result.ts';
import { SigningStopped } from '../conference/load/checkpoints.ts';
import { whyNotKept } from '../conference/not-kept.ts';
import { WorkEnded } from '../conference/work/runner.ts';
import { WorkBusy } from '../conference/work/turns.ts';
import type { SignInFault } from '../conference/door/sign-in.ts';
import type { Rejection } from '../conference/types.ts';
import { NOT_KEPT } from '../http/keeping.ts';
import { wordsOf } from './refusals.ts';

/** An answer that says what went wrong: `application/problem+json` (RFC 9457). */
export interface ProblemDetails {
  /** `urn:isonomia:problem:` and the kind. */
  readonly type: string;
  /** One English sentence for a person. */
  readonly title: string;
  readonly status: number;
  /** A stable code for a program: a rejection's or a refusal's kind, or one of the request's own. */
  readonly kind: string;
  /** The article of the charter that the act is refused under. */
  readonly article?: string;
  /** The field at fault: of an act a JSON pointer, else a parameter, a form field or a header. */
  readonly field?: string;
  /** What else the refusal carries. */
  readonly [data: string]: unknown;
}

/** Where the token of the link by which a conference is founded is sent. */
export const TOKEN_HEADER = 'Isonomia-Founding-Token';

export const PROBLEM_TYPE = 'urn:isonomia:problem:';

export const problem = (
  status: number,
  kind: string,
  title: string,
  data: Readonly<Record<string, unknown>> = {},
): ProblemDetails => ({ ...data, type: PROBLEM_TYPE + kind, title, status, kind });

export const notFound = (what = 'resource'): ProblemDetails =>
  problem(404, 'not-found', `There is no such ${what}, or it is not for you to see.`);

const SIGNING_STOPPED =
  'This host has signed another record of this conference than the one it holds. It signs and takes nothing until that is put right.';

const CLOCK_IN_DOUBT =
  'This host’s clock has jumped, and your act fits one of two possible times. It is taken once an act of another organisation, or whoever runs the host, says which is right: send the same one again later.';

/** Whole seconds, as `Retry-After` has them, for so many milliseconds. */
export const secondsOf = (wait: number): string => `${Math.ceil(wait / 1000)}`;

/** What the one door answers when it keeps nothing. */
export const ofRejection = (rejection: Rejection): ProblemDetails => {
  switch (rejection.kind) {
    case 'refused': {
      const { kind, ...data } = rejection.refusal;
      const { status, title } = wordsOf(rejection.refusal);
      return problem(status, kind, title, data);
    }
    case 'malformed': {
      const { field, why } = rejection.fault;
      const at = field === '' ? 'The act' : `The field ${field}`;
      return problem(400, 'malformed', `${at} is not as it must be: ${why}.`, { field, why });
    }
    case 'bad-signature': {
      const { index, why } = rejection;
      const title = `Signature ${index + 1} is not good for exactly these bytes: ${why}.`;
      return problem(403, 'bad-signature', title, { field: `/signatures/${index}`, why });
    }
    case 'too-large': {
      const { field, most } = rejection;
      return problem(413, 'too-large', `${field === '' ? 'It' : field} is larger than ${most} bytes.`, { field, most });
    }
    case 'bad-attachment': {
      const title = 'An act and its attachments belong together: one is missing, or was sent and is not named.';
      return problem(422, 'bad-attachment', title, { field: '/attachments', hash: rejection.hash });
    }
    case 'clock-in-doubt':
      return problem(503, 'clock-in-doubt', CLOCK_IN_DOUBT);
    case 'busy':
      return problem(503, 'busy', 'Too many acts are waiting to be checked. Send this one again in a moment.');
    case 'too-many':
      return problem(429, 'too-many', `Too many at once. Try again in ${secondsOf(rejection.wait)} s.`);
    case 'kept-elsewhere':
      return problem(409, 'kept-elsewhere', 'Another host carries this record on. Here it can only be read.');
    case 'signing-stopped': {
      return problem(409, 'signing-stopped', SIGNING_STOPPED);
    }
    case 'founding-token':
      return problem(403, 'founding-token', 'Founding needs the one-time link of this host.', { field: TOKEN_HEADER });
    default:
      return unreachable(rejection);
  }
};

export const ofSignInFault = (fault: SignInFault): ProblemDetails => {
  switch (fault.kind) {
    case 'no-such-conference':
      return notFound('conference');
    case 'stale-challenge':
      return problem(409, fault.kind, 'The challenge was answered before or is too old. Ask for a new one.', {
        field: '/challenge',
      });
    case 'bad-signature':
      return problem(403, fault.kind, `The signature is not good for this challenge: ${fault.why}.`, {
        field: '/signature',
        why: fault.why,
      });
    case 'refused':
      return ofRejection(fault);
    default:
      return unreachable(fault);
  }
};

const NOTHING_KEPT =
  'The disk of this node is full or fails, and nothing was kept. Send the same again in a while: the record takes it once.';

/** What cannot be answered now and may be later, and after how many seconds; `null`: the fault is another. */
export const ofDelay = (fault: unknown): Halt | null => {
  const later = (kind: string, title: string, seconds: number): Halt =>
    new Halt(problem(503, kind, title), { 'retry-after': `${seconds}` });
  if (fault instanceof WorkBusy)
    return later('busy', 'As much is being worked out as can be. Ask again in a moment.', fault.retryAfter);
  if (fault instanceof WorkEnded) return later('too-much', 'To work this out took more than one answer may take.', 60);
  if (whyNotKept(fault) !== null) return later('not-kept', NOTHING_KEPT, 60);
  if (fault instanceof SigningStopped) return later('signing-stopped', SIGNING_STOPPED, 3600);
  return null;
};

/** As the body and the headers of an answer. */
export const problemResponse = (problem: ProblemDetails, headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': NOT_KEPT,
      'x-content-type-options': 'nosniff',
      ...headers,
    },
  });

/** Thrown by a handler that cannot go on, and turned into the answer in one place. Never leaves this room. */
export class Halt extends Error {
  override readonly name = 'Halt';
  readonly problem: ProblemDetails;
  readonly headers: Readonly<Record<string, string>>;
  constructor(problem: ProblemDetails, headers: Readonly<Record<string, string>> = {}) {
    super(problem.title);
    this.problem = problem;
    this.headers = headers;
  }
}

export const halt = (problem: ProblemDetails, headers?: Readonly<Record<string, string>>): never => {
  throw new Halt(problem, headers);
};
