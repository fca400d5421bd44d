import type { ActForm } from '../../act/act-form.ts';
import { disagree, withdrawDisagreement } from './admission.ts';
import { apply, reapply, withdraw } from './apply.ts';
import { found, signCharter } from './founding.ts';
import { leave } from './leave.ts';
import { present, withdrawPresentation } from './presenting.ts';

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
