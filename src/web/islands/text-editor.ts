import { type Editor, createEditor } from './editor/editor.ts';
import { type Keeper, createKeeper } from './editor/keeper.ts';
import { readSource, sourceOf } from './editor/source.ts';
import { createTeller, define, filled, part, show, wordsOf } from './kit/element.ts';

/** How long nobody must have typed before the field is written, in milliseconds. */
const QUIET = 300;

/** Keeps the draft whose fields are in the element; `null` where there are none. */
const keep = (
  element: HTMLElement,
  { now, show: put }: Pick<Parameters<typeof createKeeper>[0], 'now' | 'show'>,
): Keeper | null => {
  const saved = element.querySelector<HTMLElement>('[data-part=saved]');
  const form = element.closest('form');
  if (saved === null || form === null) return null;
  const words = wordsOf(element);
  const teller = createTeller(element);
  const clock = new Intl.DateTimeFormat(document.documentElement.lang, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'UTC',
  });
  const time = (at: number): string => `${clock.format(at)} UTC`;
  const value = (name: string): string => {
    const found = new FormData(form).get(name);
    return typeof found === 'string' ? found : '';
  };
  const keeper = createKeeper({
    address: element.dataset['drafts'] ?? '',
    form,
    place: [saved.dataset['owner'], value('draft-kind'), value('text')].join('/'),
    now,
    show: put,
    tell: (name, values = {}) => {
      saved.textContent = filled(words[name], values);
    },
    announce: (name) => teller.say(name),
    time,
  });
  const day = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'long', timeZone: 'UTC' });
  offer(element, keeper, (at) => filled(words['kept'], { time: `${day.format(at)}, ${time(at)},` }));
  submitWhenSaved(form, keeper);
  return keeper;
};

/** Offers back what this browser kept and nobody saved. */
const offer = (element: HTMLElement, keeper: Keeper, sentence: (at: number) => string): void => {
  const kept = keeper.kept();
  if (kept === null) return;
  const box = part(element, '[data-part=kept]');
  element.prepend(box);
  part(box, '[data-part=kept-words]').textContent = sentence(kept.at);
  const answered = (name: string, work: () => void): void =>
    part(box, `[data-part=${name}]`).addEventListener('click', () => {
      work();
      show(box, false);
    });
  answered('bring', () => keeper.bring(kept));
  answered('forget', () => keeper.forget());
  show(box);
};

/** What is sent is what was saved last: a save under way comes first, and none after it. */
const submitWhenSaved = (form: HTMLFormElement, keeper: Keeper): void => {
  let ready = false;
  form.addEventListener('submit', (event) => {
    if (ready) return;
    event.preventDefault();
    const { submitter } = event;
    const submit = async (): Promise<void> => {
      await keeper.end();
      // While the event is still on its way a form is not sent anew (HTML, 4.10.22.3).
      await new Promise((resolve) => setTimeout(resolve));
      ready = true;
      form.requestSubmit(submitter);
    };
    void submit();
  });
  addEventListener('pageshow', () => {
    ready = false;
    keeper.resume();
  });
};

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

  /** What the form says: the editor's words, or the field's where that is shown. */
  const source = (): string => (editor !== null && area.hidden ? sourceOf(editor.clauses()) : area.value);

  let writing: number | undefined;
  const write = (): void => {
    clearTimeout(writing);
    const now = source();
    if (area.value !== now) area.value = now;
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
    const found = readSource(area.value, editor?.clauses() ?? []);
    if (typeof found !== 'number') return found;
    teller.say('unreadable', { line: found });
    return null;
  };

  const open = (): void => {
    const found = read();
    if (found === null) return showPlain(true);
    if (found.title !== null && title !== null) title.value ||= found.title;
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
      area.value = sourceOf(editor.clauses());
    } else editor.bring(found.clauses);
    teller.say();
    return showPlain(false);
  };

  label.addEventListener('click', () => editor !== null && area.hidden && editor.focus());
  toggle.addEventListener('click', () => {
    if (area.hidden) {
      write();
      showPlain(true);
    } else open();
    if (area.hidden) editor?.focus();
    else area.focus();
  });
  show(toggle);
  open();
  keeper = keep(element, {
    now: () => ({ title: title?.value.trim() ?? '', body: source().trim() }),
    show: (text) => {
      if (title !== null && title.value.trim() !== text.title) title.value = text.title;
      if (source().trim() === text.body) return;
      area.value = text.body;
      if (area.hidden) open();
    },
  });
  for (const input of [area, title]) {
    input?.addEventListener('input', () => keeper?.changed());
    input?.addEventListener('change', () => keeper?.flush());
  }
});
