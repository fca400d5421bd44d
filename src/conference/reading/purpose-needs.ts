import type { OrganisationId } from '../../base/ids.ts';
import { DAY, type Instant, after, startOf } from '../../base/time.ts';
import type { Reader } from './reader.ts';

/** An appeal that is open and that none of its delegates has been shown. Once it was, nothing more is asked: nobody owes an answer. */
export interface PurposeNeed {
  readonly kind: 'appeal';
  readonly appeal: number;
  readonly deadline: Instant | null;
}

export const purposeNeeds = (reader: Reader, id: OrganisationId): readonly PurposeNeed[] =>
  reader.owed(id).unopened.flatMap((number) => {
    const what = reader.circulation(number)?.what;
    const appeal = what?.kind === 'appeal' ? reader.appeal(what.appeal) : null;
    if (appeal?.closed !== null) return [];
    const deadline = appeal.until === null ? null : after(startOf(appeal.until), DAY);
    return [{ kind: 'appeal', appeal: appeal.number, deadline } as const];
  });
