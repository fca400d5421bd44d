import { DAY, HOUR, type Instant, after } from '../../../base/time.ts';
import type { Notice } from '../../../charter/meetings/state.ts';
import { momentIn } from '../../../conference/reading/zone-words.ts';
import { knownZone, localText, nextHour } from '../../../conference/reading/zones.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import type { Fields } from '../../kit/fields.ts';
import { type FormState, choices, lineInput, textArea } from '../../kit/controls.ts';
import { languageTag, languageText } from '../../kit/languages.ts';
import type { NoticeBody } from '../parts/notice-facts.ts';
import { timeInput, zoneInput } from '../../kit/time-input.ts';
import { readTime, readZone } from '../../kit/time-fields.ts';
import { withInitial } from '../../act/change-fields.ts';
import type { FormProblem } from '../../kit/problem.ts';

/** The fields of a notice: when and where a meeting is, in which languages, and who may follow it. */

/** When an assembly may begin at the earliest, by the notice that the rules ask for. */
const earliest = ({ reader, now }: Context): Instant => after(now, reader.rules().meetings.noticeDays * DAY);

/** The zone of the last meeting; before there is one, that of the reader's country. */
const usualZone = ({ reader, me }: Context): string => {
  const last = reader.meetings().at(-1)?.notices.at(-1)?.zone;
  const country = me?.organisation.country ?? '';
  return knownZone(last ?? (country === '' ? [] : zonesOf(country)).at(0) ?? 'UTC');
};

const zonesOf = (country: string): readonly string[] => {
  const locale = new Intl.Locale(`und-${country}`) as Intl.Locale & { getTimeZones?: () => string[] | undefined };
  return locale.getTimeZones?.() ?? [];
};

const filled = (notice: NoticeBody): Readonly<Record<string, string | readonly string[]>> => ({
  zone: knownZone(notice.zone),
  starts: localText(notice.starts, notice.zone),
  ends: localText(notice.ends, notice.zone),
  place: notice.place ?? '',
  link: notice.link ?? '',
  languages: notice.languages,
  words: notice.words ?? '',
  public: notice.public ? ['yes'] : [],
});

/** The fields as they stand before anything was typed: those of an earlier notice, or what is usual. */
export const noticeInitial = (context: Context, fields: Fields, earlier: Omit<Notice, 'by' | 'on'> | null): Fields => {
  if (earlier !== null) return withInitial(fields, filled(earlier));
  const zone = usualZone(context);
  // A day later than the rules ask for leaves time to read this over and sign.
  const starts = nextHour(after(earliest(context), DAY), zone, 10);
  const languages = context.reader.charter()?.charter.languages ?? [];
  const usual = { starts, ends: after(starts, 8 * HOUR), zone, place: null, link: null, words: null };
  return withInitial(fields, filled({ ...usual, languages, public: false }));
};

export const noticeFields = (state: FormState): Html => {
  const { context, fields } = state;
  const words = context.t.meetings.form.notice;
  const zone = knownZone(fields.text('zone'));
  const pointer = (name: string): string => `/body/notice/${name}`;
  const languages = new Set([
    ...(context.reader.charter()?.charter.languages ?? []),
    ...fields.all('languages').filter((tag) => tag !== ''),
  ]);
  return html`<div class="times">
      ${timeInput(state, {
        name: 'starts',
        label: words.starts,
        hint: words.startsHint(momentIn(earliest(context), zone, context.language)),
      })}
      ${timeInput(state, { name: 'ends', label: words.ends, hint: words.endsHint })}
    </div>
    ${zoneInput(state, { label: words.zone, hint: words.zoneHint, initial: zone })}
    ${lineInput(state, {
      name: 'place',
      label: words.place,
      hint: words.placeHint,
      pointer: pointer('place'),
      optional: true,
      max: 300,
    })}
    ${lineInput(state, {
      name: 'link',
      type: 'url',
      label: words.link,
      hint: words.linkHint,
      pointer: pointer('link'),
      optional: true,
      max: 500,
    })}
    ${choices(state, {
      name: 'languages',
      type: 'checkbox',
      legend: words.languages,
      pointer: pointer('languages'),
      options: [...languages].map((value) => ({ value, label: languageText(context, value) })),
    })}
    ${lineInput(state, { name: 'others', label: words.others, hint: words.othersHint, optional: true, max: 200 })}
    ${textArea(state, {
      name: 'words',
      label: words.words,
      hint: words.wordsHint,
      pointer: pointer('words'),
      optional: true,
      max: 4000,
    })}
    ${choices(state, {
      name: 'public',
      type: 'checkbox',
      legend: words.public,
      options: [{ value: 'yes', label: words.publicYes, hint: words.publicHint }],
    })}`;
};

type FieldProblem = Extract<FormProblem, { readonly kind: 'field' }>;

/** The notice that was typed, or the field that could not be read. */
export const readNotice = (fields: Fields): NoticeBody | FieldProblem => {
  const zone = readZone(fields);
  if (!zone.ok) return zone.error;
  const starts = readTime(fields, 'starts', zone.value);
  if (!starts.ok) return starts.error;
  const ends = readTime(fields, 'ends', zone.value);
  if (!ends.ok) return ends.error;
  const others = fields
    .text('others')
    .split(/[\s,;]+/u)
    .filter((tag) => tag !== '');
  const tags = others.map(languageTag);
  if (tags.includes(null)) return { kind: 'field', field: 'others', why: 'not-a-language' };
  return {
    starts: starts.value,
    ends: ends.value,
    zone: zone.value,
    place: fields.optional('place'),
    link: fields.optional('link'),
    languages: [...new Set([...fields.all('languages'), ...tags.filter((tag) => tag !== null)])],
    words: fields.optional('words'),
    public: fields.has('public', 'yes'),
  };
};
