import type { Matter } from '../../charter/law/matter.ts';
import { matterOfVersion } from '../../charter/purpose/reports.ts';
import type { Report } from '../../charter/purpose/state.ts';
import type { State } from '../../charter/state.ts';

/** What organisations report, as one viewer may see it. */
export interface PurposeReader {
  /** Strangers see of each what its author made public: not the versions before it did, nor what participants say to it. */
  readonly reports: () => readonly Report[];
  readonly report: (number: number) => Report | null;
}

export const createPurposeReader = (state: State, may: (matter: Matter) => boolean): PurposeReader => {
  const seen = (report: Report): Report | null => {
    if (may('report')) return report;
    const versions = report.versions.filter((version) => may(matterOfVersion(version)));
    return versions.length === 0 ? null : { ...report, versions, comments: [] };
  };
  return {
    reports: () => (may('report') ? state.reports : state.reports.flatMap((report) => seen(report) ?? [])),
    report: (number) => {
      const report = state.reports[number - 1];
      return report === undefined ? null : seen(report);
    },
  };
};
