import { printedNow } from '../../../charter/members/names.ts';
import { ownCountry } from '../../../charter/names/printed.ts';
import { present } from '../../../charter/texts/texts.ts';
import { type Html, html } from '../../../markup/html.ts';
import { theirs } from '../../kit/theirs.ts';
import { applicationOf } from '../../../charter/members/admission.ts';
import type { Application, Key, Organisation } from '../../../charter/members/organisation-state.ts';
import type { Context } from '../../kit/context.ts';
import { applicationLinks, presentedBy } from '../parts/applicants.ts';
import { renewal } from '../parts/invitation.ts';
import { aboutFor, faceBeside } from '../../kit/face.ts';
import { feedLinks } from '../../kit/feed-links.ts';
import { page } from '../../kit/layout.ts';
import { inLanguage, languageText } from '../../kit/languages.ts';
import { pageLinks, pageOf } from '../../kit/listing.ts';
import { eraseLink, erasedNote, withoutName } from '../../kit/kept.ts';
import { paragraphs } from '../../kit/prose.ts';
import { symbolOf } from '../../kit/symbol.ts';
import { day, dayText, org } from '../../kit/words.ts';
import { standingText } from '../parts/organisation-list.ts';

/** Texts and statements of one page. */
const FEW = 50;

/** One organisation: what it says of itself and what it has signed; for members its delegates, keys and application. */
export const participantPage = (context: Context, organisation: Organisation): Html => {
  const { t } = context;
  const words = t.workspace.participants;
  return page(context, {
    title: organisation.name,
    feed: `${context.base}/participants/${organisation.id}/feed.atom`,
    card: {
      words: (aboutFor(context, organisation)?.words ?? '').replaceAll(/\s+/gu, ' ').slice(0, 200),
      type: 'Organization',
      ...(organisation.website === null ? {} : { more: { sameAs: organisation.website } }),
    },
    body: html`<p class="symbol"><bdi>${ownCountry(printedNow(organisation))}</bdi></p>
      <div class="titled">
        ${faceBeside(context, organisation, 'large')}
        <h1><bdi>${organisation.name}</bdi></h1>
      </div>
      ${organisation.gloss === null ? '' : html`<p class="quiet"><bdi>${organisation.gloss}</bdi></p>`}
      <p class="status"><span>${standingText(context, organisation)}</span></p>
      ${aboutParagraphs(context, organisation)}
      ${
        organisation.website === null
          ? ''
          : html`<p>
              ${words.website}:
              <a href="${organisation.website}" rel="external noopener nofollow">${organisation.website}</a>
            </p>`
      }
      ${application(context, organisation)} ${signed(context, organisation)}
      ${feedLinks(context, `${context.base}/participants/${organisation.id}`)} ${people(context, organisation)}
      <p><a href="${context.base}/record?by=${organisation.id}">${t.workspace.record.filter.itsActs}</a></p>`,
  });
};

/** In the reader's language, or the first that it is said in; the others are a click away. */
const aboutParagraphs = (context: Context, organisation: Organisation): Html | '' => {
  const shown = aboutFor(context, organisation);
  if (shown === null) return '';
  const others = organisation.about.filter((one) => one !== shown);
  return html`<div ${inLanguage(shown.language)}>${paragraphs(shown.words)}</div>
    ${others.map(
      ({ language, words }) =>
        html`<details>
          <summary>${languageText(context, language ?? '')}</summary>
          <div ${inLanguage(language)}>${paragraphs(words)}</div>
        </details>`,
    )}`;
};

const application = (context: Context, organisation: Organisation): Html | '' => {
  const words = context.t.workspace.participants;
  const last = applicationOf(organisation);
  if (last === undefined) return '';
  const letter = context.attached.get(last.letter);
  const open = organisation.standing.kind === 'applicant';
  return html`<h2>${words.letter}</h2>
    ${letter === undefined ? html`<p class="quiet">${words.letterGone}</p>` : paragraphs(letter)}
    ${erasedNote(context, last.letter)} ${eraseLink(context, last.letter, words.letter)}
    ${presenting(context, organisation, last)}
    <h2>${words.disagreements}</h2>
    ${last.disagreements.length === 0 ? html`<p class="quiet">${words.disagreementsNone}</p>` : ''}
    <ul class="rows">
      ${last.disagreements.map(
        (disagreement) =>
          html`<li>
            ${org(context, disagreement.by)} <span class="quiet">${day(context, disagreement.on.at)}</span>
            ${disagreement.withdrawn === null ? '' : html`<span class="quiet">· ${words.withdrawn} ${day(context, disagreement.withdrawn.at)}</span>`}
            ${paragraphs(disagreement.reasons)}
          </li>`,
      )}
    </ul>
    ${open ? html`<p class="actions">${applicationLinks(context, organisation, last)}</p>` : ''}`;
};

/** Who presents it, by which key it applied, and what its own delegates have to do while nobody does. */
const presenting = (context: Context, { id, standing }: Organisation, last: Application): Html => {
  const words = context.t.workspace.participants;
  const awaiting = standing.kind === 'applicant' && standing.period.kind === 'awaiting';
  const sentence = presentedBy(context, last) || (awaiting ? words.notPresented : '');
  return html`${sentence === '' ? '' : html`<p>${sentence}</p>`}
    ${awaiting && context.me?.organisation.id === id ? html`<p>${words.askToBePresented(last.needed)}</p>` : ''}
    <p class="quiet">${words.signedWith} <code>${last.key}</code></p>`;
};

const signed = (context: Context, organisation: Organisation): Html | '' => {
  const { reader, base } = context;
  const texts = reader
    .texts()
    .filter((text) => text.signatures.get(organisation.id)?.withdrawn === null)
    .map((text) => ({ name: `text-${text.number}`, text }));
  const statements = reader
    .statements()
    .filter((statement) => statement.signatures.get(organisation.id)?.withdrawn === null)
    .map((statement) => ({ name: `statement-${statement.number}`, statement }));
  const shown = pageOf([...texts.toReversed(), ...statements.toReversed()], context, FEW, ({ name }) => name, 'signed');
  if (shown.count === 0) return '';
  return html`<h2>${context.t.workspace.participants.signed}</h2>
    <ul>
      ${shown.items.map((one) =>
        'text' in one
          ? html`<li>
              <a href="${base}/decisions/${one.text.number}">${theirs(present(one.text).title)}</a>
              <span class="quiet">${symbolOf(one.text)}</span>
            </li>`
          : html`<li><a href="${base}/statements/${one.statement.number}">${theirs(one.statement.title)}</a></li>`,
      )}
    </ul>
    ${pageLinks(context, shown)}`;
};

const people = (context: Context, organisation: Organisation): Html | '' => {
  if (organisation.delegates.length === 0) return '';
  const { t, reader } = context;
  const words = t.workspace.participants;
  const keys = reader.keys(organisation.id);
  return html`<h2>${words.delegates}</h2>
    <ul class="rows">
      ${organisation.delegates.map((delegate) => {
        const name = delegate.name === null ? undefined : context.attached.get(delegate.name);
        const own = keys.filter((key) => key.delegate === delegate.number && key.use !== 'invitation');
        return html`<li>
          <span class="what"><bdi>${name ?? t.common.delegate(delegate.number)}</bdi></span>
          <span class="why"
            >${name === undefined ? withoutName(context, delegate.name) : t.common.delegate(delegate.number)} ·
            ${t.common.role[delegate.role]}
            ${delegate.recalled === null ? '' : html`· ${words.recalled} ${day(context, delegate.recalled.at)}`}
            ${delegate.invitation !== null && delegate.recalled === null && own.length === 0 ? html`· ${words.invited}` : ''}</span
          >
          ${own.map((key) => keyLine(context, key))} ${renewal(context, organisation, delegate)}
        </li>`;
      })}
    </ul>`;
};

/** A key, shown for what it is. */
const keyLine = (context: Context, key: Key): Html =>
  html`<span class="why"
    >${context.t.common.keyUse[key.use]} <code>${key.fingerprint}</code> · ${day(context, key.from.at)}
    ${key.until === null ? '' : html`· ${context.t.workspace.participants.until(dayText(context, key.until.at))}`}</span
  >`;
