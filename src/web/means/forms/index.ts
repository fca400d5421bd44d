import type { ActForm } from '../../act/act-form.ts';
import * as accounts from './accounts.ts';
import { auditPeriod } from './audit.ts';
import { proposeExpense, withdrawExpense } from './expenses.ts';
import { makePledge, withdrawPledge } from './pledges.ts';
import { closePeriod } from './period.ts';
import { record } from './record.ts';
import { reverse } from './reverse.ts';

/** Chapter 12: the conference's books. */
export const meansForms: readonly ActForm[] = [
  ...Object.values(accounts),
  record,
  reverse,
  closePeriod,
  auditPeriod,
  makePledge,
  withdrawPledge,
  proposeExpense,
  withdrawExpense,
];
