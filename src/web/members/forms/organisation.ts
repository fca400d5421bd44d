import type { ActForm } from '../../act/act-form.ts';
import { appoint, recall, revoke } from './delegates.ts';
import { renew } from './renewal.ts';
import { keyEnrol } from './key-enrol.ts';
import { describe } from './describing.ts';
import { rename } from './naming.ts';
import { disagreeWithRecovery, requestRecovery, withdrawRecoveryDisagreement } from './recovery.ts';
import { vouch, withdrawVoucher } from './vouching.ts';

/** An organisation's names, delegates and keys (chapter 4). */
export const organisationForms: readonly ActForm[] = [
  describe,
  rename,
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
