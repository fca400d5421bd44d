/** What is found in the forms of one page. */
export interface Walked {
  /** The buttons pressed, by address and value. */
  readonly pressed: readonly string[];
  readonly losses: readonly string[];
}

/**
 * Fills in every form of acts on the page at `path`, presses each button that only works on what was typed, as a browser without scripts would, and
 * compares what comes back; a link inside of a form that leads to another form loses everything. A button that sends it elsewhere brings all that was typed there, and so does one that
 * is refused: `most` makes each field so long as it may be and longer. Runs in a page, and uses nothing from outside of itself.
 */
export const walkForms = async ({ path, most }: { path: string; most: number }): Promise<Walked> => {
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
    else control.value = byType[control.type] ?? `1. Typed in ${control.name}.${' And more.'.repeat(most)}`;
  };

  const [pressed, losses]: [string[], string[]] = [[], []];
  for (const form of (await parse(fetch(path))).querySelectorAll('form[method=post]')) {
    const action = form.getAttribute('action') ?? '';
    const own = controlsOf(form).filter(isOwn);
    if (own.length === 0) continue;
    for (const link of form.querySelectorAll('a[href*="/do/"], a[href^="?"]'))
      losses.push(`${path}: the link “${link.textContent.trim()}” leads away from what was typed`);
    for (const control of own) fill(control);
    const names = new Set(own.map(({ name }) => name));
    const typed = pairsOf(form);
    for (const button of partsOf(form, 'button[name=step], button[formaction]')) {
      const step = (button as PageControl).value;
      const to = button.getAttribute('formaction')?.split('#')[0] ?? action;
      // What is kept, given up or read over is looked at by the tests of drafts.
      if (['save-draft', 'discard', 'review'].includes(step)) continue;
      pressed.push(`${to} ${step}`);
      const answer = fetch(to, {
        method: 'POST',
        body: new URLSearchParams([...typed, ['step', step]].map(([a = '', b = '']) => [a, b])),
      });
      const answered = await parse(answer);
      const again = [...answered.querySelectorAll(`form[action="${action}"]`)].at(0);
      // To number the clauses of what was typed, and to name them in what is kept, is what such a button is for.
      const words = (value: string): string =>
        /^(?:structure|save|open|$)/u.test(step) ? value.replaceAll(/ \{#[a-z]+\d+\}/gu, '') : value;
      if (again === undefined) {
        const there = new Set(
          [...answered.querySelectorAll('form')].flatMap((one) => pairsOf(one).map(([, value]) => words(value))),
        );
        const gone = typed.filter(([name, value]) => names.has(name) && !there.has(value));
        losses.push(...gone.map(([name, value]) => `${path}: “${button.textContent.trim()}” loses ${name}: ${value}`));
        continue;
      }
      const said = (pairs: typeof typed): ReadonlySet<string> =>
        new Set(pairs.filter(([name]) => names.has(name)).map(([name, value]) => `${name}: ${words(value)}`));
      const [before, now] = [said(typed), said(pairsOf(again))];
      const what = `${path}: “${button.textContent.trim()}”`;
      losses.push(...[...before.difference(now)].map((one) => `${what} loses ${one}`));
      losses.push(...[...now.difference(before)].map((one) => `${what} adds ${one}`));
    }
  }
  return { pressed, losses };
};
