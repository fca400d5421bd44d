import type { Context } from 'hono';
import type { z } from 'zod';
import type { Bundles } from '../conference/archive/bundle.ts';
import type { CommonTexts } from '../conference/work/common-texts.ts';
import type { Limits } from '../conference/door/limits.ts';
import type { Clock } from '../conference/ports.ts';
import type { SignIn } from '../conference/door/sign-in.ts';
import type { Search } from '../conference/search/search.ts';
import type { FoundingGate, Host } from '../conference/types.ts';

/** What the API works with. */
export interface ApiDeps {
  readonly host: Host;
  readonly signIn: SignIn;
  readonly clock: Clock;
  readonly limits: Limits;
  readonly founding: FoundingGate;
  readonly bundles: Bundles;
  readonly commonTexts: CommonTexts;
  readonly search: Pick<Search, 'find'>;
  readonly config: ApiConfig;
  /** Told of a fault: an exception that is no answer to the caller. */
  readonly onFault: (fault: unknown) => void;
}

export interface ApiConfig {
  /** The public address of this installation, without a slash at the end. */
  readonly origin: string;
  /** How many proxies stand before this node and say in `X-Forwarded-For` whom they speak for. */
  readonly proxies: number;
  readonly version: string;
}

export type Method = 'get' | 'post' | 'delete';

/** One kind of answer that a route gives, for the description of the API. */
export interface Answer {
  readonly says: string;
  /** `application/json` where not given; `null`: no body. */
  readonly type?: string | null;
  /** The shape of a JSON body. */
  readonly schema?: z.ZodType;
  readonly headers?: Readonly<Record<string, string>>;
}

export type Handler = (c: Context, deps: ApiDeps) => Response | Promise<Response>;

/** One method of one resource: what it does, and how it is described. The description of the API is made of these alone. */
export interface Route {
  readonly method: Method;
  /** With parameters in braces, as OpenAPI writes it. */
  readonly path: string;
  /** Where a parameter holds slashes: the path as the router matches it. */
  readonly pattern?: string;
  readonly id: string;
  readonly summary: string;
  readonly tag: 'acts' | 'reading' | 'record' | 'signing in' | 'service';
  /** What one address may ask for of it and of those like it. */
  readonly limit: 'reads' | 'attempts' | 'actsByAddress';
  readonly query?: Readonly<Record<string, { readonly says: string; readonly schema: z.ZodType }>>;
  readonly headers?: Readonly<Record<string, { readonly says: string }>>;
  /** What may be sent, by media type. */
  readonly takes?: Readonly<Record<string, z.ZodType>>;
  readonly answers: Readonly<Record<number, Answer>>;
  /** The statuses of problems that this route may answer besides those that every route may. */
  readonly problems: readonly number[];
  readonly handle: Handler;
}

/** The path as Hono matches it. */
export const patternOf = ({ path, pattern }: Pick<Route, 'path' | 'pattern'>): string =>
  pattern ?? path.replaceAll(/\{([a-z]+)\}/gu, ':$1');

/** The names of the parameters in a path. */
export const parametersOf = (path: string): readonly string[] =>
  [...path.matchAll(/\{([a-z]+)\}/gu)].map(([, name = '']) => name);
