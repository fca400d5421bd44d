import { z } from 'zod';
import { line } from '../../base/schema.ts';

const percent = z.int().min(0).max(100);
const days = (min: number, max: number) => z.int().min(min).max(max);
/** Never none: nobody comes in, and no key, by silence alone. */
const vouchers = z.int().min(1).max(10);

/** What an organisation that has not answered by the deadline of a decision counts as (article 6.1). */
export const silenceSchema = z.enum(['accept', 'stand-aside', 'object']);

/**
 * Who may put a text to decision (articles 6.1, 13.3), each of these with those before it: whose text it is; its rapporteur; any participant in the room of an
 * assembly; any participant.
 */
export const openersSchema = z.enum(['tabler', 'rapporteur', 'assembly', 'participant']);

/** In which order signatories are printed (article 13.4). */
export const signatoryOrderSchema = z.enum(['name', 'country', 'signing']);

/** The numbers of the rules, which every assembly may redefine (article 5.4). */
export const rulesSchema = z
  .strictObject({
    participation: z
      .strictObject({
        /** How many participants present an application before its no-disagreement period runs (2.3). */
        presenters: vouchers,
        /** How long an application waits to be presented, and then lies open to disagreement, in days. */
        noDisagreementDays: days(1, 365),
        /** Whether an assembly in which nobody disagrees admits an applicant that is presented at once (2.3). */
        byAssembly: z.boolean(),
      })
      .readonly(),
    keys: z
      .strictObject({
        /** Whether a delegate may sign with a key kept by a browser, not by an authenticator. */
        deviceKeys: z.boolean(),
        /** How many other participants vouch for a new key in place of a lost one before its no-disagreement period runs. */
        vouchers,
        /** How long the replacement of a lost last key waits for them, and then lies open to disagreement, in days. */
        recoveryDays: days(1, 90),
      })
      .readonly(),
    decision: z
      .strictObject({
        /** The shortest time between putting a final version to decision and its deadline, in days. */
        minimumDays: days(0, 365),
        /** What silence means at the deadline of a decision in writing. */
        silence: silenceSchema,
        /** The same of a decision in a room. */
        silenceInRoom: silenceSchema,
        /**
         * Whose agreement unanimity in an assembly is: that of those present there, while the absent may still object for so many days, or, with none, not at all; `null`: of
         * all participants (6.1).
         */
        unanimityOfPresent: z
          .strictObject({ absentDays: days(0, 90) })
          .readonly()
          .nullable(),
        openers: openersSchema,
        /** When a text may be adopted though not unanimously (7.2); `null`: never. Shares of all participants, rounded down. */
        broadConsensus: z
          .strictObject({
            /** At most this share objects. */
            objectingPercent: percent,
            /** At most this share objects or stands aside. */
            notAgreeingPercent: percent,
          })
          .readonly()
          .nullable(),
        /** Whether consensus is broad, too, where an assembly finds it so: some agree, and nobody objects to the adoption as such (7.2). */
        assemblyFinds: z.boolean(),
      })
      .readonly(),
    signature: z
      .strictObject({
        /** After so many days from adoption a signature is an accession (7.1). */
        firstSigningDays: days(0, 3650),
        /** Whether a signature may carry reservations. */
        reservations: z.boolean(),
        /** The order in which signatories are printed (13.4): by name, by country and then name, or as they signed. */
        order: signatoryOrderSchema,
      })
      .readonly(),
    /** How texts are negotiated (13.2). */
    texts: z
      .strictObject({
        /** How long an amendment lies open to objection before it counts as agreed, in days; 0: only everyone's acceptance agrees it. */
        noObjectionDays: days(0, 365),
        /** How long a proposal about a text lies open to disagreement, in days. */
        silenceDays: days(1, 365),
        /** How many organisations besides its movers must second a text or an amendment before it is dealt with (13.2); 0: none. */
        seconding: z.int().min(0).max(50),
      })
      .readonly(),
    /** The least number of assemblies a year (5.1). */
    assembliesPerYear: z.int().min(0).max(12),
    /** The coordinating group (9.1). */
    coordinatingGroup: z
      .strictObject({
        members: z.int().min(1).max(50),
        substitutes: z.int().min(0).max(50),
        /** How long it is elected for, in months; `null`: until another is. */
        termMonths: z.int().min(1).max(120).nullable(),
        /** At most so many of its seats go to one country; `null`: any number. */
        perCountry: z.int().min(1).max(50).nullable(),
      })
      .readonly(),
    /** How assemblies are convened and run (5). */
    meetings: z
      .strictObject({
        /** An assembly is convened at least so many days before it begins. */
        noticeDays: days(0, 365),
        /** Items of its agenda are proposed until so many days before it begins. */
        agendaDays: days(0, 365),
        /** The item that stands on every assembly's provisional agenda by itself, such as its agenda and its rules (5.3, 5.4); `null`: none. */
        standingItem: line(200).nullable(),
        /** How many participants together may convene an assembly where the coordinating group does not in time. */
        conveners: z.int().min(1).max(200),
        /** The share of the participants that must be present when something is decided in a sitting; 0: none. */
        quorumPercent: percent,
        /** The longest speech, in seconds; 0: no limit. */
        speechSeconds: z.int().min(0).max(7200),
        /** A call for consensus is open for so many seconds, or until everyone present has answered. */
        callSeconds: z.int().min(0).max(3600),
        /** How long a summary record lies open to correction, in days. */
        recordDays: days(1, 365),
      })
      .readonly(),
    /** The conference's books (12). */
    means: z
      .strictObject({
        /** The longest period that is closed at once, in months. */
        periodMonths: z.int().min(1).max(24),
      })
      .readonly(),
  })
  .readonly();

export type Rules = z.infer<typeof rulesSchema>;

/** The rules a regional conference starts from. */
export const REGIONAL_RULES: Rules = {
  participation: { presenters: 1, noDisagreementDays: 30, byAssembly: false },
  keys: { deviceKeys: true, vouchers: 1, recoveryDays: 14 },
  decision: {
    minimumDays: 7,
    silence: 'stand-aside',
    silenceInRoom: 'stand-aside',
    unanimityOfPresent: null,
    openers: 'assembly',
    broadConsensus: { objectingPercent: 15, notAgreeingPercent: 34 },
    assemblyFinds: false,
  },
  signature: { firstSigningDays: 30, reservations: true, order: 'name' },
  texts: { noObjectionDays: 14, silenceDays: 14, seconding: 0 },
  assembliesPerYear: 1,
  coordinatingGroup: { members: 3, substitutes: 2, termMonths: 12, perCountry: 2 },
  meetings: {
    noticeDays: 30,
    agendaDays: 14,
    standingItem: null,
    conveners: 2,
    quorumPercent: 50,
    speechSeconds: 300,
    callSeconds: 60,
    recordDays: 30,
  },
  means: { periodMonths: 12 },
};

/** The rules a consent coalition starts from: silence consents, any objection stops, one secretary. */
export const CONSENT_RULES: Rules = {
  participation: { presenters: 1, noDisagreementDays: 14, byAssembly: false },
  keys: { deviceKeys: true, vouchers: 1, recoveryDays: 7 },
  decision: {
    minimumDays: 3,
    silence: 'accept',
    silenceInRoom: 'accept',
    unanimityOfPresent: null,
    openers: 'assembly',
    broadConsensus: { objectingPercent: 0, notAgreeingPercent: 100 },
    assemblyFinds: false,
  },
  signature: { firstSigningDays: 90, reservations: false, order: 'name' },
  texts: { noObjectionDays: 7, silenceDays: 7, seconding: 0 },
  assembliesPerYear: 2,
  coordinatingGroup: { members: 1, substitutes: 0, termMonths: null, perCountry: null },
  meetings: {
    noticeDays: 14,
    agendaDays: 7,
    standingItem: null,
    conveners: 1,
    quorumPercent: 0,
    speechSeconds: 0,
    callSeconds: 60,
    recordDays: 14,
  },
  means: { periodMonths: 12 },
};
