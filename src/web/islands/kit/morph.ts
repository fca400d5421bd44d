import { Idiomorph } from 'idiomorph';

/** Moves a page on to what the server says now, and leaves alone what a reader is in the middle of. */

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const isControl = (node: Node): node is Control =>
  node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement || node instanceof HTMLSelectElement;

/** Whether somebody has typed or chosen something here since the page came. */
const isTouched = (control: Control): boolean => {
  if (control instanceof HTMLSelectElement)
    return [...control.options].some((option) => option.selected !== option.defaultSelected);
  if (control instanceof HTMLInputElement && (control.type === 'checkbox' || control.type === 'radio'))
    return control.checked !== control.defaultChecked;
  return control.type !== 'hidden' && control.value !== control.defaultValue;
};

/** A select whose options name no choice shows its first, which is then no choice of the reader's. */
const isReadersOwn = (control: Control): boolean => {
  if (control === document.activeElement) return true;
  if (control instanceof HTMLSelectElement && ![...control.options].some((option) => option.defaultSelected))
    return control.selectedIndex > 0;
  return isTouched(control);
};

/** What an island has made of its element is its own. */
const isIsland = (node: Node): boolean => node instanceof Element && node.localName.includes('-');

/** Whether a reader is in the middle of something here. */
export const holdsReadersOwn = (node: Node): boolean =>
  node instanceof Element &&
  [node, ...node.querySelectorAll('input, textarea, select')].some((each) => isControl(each) && isReadersOwn(each));

/**
 * Makes `old` what `fresh` is, and gives the elements whose words have changed. What a reader has typed, opened, selected or focused
 * stays, and stays where it is.
 */
export const morph = (old: Element, fresh: Element): readonly Element[] => {
  const watcher = new MutationObserver(() => undefined);
  watcher.observe(old, { subtree: true, childList: true, characterData: true });
  void Idiomorph.morph(old, [...fresh.childNodes], {
    morphStyle: 'innerHTML',
    ignoreActiveValue: true,
    callbacks: {
      beforeNodeMorphed: (node) => !isIsland(node) && !(isControl(node) && isReadersOwn(node)),
      beforeNodeRemoved: (node) => !holdsReadersOwn(node),
      beforeAttributeUpdated: (name, node) => !(name === 'open' && node instanceof HTMLDetailsElement),
    },
  });
  const changed = watcher.takeRecords().flatMap(changedBy);
  watcher.disconnect();
  return [...new Set(changed)].filter((element) => old.contains(element) && element !== old);
};

const BLOCKS = 'p, li, tr, dd, dt, h1, h2, h3, summary, section, article, details, .panel, .clause';

/** The paragraph, row or clause that an observed change is in, or else what was put in. White space between elements is none. */
const changedBy = ({ type, target, addedNodes }: MutationRecord): readonly Element[] => {
  const nodes = type === 'characterData' ? [target] : [...addedNodes];
  return nodes
    .filter((node) => node.textContent?.trim() !== '')
    .flatMap((node) => {
      const element = node instanceof Element ? node : node.parentElement;
      return element?.closest(BLOCKS) ?? element ?? [];
    });
};
