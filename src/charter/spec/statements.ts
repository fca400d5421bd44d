import { type Step, all } from './spec.ts';
import { act, acting, clauses } from './acts.ts';
import { profile, statedBy } from './names.ts';
import { fakeHash, fakeKey } from './world.ts';
import type { Day } from '../../base/time.ts';
import type { Vouching } from '../members/vouching.ts';

/** Acts of statements, likewise. */

/** What statements in tests are about. */
export const EVENT = { name: 'The flood', on: '2026-01-01' as Day } as const;

export const vouching: Vouching = { kind: 'mail-domain', domain: 'example.org' };

/** One that is new to the record, invited to the newest statement. */
export const inviteGuest = (by: string, id: string, fields: Readonly<Record<string, unknown>> = {}): Step =>
  acting('statement.invite', by, ({ state }) => ({
    statement: Math.max(1, state.statements.length),
    organisation: id,
    newcomer: { invitation: fakeKey(`invitation ${id}`), ...profile(id, fields) },
    vouching,
  }));

/** One that the record knows, invited to this statement. */
export const inviteKnown = (by: string, organisation: string, statement = 1): Step =>
  act('statement.invite', by, { statement, organisation, newcomer: null, vouching });

/** Opens a statement, and invites each of these to it. */
export const openStatement = (
  by: string,
  guests: readonly string[] = [],
  body: Readonly<Record<string, unknown>> = {},
): Step =>
  all(
    act('statement.open', by, {
      title: 'On the flood',
      event: EVENT,
      clauses: clauses('It rained.'),
      lead: null,
      calls: ['Help.'],
      ...body,
    }),
    ...guests.map((id) => inviteGuest(by, id)),
  );

export const signStatement = (by: string, statement = 1): Step =>
  acting('statement.sign', by, ({ state }) => ({
    statement,
    printed: statedBy(state, by),
    version: state.statements[statement - 1]?.hash ?? fakeHash('none'),
  }));

export const withdrawStatement = (by: string, reason: string | null = null, statement = 1): Step =>
  act('statement.withdraw', by, { statement, reason });
