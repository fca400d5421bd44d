import { Failure } from './command.ts';

/** A node, as the command line speaks to it: over its API, like everyone. */
export interface Server {
  /** @throws Failure where there is no such resource, or no such node */
  readonly get: <T>(path: string) => Promise<T>;
  /** A list, page by page, whole. @throws Failure */
  readonly list: <T>(path: string) => Promise<readonly T[]>;
  readonly post: (path: string, body: string, headers?: Readonly<Record<string, string>>) => Promise<Posted>;
}

/** What came of something that was sent. */
export type Posted =
  | { readonly kind: 'answered'; readonly answer: unknown }
  /** The node said no, and kept nothing. */
  | { readonly kind: 'refused'; readonly why: string; readonly field: string | null }
  /** There was no answer that says yes or no: what was sent may have arrived. `again`: the seconds after which the node will listen. */
  | { readonly kind: 'unanswered'; readonly why: string; readonly again: number | null };

/** RFC 9457, as far as it is one: anything at all may have answered. */
interface Problem {
  readonly type?: string;
  readonly status?: number;
  readonly title?: string;
  readonly kind?: string;
  readonly article?: string;
  readonly field?: string;
}

export const serverAt = (address: string): Server => {
  const base = URL.parse(address);
  if (base === null || !/^https?:$/u.test(base.protocol)) throw new Failure(`${address} is no address of a node.`);
  const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
    try {
      const answer = await fetch(new URL(path, base), {
        ...init,
        redirect: 'error',
        signal: AbortSignal.timeout(PATIENCE),
      });
      // An answer that breaks off in the middle is none.
      return new Response(await answer.text(), answer);
    } catch (error) {
      const { cause } = error as { readonly cause?: Error };
      throw new Failure(`${base.origin} does not answer: ${cause?.message ?? String(error)}`);
    }
  };
  return {
    get: async <T>(path: string) => {
      const answer = await ask(path);
      if (!answer.ok) throw new Failure(whyOf(await problemIn(answer)));
      return (await json(answer)) as T;
    },
    list: async <T>(path: string) => {
      const all: T[] = [];
      for (let next: string | null = path; next !== null;) {
        const answer = await ask(next);
        if (!answer.ok) throw new Failure(whyOf(await problemIn(answer)));
        const page = await json(answer);
        if (!Array.isArray(page)) throw new Failure(`${base.origin} answers ${path} with no list.`);
        all.push(...(page as readonly T[]));
        next = page.length === 0 ? null : nextIn(answer.headers.get('link'));
      }
      return all;
    },
    post: async (path, body, headers = {}) => {
      try {
        const answer = await ask(path, {
          method: 'POST',
          body,
          headers: { 'content-type': 'application/json', ...headers },
        });
        if (answer.ok) return { kind: 'answered', answer: await json(answer) };
        const problem = await problemIn(answer);
        const why = whyOf(problem);
        if (isFinal(problem)) return { kind: 'refused', why, field: problem.field ?? null };
        return { kind: 'unanswered', why, again: secondsIn(answer) };
      } catch (error) {
        if (error instanceof Failure) return { kind: 'unanswered', why: error.message, again: null };
        throw error;
      }
    },
  };
};

/** Where the next page of a list is (RFC 8288). */
const nextIn = (link: string | null): string | null => /<([^>]+)>;\s*rel="next"/u.exec(link ?? '')?.[1] ?? null;

const secondsIn = (answer: Response): number | null => {
  const given = answer.headers.get('retry-after') ?? '';
  return /^\d{1,6}$/u.test(given) ? Number(given) : null;
};

/** How long an answer may take, in milliseconds. */
const PATIENCE = 60_000;

/**
 * Whether this is the no of a node's one door, which kept nothing. Anything that stands before a node, or in its place, may answer 4xx after the act has arrived, and a node that
 * does not have the record, or takes nothing just then, knows nothing of it.
 */
const isFinal = ({ type, kind, status }: Problem): boolean =>
  kind !== undefined && type === `urn:isonomia:problem:${kind}` && (status ?? 500) < 500 && !UNDECIDED.has(kind);

const UNDECIDED: ReadonlySet<string> = new Set([
  'clock-in-doubt',
  'incomplete',
  'kept-elsewhere',
  'method',
  'not-found',
  'signing-stopped',
  'too-many',
]);

const json = async (answer: Response): Promise<unknown> => answer.json().catch(() => null);

const problemIn = async (answer: Response): Promise<Problem> =>
  ((await json(answer)) as Problem | null) ?? { title: `The node answered ${answer.status}.` };

const whyOf = ({ title, kind, article, field }: Problem): string => {
  const details = [
    article === undefined ? null : `article ${article}`,
    field === undefined || field === '' ? null : `field ${field}`,
    kind ?? null,
  ].filter((detail) => detail !== null);
  return `${title ?? 'The node refused it.'}${details.length > 0 ? ` (${details.join(', ')})` : ''}`;
};
