import { Failure } from './command.ts';

/** A node, as the command line speaks to it: over its API, like everyone. */
export interface Server {
  /** @throws Failure where there is no such resource, or no such node */
  readonly get: <T>(path: string) => Promise<T>;
  readonly post: (path: string, body: string, headers?: Readonly<Record<string, string>>) => Promise<Posted>;
}

/** What came of something that was sent. */
export type Posted =
  | { readonly kind: 'answered'; readonly answer: unknown }
  /** The node said no, and kept nothing. */
  | { readonly kind: 'refused'; readonly why: string }
  /** There was no answer that says yes or no: what was sent may have arrived. */
  | { readonly kind: 'unanswered'; readonly why: string };

interface Problem {
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
    post: async (path, body, headers = {}) => {
      try {
        const answer = await ask(path, {
          method: 'POST',
          body,
          headers: { 'content-type': 'application/json', ...headers },
        });
        if (answer.ok) return { kind: 'answered', answer: await json(answer) };
        return { kind: isFinal(answer.status) ? 'refused' : 'unanswered', why: whyOf(await problemIn(answer)) };
      } catch (error) {
        if (error instanceof Failure) return { kind: 'unanswered', why: error.message };
        throw error;
      }
    },
  };
};

/** How long an answer may take, in milliseconds. */
const PATIENCE = 60_000;

/** 4xx is the node's own no; but for those of them that say to come again, as 5xx does, which a proxy may say after the act arrived. */
const isFinal = (status: number): boolean => status < 500 && status !== 408 && status !== 425 && status !== 429;

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
