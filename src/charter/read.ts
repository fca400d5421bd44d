import { type Result, err, ok } from '../base/result.ts';
import type { Json } from '../base/json.ts';
import { headSchema } from './act.ts';
import { ACT_RULES, type AnyAct, isActKind } from './acts.ts';

/** A field of an act that is missing, superfluous or malformed. */
export interface FieldFault {
  readonly kind: 'malformed';
  /** Where, as a JSON pointer (RFC 6901): `/body/reason`. */
  readonly field: string;
  /** A stable code: zod's own (`too_big`, `invalid_type`, `unrecognized_keys` …) or one of ours (`hidden-characters` …). */
  readonly why: string;
}

/** Reads an act of any known kind; every field is checked before a rule sees it. */
export const readAct = (json: Json): Result<AnyAct, FieldFault> => {
  if (typeof json !== 'object' || json === null || !('body' in json))
    return err({ kind: 'malformed', field: '/body', why: 'missing' });
  const { body, ...rest } = json as { readonly body: Json };
  const head = headSchema.safeParse(rest);
  if (!head.success) return err(faultOf(head.error.issues, ''));
  const { kind } = head.data;
  if (!isActKind(kind)) return err({ kind: 'malformed', field: '/kind', why: 'unknown' });
  const parsed = ACT_RULES[kind].body.safeParse(body);
  if (!parsed.success) return err(faultOf(parsed.error.issues, '/body'));
  return ok({ ...head.data, body: parsed.data } as AnyAct);
};

interface Issue {
  readonly code?: string | undefined;
  readonly message: string;
  readonly path: readonly PropertyKey[];
  readonly keys?: readonly string[];
}

/** What a schema of ours calls that which is not there; the library's own messages are sentences. */
const NAMED = /^not-an?-[a-z-]+$/u;

const faultOf = (issues: readonly object[], prefix: string): FieldFault => {
  const issue = issues[0] as Issue | undefined;
  if (issue === undefined) return { kind: 'malformed', field: prefix, why: 'invalid' };
  const path = [...issue.path, ...(issue.keys?.slice(0, 1) ?? [])].map(
    (part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`,
  );
  const why = issue.code === 'custom' || NAMED.test(issue.message) ? issue.message : (issue.code ?? 'invalid');
  return { kind: 'malformed', field: prefix + path.join(''), why };
};
