declare const brand: unique symbol;

/** A `T` that only code which has checked it can make: `Brand<string, 'TextId'>` is no other string. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };

type Primitive = string | number | boolean | bigint | symbol | null | undefined;

/** `T` with every `readonly` taken off, for the one place that owns a value and moves it on. */
export type Mutable<T> = T extends Primitive
  ? T
  : T extends ReadonlyMap<infer K, infer V>
    ? Map<K, Mutable<V>>
    : T extends ReadonlySet<infer V>
      ? Set<V>
      : T extends readonly (infer V)[]
        ? Mutable<V>[]
        : { -readonly [K in keyof T]: Mutable<T[K]> };

/** Hands a value over to the one who owns the state from now on. Nothing is copied: do not keep using the original. */
export const mutable = <T>(value: T): Mutable<T> => value as Mutable<T>;
