import type { Notice } from '../../../charter/meetings/state.ts';
import { dayIn } from '../../../conference/reading/zone-words.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { languageText } from '../../kit/languages.ts';
import { placeTime } from '../../kit/meeting-when.ts';
import { paragraphs } from '../../kit/prose.ts';
import { listText, org } from '../../kit/words.ts';

/** What a notice says, fact by fact: on the meeting's page, before it is signed, and where it changes. */

export type NoticeBody = Omit<Notice, 'by' | 'on'>;

/** The facts that a notice can change, each in words. */
const factsOf = (context: Context, notice: NoticeBody): readonly (readonly [label: string, value: Html])[] => {
  const words = context.t.meetings.notice;
  const { place, link, languages } = notice;
  return [
    [words.when, placeTime(context, notice)],
    [words.where, html`<bdi>${place ?? context.t.meetings.head.online}</bdi>`],
    [
      words.join,
      link === null ? html`${words.nothing}` : html`<a href="${link}" rel="external noopener nofollow">${link}</a>`,
    ],
    [
      words.languages,
      html`${listText(
        context,
        languages.map((tag) => languageText(context, tag)),
      )}`,
    ],
    [words.follow, html`${notice.public ? words.followAll : words.followMembers}`],
  ];
};

const rows = (facts: readonly (readonly [string, Html])[]): Html =>
  html`${facts.map(
    ([label, value]) =>
      html`<dt>${label}</dt>
        <dd>${value}</dd>`,
  )}`;

/** `more`: facts about the notice itself, after its own. */
export const noticeFacts = (
  context: Context,
  notice: NoticeBody,
  more: readonly (readonly [string, Html])[] = [],
): Html => {
  const { join } = context.t.meetings.notice;
  const facts = factsOf(context, notice).filter(([label]) => label !== join || notice.link !== null);
  return html`<dl class="facts">${rows([...facts, ...more])}</dl>
    ${notice.words === null ? '' : paragraphs(notice.words)}`;
};

/** What each notice after the first has changed, the latest first. */
export const noticeChanges = (context: Context, notices: readonly Notice[]): Html | '' => {
  const words = context.t.meetings.notice;
  if (notices.length < 2) return '';
  return html`<h2>${words.changes}</h2>
    ${notices
      .map((notice, i) => ({ notice, before: notices[i - 1], number: i + 1 }))
      .slice(1)
      .toReversed()
      .map(
        ({ notice, before, number }) =>
          html`<section class="notice-change">
            <h3>
              ${words.changedOn(number, dayIn(notice.on.at, notice.zone, context.language))}${org(context, notice.by)}
            </h3>
            ${before === undefined ? '' : changed(context, before, notice)}
          </section>`,
      )}`;
};

const changed = (context: Context, before: Notice, now: Notice): Html => {
  const words = context.t.meetings.notice;
  const was = factsOf(context, before);
  const differing = factsOf(context, now).flatMap(([label, value], i) => {
    const earlier = was[i]?.[1];
    return earlier === undefined || String(earlier) === String(value) ? [] : [{ label, value, earlier }];
  });
  return html`<dl class="facts">
      ${differing.map(
        ({ label, value, earlier }) =>
          html`<dt>${label}</dt>
            <dd>
              <del><span class="visually-hidden">${words.was}: </span>${earlier}</del>
              <ins class="block"><span class="visually-hidden">${words.now}: </span>${value}</ins>
            </dd>`,
      )}
    </dl>
    ${now.words === before.words || now.words === null ? '' : paragraphs(now.words)}`;
};
