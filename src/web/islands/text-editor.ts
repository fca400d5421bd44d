import { fitProse } from '../../base/fit.ts';
import type { Renamed } from '../shared/merge-drafts.ts';
import { bodyOf, settledBody } from '../shared/typed-source.ts';
import { keepDraft } from './editor/drafting.ts';
import { type Editor, createEditor } from './editor/editor.ts';
import type { Keeper } from './editor/keeper.ts';
import { createLimits } from './editor/limits.ts';
import { rewriteField } from './editor/rewrite-area.ts';
import { readSource } from './editor/source.ts';
import { createTeller, define, part, show, wordsOf } from './kit/element.ts';

/** How long nobody must have typed before the field is written, in milliseconds. */
const QUIET = 300;

/**
 * `<text-editor>`: sets the text in its field as it will be printed, to be typed into, and keeps a draft of it. The field is written at every
 * change and sent as ever; it can be shown in place of the editor. Where the field cannot be read it stays, and says so.
 *
 * `data-drafts`: where drafts are kept; with the hidden fields of a draft in the element, they are.
 */
define('text-editor', (element) => {
  const words = wordsOf(element);
  const teller = createTeller(element);
  const area = part(element, 'textarea', HTMLTextAreaElement);
  const label = part(element, `label[for=${area.id}]`, HTMLLabelElement);
  const keys = part(element, '[data-part=keys]');
  const toggle = part(element, '[data-part=toggle]', HTMLButtonElement);
  const named = area.form?.elements.namedItem('title');
  const title = named instanceof HTMLInputElement ? named : null;
  const { required } = area;
  let editor: Editor | null = null;
  let keeper: Keeper | null = null;

  const titled = (): string => fitProse(title?.value ?? '').trim();
  /** What the form says: the editor's words, or the field's where that is shown. */
  const source = (): string => (editor !== null && area.hidden ? bodyOf(editor.clauses()) : settledBody(area.value));

  // What a browser filled in from an earlier visit is not what the draft says; what was written and not saved is brought back by its keeper.
  if (element.querySelector('[data-part=saved]') !== null) {
    area.value = area.defaultValue;
    if (title !== null) title.value = title.defaultValue;
  }

  const limits = createLimits(element, () => ({
    typed: { title: titled(), body: source() },
    clauses: editor !== null && area.hidden ? editor.clauses() : null,
  }));
  let writing: number | undefined;
  const write = (): void => {
    clearTimeout(writing);
    const now = source();
    if (area.hidden && area.value !== now) area.value = now;
    limits.tell();
  };
  const changed = (): void => {
    keeper?.changed();
    // Writing a long field holds up what is typed; whoever sends the form before it is written is given the words all the same.
    clearTimeout(writing);
    writing = setTimeout(write, QUIET);
  };
  area.form?.addEventListener('formdata', ({ formData }) => formData.set(area.name, source()));

  const showPlain = (plain: boolean): void => {
    show(area, plain);
    for (const help of element.querySelectorAll<HTMLElement>(`#${area.id}-hint, [data-part=typed]`)) show(help, plain);
    if (editor !== null) show(editor.element, !plain);
    show(keys, !plain);
    // A field that is not shown cannot be filled in: the server says that it is empty.
    area.required = required && plain;
    toggle.textContent = (plain ? words['showEditor'] : words['showPlain']) ?? '';
  };

  /** The clauses in the field; `null`, having said why, where it cannot be read. */
  const read = () => {
    const found = readSource({ title: titled(), body: area.value }, editor?.clauses() ?? []);
    if (found.ok) return found.value;
    const { kind, ...fault } = found.error;
    if ('number' in fault && kind !== 'clause-too-long') teller.say(`unreadable-${kind}`, { place: fault.number });
    else teller.say('unreadable');
    return null;
  };

  /** Sets the field's text in the editor. `others`: it is what others have written, by the names that clauses have there. */
  const open = (others: Renamed | null): void => {
    const found = read();
    if (found === null) return showPlain(true);
    if (title !== null && titled() === '') title.value = found.title;
    if (editor === null) {
      label.id ||= `${area.id}-label`;
      editor = createEditor({
        words,
        clauses: found.clauses,
        labelledBy: label.id,
        describedBy: keys.id,
        onChange: changed,
        onBlur: () => {
          write();
          keeper?.flush();
        },
      });
      area.before(editor.element);
      // Every clause has its name from here on.
      area.value = bodyOf(editor.clauses());
    } else if (others === null) editor.rewrite(found.clauses);
    else editor.bring(found.clauses, others);
    teller.say();
    return showPlain(false);
  };

  label.addEventListener('click', () => editor !== null && area.hidden && editor.focus());
  toggle.addEventListener('click', () => {
    if (area.hidden) {
      write();
      showPlain(true);
    } else open(null);
    if (area.hidden) editor?.focus();
    else area.focus();
  });
  show(toggle);
  open(null);
  keeper = keepDraft(element, {
    now: () => ({ title: titled(), body: source() }),
    show: (text, renamed) => {
      if (title !== null && titled() !== text.title) rewriteField(title, text.title);
      if (!area.hidden) return source() === text.body ? undefined : rewriteField(area, text.body);
      area.value = text.body;
      return open(renamed);
    },
  });
  for (const input of [area, title]) {
    input?.addEventListener('input', changed);
    input?.addEventListener('change', () => keeper?.flush());
  }
  limits.tell();
});
