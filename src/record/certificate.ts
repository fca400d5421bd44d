import { type Bytes, fromBase64url, hex, utf8 } from '../base/bytes.ts';
import type { ConferenceId, VersionHash } from '../base/ids.ts';
import { sha256 } from '../base/sha256.ts';
import { type Instant, rfc3339 } from '../base/time.ts';
import { type SigningKey, signEd25519 } from './sign-ed25519.ts';
import { armour } from './sshsig.ts';
import type { Files } from './tar.ts';

/** A certified true copy: a file, the host's signature over its bytes, and its signed word on what the file is (docs/RECORD.md, "Certified true copy"). */

/** Of the host's signatures over a file and over what it says of it. */
export const CERTIFICATE_NAMESPACE = 'isonomia-certificate-v1';

/** What a file is a true copy of. */
export interface Certificate {
  readonly conference: ConferenceId;
  /** As the record names it: `texts/3`. */
  readonly document: string;
  /** What its signatures cover, and its proof proves. */
  readonly version: VersionHash;
  /** The last entry of the record as it then stood, and when that was received. */
  readonly entry: number;
  readonly time: Instant;
  /** Of letters, digits, `.` and `-`. */
  readonly name: string;
}

/** The statement, a line for each thing that it says. */
export const certificateText = (
  { conference, document, version, entry, time, name }: Certificate,
  file: Bytes,
): string =>
  [
    'isonomia-certificate-v1',
    `conference ${conference}`,
    `document ${document}`,
    `fingerprint ${hex(fromBase64url(version) ?? new Uint8Array())}`,
    `entry ${entry} ${rfc3339(time)}`,
    `file ${name}`,
    `sha256 ${hex(sha256(file))}`,
    '',
  ].join('\n');

/** All that whoever has the file needs to check it with stock tools. */
export const certify = async (certificate: Certificate, file: Bytes, hostKey: SigningKey): Promise<Files> => {
  const text = utf8(certificateText(certificate, file));
  const signed = async (message: Bytes): Promise<Bytes> =>
    utf8(armour(await signEd25519(hostKey, { message, namespace: CERTIFICATE_NAMESPACE })));
  return new Map([
    [certificate.name, file],
    [`${certificate.name}.sig`, await signed(file)],
    ['certificate.txt', text],
    ['certificate.txt.sig', await signed(text)],
    ['allowed_signers', utf8(`host namespaces="${CERTIFICATE_NAMESPACE}" ${hostKey.publicKey}\n`)],
    ['README.md', utf8(readme(certificate.name))],
  ]);
};

const readme = (name: string): string => `# A certified true copy

\`${name}\` is a true copy of a document of the record that \`certificate.txt\` names, as its host says with its key. Check both signatures:

    ssh-keygen -Y verify -f allowed_signers -I host -n ${CERTIFICATE_NAMESPACE} -s ${name}.sig < ${name}
    ssh-keygen -Y verify -f allowed_signers -I host -n ${CERTIFICATE_NAMESPACE} -s certificate.txt.sig < certificate.txt

The SHA-256 in \`certificate.txt\` is that of the file:

    sha256sum ${name}

\`allowed_signers\` holds the host's key. Compare it with the one that you know of this conference, from its checkpoints or a proof: whoever made a copy of their own would have put their own key here.

That the document was adopted or signed is no word of the host's: the proof bundle of the same document proves it, and the fingerprint in \`certificate.txt\` is the one that the bundle proves. The bundle names no PDF, which is made anew with every correction and in each language; so the two meet in the fingerprint, and in no circle.
`;
