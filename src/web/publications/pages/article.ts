import type { Article, Periodical, Wording } from '../../../charter/publications/state.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { inLanguage, languageText } from '../../kit/languages.ts';
import { page } from '../../kit/layout.ts';
import { linkRow } from '../../kit/listing.ts';
import { plainClauses } from '../../kit/prose.ts';
import { sentence, theirs } from '../../kit/theirs.ts';
import { dayText, nameOf, org } from '../../kit/words.ts';
import { mayWork } from '../../texts/parts/text-facts.ts';
import { issueName } from '../parts/names.ts';
import { articlePath, issuePath, periodicalPath } from '../parts/paths.ts';

/** An article that was written for a periodical, in one of its languages; for members. */
export const articlePage = (
  context: Context,
  periodical: Periodical,
  article: Article,
  wording: Wording,
  language: string,
): Html => {
  const words = context.t.publications;
  const { by, number, wordings } = article;
  return page(context, {
    title: wording.title,
    about: [`publications/${periodical.number}`],
    width: 'narrow',
    body: html`<p class="symbol">
        <a href="${periodicalPath(context, periodical)}">${theirs(periodical.title)}</a> · ${words.article.label}
      </p>
      <h1 ${inLanguage(language)}>${theirs(wording.title)}</h1>
      <p class="about">${sentence(words.article.by, org(context, by))}</p>
      ${state(context, periodical, article)}
      ${
        wordings.size < 2
          ? ''
          : linkRow(
              words.languages,
              [...wordings.keys()].map((tag) => ({
                label: languageText(context, tag),
                href: `${articlePath(context, periodical, number)}/${tag}`,
                here: tag === language,
              })),
            )
      }
      <p class="quiet">${wordedBy(context, article, wording, language)}</p>
      <div class="document unnumbered" ${inLanguage(language)}>${plainClauses(context, wording.clauses, 2)}</div>
      ${steps(context, periodical, article)}`,
  });
};

const state = (context: Context, periodical: Periodical, { withdrawn, issue: number }: Article): Html | '' => {
  const words = context.t.publications.article;
  if (withdrawn !== null) return html`<p class="fate">${words.withdrawn(dayText(context, withdrawn.at))}</p>`;
  const issue = number === null ? undefined : periodical.issues[number - 1];
  return issue === undefined
    ? ''
    : html`<p class="fate">
        <a href="${issuePath(context, periodical, issue)}">${words.published(issueName(context, issue))}</a>
      </p>`;
};

/** Whose words these are; of another language, whether the original has changed since. */
const wordedBy = (context: Context, article: Article, wording: Wording, language: string): string => {
  const words = context.t.publications.article;
  const name = languageText(context, language);
  if (language === article.language) return `${words.written(name)}.`;
  const original = article.wordings.get(article.language);
  const behind = (original?.on.index ?? 0) > wording.on.index ? `; ${words.behind}` : '';
  const whose = wording.by === article.by ? words.own(name) : words.translated(nameOf(context, wording.by), name);
  return `${whose}${behind}.`;
};

const steps = (context: Context, periodical: Periodical, article: Article): Html | '' => {
  const { me, base, t } = context;
  if (me === null || article.withdrawn !== null || article.issue !== null) return '';
  const { id } = me.organisation;
  const words = t.publications.article;
  const isMine = article.by === id;
  const query = `periodical=${periodical.number}&article=${article.number}`;
  const links = mayWork(context)
    ? periodical.languages.flatMap((tag): readonly Html[] => {
        const known = article.wordings.get(tag);
        const may = isMine || (tag !== article.language && (known === undefined || known.by === id));
        const label = (known === undefined ? words.translate : words.edit)(languageText(context, tag));
        return may
          ? [html`<a class="button second" href="${base}/do/article.write?${query}&language=${tag}">${label}</a>`]
          : [];
      })
    : [];
  return html`<p class="actions no-print">
    ${links} ${isMine ? html`<a href="${base}/do/article.withdraw?${query}">${words.takeBack}</a>` : ''}
  </p>`;
};
