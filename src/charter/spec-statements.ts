import type { Step } from './spec.ts';
import { act, acting, clauses, profile } from './spec-acts.ts';
import { fakeHash, fakeKey } from './spec-world.ts';
import type { Vouching } from './vouching.ts';

/** Acts of statements, likewise. */

export const vouching: Vouching = { kind: 'mail-domain', domain: 'example.org' };

export const guest = (id: string) => ({ id, ...profile(id), invitation: fakeKey(`invitation ${id}`), vouching });

/** Organisations that the record knows, invited to statement 1. */
export const inviteKnown = (by: string, known: readonly string[], guests: readonly string[] = []): Step =>
  act('statement.invite', by, {
    statement: 1,
    invited: guests.map(guest),
    known: known.map((organisation) => ({ organisation, vouching })),
  });

export const openStatement = (
  by: string,
  guests: readonly string[] = [],
  body: Readonly<Record<string, unknown>> = {},
): Step =>
  act('statement.open', by, {
    title: 'On the flood',
    clauses: clauses('It rained.'),
    calls: ['Help.'],
    invited: guests.map(guest),
    ...body,
  });

export const signStatement = (by: string, statement = 1): Step =>
  acting('statement.sign', by, ({ state }) => ({
    statement,
    version: state.statements[statement - 1]?.hash ?? fakeHash('none'),
  }));
