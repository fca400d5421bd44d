/** Jobs that misbehave, for the tests. */

export const doubled = (n: number): number => 2 * n;

let times = 0;
export const counted = (_input: string): number => (times += 1);

export const forever = (_input: string): never => {
  for (;;);
};

export const heaping = (_input: string): number => {
  const all: unknown[][] = [];
  for (;;) all.push(Array.from({ length: 10_000 }, () => ({})));
};

export const buffering = (_input: string): number => {
  const all: Uint8Array[] = [];
  for (;;) all.push(new Uint8Array(1024 * 1024).fill(1));
};

export const dying = (_input: string): never => {
  process.exit(3);
};

export const throwing = (_input: string): never => {
  throw new RangeError('Not this');
};

export const large = (length: number): string => 'x'.repeat(length);
