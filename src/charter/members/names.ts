import { type Mutable, mutable } from '../../base/brand.ts';
import type { OrganisationId } from '../../base/ids.ts';
import type { Article } from '../law/articles.ts';
import type { Charter } from '../law/charter.ts';
import { type Likeness, likenessesOf } from '../names/likeness.ts';
import { isOfTheWhole } from '../names/of-the-whole.ts';
import { hasComeIn } from './organisation-keys.ts';
import { type Printed, isSamePrinted, otherName, ownName } from '../names/printed.ts';
import type { Mark } from '../law/mark.ts';
import type { Refusal } from '../law/refusal.ts';
import type { Organisation } from './organisation-state.ts';
import type { State } from '../state.ts';

/** Nobody passes for another: what one organisation on the record is called no other may be called, nor anything that looks like it. */

/** What an organisation is called: its id, and its name in each script. */
export interface Called {
  readonly id: OrganisationId;
  readonly names: readonly string[];
}

/** Where what is at fault stands in a profile. */
type Place = 'id' | `printed/${number}/name`;

export const calledBy = ({ id, printed }: { readonly id: OrganisationId; readonly printed: Printed }): Called => ({
  id,
  names: printed.map(({ name }) => name),
});

/** As it calls itself now. */
export const calledNow = (organisation: Organisation): Called =>
  calledBy({ id: organisation.id, printed: printedNow(organisation) });

const NONE: Printed = [];

/** How an organisation and its country are printed now. */
export const printedNow = ({ stated }: Pick<Organisation, 'stated'>): Printed => stated.at(-1)?.printed ?? NONE;

/** The same as it was when this happened. */
export const printedAt = ({ stated }: Pick<Organisation, 'stated'>, { index }: Pick<Mark, 'index'>): Printed =>
  (stated.findLast(({ on }) => on.index <= index) ?? stated[0])?.printed ?? NONE;

/** From this entry on an organisation and its country are printed so, and nobody else has its names. */
export const callIt = (
  state: Mutable<State>,
  organisation: Mutable<Organisation>,
  printed: Printed,
  on: Mark,
): void => {
  organisation.name = ownName(printed);
  organisation.gloss = otherName(printed);
  organisation.stated.push({ printed: mutable(printed), on });
  claimNames(state, calledBy({ id: organisation.id, printed }));
};

/** Refused where an organisation would sign under other names than it has stated: nobody prints another's, and nobody an old one by mistake. */
export const notAsStated = (state: State, id: OrganisationId, printed: Printed): Refusal | null => {
  const organisation = state.organisations.get(id);
  return organisation === undefined || isSamePrinted(printed, printedNow(organisation))
    ? null
    : { article: '4.1', kind: 'not-as-stated', field: 'printed' };
};

const NOBODYS = '' as OrganisationId;

/** The conference under its own name, which is no organisation's: nobody signs as if all did. */
export const conferenceItself = ({ name }: { readonly name: string }): Called => ({
  id: NOBODYS,
  names: [name],
});

const waysOf = ({ id, names }: Called): readonly (readonly [Place, string])[] => [
  ['id', id],
  ...names.map((name, i) => [`printed/${i}/name`, name] as const),
];

const likenessesIn = (called: Called): readonly Likeness[] =>
  waysOf(called).flatMap(([, value]) => likenessesOf(value));

/** What a conference is called under its charters, beside which other words may stand in a name of the whole. */
type Calls = Pick<Charter, 'name' | 'title' | 'abbreviation'>;

const everCalled = ({ charter, earlierCharters }: State): readonly Calls[] =>
  [...earlierCharters, ...(charter === null ? [] : [charter])].map((one) => one.charter);

/**
 * Refused where one of these, who come in by one act, is called what another of them or somebody on the record is, or what looks the same, or as if all spoke by it.
 * `fieldOf`: the field of the act that holds what is at fault. `calls`: what the conference was ever called.
 */
export const namesRefusal = (
  state: State,
  article: Article,
  comers: readonly Called[],
  fieldOf: (way: Place, place: number) => string,
  calls: readonly Calls[] = everCalled(state),
): Refusal | null => {
  const own = calls.flatMap(({ name, title, abbreviation }) => [name, title, abbreviation]);
  const among = new Map<Likeness, OrganisationId>();
  for (const [place, comer] of comers.entries()) {
    const isAnothers = (likeness: Likeness): boolean => {
      const bearer = state.likenesses.get(likeness);
      return among.has(likeness) || (bearer !== undefined && bearer !== comer.id && keepsName(state, bearer));
    };
    for (const [way, value] of waysOf(comer)) {
      const isAll = comer.id !== NOBODYS && isOfTheWhole(value, own);
      if (isAll || likenessesOf(value).some(isAnothers))
        return { article, kind: 'alike', field: fieldOf(way, place), value };
    }
    for (const likeness of likenessesIn(comer)) among.set(likeness, comer.id);
  }
  return null;
};

/**
 * Whose name nobody else may have: of whoever takes part or ever did, whatever it applies for since; is presented; or was invited to sign a statement, and came in with a key of its own. An application that
 * came to nothing, or that nobody has presented, leaves the name to others, and so does an invitation that nobody has taken up: neither a stranger takes a name away, nor who invites one so called.
 * The conference itself keeps its own.
 */
const keepsName = (state: State, id: OrganisationId): boolean => {
  const organisation = state.organisations.get(id);
  if (organisation === undefined || organisation.terms.length > 0) return true;
  const { standing } = organisation;
  const isPresented = standing.kind === 'applicant' && standing.period.kind === 'running';
  return standing.kind === 'founder' || isPresented || (state.everInvited.has(id) && hasComeIn(state, id));
};

export const claimNames = (state: Mutable<State>, called: Called): void => {
  for (const likeness of likenessesIn(called)) state.likenesses.set(likeness, called.id);
};
