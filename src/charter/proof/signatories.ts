import type { OrganisationId } from '../../base/ids.ts';
import type { Mark } from '../law/mark.ts';
import type { Invited } from '../decisions/statement-state.ts';
import { foundersOf } from '../final/founding.ts';
import { namedAt } from '../final/final-of.ts';
import type { Named } from '../final/final.ts';
import { invitedUnder } from '../final/statement.ts';
import type { State } from '../state.ts';
import type { Rider } from '../texts/state.ts';
import type { Vouching } from '../members/vouching.ts';
import type { Roll } from './roll.ts';
import type { Subject } from './subject.ts';

/** An organisation that signed, and what of it. */
export interface Signatory {
  readonly organisation: Named;
  /** Outside: it was invited to sign as one that takes no part in the conference. */
  readonly as:
    | { readonly kind: 'participant' }
    | {
        readonly kind: 'outside';
        readonly invitedBy: Named;
        readonly vouching: Vouching;
        /** As far as the proof shows it: the name that was vouched for, where it signed under none such. */
        readonly under: string | null;
      };
  /** On whose word its keys are its own; nobody's: it founded the conference itself. */
  readonly wordOf: readonly OrganisationId[];
  readonly on: Mark;
  /** The clauses that it signed; `null`: the whole. */
  readonly clauses: readonly string[] | null;
  readonly riders: readonly Rider[];
  /** Given ad referendum, and not confirmed by what the proof holds. */
  readonly provisional: boolean;
  readonly confirmed: Mark | null;
  /** `reason`: `null` where none is given. */
  readonly withdrawn: { readonly on: Mark; readonly reason: string | null } | null;
}

/** Everyone who signed, in the order of signing; one that withdrew stands there, too. */
export const signatoriesOf = ({ state, words }: Roll, { kind, number }: Subject): readonly Signatory[] =>
  (kind === 'text' ? ofText(state, number) : kind === 'statement' ? ofStatement(state, number) : ofCharter(state)).map(
    (signatory) => ({
      ...signatory,
      wordOf: [...(words.get(signatory.organisation.id) ?? [])],
    }),
  );

type Unvouched = Omit<Signatory, 'wordOf'>;

const ofText = (state: State, number: number): readonly Unvouched[] =>
  [...(state.texts[number - 1]?.signatures.values() ?? [])].map((signature) => ({
    organisation: { id: signature.by, printed: signature.printed },
    as: { kind: 'participant' },
    on: signature.on,
    clauses: signature.clauses,
    riders: signature.riders,
    provisional: signature.referendum !== null && signature.referendum.confirmed === null,
    confirmed: signature.referendum?.confirmed ?? null,
    withdrawn: signature.withdrawn,
  }));

const ofStatement = (state: State, number: number): readonly Unvouched[] => {
  const statement = state.statements[number - 1];
  return [...(statement?.signatures ?? [])].map(([id, { on, printed, withdrawn }]) => ({
    organisation: { id, printed },
    as: invitedAs(state, { id, printed }, statement?.invited.get(id)),
    on,
    clauses: null,
    riders: [],
    provisional: false,
    confirmed: null,
    withdrawn,
  }));
};

const ofCharter = (state: State): readonly Unvouched[] =>
  foundersOf(state).map(({ by, printed, on }) => ({
    organisation: { id: by, printed },
    as: { kind: 'participant' },
    on,
    clauses: null,
    riders: [],
    provisional: false,
    confirmed: null,
    withdrawn: null,
  }));

/** One that was invited speaks from outside, whatever it is to the conference besides. */
const invitedAs = (state: State, organisation: Named, invited: Invited | undefined): Signatory['as'] =>
  invited === undefined
    ? { kind: 'participant' }
    : {
        kind: 'outside',
        invitedBy: namedAt(state, invited.by, invited.on),
        vouching: invited.vouching,
        under: invitedUnder(state, organisation, invited),
      };
