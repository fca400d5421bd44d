import { createReadStream } from 'node:fs';
import { concat } from '../../base/bytes.ts';
import { attempt } from '../plain-file.ts';
import { Failure } from '../command.ts';
import { type Manifest, hashOf, readManifest } from './manifest.ts';
import { unseal } from './sealed.ts';

/** The most bytes of what a backup says of itself: some terabytes of data. */
const MOST_MANIFEST = 512 * 1024 * 1024;

/** A backup file, read from its beginning. */
export interface OpenBackup {
  readonly manifest: Manifest;
  /** The chunks that it holds, each checked. To be read once; when it has been, the whole file has been found good. */
  readonly chunks: AsyncGenerator<{ readonly hash: string; readonly bytes: Uint8Array }>;
}

/** @throws Failure where it is none, was sealed with another passphrase, or is not whole */
export const openBackup = async (file: string, passphrase: string): Promise<OpenBackup> => {
  const taken = taking(file, unseal(passphrase, file, piecesOf(file)));
  const length = new DataView((await taken.take(4)).slice().buffer).getUint32(0);
  if (length > MOST_MANIFEST) throw new Failure(`${file} is no backup that this version knows.`);
  const manifest = readManifest((await taken.take(length)).slice(), file);
  const chunks = async function* (): OpenBackup['chunks'] {
    for (const [hash, size] of manifest.holds) {
      const bytes = await taken.take(size);
      if (hashOf(bytes) !== hash) throw new Failure(`${file} holds other bytes than it says.`);
      yield { hash, bytes };
    }
    await taken.end();
  };
  return { manifest, chunks: chunks() };
};

async function* piecesOf(file: string): AsyncGenerator<Uint8Array> {
  const stream = createReadStream(file, { highWaterMark: 1024 * 1024 });
  const pieces = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  for (;;) {
    const next = await attempt(file, () => pieces.next());
    if (next.done === true) return;
    yield next.value;
  }
}

/** Takes so many bytes after the other from a stream of pieces of any size. */
const taking = (file: string, pieces: AsyncGenerator<Uint8Array>) => {
  let held: Uint8Array = new Uint8Array(0);
  const more = async (): Promise<boolean> => {
    const next = await pieces.next();
    if (next.done === true) return false;
    held = held.length === 0 ? next.value : concat(held, next.value);
    return true;
  };
  return {
    take: async (length: number): Promise<Uint8Array> => {
      while (held.length < length) if (!(await more())) throw new Failure(`${file} ends too early.`);
      const taken = held.subarray(0, length);
      held = held.subarray(length);
      return taken;
    },
    end: async (): Promise<void> => {
      while (held.length === 0) if (!(await more())) return;
      throw new Failure(`${file} goes on where it should end.`);
    },
  };
};
