import { troubleIn } from './trouble.ts';

/** What every island does: find its words and its parts in the page, and say how it fares. */

/** The sentences that the page gives its island, by name. */
export const wordsOf = (element: HTMLElement): Readonly<Record<string, string>> =>
  JSON.parse(element.dataset['messages'] ?? '{}') as Readonly<Record<string, string>>;

/** Puts values in the places of a sentence that are named in braces. */
export const filled = (sentence: string | undefined, values: Readonly<Record<string, string | number>>): string =>
  (sentence ?? '').replaceAll(/\{(\w+)\}/gu, (whole, name: string) => String(values[name] ?? whole));

/** The first part that fits. @throws TypeError where the page has none: page and island do not fit each other. */
export const part = <T extends HTMLElement = HTMLElement>(
  within: ParentNode,
  selector: string,
  type: new () => T = HTMLElement as new () => T,
): T => {
  const found = within.querySelector(selector);
  if (found instanceof type) return found;
  throw new TypeError(`No ${selector}`);
};

export const show = (element: HTMLElement, visible = true): void => {
  element.hidden = !visible;
};

export interface Teller {
  /** Says a sentence, by its name; none: falls silent. */
  readonly say: (name?: string, values?: Readonly<Record<string, string | number>>) => void;
  /**
   * Does `work` while `button` waits; says what went wrong, if anything. Whether it went well.
   */
  readonly during: (button: HTMLButtonElement | null, work: () => Promise<void>) => Promise<boolean>;
}

/** Speaks through the element's own `role=status`. */
export const createTeller = (element: HTMLElement): Teller => {
  const words = wordsOf(element);
  const region = part(element, '[role=status]');
  const say: Teller['say'] = (name, values = {}) => {
    region.textContent = name === undefined ? '' : filled(words[name], values);
  };
  return {
    say,
    during: async (button, work) => {
      if (button !== null) button.disabled = true;
      try {
        await work();
        return true;
      } catch (error) {
        say(troubleIn(error).kind);
        return false;
      } finally {
        if (button !== null) button.disabled = false;
      }
    },
  };
};

/** Defines a custom element whose whole behaviour is what `start` sets up once it stands in a page. */
export const define = (name: string, start: (element: HTMLElement) => void): void => {
  if (customElements.get(name) !== undefined) return;
  customElements.define(
    name,
    class extends HTMLElement {
      #started = false;

      connectedCallback(): void {
        if (this.#started) return;
        this.#started = true;
        start(this);
      }
    },
  );
};
