import type { VersionHash } from '../../base/ids.ts';
import type { Instant } from '../../base/time.ts';
import type { Clause } from '../../text/clause.ts';
import { inPrintedOrder } from '../decisions/signatory-order.ts';
import type { Invited, Statement } from '../decisions/statement-state.ts';
import { type Occasion, rulesInForce } from '../law/charter.ts';
import type { Vouching } from '../members/vouching.ts';
import type { State } from '../state.ts';
import { ownName } from '../names/printed.ts';
import { namedAt } from './final-of.ts';
import type { Named } from './final.ts';

/** A statement as all its forms say it: its page, its print, its files, its answers and its proof. `statement-sheet.ts` sets it. */
export interface FinalStatement extends Occasion {
  readonly number: number;
  readonly title: string;
  readonly clauses: readonly Clause[];
  /** What signatures cover. */
  readonly version: VersionHash;
  /** In printed order. */
  readonly signatories: readonly StatementSigned[];
}

export interface StatementSigned {
  readonly organisation: Named;
  readonly on: Instant;
  readonly withdrawn: { readonly on: Instant; readonly reason: string | null } | null;
  /** Of one that takes no part: who invited it, and how that one says it knows it; `under`: the name that was vouched for, where it signed under none such. */
  readonly invited: { readonly by: Named; readonly vouching: Vouching; readonly under: string | null } | null;
}

/** What an organisation was called when it was invited, where none of the names under its signature says so: whoever invited it vouches for that one. */
export const invitedUnder = (state: State, { id, printed }: Named, { on }: Pick<Invited, 'on'>): string | null => {
  const name = ownName(namedAt(state, id, on).printed);
  return name === '' || printed.some((one) => one.name === name) ? null : name;
};

/** A statement of a conference, as it stands. */
export const finalStatementOf = (state: State, statement: Statement): FinalStatement => {
  const { number, title, event, clauses, lead, calls, hash, invited, signatures } = statement;
  const signed = [...signatures].map(([by, signature]) => ({ by, ...signature }));
  const { order } = rulesInForce(state).signature;
  return {
    number,
    title,
    event,
    clauses,
    lead,
    calls,
    version: hash,
    signatories: inPrintedOrder(signed, order, (id) => state.organisations.get(id)?.country ?? '').map(
      ({ by, printed, on, withdrawn }) => {
        const invitation = invited.get(by);
        return {
          organisation: { id: by, printed },
          on: on.at,
          withdrawn: withdrawn === null ? null : { on: withdrawn.on.at, reason: withdrawn.reason },
          invited:
            invitation === undefined
              ? null
              : {
                  by: namedAt(state, invitation.by, invitation.on),
                  vouching: invitation.vouching,
                  under: invitedUnder(state, { id: by, printed }, invitation),
                },
        };
      },
    ),
  };
};

/** Whose words it is: the names of those who have signed and not withdrawn. Never the conference's (14.2). */
export const letterheadOf = ({ signatories }: Pick<FinalStatement, 'signatories'>): readonly string[] =>
  signatories.flatMap(({ organisation, withdrawn }) => (withdrawn === null ? ownName(organisation.printed) : []));
