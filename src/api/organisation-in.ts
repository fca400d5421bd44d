import { fromUtf8 } from '../base/bytes.ts';

const BY = '"by":{';
const ID = /^[^{}]*?"organisation":"([^"\\]{0,64})"/u;

/**
 * The organisation that an envelope claims to speak for, found without parsing it; `''` where it cannot be found. In well-formed
 * JSON the bytes `"by":{` stand nowhere but at such a field, because a quotation mark inside a string is escaped.
 */
export const organisationIn = (envelope: Uint8Array<ArrayBuffer>): string => {
  const bytes = Buffer.from(envelope.buffer, envelope.byteOffset, envelope.length);
  const at = bytes.lastIndexOf(BY);
  if (at >= 0) return ID.exec(bytes.toString('latin1', at + BY.length, at + BY.length + 200))?.[1] ?? '';
  return parsedOrganisation(envelope);
};

/** The same where white space stands between the marks. */
const parsedOrganisation = (envelope: Uint8Array): string => {
  try {
    const { act } = JSON.parse(fromUtf8(envelope) ?? '') as {
      readonly act?: { readonly by?: { readonly organisation?: unknown } };
    };
    const organisation = act?.by?.organisation;
    return typeof organisation === 'string' ? organisation : '';
  } catch {
    return '';
  }
};
