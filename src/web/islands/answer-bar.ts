import { define, filled, part, wordsOf } from './kit/element.ts';

/**
 * `<answer-bar>`: at the foot of a form of answers says how many were changed and are not signed yet. Where the marks beside the words are folded away it shows
 * those of the clause in view, for a thumb to press.
 */

/** How far down the screen the eye is taken to rest. */
const EYE = 0.4;

define('answer-bar', (element) => {
  const words = wordsOf(element);
  const said = part(element, '.said');
  const now = part(element, '.now');
  const answers = (): readonly Element[] => [...document.querySelectorAll('.answer')];
  let shown: Element | null = null;

  const count = (): void => {
    const changed = answers().filter(isChanged).length;
    const sentence = changed === 0 ? '' : filled(words[changed === 1 ? 'one' : 'many'], { n: changed });
    if (said.textContent !== sentence) said.textContent = sentence;
    element.classList.toggle('waits', changed > 0);
  };

  const inView = (): Element | null => {
    const line = innerHeight * EYE;
    const folded = answers().filter((answer) => answer.closest('details.take') !== null);
    return (
      folded.find((answer) => {
        const { top, bottom } = (answer.closest('.clause, article') ?? answer).getBoundingClientRect();
        return top <= line && bottom > line;
      }) ?? null
    );
  };

  const choose = (answer: Element, radio: HTMLInputElement): void => {
    radio.checked = true;
    radio.dispatchEvent(new Event('change', { bubbles: true }));
    if (radio.value !== 'object') return;
    answer.closest('details')?.setAttribute('open', '');
    answer.querySelector('textarea')?.focus();
  };

  const draw = (): void => {
    const answer = inView();
    shown = answer;
    if (answer === null) return now.replaceChildren();
    const radios = [...answer.querySelectorAll<HTMLInputElement>('input[type=radio]')].slice(0, 4);
    now.setAttribute('role', 'group');
    now.setAttribute('aria-label', answer.querySelector('legend')?.textContent.trim() ?? '');
    now.replaceChildren(
      ...radios.map((radio) => {
        const button = document.createElement('button');
        button.type = 'button';
        button.className = 'plain';
        const label = radio.closest('label');
        const mark = label?.querySelector('span')?.cloneNode(true);
        if (mark !== undefined) button.append(mark);
        button.setAttribute('aria-label', label?.textContent.trim() ?? radio.value);
        button.setAttribute('aria-pressed', `${radio.checked}`);
        button.addEventListener('click', () => choose(answer, radio));
        return button;
      }),
    );
  };

  let waiting = false;
  const soon = (): void => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      count();
      if (inView() !== shown || shown !== null) draw();
    });
  };
  document.addEventListener('input', soon);
  document.addEventListener('change', soon);
  addEventListener('scroll', () => inView() === shown || soon(), { passive: true });
  addEventListener('resize', soon);
  soon();
});

/** Whether something other was chosen or typed than what the page came with. */
const isChanged = (answer: Element): boolean =>
  [...answer.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input[type=radio], textarea')].some((field) =>
    field instanceof HTMLInputElement ? field.checked && !field.defaultChecked : field.value !== field.defaultValue,
  );
