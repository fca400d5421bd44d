import { type Result, err, ok } from '../../base/result.ts';
import type { Instant } from '../../base/time.ts';
import { localTime } from '../../conference/reading/zones.ts';
import type { Fields } from './fields.ts';
import type { FormProblem } from './problem.ts';
import { zoneTyped } from './zone-typed.ts';

/** Times that are typed as the clocks of a place show them; `parts/time-input.ts` has the controls. */

type FieldProblem = Extract<FormProblem, { readonly kind: 'field' }>;

/** Which of two moments is meant by a time that the clocks show twice: `first` or `second`, in the field of this name. */
export const whichField = (name: string): string => `${name}-which`;

/** The zone that was chosen. `why` of its fault: `not-a-zone`. */
export const readZone = (fields: Fields, name = 'zone'): Result<string, FieldProblem> => {
  const zone = zoneTyped(fields.text(name));
  return zone === null ? err({ kind: 'field', field: name, why: 'not-a-zone' }) : ok(zone);
};

/**
 * The moment at which the clocks of `zone` show what was typed. `why` of its fault: `not-a-time`; `skipped-time`, where the clocks are put forward
 * over it; `repeated-time`, where they are put back and it was not said which of the two is meant.
 */
export const readTime = (fields: Fields, name: string, zone: string): Result<Instant, FieldProblem> => {
  const time = localTime(fields.text(name), zone);
  const fault = (why: string): Result<Instant, FieldProblem> => err({ kind: 'field', field: name, why });
  if (time === null || (time.kind === 'once' && time.at < 0)) return fault('not-a-time');
  switch (time.kind) {
    case 'once':
      return ok(time.at);
    case 'skipped':
      return fault('skipped-time');
    case 'repeated': {
      const which = fields.text(whichField(name));
      return which === 'first' || which === 'second' ? ok(time[which]) : fault('repeated-time');
    }
  }
};
