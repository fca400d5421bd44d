import { fromUtf8 } from '../../src/base/bytes.ts';
import type { Json } from '../../src/base/json.ts';
import { messagesIn } from '../../src/web/messages/index.ts';
import type { SampleScene } from './sample.ts';

/** What people wrote: every string of every act and attachment that is neither an id nor a keyword, in a piece that no mark divides. */
export const usersWords = async ({ conference }: SampleScene): Promise<readonly string[]> => {
  const found = new Set<string>();
  const take = (text: string): void => {
    const [piece = ''] = text
      .split(/[*[\]^\n]/u)
      .map((part) => part.trim())
      .toSorted((a, b) => b.length - a.length);
    if (isWritten(piece)) found.add(piece.slice(0, 40).trim());
  };
  const walk = (value: Json): void => {
    if (typeof value === 'string') take(value);
    else if (typeof value === 'object' && value !== null) for (const each of Object.values(value)) walk(each);
  };
  const hashes: string[] = [];
  for (let index = 0; index < conference.state().size; index++) {
    const entry = await conference.entry(index);
    if (entry === null) continue;
    walk(entry.act.body as unknown as Json);
    hashes.push(...(JSON.stringify(entry.act.body).match(/[\w-]{43}/gu) ?? []));
  }
  for (const hash of new Set(hashes)) {
    const content = await conference.attachment(hash as never);
    if (content !== null) take(fromUtf8(content.content) ?? '');
  }
  return [...found];
};

const OWN = JSON.stringify([messagesIn('en'), messagesIn('el')]);

const isWritten = (text: string): boolean =>
  text.length >= 6 &&
  /[\p{Lu}\s]/u.test(text) &&
  /\p{L}/u.test(text) &&
  !/^(?:ssh-|sk-|SHA256:|https?:|[\w-]{20,}$|[A-Z][a-z]+\/[A-Z])/u.test(text) &&
  !OWN.includes(text);
