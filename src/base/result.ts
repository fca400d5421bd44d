/**
 * The outcome of something that may be refused. A refusal is an ordinary value that the caller must look at; a fault
 * (a broken disk, a bug) is an exception.
 */
export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

export const err = <E>(error: E): { readonly ok: false; readonly error: E } => ({ ok: false, error });

/** The value, unless there is something against it. */
export const unless = <T, E>(against: E | null, value: T): Result<T, E> =>
  against === null ? ok(value) : err(against);

/** Ends a switch over a closed union: does not compile while a case is missing. */
export const unreachable = (value: never): never => {
  throw new TypeError(`Unexpected case: ${JSON.stringify(value)}`);
};
