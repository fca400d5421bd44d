import type { ActForm } from '../../act/act-form.ts';
import { askForHelp, closeHelp, offerHelp } from './help.ts';
import { resign } from './resign.ts';
import { circulateSummary } from '../../meetings/forms/summary-circulate.ts';
import { correctSummary, withdrawCorrection } from '../../meetings/forms/summary-correct.ts';

/** Chapter 9, and what the group and others write down of meetings. */
export const groupForms: readonly ActForm[] = [
  resign,
  askForHelp,
  offerHelp,
  closeHelp,
  circulateSummary,
  correctSummary,
  withdrawCorrection,
];
