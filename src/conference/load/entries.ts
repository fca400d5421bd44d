import type { Bytes } from '../../base/bytes.ts';
import { knownAct } from '../../charter/read.ts';
import { actBytesOf, readTrustedEntry } from '../../record/entry.ts';
import { signerOf } from '../door/signer.ts';
import { actHashOf } from '../primitives.ts';
import type { RecordEntry } from '../types.ts';

/**
 * The entry in bytes that this host appended and its own store kept: nothing of it is checked again.
 * @throws where the bytes are no entry: the store has lost something
 */
export const recordEntry = (bytes: Bytes, index: number): RecordEntry => {
  const { act, signatures: encoded, time } = readTrustedEntry(bytes);
  const signatures = encoded.map((text) => Uint8Array.fromBase64(text));
  return {
    act: knownAct(act),
    hash: actHashOf(actBytesOf(bytes)),
    signers: signatures.map(signerOf),
    time,
    index,
    bytes,
    signatures,
  };
};
