import type { Bytes } from '../../base/bytes.ts';
import { parseSshSig } from '../../record/sshsig.ts';

/**
 * Whether a passkey was used on this very site: same scheme, host and port, and not on a neighbour that its relying party's id covers too. Signatures of
 * other kinds know no site. Who verifies a record later knows only the id (docs/RECORD.md), for a conference may move within it.
 */
export const madeAt = (signature: Bytes, origin: string): boolean => {
  const sshsig = parseSshSig(signature);
  if (!sshsig.ok) return false;
  const inner = sshsig.value.signature;
  return inner.algorithm !== 'webauthn-sk-ecdsa-sha2-nistp256@openssh.com' || inner.origin === origin;
};
