/**
 * Why something could not be written, where that is the disk's doing and none of the node's: it is full, or it fails. What was to be kept may be sent again; it is kept once.
 */
export type NotKept = 'full' | 'failing';

/** `null`: the fault is another. Stores and the machine say it by their codes, somewhere beneath what they were asked for. */
export const whyNotKept = (fault: unknown): NotKept | null => {
  for (let error = fault; error instanceof Error; error = error.cause) {
    const { code, errcode } = error as NodeJS.ErrnoException & { readonly errcode?: number };
    const why = (errcode === undefined ? undefined : BY_SQLITE[errcode & PRIMARY]) ?? BY_MACHINE[code ?? ''];
    if (why !== undefined) return why;
  }
  return null;
};

/** Of an extended result code, what is the same for all of its kind; see https://sqlite.org/rescode.html. */
const PRIMARY = 0xff;

/** BUSY, READONLY, IOERR, FULL, CANTOPEN. */
const BY_SQLITE: Readonly<Record<number, NotKept>> = {
  5: 'failing',
  8: 'failing',
  10: 'failing',
  13: 'full',
  14: 'failing',
};

const BY_MACHINE: Readonly<Record<string, NotKept>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EFBIG: 'full',
  EIO: 'failing',
  EROFS: 'failing',
};
