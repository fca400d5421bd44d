import { pick } from './move-cast.test.ts';
import { statedBy } from './names.ts';
import { type Made, type Scene, wording } from './move-scene.test.ts';
import { EVENT } from './statements.ts';

/** Makes acts that open a statement, sign it, and withdraw that, and the host's word that observations were shown, out of random moves. */
export const STATEMENT_ACTS = {
  'statement.open': ({ move: { how } }) => ({
    body: { title: `Statement ${how}`, event: EVENT, clauses: wording(how), lead: null, calls: ['Help.'] },
  }),
  'statement.sign': ({ world, someone, charter, move: { how } }) => {
    const opened = pick(world.state.statements, how);
    const printed = statedBy(world.state, someone);
    return { body: { statement: opened?.number ?? 1, printed, version: opened?.hash ?? charter } };
  },
  'statement.withdraw': ({ world, someone, move: { how, apt } }) => {
    const opened = pick(world.state.statements, how);
    const signed = [...(opened?.signatures.keys() ?? [])];
    const by = apt ? (pick(signed, how) ?? someone) : someone;
    return { by, body: { statement: opened?.number ?? 1, reason: how % 2 === 0 ? null : 'No more.' } };
  },
  'host.shown': ({ world, other, move: { how } }) => ({
    body: { organisation: other, observations: [1 + (how % Math.max(1, world.state.observations.length))] },
  }),
} as const satisfies Readonly<Record<string, (scene: Scene) => Made>>;
