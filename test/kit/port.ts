import { once } from 'node:events';
import { type RequestListener, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A free port of this machine, as `http://localhost:PORT`, known before there is anything to answer there. */
export interface Port {
  /** Without a slash at the end. */
  readonly origin: string;
  readonly answerWith: (listener: RequestListener) => void;
  /** Cuts every connection. */
  readonly close: () => Promise<void>;
}

export const listenAnywhere = async (): Promise<Port> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    answerWith: (listener) => void server.on('request', listener),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
