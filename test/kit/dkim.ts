import { dkimVerify } from 'mailauth';
import { type DkimKey, dkimRecord } from '../../src/conference/post/dkim-key.ts';

/** The record's text without the quotes of a zone file. */
export const recordText = (key: DkimKey): string => dkimRecord(key).value.replaceAll(/"( ")?/gu, '');

/** What mailauth, which shares no code with ours, finds of each signature; the DNS has these keys' records alone. */
export const dkimResults = async (message: Uint8Array, ...keys: readonly DkimKey[]): Promise<readonly DkimResult[]> => {
  const records = new Map(keys.map((key) => [dkimRecord(key).name, recordText(key)]));
  const { results } = await dkimVerify(Buffer.from(message), {
    resolver: async (name) => {
      const record = records.get(name);
      if (record === undefined) throw Object.assign(new Error('no such record'), { code: 'ENOTFOUND' });
      return [[record]];
    },
  });
  return results.map(({ status, signingDomain, signingHeaders, algo }) => ({
    result: status.result,
    domain: signingDomain ?? '',
    algorithm: algo ?? '',
    fields: (signingHeaders?.keys ?? '').split(':').map((name) => name.trim().toLowerCase()),
  }));
};

export interface DkimResult {
  readonly result: string;
  readonly domain: string;
  readonly algorithm: string;
  /** The names of the fields that are signed, in lower case. */
  readonly fields: readonly string[];
}
