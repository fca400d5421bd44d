import { define, filled, wordsOf } from './kit/element.ts';
import { holdsReadersOwn, morph } from './kit/morph.ts';
import { createLog, newlySaid, saysOf } from './kit/says.ts';
import { touches } from '../../charter/sight/touches.ts';

/**
 * `<live-page>`: hears that something has happened in the conference, asks for the page anew and moves it on. A page that answers a form,
 * or on which a key is being brought, stands still: it is about what was typed, and its address gives another. It says aloud what its `data-says` name,
 * and where a page has none that it has changed.
 *
 * `data-slug`: the conference; `data-size`: how many entries its record had when the page was made; `data-still`: the page answers a form;
 * `data-about`: what it shows, where it does not show a little of everything.
 */

/** How long a change is marked, in milliseconds; the style sheet's animation is a little shorter. */
const MARKED_FOR = 2000;
/** How long to wait after the server has turned a connection or a renewal down. */
const AGAIN = 5000;
/** How long a connection may be lost before the reader is told: most come back at once. */
const UNTOLD = 1500;
/** After each renewal a page rests so many times as long as it took: a server that is slow is asked less often. */
const REST = 2;

const standsStill = (): boolean => document.querySelector('live-page[data-still], bring-key, enrol-delegate') !== null;

const mark = (elements: readonly Element[]): void => {
  for (const element of elements) element.classList.add('fresh');
  setTimeout(() => {
    for (const element of elements) element.classList.remove('fresh');
  }, MARKED_FOR);
};

/** `null`: the page is no more. `later`: there is no connection now, or the server has too much to do. */
const freshMain = async (): Promise<Element | null | 'later'> => {
  try {
    const answer = await fetch(location.href, { headers: { accept: 'text/html' } });
    if (answer.status === 429 || answer.status >= 500) return 'later';
    if (!answer.ok) return null;
    return new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('main');
  } catch {
    return 'later';
  }
};

define('live-page', (element) => {
  const { slug = '', about } = element.dataset;
  const shows = about?.split(' ') ?? null;
  const words = wordsOf(element);
  const region = document.createElement('p');
  region.className = 'visually-hidden';
  region.setAttribute('role', 'status');
  const lost = document.createElement('p');
  lost.className = 'connection';
  lost.setAttribute('role', 'status');
  element.append(region, lost);
  const speak = createLog(element);
  element.hidden = false;

  let said = saysOf(document.querySelector('main'));
  let size = Number(element.dataset['size'] ?? Number.NaN);
  let source: EventSource | null = null;
  let working = false;
  let again = false;

  const renew = async (): Promise<void> => {
    again = working;
    if (working || standsStill()) return;
    working = true;
    const began = performance.now();
    let rest: number | null = null;
    try {
      const [main, fresh] = [document.querySelector('main'), await freshMain()];
      if (fresh === 'later') {
        rest = AGAIN;
        return;
      }
      // It was read without a network, and is what the server says now.
      if (fresh !== null) document.querySelector('.notice.offline')?.remove();
      // Somebody may have begun to sign while the page was on its way.
      if (main === null || fresh === null || standsStill()) return;
      const says = saysOf(fresh);
      const changed = morph(main, fresh);
      mark(changed);
      if (says.size === 0 && said.size === 0 && changed.length > 0) region.textContent = words['changed'] ?? '';
      speak(newlySaid(said, says));
      said = says;
    } finally {
      working = false;
      if (again) rest ??= (performance.now() - began) * REST;
      if (rest !== null) setTimeout(() => void renew(), rest);
    }
  };

  /** What is shown is from before: the reader is told since when, until it is known again what has happened. */
  let telling: ReturnType<typeof setTimeout> | null = null;
  const isLost = (): void => {
    const time = new Date().toLocaleTimeString(document.documentElement.lang, {
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    telling ??= setTimeout(() => (lost.textContent = filled(words['lost'], { time })), UNTOLD);
  };
  const isBack = (): void => {
    if (telling === null) return;
    clearTimeout(telling);
    telling = null;
    lost.textContent = '';
    void renew();
  };

  const listen = (): void => {
    const since = Number.isNaN(size) ? '' : `?since=${size}`;
    source = new EventSource(`/api/conferences/${slug}/events${since}`);
    source.addEventListener('happened', (event: MessageEvent<string>) => {
      const happened = JSON.parse(event.data) as { readonly size: number; readonly about: readonly string[] };
      ({ size } = happened);
      if (!touches(shows, happened.about)) return;
      region.textContent = '';
      void renew();
    });
    // What is typed here is worth more than a page that shows who is signed in.
    source.addEventListener('signed-out', () => standsStill() || holdsReadersOwn(document.body) || location.reload());
    source.addEventListener('open', isBack);
    source.addEventListener('error', () => {
      isLost();
      // A lost connection comes back by itself; one that was turned down does not.
      if (source?.readyState === EventSource.CLOSED) setTimeout(resume, AGAIN);
    });
  };
  const pause = (): void => {
    source?.close();
    source = null;
  };
  const resume = (): void => {
    if (document.visibilityState !== 'visible') return;
    pause();
    listen();
  };
  /** After a while unheard: events since a known size come by themselves. */
  const comeBack = (): void => {
    resume();
    if (Number.isNaN(size)) void renew();
  };

  document.addEventListener('visibilitychange', () => (document.visibilityState === 'visible' ? comeBack() : pause()));
  // Whoever signs out here is on the way to another page, which nothing may overtake.
  document.addEventListener('submit', ({ target }) => {
    if (target instanceof HTMLFormElement && target.action.endsWith('/sign-out')) pause();
  });
  addEventListener('offline', isLost);
  addEventListener('online', resume);
  addEventListener('pagehide', pause);
  addEventListener('pageshow', ({ persisted }) => persisted && comeBack());
  resume();
});

/** A page that does not say otherwise is live, and the first part of its address names the conference. */
if (document.querySelector('live-page') === null) {
  const element = document.createElement('live-page');
  element.dataset['slug'] = location.pathname.split('/')[1] ?? '';
  document.body.append(element);
}
