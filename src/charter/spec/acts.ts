import type { ClauseId, OrganisationId, PublicKey } from '../../base/ids.ts';
import { fingerprint } from '../../base/keys.ts';
import { DAY, after } from '../../base/time.ts';
import type { Change } from '../../text/change.ts';
import type { Clause } from '../../text/clause.ts';
import type { ActKind, BodyOf } from '../acts.ts';
import { type Charter, type Head, charterHash, charterSchema, headOf } from '../law/charter.ts';
import { nextDelegate } from '../members/delegates.ts';
import { REGIONAL_RULES, type Rules } from '../law/rules.ts';
import { profile, statedBy } from './names.ts';
import { type Step, all } from './spec.ts';
import { type Attempt, HOST, type World, fakeHash, fakeKey } from './world.ts';
import type { KeyKind } from '../members/organisation-state.ts';
import type { State } from '../state.ts';
import type { Condition, Position, Stand, Target } from '../texts/position-state.ts';
import type { Rider } from '../texts/state.ts';
import { present as presentRevision } from '../texts/texts.ts';

/** Acts of named organisations, with everything that a test does not speak of as it should be. */

/** The founders of conferences in tests, in order. */
export const NAMES = ['ada', 'bor', 'cvet', 'dora', 'eli', 'fani', 'goran', 'hera', 'iva', 'jan'] as const;

export const clauses = (...words: readonly string[]): readonly Clause[] =>
  words.map((words, i) => ({ id: `c${i + 1}` as ClauseId, kind: 'operative', words }));

export const charterWith = (rules: Rules = REGIONAL_RULES, fields: Readonly<Record<string, unknown>> = {}): Charter =>
  charterSchema.parse({
    title: 'A charter',
    name: 'A conference',
    abbreviation: 'AC',
    region: ['RS', 'GR', 'BA'],
    seat: 'Ohrid',
    languages: ['en'],
    principles: clauses('Equality.', 'Solidarity.'),
    rules,
    ...fields,
  });

/** Any act with its body as it stands. */
export const act =
  (kind: ActKind, by: string, body: unknown, more: Partial<Attempt> = {}): Step =>
  (world) =>
    world.send({ kind, by, body, ...more });

/** An act whose body hangs on the state at that moment. */
export const acting =
  <K extends ActKind>(kind: K, by: string, body: (world: World) => Partial<Record<keyof BodyOf<K>, unknown>>): Step =>
  (world) =>
    world.send({ kind, by, body: body(world) });

export const found = (
  names: readonly string[],
  charter: Charter = charterWith(),
  body: Readonly<Record<string, unknown>> = {},
): Step =>
  act('conference.found', names[0] ?? '', {
    charter,
    host: HOST,
    meeting: null,
    founders: names.map((id, i) => ({ id, ...profile(id), invitation: i === 0 ? null : fakeKey(`invitation ${id}`) })),
    delegate: fakeHash(names[0] ?? ''),
    key: fakeKey(names[0] ?? ''),
    use: 'ssh',
    ...body,
  });

/** A delegate enrols a key of their own, or (`whose`) one for a colleague. */
export const enrol = (
  by: string,
  key: PublicKey = fakeKey(by),
  {
    use = 'ssh',
    delegate = 1,
    whose,
  }: { readonly use?: KeyKind; readonly delegate?: number; readonly whose?: number } = {},
): Step => act('key.enrol', by, { delegate: whose ?? delegate, key, use, name: null }, { delegate });

export const signCharter = (by: string): Step =>
  acting('charter.sign', by, ({ state }) => ({
    charter: state.charter?.hash,
    printed: statedBy(state, by),
  }));

/** A conference of so many founders, or of these, under these rules; each delegate has an SSH key. */
export const founded = (founders: number | readonly string[], rules: Rules = REGIONAL_RULES): Step => {
  const names = typeof founders === 'number' ? NAMES.slice(0, founders) : founders;
  return all(
    found(names, charterWith(rules)),
    ...names.slice(1).map((name) => enrol(name)),
    ...names.map((name) => signCharter(name)),
  );
};

/** Rules with some of their numbers changed. */
export const rulesWith = (change: { readonly [K in keyof Rules]?: Partial<Rules[K]> }): Rules =>
  Object.fromEntries(
    Object.entries(REGIONAL_RULES).map(([name, part]) => {
      const other = change[name as keyof Rules];
      return [name, typeof part === 'object' ? { ...part, ...(other as object | undefined) } : (other ?? part)];
    }),
  ) as Rules;

export const applyFor = (by: string, fields: Readonly<Record<string, unknown>> = {}): Step =>
  acting('participation.apply', by, ({ state }) => ({
    charter: state.charter?.hash,
    letter: fakeHash(`letter ${by}`),
    delegate: null,
    key: fakeKey(by),
    use: 'ssh',
    ...profile(by, fields),
  }));

export const reapply = (by: string): Step =>
  acting('participation.reapply', by, ({ state }) => ({
    charter: state.charter?.hash,
    letter: fakeHash(`again ${by}`),
  }));

/** A participant presents the application that an organisation has made last; one that made none, by an act that is none. */
export const present = (by: string, organisation: string): Step =>
  acting('participation.present', by, ({ state }) => {
    const last = state.organisations.get(organisation as OrganisationId)?.applications.at(-1);
    return { organisation, application: last?.act ?? fakeHash('none') };
  });

export const unpresent = (by: string, organisation: string) =>
  act('participation.withdraw-presentation', by, { organisation });

/** An application that the first founder presents at once. */
export const presented = (id: string, by: string = NAMES[0]): Step => all(applyFor(id), present(by, id));

export const disagree = (by: string, organisation: string, reasons = 'Too near a government.'): Step =>
  act('participation.disagree', by, { organisation, reasons });

export const agreeAgain = (by: string, organisation: string): Step =>
  act('participation.withdraw-disagreement', by, { organisation });

export const leave = (by: string): Step => act('participation.leave', by, { reason: null });

export const appoint = (by: string, label: string, role: 'representing' | 'assisting' = 'representing'): Step =>
  appointing(by, { name: fakeHash(label), role, invitation: fakeKey(`invitation ${label}`) });

/** Appoints the organisation's next delegate. */
export const appointing =
  (by: string, body: Readonly<Record<string, unknown>>, more: Partial<Attempt> = {}): Step =>
  (world) => {
    const delegate = nextDelegate(world.state.organisations.get(by as OrganisationId));
    return world.send({ kind: 'delegate.appoint', by, body: { delegate, ...body }, ...more });
  };

export const table = (
  by: string,
  words: readonly string[] = ['One.', 'Two.', 'Three.'],
  body: Readonly<Record<string, unknown>> = {},
): Step =>
  act('text.table', by, {
    kind: 'resolution',
    title: 'A text',
    clauses: clauses(...words),
    charter: null,
    language: null,
    ...body,
  });

/** Tables a charter with these rules, and a head that differs in these fields from the one in force. */
export const tableCharter =
  (by: string, rules: Rules, head: Partial<Head> = {}): Step =>
  (world) => {
    const now = world.state.charter?.charter ?? charterWith();
    return table(by, ['Equality.'], { kind: 'charter', charter: { head: { ...headOf(now), ...head }, rules } })(world);
  };

export const cosponsorship = (by: string, text = 1): Step => act('text.cosponsor', by, { text });

/** A revision in which the first clauses have these words. */
export const revise = (
  by: string,
  words: readonly string[],
  { text = 1, ...body }: Readonly<Record<string, unknown>> & { readonly text?: number } = {},
): Step =>
  acting('text.revise', by, ({ state }) => {
    const now = state.texts[text - 1];
    const charter = now === undefined ? null : presentRevision(now).charter;
    return {
      text,
      revision: now?.revisions.length ?? 1,
      title: 'A text',
      clauses: clauses(...words),
      charter,
      tookIn: [],
      note: null,
      ...body,
    };
  });

export const amend = (by: string, change: Change, text = 1): Step =>
  acting('amendment.propose', by, ({ state }) => ({
    text,
    revision: state.texts[text - 1]?.revisions.length ?? 1,
    change,
    reason: 'Clearer so.',
  }));

export const whole: Target = { kind: 'whole' };
export const onClause = (clause: string): Target => ({ kind: 'clause', clause: clause as ClauseId });
export const onAmendment = (amendment: number): Target => ({ kind: 'amendment', amendment });

type Said = Pick<Position, 'on' | 'stand' | 'reason' | 'conditions'>;

export const take = (
  by: string,
  stand: Stand | null,
  on: Target = whole,
  reason: string | null = stand === 'object' ? 'It harms us.' : null,
  text = 1,
  conditions: readonly Condition[] = [],
): Step => takeAll(by, [{ on, stand, reason, conditions }], text);

/** Several positions in one act. */
export const takeAll = (by: string, positions: readonly Said[], text = 1): Step =>
  acting('positions.take', by, ({ state }) => ({
    text,
    revision: state.texts[text - 1]?.revisions.length ?? 1,
    positions,
  }));

export const consult = (by: string, others: readonly string[], on: Target = whole, text = 1): Step =>
  acting('consultation.record', by, ({ now }) => ({
    text,
    on,
    with: [by, ...others],
    held: now,
    tried: 'New words.',
    result: 'None yet.',
  }));

export const decide = (by: string, { text = 1, days = 7 } = {}): Step =>
  acting('decision.open', by, ({ state, now }) => {
    const tabled = state.texts[text - 1];
    const version = tabled === undefined ? fakeHash('none') : presentRevision(tabled).hash;
    return { text, version, deadline: after(now, days * DAY), meeting: null };
  });

/** A text on which the first founders take these stands on the whole, one after the other; consultations on it are recorded. */
export const answered = (stands: readonly Stand[]): Step =>
  all(decide('ada'), consult('ada', ['bor']), ...stands.map((stand, i) => take(NAMES[i] ?? '', stand)));

/** Tabled by the first, put to decision, and supported by all of these. */
export const adopt = (names: readonly string[], text = 1): Step =>
  all(
    table(names[0] ?? ''),
    decide(names[0] ?? '', { text }),
    ...names.map((name) => take(name, 'support', whole, null, text)),
  );

export const sign = (
  by: string,
  { text = 1, clauses = null as readonly string[] | null, riders = [] as readonly Rider[], adReferendum = false } = {},
): Step =>
  acting('text.sign', by, ({ state }) => ({
    text,
    printed: statedBy(state, by),
    version: versionOf(state, text),
    clauses,
    riders,
    adReferendum,
  }));

/** Of the text as it stands; of none, where there is no such text. */
const versionOf = (state: State, number: number): string => {
  const text = state.texts[number - 1];
  return text === undefined ? fakeHash('none') : presentRevision(text).hash;
};

export const observe = (by: string, body: Readonly<Record<string, unknown>> = {}): Step =>
  acting('observation.make', by, ({ state }) => {
    const { text = 1 } = body;
    const version = versionOf(state, Number(text));
    return { text, version, kind: 'view', clauses: [], words: 'As we see it.', public: false, ...body };
  });

/** Another link for a delegate who has not entered. */
export const renew = (by: string, organisation: string, delegate = 1, label = `another ${organisation}`): Step =>
  act('invitation.renew', by, { organisation, delegate, invitation: fakeKey(label) });

export const lose = (by: string, label = `new ${by}`): Step =>
  act('recovery.request', by, { key: fakeKey(label), use: 'ssh', explanation: fakeHash(`phone of ${by}`) });

/** A participant vouches for the key that {@link lose} asks for. */
export const vouch = (by: string, organisation: string, label = `new ${organisation}`, delegate = 1): Step =>
  act('recovery.vouch', by, { organisation, delegate, key: fingerprint(fakeKey(label)) });

export const unvouch = (by: string, recovery = 1): Step => act('recovery.withdraw-voucher', by, { recovery });

export const tick: Step = act('host.tick', '', {});

/** The hash of a charter with other rules than the one in force. */
export const otherCharter = charterHash(charterWith(rulesWith({ assembliesPerYear: 2 })));
