import { createWorld } from '../../src/charter/spec/world.ts';
import { generateHostKey } from '../../src/conference/host-key.ts';
import { startWorld } from './world-node.ts';
import { ADA, STRANGER, worst } from './worst-conference.ts';

export { SLUG } from './world-node.ts';

/** A whole node in this process, with the worst conference that the limits allow. */

export type WorstNode = Awaited<ReturnType<typeof startWorst>>;

export const startWorst = async () => {
  const hostKey = generateHostKey();
  const world = createWorld();
  const refusal = worst(hostKey.publicKey)(world);
  if (refusal !== null) throw new TypeError(`The worst is not allowed: ${JSON.stringify(refusal)}`);
  const { cookieOf, ...node } = await startWorld(world, hostKey);
  const cookies = { 'a member': cookieOf(ADA), 'an applicant': cookieOf(STRANGER), 'the public': null };
  return { ...node, cookies };
};
