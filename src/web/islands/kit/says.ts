/**
 * What a live page says aloud of itself when it has changed. An element with `data-says` names a matter, such as the item under discussion; its
 * words, under the heading of its section, are spoken when the matter is new or its words are others.
 */

/** How many sentences stay to be read again. */
const KEPT = 20;

const flat = (element: Element | null): string => (element?.textContent ?? '').trim().replaceAll(/\s+/gu, ' ');

/** The sentences of a page by their matter, in its order. */
export const saysOf = (within: ParentNode | null): ReadonlyMap<string, string> =>
  new Map(
    [...(within?.querySelectorAll<HTMLElement>('[data-says]') ?? [])].map((element) => {
      const section = element.closest('section[aria-labelledby]');
      const heading = section?.querySelector(`#${CSS.escape(section.getAttribute('aria-labelledby') ?? '')}`) ?? null;
      const under = heading === null || element.contains(heading) ? '' : `${flat(heading)}: `;
      return [element.dataset['says'] ?? '', `${under}${flat(element)}`];
    }),
  );

/** What is to be said of a page that was `before` and is `now`. */
export const newlySaid = (before: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): readonly string[] =>
  [...now].filter(([matter, words]) => before.get(matter) !== words).map(([, words]) => words);

/** Speaks each sentence once, after those before it: a log takes up what is added and drops none for the next. */
export const createLog = (into: Element): ((sentences: readonly string[]) => void) => {
  const log = document.createElement('div');
  log.className = 'visually-hidden';
  log.setAttribute('role', 'log');
  into.append(log);
  return (sentences) => {
    for (const sentence of sentences) {
      const line = document.createElement('p');
      line.dir = 'auto';
      line.textContent = sentence;
      log.append(line);
    }
    while (log.childElementCount > KEPT) log.firstElementChild?.remove();
  };
};
