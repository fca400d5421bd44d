import type { Server, ServerResponse } from 'node:http';

/** Ends a server without cutting anybody. */
export interface Ending {
  /**
   * Takes no further connections and resolves when the last is gone. Whoever asks on one that is open is answered, and told that it closes; what is not answered after `grace` milliseconds is cut.
   */
  readonly end: (grace: number) => Promise<void>;
}

/** Before the server has taken its first request. */
export const createEnding = (server: Server): Ending => {
  const open = new Set<ServerResponse>();
  let ending = false;
  const lastOf = (response: ServerResponse): void => {
    // RFC 9112, section 9.6: after this answer there is no other on the connection.
    if (!response.headersSent) response.shouldKeepAlive = false;
  };
  server.prependListener('request', (_request, response: ServerResponse) => {
    open.add(response);
    response.once('close', () => open.delete(response));
    if (ending) lastOf(response);
  });
  return {
    end: async (grace) => {
      ending = true;
      for (const response of open) lastOf(response);
      // Whoever has come by now is let in: what only the kernel knows of when a port is given up, is cut.
      await turn();
      await turn();
      const { promise, resolve } = Promise.withResolvers<undefined>();
      server.close(() => resolve(undefined));
      server.closeIdleConnections();
      const timer = setTimeout(() => server.closeAllConnections(), grace);
      await promise;
      clearTimeout(timer);
    },
  };
};

const turn = async (): Promise<void> => {
  const { promise, resolve } = Promise.withResolvers<void>();
  setImmediate(resolve);
  await promise;
};
