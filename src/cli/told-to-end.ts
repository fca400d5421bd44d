/** The longest that it may take to end, in milliseconds, whatever still waits for something by then. */
const LONGEST_END = 30_000;

/** Resolves when the process is told to end. From then on it ends, one way or another; the same signal again ends it at once. */
export const toldToEnd = async (): Promise<void> => {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve(undefined));
  await promise;
  setTimeout(() => process.exit(1), LONGEST_END).unref();
};
