import { type Instant, instant } from '../base/time.ts';
import type { Clock } from '../conference/ports.ts';
import { keptIn } from '../conference/unusable.ts';
import { withSum, writeWholeFile } from '../conference/whole-file.ts';

/**
 * Since when a folder has a post, in milliseconds since the epoch: noted at the first start, for what was circulated before was never to be mailed. A clock that was ahead then
 * keeps no mail back for longer.
 * @throws Unusable where the file holds anything else: taken for a time, it would mail everything again, or nothing
 */
export const sinceWhen = async (file: string, { now }: Pick<Clock, 'now'>): Promise<Instant> => {
  const write = (at: Instant): string => `${at}\n`;
  const noted = await keptIn(file, { read: timeIn, make: now, write, is: IS });
  if (noted <= now()) return noted;
  const since = now();
  await writeWholeFile(file, withSum(write(since)));
  return since;
};

const IS =
  'time since when there is a post; where it is moved away, what was circulated until then is mailed to nobody any more';

const timeIn = (bytes: Uint8Array): Instant | null => {
  const text = Buffer.from(bytes).toString('latin1');
  return /^\d{1,15}\n$/u.test(text) ? instant(Number(text)) : null;
};
