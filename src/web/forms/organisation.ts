import type { ActForm } from '../act-form.ts';
import { appoint, recall, revoke } from './organisation/delegates.ts';
import { renew } from './organisation/renewal.ts';
import { keyEnrol } from './organisation/key-enrol.ts';
import { disagreeWithRecovery, requestRecovery, withdrawRecoveryDisagreement } from './organisation/recovery.ts';
import { vouch, withdrawVoucher } from './organisation/vouching.ts';

/** An organisation's delegates and keys (chapter 4). */
export const organisationForms: readonly ActForm[] = [
  appoint,
  recall,
  renew,
  keyEnrol,
  revoke,
  requestRecovery,
  vouch,
  withdrawVoucher,
  disagreeWithRecovery,
  withdrawRecoveryDisagreement,
];
