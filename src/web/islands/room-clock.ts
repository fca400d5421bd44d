import { define, filled, wordsOf } from './kit/element.ts';

/**
 * `<room-clock>`: runs in seconds. `data-from`: since when; `data-until`: at most until when, empty where there is no limit; `data-now`: the server's time when
 * the page was made, for the clocks of phones differ.
 */

const shown = (ms: number): string => {
  const seconds = Math.floor(ms / 1000);
  return `${Math.floor(seconds / 60)}:${`${seconds % 60}`.padStart(2, '0')}`;
};

define('room-clock', (element) => {
  const words = wordsOf(element);
  const { from, until = '', now } = element.dataset;
  const ahead = Date.now() - Number(now);

  const tick = (): void => {
    if (!element.isConnected) return;
    const time = Date.now() - ahead;
    const left = until === '' ? null : Number(until) - time;
    element.classList.toggle('over', left !== null && left < 0);
    element.textContent =
      left === null
        ? filled(words['spoken'], { time: shown(Math.max(0, time - Number(from))) })
        : // Rounded up, so that nothing is over before it says so.
          left >= 0
          ? filled(words['left'], { time: shown(left + 999) })
          : filled(words['over'], { time: shown(-left) });
    setTimeout(tick, 1000 - ((((time - Number(from)) % 1000) + 1000) % 1000));
  };
  tick();
});
