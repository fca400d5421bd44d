import type { OrganisationId } from '../../../base/ids.ts';
import { unreachable } from '../../../base/result.ts';
import { applicationOf } from '../../../charter/members/admission.ts';
import type { GuestNeed } from '../../../conference/reading/guest-needs.ts';
import type { RequestNeed } from '../../../conference/reading/request-needs.ts';
import type { Context } from '../../kit/context.ts';
import type { NeedRow } from '../../kit/need-row.ts';
import { dayText, fewText, nameOf } from '../../kit/words.ts';

/** What applicants and those who have lost their keys ask of the participants, and what waits for whoever takes no part, in words. */
export const requestNeedRow = (context: Context, need: RequestNeed | GuestNeed): NeedRow => {
  const words = context.t.workspace.needs;
  const { base, reader } = context;
  switch (need.kind) {
    case 'application': {
      const { application } = words;
      const disagreeing =
        applicationIn(context, need.organisation)?.disagreements.filter((d) => d.withdrawn === null).length ?? 0;
      return {
        what: application.what(nameOf(context, need.organisation)),
        why: application.why(dayText(context, need.deadline), disagreeing),
        act: application.act,
        href: `${base}/participants/${need.organisation}`,
        second: true,
      };
    }
    case 'recovery':
      return {
        what: words.recovery.what(nameOf(context, need.organisation)),
        why: words.recovery.why(dayText(context, need.deadline)),
        act: words.recovery.act,
        href: `${base}/participants#recoveries`,
        second: true,
      };
    case 'own-keys':
      return {
        what: words['own-keys'].what(need.requests),
        why: words['own-keys'].why(need.deadline === null ? null : dayText(context, need.deadline)),
        act: words['own-keys'].act,
        href: `${base}/participants#recoveries`,
      };
    case 'be-presented':
      return {
        what: words['be-presented'].what,
        why: words['be-presented'].why(need.more, dayText(context, need.deadline)),
        act: words['be-presented'].act,
        href: `${base}/participants/${need.organisation}`,
        second: true,
      };
    case 'sign-statement':
      return {
        what: words['sign-statement'].what(reader.statement(need.statement)?.title ?? ''),
        why: words['sign-statement'].why,
        act: words['sign-statement'].act,
        href: `${base}/statements/${need.statement}`,
      };
    case 'unpresented':
      return {
        what: words.unpresented.what(need.applications),
        why: words.unpresented.why,
        act: words.unpresented.act,
        href: `${base}/participants#waiting`,
        second: true,
      };
    case 'unvouched': {
      return {
        what: words.unvouched.what(need.requests),
        why: words.unvouched.why(fewText(context, need.organisations, (id) => nameOf(context, id))),
        act: words.unvouched.act,
        href: `${base}/participants#asked`,
        second: true,
      };
    }
    default:
      return unreachable(need);
  }
};

const applicationIn = ({ reader }: Context, id: OrganisationId) => {
  const organisation = reader.organisation(id);
  return organisation === null ? undefined : applicationOf(organisation);
};
