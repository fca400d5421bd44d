/**
 * Work of its own for a thread, by the module and the name of the function that does it. Only the thread loads that module; what goes in and comes out is data that can be
 * copied, and the same goes in whenever the same comes out.
 */
export interface Job<In, Out> {
  readonly module: string;
  readonly name: string;
  /** Never there: what goes in and comes out, for the compiler. */
  readonly types?: (input: In) => Out;
}

/** The job that the function `name` of `module` does: `jobOf<typeof write>(new URL('write.ts', import.meta.url), 'write')`. */
export const jobOf = <F extends (input: never) => unknown>(
  module: URL,
  name: string,
): Job<Parameters<F>[0], Awaited<ReturnType<F>>> => ({ module: module.href, name });

/** What a thread is sent, and what it says: serialised, so that whoever sends it counts its bytes. */
export interface Asked {
  readonly module: string;
  readonly name: string;
  readonly input: Uint8Array<ArrayBuffer>;
}

export type Said =
  | { readonly kind: 'answer'; readonly output: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'fault'; readonly fault: unknown };
