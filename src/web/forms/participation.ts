import type { ActForm } from '../act-form.ts';
import { disagree, withdrawDisagreement } from './participation/admission.ts';
import { apply, reapply, withdraw } from './participation/apply.ts';
import { found, signCharter } from './participation/founding.ts';
import { leave } from './participation/leave.ts';
import { present, withdrawPresentation } from './participation/presenting.ts';

/** Founding a conference, and taking part in it (chapters 2 and 13). */
export const participationForms: readonly ActForm[] = [
  found,
  signCharter,
  apply,
  reapply,
  withdraw,
  present,
  withdrawPresentation,
  disagree,
  withdrawDisagreement,
  leave,
];
