import { type Editor, createEditor } from './editor/editor.ts';
import { readSource, sourceOf } from './editor/source.ts';
import { createTeller, define, part, show, wordsOf } from './kit/element.ts';

/**
 * `<text-editor>`: sets the text in its field as it will be printed, to be typed into. The field is written at every change and sent as
 * ever; it can be shown in place of the editor. Where the field cannot be read it stays, and says so.
 */
define('text-editor', (element) => {
  const words = wordsOf(element);
  const teller = createTeller(element);
  const area = part(element, 'textarea', HTMLTextAreaElement);
  const label = part(element, `label[for=${area.id}]`, HTMLLabelElement);
  const hint = element.querySelector<HTMLElement>(`#${area.id}-hint`);
  const keys = part(element, '[data-part=keys]');
  const toggle = part(element, '[data-part=toggle]', HTMLButtonElement);
  const { required } = area;
  let editor: Editor | null = null;

  /** Writes the field, as if it had been typed in. */
  const write = (): void => {
    if (editor === null) return;
    area.value = sourceOf(editor.clauses());
    area.dispatchEvent(new Event('input', { bubbles: true }));
  };

  const showPlain = (plain: boolean): void => {
    show(area, plain);
    if (hint !== null) show(hint, plain);
    if (editor !== null) show(editor.element, !plain);
    show(keys, !plain);
    // A field that is not shown cannot be filled in: the server says that it is empty.
    area.required = required && plain;
    toggle.textContent = (plain ? words['showEditor'] : words['showPlain']) ?? '';
  };

  /** The clauses in the field; `null`, having said why, where it cannot be read. */
  const read = () => {
    const found = readSource(area.value, editor?.clauses() ?? []);
    if (typeof found !== 'number') return found;
    teller.say('unreadable', { line: found });
    return null;
  };

  const open = (): void => {
    const found = read();
    if (found === null) return showPlain(true);
    const title = area.form?.elements.namedItem('title');
    if (found.title !== null && title instanceof HTMLInputElement) title.value ||= found.title;
    if (editor === null) {
      label.id ||= `${area.id}-label`;
      editor = createEditor({
        words,
        clauses: found.clauses,
        labelledBy: label.id,
        describedBy: keys.id,
        onChange: write,
        onBlur: () => area.dispatchEvent(new Event('change', { bubbles: true })),
      });
      area.before(editor.element);
    } else editor.bring(found.clauses);
    teller.say();
    return showPlain(false);
  };

  label.addEventListener('click', () => editor !== null && area.hidden && editor.focus());
  toggle.addEventListener('click', () => {
    if (!area.hidden) open();
    else showPlain(true);
    if (area.hidden) editor?.focus();
    else area.focus();
  });
  show(toggle);
  open();
});
