import { present } from '../../../charter/texts/texts.ts';
import type { Item, Periodical } from '../../../charter/publications/state.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { type FormState, hidden } from '../../kit/controls.ts';
import type { Fields } from '../../kit/fields.ts';
import { fieldProblem } from '../../kit/problem.ts';
import { theirs } from '../../kit/theirs.ts';
import { org } from '../../kit/words.ts';
import { languageFor } from '../parts/names.ts';

/** What goes into an issue, and in which order: each thing that may has a place to be filled in, and goes in the version that its editor saw. */

type Kind = Item['kind'];

interface Named {
  readonly kind: Kind;
  readonly number: number;
  readonly version: string;
}

/** The newest so many of each are offered. */
const OFFERED: Readonly<Record<Kind, number>> = { article: 60, text: 20, statement: 20 };

const offered = ({ reader }: Context, periodical: Periodical): readonly Named[] => {
  const named = (kind: Kind, numbers: readonly number[]): readonly Named[] =>
    numbers.slice(-OFFERED[kind]).flatMap((number) => {
      const item = reader.itemNow(periodical, { kind, number });
      return item === null ? [] : [{ kind, number, version: item.version }];
    });
  const adopted = reader.texts().filter(({ stage }) => stage === 'adopted');
  return [
    ...named('article', periodical.waiting),
    ...named(
      'text',
      adopted.map(({ number }) => number),
    ).toReversed(),
    ...named(
      'statement',
      reader.statements().map(({ number }) => number),
    ).toReversed(),
  ];
};

/** What one of them is called, and whose it is. */
const nameOf = (context: Context, periodical: Periodical, { kind, number }: Pick<Named, 'kind' | 'number'>) => {
  const { reader, t } = context;
  switch (kind) {
    case 'article': {
      const article = periodical.articles[number - 1];
      const own = languageFor(context, periodical);
      const wording = article?.wordings.get(own) ?? article?.wordings.get(article.language);
      return { title: wording?.title ?? '', what: article === undefined ? '' : org(context, article.by) };
    }
    case 'text': {
      const text = reader.text(number);
      const symbol = text?.decision?.outcome?.symbol ?? '';
      return { title: text === null ? '' : present(text).title, what: t.publications.text(symbol) };
    }
    case 'statement':
      return { title: reader.statement(number)?.title ?? '', what: t.publications.statement };
  }
};

export const itemsField = (state: FormState, periodical: Periodical): Html => {
  const { context, fields, problem } = state;
  const { form } = context.t.publications;
  const items = offered(context, periodical);
  if (items.length === 0) return html`<p class="empty">${form.nothing}</p>`;
  const error = fieldProblem(context, problem, 'items');
  return html`<fieldset class="field" aria-describedby="items-hint${error === null ? '' : ' items-error'}">
    <legend>${form.items}</legend>
    <p class="hint" id="items-hint">${form.itemsHint}</p>
    <ol class="placing">
      ${items.map((item) => {
        const { title, what } = nameOf(context, periodical, item);
        const name = `${item.kind}-${item.number}`;
        return html`<li>
          ${hidden(`version-${name}`, item.version)}
          <input
            type="number"
            name="place-${name}"
            min="1"
            max="99"
            value="${fields.text(`place-${name}`)}"
            aria-label="${form.place(title)}"
          />
          <span class="what">${theirs(title)} <span class="why">${what}</span></span>
        </li>`;
      })}
    </ol>
    ${error === null ? '' : html`<p class="error" id="items-error">${error}</p>`}
  </fieldset>`;
};

const PLACED = /^place-(article|text|statement)-([1-9]\d{0,6})$/u;

/** Those that were given a place, by it; `null`: one of them is no place. */
export const placedItems = (fields: Fields): readonly Named[] | null => {
  const placed = fields.entries().flatMap(([name]) => {
    const [, kind, number] = PLACED.exec(name) ?? [];
    if (kind === undefined || number === undefined || fields.text(name) === '') return [];
    return [{ kind: kind as Kind, number: Number(number), place: fields.integer(name) }];
  });
  if (placed.some(({ place }) => !(place >= 1))) return null;
  return placed
    .toSorted((a, b) => a.place - b.place)
    .map(({ kind, number }) => ({ kind, number, version: fields.text(`version-${kind}-${number}`) }));
};

/** What an act puts into an issue, in order. */
export const namedItems = (
  context: Context,
  number: number,
  items: readonly Pick<Named, 'kind' | 'number'>[],
): Html => {
  const periodical = context.reader.periodical(number);
  return html`<ol class="contents">
    ${items.map((item) => {
      const { title, what } = periodical === null ? { title: '', what: '' } : nameOf(context, periodical, item);
      return html`<li>${theirs(title)} <span class="why">${what}</span></li>`;
    })}
  </ol>`;
};
