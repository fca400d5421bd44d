import { type RequestListener, type Server, createServer } from 'node:http';
import { callerAt } from '../conference/door/limits.ts';

/** What the node's server grants a connection; times in milliseconds. */
export const CONNECTIONS = {
  /** The most at once: more than there are places for listeners. */
  inAll: 16_000,
  /** How many may wait to be taken: where there is no place, whoever comes is only heard when trying again, a second later or more. */
  waiting: 4096,
  /** How many times over one address could take what is left: so many addresses leave a third of all to others. */
  share: 64,
  /** What an address may have however few are left. */
  least: 8,
  /** How long a caller may take to send the head of a request, and the whole. */
  headersTimeout: 20_000,
  requestTimeout: 120_000,
  /** How often that is looked after. */
  connectionsCheckingInterval: 5000,
  /** How long one may stand still: whose other end reads nothing would hold its answer for ever. Live events say something more often. */
  silence: 60_000,
} as const;

/** A server that grants so much; whoever sends too slowly, or stands still, is cut. */
export const boundedServer = (
  answer: RequestListener,
  bounds: Omit<{ readonly [K in keyof typeof CONNECTIONS]: number }, 'share' | 'least' | 'waiting'> = CONNECTIONS,
): Server => {
  const { inAll, silence, ...times } = bounds;
  const server = createServer(times, answer);
  server.maxConnections = inAll;
  server.timeout = silence;
  return server;
};

/** How many one address may have while so many are there. */
export const mostFrom = (there: number): number =>
  Math.max(CONNECTIONS.least, Math.floor((CONNECTIONS.inAll - there) / CONNECTIONS.share));

/** Cuts what one address opens beyond its share. Behind a proxy everybody comes from one address, and sharing is the proxy's part. */
export const shareConnections = (server: Server): void => {
  const counts = new Map<string, number>();
  let there = 0;
  server.on('connection', (socket) => {
    const from = callerAt(socket.remoteAddress ?? '');
    const own = counts.get(from) ?? 0;
    if (own >= mostFrom(there)) {
      socket.destroy();
      return;
    }
    counts.set(from, own + 1);
    there += 1;
    socket.once('close', () => {
      there -= 1;
      const left = (counts.get(from) ?? 1) - 1;
      if (left > 0) counts.set(from, left);
      else counts.delete(from);
    });
  });
};
