/** What the node's server grants a connection; times in milliseconds. */
export const CONNECTIONS = {
  /** The most at once: more than there are places for listeners. */
  inAll: 16_000,
  /** How long a caller may take to send the head of a request, and the whole. */
  headersTimeout: 20_000,
  requestTimeout: 120_000,
  /** How long one may stand still: whose other end reads nothing would hold its answer for ever. Live events say something more often. */
  silence: 60_000,
} as const;
