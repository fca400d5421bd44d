/** What is found in the forms of one page. */
export interface Walked {
  /** The buttons pressed, by address and value. */
  readonly pressed: readonly string[];
  readonly losses: readonly string[];
}

/**
 * Fills in every form of acts on the page at `path`, presses each button that only works on what was typed, as a browser without scripts would, and
 * compares what comes back; a link inside of a form that leads to another form loses everything. Runs in a page, and uses nothing from outside of itself.
 */
export const walkForms = async (path: string): Promise<Walked> => {
  const parse = async (answer: Promise<Response>) =>
    new DOMParser().parseFromString(await (await answer).text(), 'text/html');
  /** What stands in the form, and what says that it is part of it. */
  const partsOf = (form: PageElement, selector: string): readonly PageElement[] => [
    ...form.querySelectorAll(selector),
    ...(form.closest('body')?.querySelectorAll(
      selector
        .split(', ')
        .map((one) => `${one}[form="${form.getAttribute('id') ?? ''}"]`)
        .join(', '),
    ) ?? []),
  ];
  const controlsOf = (form: PageElement) => partsOf(form, 'input, textarea, select').map((one) => one as PageControl);
  const isOwn = ({ type, name }: PageControl): boolean => !['hidden', 'file', 'submit'].includes(type) && name !== '';
  const pairsOf = (form: PageElement): readonly (readonly [string, string])[] =>
    controlsOf(form)
      .filter(
        ({ type, checked, name }) => name !== '' && type !== 'file' && (!/^(?:checkbox|radio)$/u.test(type) || checked),
      )
      .map(({ name, value }) => [name, value.replaceAll(/\r\n?/gu, '\n').trim()] as const);
  const fill = (control: PageControl): void => {
    const byType: Readonly<Record<string, string>> = {
      date: '2027-03-04',
      'datetime-local': '2027-03-04T10:30',
      number: `${Number(control.min || '1') + 1}`,
      url: 'https://example.org/typed',
    };
    if (control.localName === 'select') control.selectedIndex = control.options.length - 1;
    else if (control.type === 'checkbox') control.checked = !control.checked;
    else if (control.type === 'radio') control.checked = true;
    else control.value = byType[control.type] ?? `1. Typed in ${control.name}.`;
  };

  const [pressed, losses]: [string[], string[]] = [[], []];
  for (const form of (await parse(fetch(path))).querySelectorAll('form[method=post][action*="/do/"]')) {
    const action = form.getAttribute('action') ?? '';
    const own = controlsOf(form).filter(isOwn);
    if (own.length === 0) continue;
    for (const link of form.querySelectorAll('a[href*="/do/"], a[href^="?"]'))
      losses.push(`${path}: the link “${link.textContent.trim()}” leads away from what was typed`);
    for (const control of own) fill(control);
    const names = new Set(own.map(({ name }) => name));
    const typed = pairsOf(form);
    for (const button of partsOf(form, 'button[name=step]')) {
      const step = (button as PageControl).value;
      if (step === 'save-draft') continue;
      pressed.push(`${action} ${step}`);
      const answer = fetch(action, {
        method: 'POST',
        body: new URLSearchParams([...typed, ['step', step]].map(([a = '', b = '']) => [a, b])),
      });
      const again = [...(await parse(answer)).querySelectorAll(`form[action="${action}"]`)].at(0);
      // To number the clauses of what was typed is what such a button is for.
      const words = (value: string): string =>
        step.startsWith('structure') ? value.replaceAll(/ \{#[a-z]+\d+\}/gu, '') : value;
      const said = (pairs: typeof typed): ReadonlySet<string> =>
        new Set(pairs.filter(([name]) => names.has(name)).map(([name, value]) => `${name}: ${words(value)}`));
      const [before, now] = [said(typed), said(again === undefined ? [] : pairsOf(again))];
      const what = `${path}: “${button.textContent.trim()}”`;
      losses.push(...[...before.difference(now)].map((one) => `${what} loses ${one}`));
      losses.push(...[...now.difference(before)].map((one) => `${what} adds ${one}`));
    }
  }
  return { pressed, losses };
};
