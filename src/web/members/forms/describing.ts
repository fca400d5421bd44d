import { MOST_PICTURE, pictureFault, readPicture } from '../../../base/picture.ts';
import type { Organisation } from '../../../charter/members/organisation-state.ts';
import { MOST_ABOUT } from '../../../charter/members/describing.ts';
import { type Html, html } from '../../../markup/html.ts';
import { defineForm } from '../../act/act-form.ts';
import { chosenFiles, fileKept } from '../../act/files.ts';
import { withInitial } from '../../act/change-fields.ts';
import { formPage } from '../../act/form-page.ts';
import { attachBytes } from '../../act/new-act.ts';
import type { Context } from '../../kit/context.ts';
import { type FormState, hidden, lineInput, textArea } from '../../kit/controls.ts';
import { faceBeside } from '../../kit/face.ts';
import type { Fields } from '../../kit/fields.ts';
import { LANGUAGE_LIST, languageList, languageShown, languageTyped } from '../../kit/language-typed.ts';
import { inLanguage, languageText } from '../../kit/languages.ts';
import { type FormProblem, fieldProblem } from '../../kit/problem.ts';
import { paragraphs } from '../../kit/prose.ts';

/** Article 4.1: an organisation says what it is, in each language that it wishes, with its web site and its picture. */

const rowsOf = (fields: Fields): readonly number[] =>
  Array.from({ length: MOST_ABOUT }, (_, i) => i + 1).filter((row) => fields.text(`about${row}`) !== '');

const initialOf = (context: Context, { about, website }: Organisation): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(
    about.flatMap(({ language, words }, i) => [
      [`language${i + 1}`, language === null ? '' : languageShown(context, language)],
      [`about${i + 1}`, words],
    ]),
  ),
  ...(website === null ? {} : { website }),
});

export const describe = defineForm({
  kind: 'organisation.describe',
  takesFiles: true,
  page: (context, fields, problem) => {
    const { me, t } = context;
    if (me === null) return null;
    const words = t.site.describing;
    const state = { context, fields: withInitial(fields, initialOf(context, me.organisation)), problem };
    return formPage(state, {
      kind: 'organisation.describe',
      multipart: true,
      lede: words.lede,
      fields: html`${hidden('sent', 'yes')} ${aboutFields(state)} ${languageList(context)}
      ${lineInput(state, { name: 'website', pointer: '/body/website', label: t.site.profile.website, type: 'url', optional: true, max: 200 })}
      ${pictureField(state, me.organisation)}`,
    });
  },
  read: (_context, fields) => {
    const picture = readChosen(fields);
    if ('kind' in picture) return picture;
    return {
      body: {
        about: rowsOf(fields).map((row) => {
          const typed = fields.text(`language${row}`);
          return { language: languageTyped(typed) ?? typed, words: fields.text(`about${row}`) };
        }),
        website: fields.optional('website'),
        picture: picture.named,
      },
      attachments: picture.attachments,
    };
  },
  summary: (context, { about, website, picture }) => {
    const words = context.t.site.describing;
    return html`<p>${words.states}</p>
      ${about.map(
        (one) =>
          html`<p class="hint">${languageText(context, one.language)}</p>
            <div ${inLanguage(one.language)}>${paragraphs(one.words)}</div>`,
      )}
      ${website === null ? '' : html`<p><bdi>${website}</bdi></p>`}
      <p>${words.pictureIs[picture.kind]}</p>`;
  },
  next: ({ base }) => `${base}/organisation`,
});

/** One more than is filled in, and two at least. */
const aboutFields = (state: FormState): Html => {
  const words = state.context.t.site.describing;
  const filled = rowsOf(state.fields);
  const count = Math.min(MOST_ABOUT, Math.max(2, (filled.at(-1) ?? 0) + 1));
  return html`${Array.from({ length: count }, (_, i) => {
    const row = i + 1;
    const place = filled.indexOf(row);
    const at = `/body/about/${place === -1 ? i : place}`;
    return html`${lineInput(state, {
      name: `language${row}`,
      pointer: `${at}/language`,
      label: words.language(row),
      ...(row === 1 ? { hint: words.languageHint } : {}),
      list: LANGUAGE_LIST,
      max: 60,
      optional: true,
    })}
    ${textArea(state, { name: `about${row}`, pointer: `${at}/words`, label: words.about(row), rows: 4, max: 2000, optional: true })}`;
  })}`;
};

const NONE = 'without-picture';

const pictureField = (state: FormState, organisation: Organisation): Html => {
  const { context, fields, problem } = state;
  const words = context.t.site.describing;
  const error = fieldProblem(context, problem, 'files');
  return html`<div class="field">
    <label for="files">${words.picture} <span class="tally">${context.t.common.optional}</span></label>
    <p class="hint" id="files-hint">${words.pictureHint(MOST_PICTURE.side, MOST_PICTURE.bytes / 1000)}</p>
    ${
      organisation.picture === null
        ? ''
        : html`<p>${faceBeside(context, organisation, 'large')}</p>
            <label class="choice"
              ><input
                type="checkbox"
                name="${NONE}"
                value="yes"
                ${fields.has(NONE) ? 'checked' : ''}
              />${words.without}</label
            >`
    }
    ${chosenFiles(fields).map((file) => fileKept(context, file))}
    <input
      type="file"
      id="files"
      name="files"
      accept="image/png,image/jpeg,image/webp"
      aria-describedby="files-hint${error === null ? '' : ' files-error'}"
      ${error === null ? '' : html`aria-invalid="true"`}
    />
    ${error === null ? '' : html`<p class="error" id="files-error">${error}</p>`}
  </div>`;
};

/** The picture that was chosen last, without what is no picture in its file. */
const readChosen = (fields: Fields) => {
  const fault = (why: string): FormProblem => ({ kind: 'field', field: 'files', why });
  const chosen = chosenFiles(fields).at(-1);
  if (chosen === undefined) return { named: { kind: fields.has(NONE) ? 'none' : 'same' }, attachments: [] };
  const read = chosen.bytes === null ? null : readPicture(chosen.bytes);
  if (read === null) return fault(chosen.bytes === null ? 'picture-too-large' : 'not-a-picture');
  const why = pictureFault(read.bare);
  if (why !== null) return fault(why);
  const { hash, attachment } = attachBytes(read.bare);
  return { named: { kind: 'new', type: read.type, hash }, attachments: [attachment] };
};
