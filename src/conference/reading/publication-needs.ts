import type { OrganisationId } from '../../base/ids.ts';
import type { Instant } from '../../base/time.ts';
import { openDisagreement } from '../../charter/law/disagreement.ts';
import type { Reader } from './reader.ts';

/** What is to be published and lies open to disagreement. */
export interface PublicationNeed {
  readonly kind: 'publication';
  readonly periodical: number;
  /** `null`: whether the periodical is published at all. */
  readonly issue: number | null;
  readonly deadline: Instant;
}

/** What others have put to silence and it has not disagreed with: it stands then. */
export const publicationNeeds = (reader: Reader, id: OrganisationId): readonly PublicationNeed[] =>
  reader.openPuts().flatMap(({ periodical, issue }): readonly PublicationNeed[] => {
    const found = reader.periodical(periodical);
    const put = issue === null ? found : found?.issues[issue - 1];
    const isMine = put === null || put === undefined || put.by === id || openDisagreement(put, id) !== undefined;
    return isMine ? [] : [{ kind: 'publication', periodical, issue, deadline: put.deadline }];
  });
