import { standingIn } from '../../../charter/decisions/statement-state.ts';
import { noticeOf } from '../../../charter/meetings/meeting-rules.ts';
import { type Html, html } from '../../../markup/html.ts';
import { face } from '../../kit/face.ts';
import type { Context } from '../../kit/context.ts';
import { feedLinks } from '../../kit/feed-links.ts';
import { page } from '../../kit/layout.ts';
import { meetingPath } from '../../kit/meeting-link.ts';
import { meetingTitle } from '../../kit/meeting-when.ts';
import { sentence, theirs } from '../../kit/theirs.ts';
import { countryName, dayText, listText } from '../../kit/words.ts';
import { adoptedTexts } from '../../texts/pages/documents.ts';
import { decisionCard } from '../../texts/parts/decision-card.ts';

/** What a stranger sees first: what this is, what it has decided, who has signed. */
export const frontPage = (context: Context): Html => {
  const { t, base, reader } = context;
  const words = t.site.front;
  const charter = reader.charter()?.charter;
  const name = charter?.name ?? context.conference.slug;
  const adopted = adoptedTexts(reader);
  return page(context, {
    title: name,
    feed: `${base}/feed.atom`,
    card: { words: ledeOf(context), type: 'Organization' },
    body: html`<div class="front">
        <h1>${theirs(name)}</h1>
        <p class="lede">${ledeOf(context)}</p>
        ${faces(context)}
      </div>
      <h2>${words.decisions}</h2>
      ${
        adopted.length === 0
          ? html`<p class="empty">${words.decisionsNone}</p>`
          : html`<ul class="cards">
              ${adopted.slice(0, CARDS).map((text) => decisionCard(context, text, 3))}
            </ul>`
      }
      ${
        adopted.length > CARDS ? html`<p><a href="${base}/decisions">${words.decisionsAll(adopted.length)}</a></p>` : ''
      }
      <div class="split">
        <div>${statements(context)}</div>
        <aside>${about(context)} ${check(context)} ${join(context)}</aside>
      </div>`,
  });
};

const CARDS = 6;

const ledeOf = ({ t, reader }: Context): string => {
  const participants = reader.participants();
  return t.site.front.lede(participants.length, new Set(participants.map(({ country }) => country)).size);
};

/** More would fill the first screen. */
const FACES = 40;

const faces = (context: Context): Html => {
  const { t, base, language, reader } = context;
  const words = t.site.front;
  const collator = new Intl.Collator(language);
  const all = reader.participants().toSorted((a, b) => collator.compare(a.name, b.name));
  const more = all.length - FACES;
  return html`<ul class="faces" aria-label="${words.faces}">
    ${all.slice(0, FACES).map((organisation) => html`<li>${face(context, organisation)}</li>`)}
    ${more > 0 ? html`<li><a href="${base}/participants">${words.more(more)}</a></li>` : ''}
  </ul>`;
};

const about = (context: Context): Html => {
  const { t, base, reader } = context;
  const words = t.site.front;
  const { founded } = reader;
  const seat = reader.charter()?.charter.seat;
  return html`<section class="panel">
    <h2>${t.common.menu.about}</h2>
    <ul class="plain">
      ${nextMeeting(context)} ${founded === null ? '' : html`<li>${words.founded(dayText(context, founded.at))}</li>`}
      ${seat === undefined ? '' : html`<li>${sentence(words.seat, theirs(seat))}</li>`} ${countries(context)}
      ${context.copy ? html`<li>${t.common.copy.asOf(dayText(context, context.now))}</li>` : ''}
    </ul>
    <p><a href="${base}/about">${t.common.menu.principles}</a></p>
    ${feedLinks(context, base)}
  </section>`;
};

/** More countries would make a list of its own, which the page of the participants is. */
const COUNTRIES = 30;

/** From where they are, with how many from each where there are several. */
const countries = (context: Context): Html | '' => {
  const all = Map.groupBy(context.reader.participants(), ({ country }) => countryName(context, country));
  if (all.size === 0 || all.size > COUNTRIES) return '';
  const { compare } = new Intl.Collator(context.language);
  const named = [...all]
    .toSorted(([a], [b]) => compare(a, b))
    .map(([country, { length }]) => (length === 1 ? country : `${country} (${length})`));
  return html`<li>
    <a href="${context.base}/participants">${context.t.site.front.from}</a> ${listText(context, named)}
  </li>`;
};

/** The first of those that everyone may know of. */
const nextMeeting = (context: Context): Html | '' => {
  const { reader, now } = context;
  const [next] = reader
    .meetings()
    .filter((meeting) => meeting.stage !== 'cancelled' && noticeOf(meeting).starts > now)
    .toSorted((a, b) => noticeOf(a).starts - noticeOf(b).starts);
  if (next === undefined) return '';
  const said = context.t.site.front.next(meetingTitle(context, next), dayText(context, noticeOf(next).starts));
  return html`<li><a href="${meetingPath(context, next)}">${said}</a></li>`;
};

const STATEMENTS = 3;

const statements = (context: Context): Html | '' => {
  const { t, base, reader } = context;
  const words = t.site.front;
  const latest = reader.statements().toReversed().slice(0, STATEMENTS);
  if (latest.length === 0) return '';
  return html`<h2>${words.statements}</h2>
    <p class="quiet">${words.statementsLede}</p>
    <ul class="rows">
      ${latest.map(
        ({ number, title, opened, signatures }) =>
          html`<li>
            <span class="what block" dir="auto"><a href="${base}/statements/${number}">${title}</a></span>
            <span class="why"
              >${t.texts.statements.signatures(standingIn(signatures))} · ${dayText(context, opened.at)}</span
            >
          </li>`,
      )}
    </ul>
    <p><a href="${base}/statements">${words.statementsAll}</a></p>`;
};

const check = ({ t, base }: Context): Html => {
  const words = t.site.front;
  return html`<section class="panel">
    <h2>${words.check}</h2>
    <p>${words.checkBody}</p>
    <p><a href="/verify">${words.checkDo}</a> · <a href="${base}/record">${words.record}</a></p>
  </section>`;
};

const join = (context: Context): Html => {
  const { t, base, reader } = context;
  const words = t.site.front;
  const region = reader.charter()?.charter.region ?? [];
  const countries = listText(
    context,
    region.map((code) => countryName(context, code)),
  );
  return html`<section class="panel">
    <h2>${words.join}</h2>
    <p>${region.length === 0 ? words.joinBody : words.joinRegion(countries)}</p>
    <p><a href="${base}/apply">${t.common.menu.apply}</a></p>
  </section>`;
};
