import type { ActForm } from '../act-form.ts';
import { askForHelp, closeHelp, offerHelp } from './group/help.ts';
import { resign } from './group/resign.ts';
import { circulateSummary } from './summary/circulate.ts';
import { correctSummary, withdrawCorrection } from './summary/correct.ts';

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
