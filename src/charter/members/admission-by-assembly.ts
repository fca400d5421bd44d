import type { Mutable } from '../../base/brand.ts';
import type { ActHash, OrganisationId } from '../../base/ids.ts';
import { rulesInForce } from '../law/charter.ts';
import { isContested } from '../law/disagreement.ts';
import type { Mark } from '../law/mark.ts';
import type { Refusal } from '../law/refusal.ts';
import type { State } from '../state.ts';
import { closeApplication, dropApplicationDeadline, openApplicationOf } from './admission.ts';

/** Article 2.3 where the rules let an assembly in which nobody disagrees admit at once. */

interface Asked {
  readonly organisation: OrganisationId;
  readonly application: ActHash;
}

/** Why an assembly cannot admit this applicant at once: the rules do not say so, too few present it, or somebody has disagreed, present or not. */
export const admissionRefusal = (state: State, { organisation: id, application: asked }: Asked): Refusal | null => {
  if (!rulesInForce(state).participation.byAssembly) return { article: '2.3', kind: 'rules-otherwise' };
  const found = openApplicationOf(state, id);
  if (!found.ok) return found.error;
  const { application, period } = found.value;
  if (application.act !== asked)
    return { article: '2.3', kind: 'superseded', field: 'application', current: application.act };
  if (period.kind !== 'running') return { article: '2.3', kind: 'unknown', thing: 'presentation', ref: id };
  return isContested(application) ? { article: '2.3', kind: 'already', what: 'contested' } : null;
};

/** The assembly has admitted it: nobody there disagreed, and nobody else had. Answers whether it takes part now. */
export const admitNow = (state: Mutable<State>, asked: Asked, on: Mark): boolean => {
  if (admissionRefusal(state, asked) !== null) return false;
  dropApplicationDeadline(state, asked.organisation);
  return closeApplication(state, asked.organisation, on);
};
