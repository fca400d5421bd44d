import type { OrganisationId } from '../../../base/ids.ts';
import { rfc3339 } from '../../../base/time.ts';
import type { Signed } from '../../../charter/final/final.ts';
import { ownCountry, ownName } from '../../../charter/names/printed.ts';
import type { Condition, Position } from '../../../charter/texts/position-state.ts';
import type { Text } from '../../../charter/texts/state.ts';
import { present } from '../../../charter/texts/texts.ts';
import { numbering } from '../../../text/numbering.ts';
import type { Context } from '../../kit/context.ts';
import type { Table } from '../../kit/csv.ts';
import { nameOf } from '../../kit/words.ts';
import type { Finished, FinishedKind } from './finished.ts';

/** Who signed a finished text, and who says what of one that is negotiated, as tables for spreadsheets. */

interface SignatureRow extends Signed {
  readonly document: string;
  /** The number of each clause that has one. */
  readonly numbers: ReadonlyMap<string, string>;
}

const yes = (holds: boolean): string => (holds ? 'yes' : 'no');
const time = (at: number | null): string => (at === null ? '' : rfc3339(at as Signed['on']));

export const SIGNATURES: Table<'signatures', SignatureRow> = {
  name: 'signatures',
  columns: {
    document: ({ document }) => document,
    organisation: ({ organisation }) => organisation.id,
    name: ({ organisation }) => ownName(organisation.printed),
    country: ({ organisation }) => ownCountry(organisation.printed),
    other_names: ({ organisation }) =>
      organisation.printed
        .slice(1)
        .map(({ name, country }) => `${name} (${country})`)
        .join('; '),
    signed: ({ on }) => time(on),
    whole: ({ clauses }) => yes(clauses === null),
    clauses: ({ clauses, numbers }) => (clauses ?? []).map((id) => numbers.get(id) ?? id).join('; '),
    accession: ({ accession }) => yes(accession),
    ad_referendum: ({ referendum }) => yes(referendum !== null),
    confirmed: ({ referendum }) => time(referendum?.confirmed ?? null),
    withdrawn: ({ withdrawn }) => time(withdrawn),
    said_beside: ({ riders }) => riders.map(({ kind, words }) => `${kind}: ${words}`).join('\n\n'),
  },
};

/** In printed order; `null`: there are no signatures of it here. */
export const signatureRows = ({ sheet, at, is }: Finished): readonly SignatureRow[] | null => {
  if (is.kind === 'archived') return null;
  const numbers = new Map([...numbering(sheet.clauses)].filter(([, number]) => number !== ''));
  return signedOf(is).map((one) => ({ ...one, document: at, numbers }));
};

const signedOf = (is: FinishedKind): readonly Signed[] => {
  if (is.kind !== 'statement') return is.final.signatories;
  return is.final.signatories.map(({ organisation, on, withdrawn }) => ({
    organisation,
    on,
    withdrawn: withdrawn?.on ?? null,
    clauses: null,
    riders: [],
    accession: false,
    referendum: null,
  }));
};

interface PositionRow extends Position {
  readonly text: number;
  readonly name: string;
  readonly number: string;
}

export const POSITIONS: Table<'positions', PositionRow> = {
  name: 'positions',
  columns: {
    text: ({ text }) => `${text}`,
    on: ({ on }) => on.kind,
    which: ({ on }) => (on.kind === 'whole' ? '' : on.kind === 'clause' ? on.clause : `${on.amendment}`),
    number: ({ number }) => number,
    organisation: ({ by }) => by,
    name: ({ name }) => name,
    stand: ({ stand }) => stand ?? '',
    conditions: ({ conditions }) => conditions.map(conditionText).join('; '),
    reason: ({ reason }) => reason ?? '',
    revision: ({ revision }) => `${revision}`,
    said: ({ mark }) => time(mark.at),
  },
};

const conditionText = (condition: Condition): string => {
  switch (condition.kind) {
    case 'stays':
    case 'goes':
      return `${condition.kind} ${condition.clause}`;
    case 'with':
    case 'without':
      return `${condition.kind} amendment ${condition.amendment}`;
    case 'words':
      return `${condition.clause} says: ${condition.words}`;
  }
};

/** How many positions are held on a text. */
export const positionCount = ({ standing }: Pick<Text, 'standing'>): number =>
  [...standing.values()].reduce((sum, held) => sum + held.size, 0);

/** The positions that are held, target by target. */
export const positionRows = (context: Context, text: Text): readonly PositionRow[] => {
  const numbers = numbering(present(text).clauses);
  const names = new Map<OrganisationId, string>();
  const named = (id: OrganisationId): string => {
    const known = names.get(id) ?? nameOf(context, id);
    names.set(id, known);
    return known;
  };
  return [...text.standing.values()].flatMap((held) =>
    Array.from(held.values(), (position) => ({
      ...position,
      text: text.number,
      name: named(position.by),
      number: position.on.kind === 'clause' ? (numbers.get(position.on.clause) ?? '') : '',
    })),
  );
};
