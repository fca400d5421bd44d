import { define, filled, wordsOf } from './kit/element.ts';

/**
 * `<local-time>`: shows a span of time on the reader's own clocks, beside the time of the place.
 *
 * `data-from`, `data-to`: the moments (RFC 3339); `data-zone`: the zone of the place, on whose clocks it stands beside; where the reader's show
 * the same, nothing is added.
 */

const spanOn = (timeZone: string | undefined, from: Date, to: Date): string => {
  const { lang } = document.documentElement;
  return new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...(timeZone === undefined ? {} : { timeZone }),
  }).formatRange(from, to);
};

define('local-time', (element) => {
  const { from = '', to = '', zone } = element.dataset;
  const [begins, ends] = [new Date(from), new Date(to)];
  const own = spanOn(undefined, begins, ends);
  element.hidden = own === spanOn(zone, begins, ends);
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const city = here.split('/').at(-1)?.replaceAll('_', ' ') ?? here;
  element.textContent = filled(wordsOf(element)['yours'], { span: own, zone: city });
});
