import { type Html, html } from '../../../markup/html.ts';

interface Choosing {
  /** The page that shows them beside each other. */
  readonly action: string;
  readonly heading?: Html;
  readonly words: { readonly from: string; readonly to: string; readonly show: string };
  /** What may be chosen, the one that is chosen now marked. */
  readonly from: readonly Html[];
  readonly to: readonly Html[];
}

/** Two versions of something to choose, to be compared. */
export const chooseTwo = ({ action, heading, words, from, to }: Choosing): Html =>
  html`<form class="inline-form" method="get" action="${action}">
    ${heading ?? ''}
    <label
      >${words.from}
      <select name="from">
        ${from}
      </select></label
    >
    <label
      >${words.to}
      <select name="to">
        ${to}
      </select></label
    >
    <button class="second">${words.show}</button>
  </form>`;
