import { type Result, err, ok } from '../base/result.ts';
import type { Act } from '../base/act.ts';
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

/**
 * Reads an act of any known kind; every field is checked before a rule sees it. The one way to an act that rules may be asked of: it is given back as it stands,
 * and not a parser's copy, so that what is judged now is what will be replayed.
 */
export const readAct = (json: unknown): Result<AnyAct, FieldFault> => {
  if (typeof json !== 'object' || json === null || !('body' in json))
    return err({ kind: 'malformed', field: '/body', why: 'missing' });
  const { body, ...rest } = json;
  const head = headSchema.safeParse(rest);
  if (!head.success) return err(faultOf(head.error.issues, ''));
  const { kind } = head.data;
  if (!isActKind(kind)) return err({ kind: 'malformed', field: '/kind', why: 'unknown' });
  const parsed = ACT_RULES[kind].body.safeParse(body);
  if (!parsed.success) return err(faultOf(parsed.error.issues, '/body'));
  return ok(json as AnyAct);
};

/**
 * An act of a record that this host has checked, entry by entry, when it took it in.
 * @throws TypeError where its kind is not known
 */
export const knownAct = (act: Act): AnyAct => {
  if (!isActKind(act.kind)) throw new TypeError(`no act of the kind “${act.kind}” is known`);
  return act as AnyAct;
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
