import { latinName } from '../../conference/search/latin.ts';
import { toMarkdown } from '../../text/markdown.ts';
import { found } from '../../charter/members/founding.ts';
import { type CharterTemplate, TEMPLATES } from '../../charter/law/templates/index.ts';
import { withFields } from '../act/change-fields.ts';
import { type Html, html } from '../../markup/html.ts';
import { hidden } from '../kit/controls.ts';
import { type Fields, createFields } from '../kit/fields.ts';
import type { FormProblem } from '../kit/problem.ts';
import type { Spoken } from '../messages/messages.ts';
import { readHead } from './parts/head-fields.ts';
import { rulesTyped } from './parts/rules-fields.ts';

/**
 * The steps in which the founding act is written, each a page of one form: what was typed on the others goes along hidden, so that nothing is kept anywhere until it is
 * signed. A step that nobody has seen yet holds what the chosen charter begins with.
 */

export const FOUNDING_STEPS = ['conference', 'organisations', 'principles', 'rules'] as const;
export type FoundingStep = (typeof FOUNDING_STEPS)[number];

const CONFERENCE = /^(?:name|abbreviation|slug|region|seat|languages|template|meeting[\w-]*)$/u;
const ORGANISATIONS = /^(?:rows|founder-\d+-\w+|delegateName)$/u;
const PRINCIPLES = /^(?:title|body|paragraphs|as-\d+)$/u;
const RULE_NAMES: ReadonlySet<string> = new Set(TEMPLATES.flatMap(({ rules }) => Object.keys(rulesTyped(rules))));

/** On which page a field stands; `null`: on none. */
const stepOf = (name: string): FoundingStep | null => {
  if (CONFERENCE.test(name)) return 'conference';
  if (ORGANISATIONS.test(name)) return 'organisations';
  if (PRINCIPLES.test(name)) return 'principles';
  return RULE_NAMES.has(name) ? 'rules' : null;
};

/** Where in the act a page's fields are kept, the first that fits. */
const PLACES: readonly (readonly [RegExp, FoundingStep])[] = [
  [/^\/body\/charter\/rules\b/u, 'rules'],
  [/^\/body\/charter\/(?:title|principles)\b/u, 'principles'],
  [/^\/body\/(?:charter|meeting)\b/u, 'conference'],
  [/^\/body\/(?:founders|delegate)\b|^\/by\//u, 'organisations'],
];

/** The step whose field a problem is about; `null`: none in particular. */
export const stepOfProblem = (problem: FormProblem): FoundingStep | null => {
  const field = problem.kind !== 'refused' ? problem.field : 'field' in problem.refusal ? problem.refusal.field : null;
  if (field === null)
    return problem.kind === 'refused' && problem.refusal.kind === 'key-kind-not-allowed' ? 'rules' : null;
  const at = field.startsWith('/') ? field : `/body/${field}`;
  return stepOf(field) ?? PLACES.find(([place]) => place.test(at))?.[1] ?? null;
};

const stepNamed = (name: string): FoundingStep | null => FOUNDING_STEPS.find((step) => step === name) ?? null;

/** The page that was sent, or is to be shown. */
export const stepAt = (fields: Fields): FoundingStep => stepNamed(fields.text('at')) ?? 'conference';

/** The page that a button asks for, whatever stands on this one. */
export const stepAsked = (fields: Fields): FoundingStep | null => stepNamed(fields.text('to'));

/** `null`: it is the last. */
export const stepAfter = (step: FoundingStep): FoundingStep | null =>
  FOUNDING_STEPS[FOUNDING_STEPS.indexOf(step) + 1] ?? null;

/** The steps that somebody has seen. */
export const seenIn = (fields: Fields): readonly FoundingStep[] => {
  const seen = fields.text('seen').split(' ');
  return FOUNDING_STEPS.filter((step) => seen.includes(step));
};

/** The fields for the page of another step. */
export const movedTo = (fields: Fields, step: FoundingStep): Fields =>
  withFields(fields, {
    at: step,
    seen: [...new Set([...seenIn(fields), stepAt(fields), step])].join(' '),
    go: [],
    to: [],
  });

type Typed = Readonly<Record<string, string>>;

/** What the pages of principles and rules begin with. A rule that is off has no field. */
export const begunWith = ({ t }: Spoken, { clauses, rules }: CharterTemplate): Typed => ({
  title: t.site.found.charterTitleInitial,
  body: toMarkdown({ title: null, clauses }, { ids: false }).trim(),
  ...rulesTyped(rules),
});

/** With what the chosen charter begins with where nobody has been yet, and in place of what is still as another one had it. */
export const completed = (context: Spoken, fields: Fields, template: CharterTemplate): Fields => {
  const begun = begunWith(context, template);
  const before = TEMPLATES.find(({ id }) => id === fields.text('begun'));
  const old: Typed = before === undefined || before === template ? begun : begunWith(context, before);
  const seen = seenIn(fields);
  const names = new Set([...Object.keys(old), ...Object.keys(begun)]);
  const changes = [...names].flatMap((name): readonly (readonly [string, string | readonly string[]])[] => {
    const unseen = !seen.some((step) => step === stepOf(name)) && !fields.has(name);
    const asBefore = old !== begun && fields.text(name) === (old[name] ?? '').trim();
    return unseen || asBefore ? [[name, begun[name] ?? []]] : [];
  });
  return withFields(fields, { ...Object.fromEntries(changes), begun: template.id });
};

/** Short names that were left empty, made from the names. */
export const proposedNames = (fields: Fields): Typed => {
  const made = fields.entries().flatMap(([field, name]): readonly (readonly [string, string])[] => {
    const id = field.replace(/^(founder-\d+-)name$/u, '$1id');
    if (id !== field) return [[id, latinName(name, 40)]];
    return field === 'name' ? [['slug', latinName(name, 40)]] : [];
  });
  return Object.fromEntries(made.filter(([field, name]) => name !== '' && fields.text(field) === ''));
};

/** What was typed on the other pages, and where one is. */
export const carriedAlong = (fields: Fields, step: FoundingStep): Html => {
  const others = fields.entries().filter(([name]) => {
    const at = stepOf(name);
    return at !== null && at !== step;
  });
  return html`${hidden('at', step)}${hidden('seen', seenIn(fields).join(' '))}${hidden('begun', fields.text('begun'))}
  ${others.map(([name, value]) => hidden(name, value))}`;
};

/** Two organisations that nobody is, in the place of those that are still to be named. */
const someFounders = (region: readonly string[]): readonly (readonly [string, string])[] =>
  ['One founder', 'The other one'].flatMap((name, i) => [
    [`founder-${i + 1}-id`, latinName(name, 40)],
    [`founder-${i + 1}-name`, name],
    [`founder-${i + 1}-countryName`, name],
    [`founder-${i + 1}-country`, region[0] ?? 'GR'],
    [`founder-${i + 1}-invitation`, found.example.founders[i]?.invitation ?? ''],
  ]);

/** The fields as if all behind this step were well: what is wrong then is wrong here. */
export const upTo = (context: Spoken, fields: Fields, step: FoundingStep, template: CharterTemplate): Fields => {
  const isLater = ([name]: readonly [string, string]): boolean => {
    const at = stepOf(name);
    return at !== null && FOUNDING_STEPS.indexOf(at) > FOUNDING_STEPS.indexOf(step);
  };
  const well = [...Object.entries(begunWith(context, template)), ...someFounders(readHead(fields).region)];
  return createFields([...fields.entries().filter((field) => !isLater(field)), ...well.filter(isLater)]);
};
