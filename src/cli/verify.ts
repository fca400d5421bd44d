import { type Printed, otherName, ownCountry, ownName } from '../charter/names/printed.ts';
import { resolve } from 'node:path';
import { type Bytes, base64 } from '../base/bytes.ts';
import type { OrganisationId } from '../base/ids.ts';
import { rfc3339 } from '../base/time.ts';
import { PROOFS, type Proof, type ProofFault, type Signatory } from '../charter/proof/index.ts';
import { type Folder, readWhole } from '../conference/archive/folder.ts';
import { FILES } from '../conference/archive/export.ts';
import { verifyPublic } from '../conference/archive/public-record.ts';
import { verifyExport } from '../conference/archive/verify.ts';
import type { Files } from '../record/tar.ts';
import { fingerprint } from '../record/public-key.ts';
import { type BundleFault, type BundleSummary, verifyBundle, verifyBundleFiles } from '../record/verify-bundle.ts';
import type { Result } from '../base/result.ts';
import { folderAt, isFolder } from './record-folder.ts';
import { COPY_FILES } from '../record/copy.ts';
import { MOST_FILE, verifyCopy } from '../record/verify-copy.ts';
import { createCheckPool } from './check/pool.ts';
import { type Command, Failure, type Terminal, parsed } from './command.ts';
import { type Reading, bytesOf, piecesOf } from './plain-file.ts';
import { shown } from './terminal.ts';
import { wordsOf, wordsOfBundle, wordsOfCopy, wordsOfPublic } from './words.ts';

export const verifyCommand: Command = {
  help: `
isonomia verify PATH

PATH is a proof bundle (a .tar, or the folder it was unpacked into), the folder of an export, a copy of a conference's public site, or a public record (a .jsonl). Checks
every signature, every byte and, in an export, every act against the charter, without asking anyone. Ends with 0 and a summary where all is good,
with 1 and the first thing that is wrong otherwise.`,
  run: async (args, terminal) => {
    const { positionals } = parsed(args, {}, { least: 1 });
    const path = resolve(positionals[0] ?? '');
    if (!(await isFolder(path))) {
      if (await isPublicRecord(path)) return showPublicRecord(path, terminal);
      return showBundle(await verifyBundle(await bytesOf(path, MOST_BUNDLE), PROOFS), terminal);
    }
    const folder = folderAt(path);
    const names = await folder.names();
    if (names.includes(COPY_FILES.note)) return showCopy(folder, terminal);
    if (!names.includes('text.json') || names.includes(FILES.entries)) return verifyFolder(path, terminal);
    return showBundle(await verifyBundleFiles(await filesIn(folder, names), PROOFS), terminal);
  },
};

/** The most bytes of a bundle, which is held in memory. Those of thousands of signatures have a tenth of it. */
const MOST_BUNDLE = 256 * 1024 * 1024;

const filesIn = async (folder: Folder, names: readonly string[]): Promise<Files> => {
  const files = new Map<string, Bytes>();
  let left = MOST_BUNDLE;
  for (const name of names) {
    const bytes = await readWhole(folder, name, left);
    if (bytes === null)
      throw new Failure(`Together the files are larger than any bundle: ${MOST_BUNDLE} bytes at most.`);
    files.set(name, bytes);
    left -= bytes.length;
  }
  return files;
};

const WHOLE: Reading = { most: Infinity, follow: true };

/** No archive begins so. */
const isPublicRecord = async (path: string): Promise<boolean> => {
  for await (const piece of piecesOf(path, path, WHOLE)) return piece[0] === BRACE;
  return false;
};

const BRACE = 0x7b;

const showPublicRecord = async (path: string, { say, complain }: Terminal): Promise<0 | 1> => {
  const pool = createCheckPool();
  try {
    const options = { check: pool.check, ahead: 3 * pool.threads };
    const verified = await verifyPublic({ pieces: piecesOf(path, path, WHOLE), ...options });
    if (!verified.ok) {
      complain(`Not good. ${wordsOfPublic(verified.error)}`);
      return 1;
    }
    const { conference, size, shown: here, root, time, hostKey } = verified.value;
    say(`Good: the public record of conference ${conference}: compare the id with one that you trust.`);
    say(`  entries     ${here} of ${size}, the last of these of ${rfc3339(time)}; the others by their hashes`);
    say(`  root        ${base64(root)}`);
    say(`  signed by   ${fingerprint(hostKey)}, the host that the founding act names`);
    return 0;
  } finally {
    await pool.close();
  }
};

const verifyFolder = async (path: string, { say, complain }: Terminal): Promise<0 | 1> => {
  const pool = createCheckPool();
  try {
    const verified = await verifyExport(folderAt(path), { check: pool.check, ahead: 3 * pool.threads });
    if (!verified.ok) {
      complain(`Not good. ${wordsOf(verified.error)}`);
      return 1;
    }
    const { conference, size, root, time, hostKey } = verified.value;
    say(`Good: the whole record of conference ${conference}.`);
    say(`  entries     ${size}, the last of ${rfc3339(time)}`);
    say(`  root        ${base64(root)}`);
    say(`  signed by   ${fingerprint(hostKey)}, the host that the founding act names`);
    return 0;
  } finally {
    await pool.close();
  }
};

const showCopy = async (folder: Folder, { say, complain }: Terminal): Promise<0 | 1> => {
  const whole = { names: folder.names, read: (name: string) => readWhole(folder, name, MOST_FILE) };
  const verified = await verifyCopy(whole, PROOFS);
  if (!verified.ok) {
    complain(`Not good. ${wordsOfCopy(verified.error)}`);
    return 1;
  }
  const { conference, size, time, hostKey, files, proofs } = verified.value;
  say(`Good: a whole copy of the public site of conference ${conference}: compare the id with one that you trust.`);
  say(`  files       ${files}, ${proofs} of them proofs`);
  say(`  made of     ${size} entries, the last of ${rfc3339(time)}`);
  say(`  signed by   ${fingerprint(hostKey)}, which also signed the record; compare it, too`);
  return 0;
};

const showBundle = (
  verified: Result<BundleSummary<Proof>, BundleFault<ProofFault>>,
  { say, complain }: Terminal,
): 0 | 1 => {
  if (!verified.ok) {
    complain(`Not good. ${wordsOfBundle(verified.error)}`);
    return 1;
  }
  const { conference, checkpoint, matter, textHash, proof } = verified.value;
  const { kind, number } = matter.subject;
  say(`Good: a proof of ${kind} ${number}, ${shown(proof.version.title)}, SHA-256 ${textHash} in base64url.`);
  say(
    `  conference  ${conference}, founded as ${shown(proof.conference.name)}: compare the id with one that you trust`,
  );
  for (const signatory of proof.signatories) say(`  ${signatureLine(signatory, proof)}`);
  say(
    `  By the host’s word these are all the entries about it that ${seers[matter.audience]} may see, of ${checkpoint.size}:`,
  );
  for (const { placed, part } of proof.entries) {
    const { index, time, act } = placed;
    const { organisation, delegate } = act.by;
    const [signer] = placed.signers;
    const key = signer === undefined ? '' : `, by the key ${signer.fingerprint}`;
    say(
      `  entry ${`${index}`.padEnd(6)}${rfc3339(time)}  ${act.kind} by ${called(organisation, proof)}, delegate ${delegate}${key}: ${part}`,
    );
  }
  return 0;
};

const vouchingText = ({ kind, ...how }: Extract<Signatory['as'], { readonly kind: 'outside' }>['vouching']): string =>
  `${kind} ${Object.values(how).map(shown).join(' ')}`;

const seers = { everyone: 'everyone', participants: 'every participant' } as const;

/** By the name that the proof itself gives it, behind which its id stands: ids alone tell nobody who it is. */
const called = (id: OrganisationId, { names }: Pick<Proof, 'names'>): string => {
  const printed = names.get(id);
  return printed === undefined || printed.length === 0 ? id : `${printedText(printed)} (${id})`;
};

const printedText = (printed: Printed): string => {
  const gloss = otherName(printed);
  const name = ownName(printed);
  return shown(gloss === null ? name : `${name} (${gloss})`);
};

const signatureLine = (
  { organisation, as, wordOf, on, clauses, riders, provisional, withdrawn }: Signatory,
  proof: Proof,
): string => {
  const { id, printed } = organisation;
  return [
    `${withdrawn === null ? 'signed     ' : 'withdrew   '} ${printedText(printed)}, ${shown(ownCountry(printed))}, ${id}`,
    as.kind === 'outside'
      ? `from outside, invited by ${called(as.invitedBy.id, proof)}, which says: ${vouchingText(as.vouching)}`
      : null,
    wordOf.length === 0 ? null : `its keys on the word of ${wordOf.map((one) => called(one, proof)).join(', ')}`,
    clauses === null ? 'the whole' : `clauses ${clauses.join(' ')}`,
    riders.length === 0
      ? null
      : `${riders.length} ${riders.length === 1 ? 'reservation or interpretation' : 'reservations or interpretations'}`,
    provisional ? 'ad referendum' : null,
    `entry ${on.index}`,
  ]
    .filter((words) => words !== null)
    .join('; ');
};
