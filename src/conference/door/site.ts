import type { SshSig } from '../../record/sshsig.ts';

/**
 * Whether a passkey was used on this very site: same scheme, host and port, and not on a neighbour that its relying party's id covers too. Signatures of
 * other kinds know no site. Who verifies a record later knows only the id (docs/RECORD.md), for a conference may move within it.
 */
export const madeAt = ({ signature }: SshSig, origin: string): boolean =>
  signature.algorithm !== 'webauthn-sk-ecdsa-sha2-nistp256@openssh.com' || signature.origin === origin;
