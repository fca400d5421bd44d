import type { Kept } from '../../shared/outbox.ts';
import { filled } from './element.ts';

/** Shows the acts that wait: what each was, how long ago, and a way to drop it. */
export const drawTray = (
  list: HTMLOListElement,
  waiting: readonly Kept[],
  { words, drop }: { readonly words: Readonly<Record<string, string>>; readonly drop: (nonce: string) => void },
): void => {
  const gone = [...list.children].filter(
    (row) => !(row instanceof HTMLElement) || !waiting.some(({ nonce }) => nonce === row.dataset['nonce']),
  );
  for (const row of gone) row.remove();
  for (const kept of waiting) {
    const row = [...list.children].find((one) => one instanceof HTMLElement && one.dataset['nonce'] === kept.nonce);
    const age = filled(words['ago'], { age: ageText(words, Date.now() - kept.made) });
    const shown = (row ?? list.appendChild(newRow(kept, words, drop))).querySelector('.age');
    if (shown !== null) shown.textContent = age;
  }
};

const newRow = (kept: Kept, words: Readonly<Record<string, string>>, drop: (nonce: string) => void): HTMLLIElement => {
  const row = document.createElement('li');
  row.dataset['nonce'] = kept.nonce;
  const what = Object.assign(document.createElement('span'), { textContent: kept.label, dir: 'auto' });
  const age = Object.assign(document.createElement('span'), { className: 'age quiet' });
  const button = Object.assign(document.createElement('button'), {
    type: 'button',
    className: 'plain',
    textContent: words['drop'] ?? '',
  });
  button.addEventListener('click', () => drop(kept.nonce));
  row.append(what, ' ', age, ' ', button);
  return row;
};

const ageText = (words: Readonly<Record<string, string>>, ms: number): string => {
  const seconds = Math.floor(ms / 1000);
  if (seconds < 60) return filled(words['seconds'], { n: seconds });
  const minutes = Math.floor(seconds / 60);
  return minutes < 60
    ? filled(words['minutes'], { n: minutes })
    : filled(words['hours'], { n: Math.floor(minutes / 60) });
};
