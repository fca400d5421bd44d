import { memoise } from '../../../base/memo.ts';
import { startOf } from '../../../base/time.ts';
import { firstDay } from '../../../charter/means/months.ts';
import type { Month } from '../../../charter/means/state.ts';
import type { SiteContext } from '../../kit/context.ts';

/** `May 2026`. */
export const monthText = ({ language }: Pick<SiteContext, 'language'>, month: Month): string =>
  format(language).format(startOf(firstDay(month)));

const format = memoise(
  10,
  (language) =>
    new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
      timeZone: 'UTC',
      month: 'long',
      year: 'numeric',
    }),
);
