import type { Server } from 'node:http';
import type { OnFault } from '../conference/about.ts';

/**
 * The last net, once a node is open: a fault that nobody caught is written down, and the node goes on. What it keeps is safe from such a fault: each state is moved on in one
 * place, which reads its record again after a fault (decision 32).
 */
export const guardProcess = (server: Server, onFault: OnFault): (() => void) => {
  const caught = (fault: unknown): void => onFault(fault);
  server.on('error', caught);
  process.on('uncaughtException', caught);
  process.on('unhandledRejection', caught);
  return () => {
    process.off('uncaughtException', caught);
    process.off('unhandledRejection', caught);
  };
};
