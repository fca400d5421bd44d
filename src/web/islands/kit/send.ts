import { Trouble } from './trouble.ts';

/** What became of a form: the page that it led to, or a box that says why not. */
export type Sent =
  | { readonly ok: true; readonly at: string }
  /** Not `refused`: the server did not get so far as to say yes or no. */
  | { readonly ok: false; readonly refused: boolean; readonly problem: Element };

/** Sends fields as a form's own submit would. @throws Trouble where nobody answers. */
export const send = async (address: string, fields: FormData): Promise<Sent> => {
  const answer = await fetch(address, { method: 'POST', body: fields }).catch((error: unknown) => {
    throw new Trouble('offline', error);
  });
  if (answer.redirected && answer.ok) return { ok: true, at: answer.url };
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const problem = page.querySelector('.problem');
  return { ok: false, refused: problem !== null, problem: problem ?? boxOf(page) };
};

/** What a page says that has no such box: that there were too many requests, or that something broke. */
const boxOf = (page: Document): Element => {
  const box = page.createElement('div');
  box.className = 'problem';
  box.tabIndex = -1;
  box.textContent = page.querySelector('main')?.textContent.trim() ?? page.body.textContent;
  return box;
};

/** Puts the box at the head of an island and leads the reader to it. */
export const showProblem = (element: HTMLElement, problem: Element | null): void => {
  element.querySelector(':scope > .problem')?.remove();
  if (problem === null) return;
  const box = document.adoptNode(problem);
  element.prepend(box);
  if (box instanceof HTMLElement) box.focus();
};
