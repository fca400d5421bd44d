import { define } from './kit/element.ts';

/** What the server answers at `/found/names`. */
interface Told {
  /** Short names, by their fields, where none is typed. */
  readonly proposed: Readonly<Record<string, string>>;
  readonly fault: { readonly field: string; readonly why: string } | null;
}

/** `<founding-names>`: fills in short names while names are typed, and says at once where two founders could be taken for each other. What it fills in is overwritten by whoever types there. */
define('founding-names', (element) => {
  const form = element.closest('form');
  if (form === null) return;
  const mine = new Map<HTMLInputElement, string>();
  let last: AbortController | null = null;

  const inputs = (): readonly HTMLInputElement[] => [...element.querySelectorAll<HTMLInputElement>('input[name]')];

  const clear = (): void => {
    for (const error of element.querySelectorAll('[data-live]')) error.remove();
    for (const input of inputs()) if (input.dataset['fault'] === 'live') unmark(input);
  };
  const unmark = (input: HTMLInputElement): void => {
    delete input.dataset['fault'];
    input.removeAttribute('aria-invalid');
    const described = (input.getAttribute('aria-describedby') ?? '').split(' ').filter((id) => !id.endsWith('-live'));
    input.setAttribute('aria-describedby', described.join(' '));
  };
  const mark = (input: HTMLInputElement, why: string): void => {
    if (input.getAttribute('aria-invalid') === 'true') return;
    const error = Object.assign(document.createElement('p'), {
      className: 'error',
      id: `${input.id}-live`,
      textContent: why,
    });
    error.dataset['live'] = '';
    error.setAttribute('role', 'status');
    input.dataset['fault'] = 'live';
    input.setAttribute('aria-invalid', 'true');
    input.setAttribute('aria-describedby', `${input.getAttribute('aria-describedby') ?? ''} ${error.id}`.trim());
    input.after(error);
  };

  const ask = async (): Promise<void> => {
    last?.abort();
    last = new AbortController();
    const typed = new FormData(form);
    // What was proposed here is proposed anew from the name as it is by now.
    for (const [input, value] of mine) if (input.value === value) typed.set(input.name, '');
    const answer = await fetch('/found/names', { method: 'POST', body: typed, signal: last.signal });
    if (!answer.ok) return;
    const { proposed, fault } = (await answer.json()) as Told;
    for (const input of inputs()) {
      const name = proposed[input.name];
      if (name === undefined || (input.value !== '' && mine.get(input) !== input.value)) continue;
      input.value = name;
      mine.set(input, name);
    }
    clear();
    const faulty = inputs().find(({ name }) => name === fault?.field);
    if (fault !== null && faulty !== undefined) mark(faulty, fault.why);
  };

  // Whoever is offline, or types on, is told by the step's own button.
  element.addEventListener('change', () => void ask().catch(() => undefined));
});
