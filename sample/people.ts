import type { PublicKey } from '../src/base/ids.ts';
import { DAY, HOUR, type Instant, MINUTE, after } from '../src/base/time.ts';
import { type Charter, charterHash, charterSchema, termsOf } from '../src/charter/law/charter.ts';
import { REGIONAL_RULES, type Rules } from '../src/charter/law/rules.ts';
import * as content from './content/index.ts';
import { EVERYONE, type Keyring } from './keyring.ts';
import { type Step, actStep, attached } from './steps.ts';

/** How the organisations of the story come into the record, and who speaks for them. */

const withPeriod = (noDisagreementDays: number): Rules => ({
  ...REGIONAL_RULES,
  texts: { noObjectionDays: 12, silenceDays: 14, seconding: 0 },
  participation: { ...REGIONAL_RULES.participation, noDisagreementDays },
});

/** The rules of the founding, and those that the charter's second version brings. */
export const FIRST_RULES = withPeriod(content.RULE_CHANGE.from);
export const SECOND_RULES = withPeriod(content.RULE_CHANGE.to);

const charter = (title: string, principles: readonly object[], rules: Rules): Charter =>
  charterSchema.parse({
    title,
    name: content.CONFERENCE.name,
    abbreviation: content.CONFERENCE.abbreviation,
    region: content.CONFERENCE.region,
    seat: content.CONFERENCE.seat,
    languages: content.CONFERENCE.workingLanguages,
    principles,
    rules,
  });

export const FIRST_CHARTER = charter(content.PRINCIPLES.title, content.PRINCIPLES.clauses, FIRST_RULES);
const SECOND_CHARTER = charter(content.CHARTER.title, content.clausesOf(content.CHARTER), SECOND_RULES);
export const SECOND_TERMS = termsOf(SECOND_CHARTER);

export const organisationIn = (id: string): content.Organisation => {
  const found = EVERYONE.find((organisation) => organisation.id === id);
  if (found === undefined) throw new RangeError(`No ${id} in the story`);
  return found;
};

/** What an organisation says of itself, as acts carry it. */
export const profileOf = (id: string) => {
  const { country, about, website } = organisationIn(id);
  return { printed: printedOf(id), country, about, website };
};

/** How it and its country are printed: in its own script, and in English. */
export const printedOf = (id: string) => {
  const { name, gloss, countryNames } = organisationIn(id);
  const [own, english] = countryNames;
  return name === gloss && own === english
    ? [{ name, country: own }]
    : [
        { name, country: own },
        { name: gloss, country: english },
      ];
};

const nameOf = (id: string, delegate: number) =>
  attached(`name ${id}/${delegate}`, organisationIn(id).delegates[delegate - 1]?.name ?? '');

/** A delegate follows the link of invitation and brings a key; invited by another organisation, a name too. */
export const enrol = (keys: Keyring, at: Instant, id: string, delegate: number, named: boolean): Step => {
  const name = named ? nameOf(id, delegate) : null;
  const own = keys.key(id, delegate);
  return actStep(
    at,
    'key.enrol',
    [id, delegate],
    { delegate, key: own.publicKey, use: 'ssh', name: name?.hash ?? null },
    [keys.invitation(id, delegate), own],
    name === null ? [] : [name],
  );
};

/** The organisation appoints its second delegate, who assists, and who comes in a little later. */
const appointSecond = (keys: Keyring, at: Instant, id: string): readonly Step[] => {
  const name = nameOf(id, 2);
  return [
    actStep(
      at,
      'delegate.appoint',
      [id, 1],
      { delegate: 2, name: name.hash, role: 'assisting', invitation: keys.invitation(id, 2).publicKey },
      [keys.key(id, 1), keys.invitation(id, 2)],
      [name],
    ),
    enrol(keys, after(at, 50 * MINUTE), id, 2, false),
  ];
};

/** The founding act and what follows from it: the other founders come in, and two days later all appoint a second delegate. */
export const founding = (keys: Keyring, host: PublicKey, at: Instant, by: string): readonly Step[] => {
  const own = keys.key(by, 1);
  const name = nameOf(by, 1);
  const founders = content.FOUNDERS.map((id) => ({
    id,
    ...profileOf(id),
    invitation: id === by ? null : keys.invitation(id, 1).publicKey,
  }));
  const body = {
    charter: FIRST_CHARTER,
    host,
    meeting: null,
    founders,
    delegate: name.hash,
    key: own.publicKey,
    use: 'ssh',
  } as const;
  const others = content.FOUNDERS.filter((id) => id !== by);
  return [
    actStep(at, 'conference.found', [by, 1], body, [own, ...others.map((id) => keys.invitation(id, 1))], [name]),
    ...others.map((id, i) => enrol(keys, after(at, (12 + 6 * i) * MINUTE), id, 1, true)),
    ...content.FOUNDERS.flatMap((id, i) => appointSecond(keys, after(at, 2 * DAY + 11 * i * MINUTE), id)),
  ];
};

export const signFounding = (keys: Keyring, at: Instant, by: string): Step =>
  actStep(at, 'charter.sign', [by, 1], { charter: charterHash(FIRST_CHARTER), printed: printedOf(by) }, [
    keys.key(by, 1),
  ]);

/** A participant presents an applicant: it names the act by which that one applied. */
export const presentation = (keys: Keyring, at: Instant, by: string, of: string): Step => ({
  kind: 'act',
  at,
  act: {
    kind: 'participation.present',
    by: { organisation: by, delegate: 1 },
    body: (applications) => ({ organisation: of, application: applications.get(of) ?? '' }),
  },
  signers: [keys.key(by, 1)],
  attachments: [],
});

/** An application under the charter in force, with its letter; an hour later its second delegate is appointed. */
export const application = (keys: Keyring, at: Instant, by: string, amended: boolean): readonly Step[] => {
  const own = keys.key(by, 1);
  const name = nameOf(by, 1);
  const paragraphs = content.APPLICATIONS.find((other) => other.by === by)?.letter ?? [];
  const letter = attached(`letter ${by}`, paragraphs.join('\n\n'));
  const body = {
    ...profileOf(by),
    charter: charterHash(amended ? SECOND_CHARTER : FIRST_CHARTER),
    letter: letter.hash,
    delegate: name.hash,
    key: own.publicKey,
    use: 'ssh',
  } as const;
  return [
    actStep(at, 'participation.apply', [by, 1], body, [own], [letter, name]),
    ...appointSecond(keys, after(at, HOUR), by),
  ];
};
