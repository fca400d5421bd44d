/**
 * The little of a page that test functions touch when `page.evaluate` runs them there. Not the DOM library: beside
 * Node's types it gives the server's code a `document`, and two kinds of CryptoKey.
 */

interface PageElement {
  readonly tagName: string;
  remove(): void;
  readonly className: string;
  readonly textContent: string;
  readonly scrollWidth: number;
  readonly clientWidth: number;
  getAttribute(name: string): string | null;
  getBoundingClientRect(): { readonly top: number; readonly right: number; readonly width: number };
  checkVisibility(): boolean;
  matches(selector: string): boolean;
  compareDocumentPosition(other: PageElement): number;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
  closest(selector: string): PageElement | null;
}

interface PageControl extends PageElement {
  readonly localName: string;
  readonly name: string;
  readonly type: string;
  readonly min: string;
  readonly options: ArrayLike<unknown>;
  value: string;
  checked: boolean;
  selectedIndex: number;
}

declare const document: {
  readonly title: string;
  readonly visibilityState: 'visible' | 'hidden';
  readonly documentElement: PageElement;
  readonly body: PageElement;
  readonly activeElement: PageElement | null;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
};

declare class DOMParser {
  parseFromString(markup: string, type: 'text/html'): Pick<PageElement, 'querySelector' | 'querySelectorAll'>;
}

declare const caches: { open(name: string): Promise<{ keys(): Promise<readonly unknown[]> }> };

declare const location: { readonly href: string; readonly pathname: string };

interface Navigator {
  /** WebAuthn; options as in the specification, bytes as Uint8Array. */
  readonly credentials: {
    create(options: { readonly publicKey: object }): Promise<{ readonly id: string } | null>;
    get(options: { readonly publicKey: object }): Promise<{ readonly id: string } | null>;
  };
}
