import { unreachable } from '../../base/result.ts';
import type { Organisation, Standing } from '../../charter/members/organisation-state.ts';

/** One that signed and wants to take part, or wanted to, to those who may not know: that it does not, or no longer does. */
export const withoutApplications = ({ standing, accepted, terms }: Organisation): Partial<Organisation> => {
  const hidden = { applications: [], standing, accepted };
  switch (standing.kind) {
    case 'founder':
    case 'participant':
    case 'former':
    case 'outside':
      return hidden;
    case 'applicant':
    case 'not-admitted':
    case 'lapsed':
    case 'withdrawn': {
      const { since, left } = terms.at(-1) ?? { left: null };
      const before: Standing =
        since === undefined || left === null ? { kind: 'outside' } : { kind: 'former', since, left };
      return { ...hidden, standing: before, accepted: null };
    }
    default:
      return unreachable(standing);
  }
};
