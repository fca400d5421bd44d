import type { OrganisationId } from '../../base/ids.ts';
import type { Matter } from '../../charter/law/matter.ts';
import type { Action } from '../../charter/purpose/action-state.ts';
import { matterOfAction, mayEnd } from '../../charter/purpose/actions.ts';
import type { Appeal } from '../../charter/purpose/appeal-state.ts';
import { matterOfAppeal, mayClose } from '../../charter/purpose/appeals.ts';
import { matterOfVersion } from '../../charter/purpose/reports.ts';
import type { Report } from '../../charter/purpose/state.ts';
import type { State } from '../../charter/state.ts';

/** What organisations report, appeal for and do together, as one viewer may see it. */
export interface PurposeReader {
  /** Strangers see of each what its author made public: not the versions before it did, nor what participants say to it. */
  readonly reports: () => readonly Report[];
  readonly report: (number: number) => Report | null;
  /** Strangers see the public ones, and of what was done that which is told to everybody. */
  readonly appeals: () => readonly Appeal[];
  readonly appeal: (number: number) => Appeal | null;
  /** Whether this organisation may close it. */
  readonly mayClose: (appeal: Pick<Appeal, 'by'>, id: OrganisationId) => boolean;
  readonly actions: () => readonly Action[];
  readonly action: (number: number) => Action | null;
  /** Whether this organisation may say that it is over. */
  readonly mayEnd: (action: Pick<Action, 'by'>, id: OrganisationId) => boolean;
}

export const createPurposeReader = (state: State, may: (matter: Matter) => boolean): PurposeReader => {
  const seen = (report: Report): Report | null => {
    if (may('report')) return report;
    const versions = report.versions.filter((version) => may(matterOfVersion(version)));
    return versions.length === 0 ? null : { ...report, versions, comments: [] };
  };
  const seenAppeal = (appeal: Appeal): Appeal | null => {
    if (may('appeal')) return appeal;
    if (!may(matterOfAppeal(appeal))) return null;
    return { ...appeal, help: appeal.help.filter((one) => may(matterOfAppeal(appeal, one))) };
  };
  const seenAction = (action: Action): Action | null => (may(matterOfAction(action)) ? action : null);
  const all = <T>(list: readonly T[], seesAll: boolean, see: (one: T) => T | null): readonly T[] =>
    seesAll ? list : list.flatMap((one) => see(one) ?? []);
  const one = <T>(found: T | undefined, see: (one: T) => T | null): T | null =>
    found === undefined ? null : see(found);
  return {
    appeals: () => all(state.appeals, may('appeal'), seenAppeal),
    appeal: (number) => one(state.appeals[number - 1], seenAppeal),
    mayClose: (appeal, id) => mayClose(state, appeal, id),
    actions: () => all(state.actions, may('action'), seenAction),
    action: (number) => one(state.actions[number - 1], seenAction),
    mayEnd: (action, id) => mayEnd(state, action, id),
    reports: () => all(state.reports, may('report'), seen),
    report: (number) => one(state.reports[number - 1], seen),
  };
};
