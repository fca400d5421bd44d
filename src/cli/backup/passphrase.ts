import { Failure } from '../command.ts';
import { bytesOf } from '../plain-file.ts';

/** Short enough to type, long enough that nobody tries them all. */
export const LEAST = 12;

/** The first line of a file. @throws Failure */
export const passphraseIn = async (file: string): Promise<string> => {
  const [line = ''] = Buffer.from(await bytesOf(file, 4096))
    .toString('utf8')
    .split(/\r?\n/u);
  if (line.length < LEAST)
    throw new Failure(`${file}: a passphrase has ${LEAST} characters or more, in the first line.`);
  return line;
};
