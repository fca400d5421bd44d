declare const brand: unique symbol;

/** A `T` that only code which has checked it can make: `Brand<string, 'TextId'>` is no other string. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };

type Primitive = string | number | boolean | bigint | symbol | null | undefined;

/** `T` with every `readonly` taken off, for the one place that owns a value and moves it on. */
export type Draft<T> = T extends Primitive
  ? T
  : T extends ReadonlyMap<infer K, infer V>
    ? Map<K, Draft<V>>
    : T extends ReadonlySet<infer V>
      ? Set<V>
      : T extends readonly (infer V)[]
        ? Draft<V>[]
        : { -readonly [K in keyof T]: Draft<T[K]> };

/** Hands a value over to the one who owns the state from now on. Nothing is copied: do not keep using the original. */
export const draft = <T>(value: T): Draft<T> => value as Draft<T>;
