import type { Mutable } from '../../base/brand.ts';
import type { OrganisationId } from '../../base/ids.ts';
import type { Mark } from '../law/mark.ts';
import type { Refusal } from '../law/refusal.ts';
import { callIt } from '../members/names.ts';
import { type Likeness, likenessesOf } from '../names/likeness.ts';
import type { Printed } from '../names/printed.ts';
import type { State } from '../state.ts';

interface Names {
  readonly state: Mutable<State>;
  /** Whose signatures print what names. */
  readonly printed: Map<Likeness, OrganisationId>;
}

/**
 * A signature says how its maker is printed: that is this organisation’s word, as good as an act by which it had said so before. Asked here is that nobody prints the name of another whose
 * signature stands in the proof, or the conference’s. Whose names they are besides follows from the whole record.
 */
export const takePrinted = (
  { state, printed }: Names,
  id: OrganisationId,
  names: Printed,
  on: Mark,
): Refusal | null => {
  const organisation = state.organisations.get(id);
  if (organisation === undefined) return null;
  for (const [i, { name }] of names.entries())
    if (
      likenessesOf(name).some(
        (likeness) => (printed.get(likeness) ?? id) !== id || state.likenesses.get(likeness) === '',
      )
    )
      return { article: '4.1', kind: 'alike', field: `printed/${i}/name`, value: name };
  for (const called of [id, ...names.map(({ name }) => name)])
    for (const likeness of likenessesOf(called)) printed.set(likeness, id);
  callIt(state, organisation, names, on);
  return null;
};
