import type { Mutable } from '../../base/brand.ts';
import type { OrganisationId } from '../../base/ids.ts';
import type { Article } from '../law/articles.ts';
import { type Likeness, likenessesOf } from '../names/likeness.ts';
import { hasComeIn } from './organisation-keys.ts';
import type { Refusal } from '../law/refusal.ts';
import type { Organisation } from './organisation-state.ts';
import type { State } from '../state.ts';

/** Nobody passes for another: what one organisation on the record is called no other may be called, nor anything that looks like it. */

/** What an organisation is called: its id, its name in its own script, and the name as others may read it. */
type Called = Pick<Organisation, 'id' | 'name' | 'gloss'>;

/** The conference under its own name, which is no organisation's: nobody signs as if all did. */
export const conferenceItself = ({ name }: { readonly name: string }): Called => ({
  id: '' as OrganisationId,
  name,
  gloss: null,
});

const WAYS = ['id', 'name', 'gloss'] as const;

const likenessesIn = (called: Called): readonly Likeness[] =>
  WAYS.flatMap((way) => (called[way] === null ? [] : likenessesOf(called[way])));

/**
 * Refused where one of these, who come in by one act, is called what another of them or somebody on the record is, or what looks the same.
 * `fieldOf`: the field of the act that holds what is at fault.
 */
export const namesRefusal = (
  state: State,
  article: Article,
  comers: readonly Called[],
  fieldOf: (way: (typeof WAYS)[number], place: number) => string,
): Refusal | null => {
  const among = new Map<Likeness, OrganisationId>();
  for (const [place, comer] of comers.entries()) {
    const isAnothers = (likeness: Likeness): boolean => {
      const bearer = state.likenesses.get(likeness);
      return among.has(likeness) || (bearer !== undefined && bearer !== comer.id && keepsName(state, bearer));
    };
    for (const way of WAYS) {
      const value = comer[way];
      if (value !== null && likenessesOf(value).some(isAnothers))
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
