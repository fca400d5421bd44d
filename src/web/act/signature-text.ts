import { type Bytes, fromBase64 } from '../../base/bytes.ts';
import { dearmour } from '../../record/sshsig.ts';

/** A signature as people paste it, armoured, or as an island sends it, in base64. `null`: neither. */
export const parseArmouredOrBase64 = (text: string): Bytes | null =>
  text.includes('-----') ? dearmour(text) : fromBase64(text);

/** The same of several, armoured and pasted one after the other. */
export const signaturesIn = (text: string): readonly (Bytes | null)[] =>
  text
    .split(/(?=-----BEGIN )/u)
    .filter((block) => block.trim() !== '')
    .map(parseArmouredOrBase64);
