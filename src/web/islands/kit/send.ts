import { Trouble } from './trouble.ts';

/** What became of a form: the page that it led to, or the box that says why not. */
export type Sent =
  { readonly ok: true; readonly at: string } | { readonly ok: false; readonly problem: Element | null };

/** Sends fields as a form's own submit would. @throws Trouble where nobody answers. */
export const send = async (address: string, fields: FormData): Promise<Sent> => {
  const answer = await fetch(address, { method: 'POST', body: fields }).catch((error: unknown) => {
    throw new Trouble('offline', error);
  });
  if (answer.redirected && answer.ok) return { ok: true, at: answer.url };
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  return { ok: false, problem: page.querySelector('.problem') };
};

/** Puts the box at the head of an island and leads the reader to it. */
export const showProblem = (element: HTMLElement, problem: Element | null): void => {
  element.querySelector(':scope > .problem')?.remove();
  if (problem === null) return;
  const box = document.adoptNode(problem);
  element.prepend(box);
  if (box instanceof HTMLElement) box.focus();
};
