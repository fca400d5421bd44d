import { decodeWords } from '../../base/charset.ts';
import { wordsInField } from './head.ts';

/** A field with parameters, such as Content-Type (RFC 2045 section 5.1). */
export interface Structured {
  /** In lower case. */
  readonly value: string;
  /** By name in lower case; encodings and continuations (RFC 2231) are undone. */
  readonly params: ReadonlyMap<string, string>;
}

const PARAM = /\s*;\s*([^\s=;"]{1,64})\s*=\s*(?:"((?:[^"\\]|\\.)*)"?|([^;]*))/suy;
const MOST_PARAMS = 50;

export const readStructured = (field: string): Structured => {
  const end = field.indexOf(';');
  const value = end < 0 ? field : field.slice(0, end);
  return {
    value: value
      .replaceAll(/\([^()]*\)/gu, '')
      .trim()
      .toLowerCase(),
    params: end < 0 ? new Map() : whole(paramsFrom(field, end)),
  };
};

const paramsFrom = (field: string, from: number): ReadonlyMap<string, string> => {
  const given = new Map<string, string>();
  PARAM.lastIndex = from;
  while (given.size < MOST_PARAMS) {
    const [, name, quoted, plain] = PARAM.exec(field) ?? [];
    if (name === undefined) break;
    const key = name.toLowerCase();
    if (!given.has(key)) given.set(key, quoted?.replaceAll(/\\(.)/gsu, '$1') ?? (plain ?? '').trim());
  }
  return given;
};

/** RFC 2231: `name*0*=utf-8'el'%CE%9A; name*1="…"`, and RFC 2047 where programs use it against the rules. */
const whole = (given: ReadonlyMap<string, string>): ReadonlyMap<string, string> => {
  const pieces = new Map<string, { readonly number: number; readonly encoded: boolean; readonly text: string }[]>();
  for (const [key, text] of given) {
    const [, name = key, number = '0', encoded] = /^(.*?)(?:\*(\d{1,3}))?(\*)?$/su.exec(key) ?? [];
    const list = pieces.get(name) ?? [];
    // What has a star counts before what has none: it was written for those who can read it.
    if (encoded !== undefined && number === '0') list.length = 0;
    list.push({ number: Number(number), encoded: encoded !== undefined, text });
    pieces.set(name, list);
  }
  return new Map([...pieces].map(([name, list]) => [name, joined(list.sort((a, b) => a.number - b.number))]));
};

const joined = (list: readonly { readonly encoded: boolean; readonly text: string }[]): string => {
  const [first] = list;
  if (first === undefined) return '';
  if (!first.encoded) return wordsInField(list.map(({ text }) => text).join(''), 1000);
  const [, charset = '', start = first.text] = /^([^']*)'[^']*'(.*)$/su.exec(first.text) ?? [];
  const bytes = list.flatMap(({ encoded, text }, i) => {
    const words = i === 0 ? start : text;
    return encoded ? [percentDecoded(words)] : [Buffer.from(words)];
  });
  return decodeWords(Buffer.concat(bytes), charset);
};

const percentDecoded = (text: string): Buffer =>
  Buffer.from(
    Buffer.from(text)
      .toString('latin1')
      .replaceAll(/%([0-9a-f]{2})/giu, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16))),
    'latin1',
  );
