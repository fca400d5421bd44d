import type { ActForm } from '../../act/act-form.ts';
import * as help from './help.ts';
import { resign } from './resign.ts';
import { circulateSummary } from '../../meetings/forms/summary-circulate.ts';
import { correctSummary, withdrawCorrection } from '../../meetings/forms/summary-correct.ts';

/** Chapter 9, and what the group and others write down of meetings. */
export const groupForms: readonly ActForm[] = [
  resign,
  ...Object.values(help),
  circulateSummary,
  correctSummary,
  withdrawCorrection,
];
