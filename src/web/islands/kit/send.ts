import type { Answer } from '../../shared/outbox.ts';
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
  return { ok: false, refused: problem !== null && answer.status !== 429, problem: problem ?? boxOf(page) };
};

/**
 * Sends a signed act to the one door, as the page before signing would. An act that is on the record already counts as accepted: it arrived before, and only the answer
 * was lost.
 */
export const sendSigned = (
  address: string,
  { act, signature }: { readonly act: string; readonly signature: string },
): Promise<Answer<Element>> => sendFields(address, new URLSearchParams({ act, signature, typed: '[]' }));

/** The same for all that the form of such a page holds. */
export const sendFields = async (address: string, fields: URLSearchParams): Promise<Answer<Element>> => {
  const answer = await fetch(address, { method: 'POST', body: fields, redirect: 'manual' }).catch(() => null);
  if (answer?.type === 'opaqueredirect') return { kind: 'accepted' };
  if (answer === null || answer.status >= 500 || answer.status === 429) return { kind: 'later' };
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const problem = page.querySelector<HTMLElement>('.problem') ?? boxOf(page);
  const why = problem.dataset['why'];
  if (why === 'replayed') return { kind: 'accepted' };
  return why === 'busy' ? { kind: 'later' } : { kind: 'refused', why: problem };
};

/** What a page says that has no such box: that there were too many requests, or that something broke. */
const boxOf = (page: Document): HTMLElement => {
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
