import { Failure } from './command.ts';

/** A node, as the command line speaks to it: over its API, like everyone. */
export interface Server {
  /** @throws Failure where there is no such resource, or no such node */
  readonly get: <T>(path: string) => Promise<T>;
  /** The answer, and if it is a refusal, why. @throws Failure where there is no such node */
  readonly post: (
    path: string,
    body: string,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<{ readonly ok: true; readonly answer: unknown } | { readonly ok: false; readonly why: string }>;
}

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
      return await fetch(new URL(path, base), { ...init, redirect: 'error' });
    } catch (error) {
      const { cause } = error as { readonly cause?: Error };
      throw new Failure(`${base.origin} does not answer: ${cause?.message ?? String(error)}`);
    }
  };
  return {
    get: async <T>(path: string) => {
      const answer = await ask(path);
      if (!answer.ok) throw new Failure(whyOf(await problemIn(answer)));
      return (await answer.json()) as T;
    },
    post: async (path, body, headers = {}) => {
      const answer = await ask(path, {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/json', ...headers },
      });
      return answer.ok ? { ok: true, answer: await answer.json() } : { ok: false, why: whyOf(await problemIn(answer)) };
    },
  };
};

const problemIn = async (answer: Response): Promise<Problem> => {
  try {
    return (await answer.json()) as Problem;
  } catch {
    return { title: `The node answered ${answer.status}.` };
  }
};

const whyOf = ({ title, kind, article, field }: Problem): string => {
  const details = [
    article === undefined ? null : `article ${article}`,
    field === undefined || field === '' ? null : `field ${field}`,
    kind ?? null,
  ].filter((detail) => detail !== null);
  return `${title ?? 'The node refused it.'}${details.length > 0 ? ` (${details.join(', ')})` : ''}`;
};
