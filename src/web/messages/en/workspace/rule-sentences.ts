import type { Rules } from '../../../../charter/law/rules.ts';
import { plural } from '../plural.ts';

/** The rules of a charter, each as a sentence; one that says nothing where it does not apply is empty then. */

export const ruleSentences = {
  noDisagreement: (r: Rules): string =>
    `Whoever applies is presented by at least ${plural(r.participation.presenters, 'one participant', `${r.participation.presenters} participants`)} within ${r.participation.noDisagreementDays} ${plural(r.participation.noDisagreementDays, 'day', 'days')}; then the application lies open to disagreement for as long. (2.3)`,
  byAssembly: (r: Rules): string =>
    r.participation.byAssembly
      ? 'An assembly in which nobody disagrees admits a presented applicant at once. (2.3)'
      : '',
  deviceKeys: (r: Rules): string =>
    r.keys.deviceKeys
      ? 'Delegates sign with passkeys, SSH keys or keys of their browser. (4.1)'
      : 'Delegates sign with passkeys or SSH keys. (4.1)',
  recovery: (r: Rules): string =>
    `A lost last key is replaced when at least ${plural(r.keys.vouchers, 'one other participant vouches', `${r.keys.vouchers} other participants vouch`)} for the new one, after ${r.keys.recoveryDays} ${plural(r.keys.recoveryDays, 'day', 'days')} without disagreement. (4.1)`,
  minimum: (r: Rules): string =>
    r.decision.minimumDays === 0
      ? 'A decision may close at any time. (6.1)'
      : `A decision stays open for at least ${r.decision.minimumDays} days. (6.1)`,
  silence: (r: Rules): string =>
    ({
      accept: 'Who does not answer a decision counts as accepting. (6.1)',
      'stand-aside': 'Who does not answer a decision counts as standing aside. (6.1)',
      object: 'Who does not answer a decision counts as objecting. (6.1)',
    })[r.decision.silence],
  silenceInRoom: (r: Rules): string =>
    ({
      accept: 'Who is silent on a decision in a room counts as accepting. (6.1)',
      'stand-aside': 'Who is silent on a decision in a room counts as standing aside. (6.1)',
      object: 'Who is silent on a decision in a room counts as objecting. (6.1)',
    })[r.decision.silenceInRoom],
  unanimity: (r: Rules): string => {
    if (r.decision.unanimityOfPresent === null) return 'Unanimity is that of all participants. (6.1)';
    const { absentDays } = r.decision.unanimityOfPresent;
    return absentDays === 0
      ? 'In an assembly, unanimity is that of those present. (6.1)'
      : `In an assembly, unanimity is that of those present; the absent may object for ${absentDays} ${plural(absentDays, 'day', 'days')} after it. (6.1)`;
  },
  consensus: (r: Rules): string =>
    r.decision.broadConsensus === null
      ? 'Texts are adopted unanimously, and in no other way. (6.1)'
      : `Broad consensus: every point of friction has a recorded consultation, at most ${r.decision.broadConsensus.objectingPercent}\u00a0% object, and at most ${r.decision.broadConsensus.notAgreeingPercent}\u00a0% object or stand aside. A charter needs unanimity. (7.2)`,
  assemblyFinds: (r: Rules): string =>
    r.decision.assemblyFinds
      ? 'Consensus is broad, too, where an assembly finds that some agree and nobody objects to the adoption as such. A charter needs unanimity. (7.2)'
      : '',
  accession: (r: Rules): string =>
    `A signature more than ${r.signature.firstSigningDays} days after adoption is an accession. (7.1)`,
  reservations: (r: Rules): string =>
    r.signature.reservations ? 'Signatures may carry reservations. (7.2)' : 'Signatures carry no reservations. (7.2)',
  order: (r: Rules): string =>
    ({
      name: 'Signatories are printed in the order of their names. (13.4)',
      country: 'Signatories are printed by country, then by name. (13.4)',
      signing: 'Signatories are printed as they signed. (13.4)',
    })[r.signature.order],
  amendments: (r: Rules): string =>
    r.texts.noObjectionDays === 0
      ? 'An amendment is agreed only when all accept it. (13.2)'
      : `An amendment to which nobody objects within ${r.texts.noObjectionDays} ${plural(r.texts.noObjectionDays, 'day', 'days')} is agreed. (13.2)`,
  proposals: (r: Rules): string =>
    `A proposal about a text stands when nobody disagrees with it within ${r.texts.silenceDays} ${plural(r.texts.silenceDays, 'day', 'days')}. (13.3)`,
  seconding: (r: Rules): string =>
    r.texts.seconding === 0
      ? ''
      : `A text or an amendment is dealt with once ${plural(r.texts.seconding, 'another organisation seconds', `${r.texts.seconding} other organisations second`)} it. (13.2)`,
  assemblies: (r: Rules): string =>
    r.assembliesPerYear === 1
      ? 'The conference assembles at least once a year. (5.1)'
      : `The conference assembles at least ${r.assembliesPerYear} times a year. (5.1)`,
  notice: ({ meetings: { noticeDays, agendaDays } }: Rules): string =>
    `An assembly has at least ${noticeDays} ${plural(noticeDays, 'day’s', 'days’')} notice; its provisional agenda closes ${agendaDays} ${plural(agendaDays, 'day', 'days')} before. (5.1, 5.3)`,
  standingItem: ({ meetings: { standingItem } }: Rules): string =>
    standingItem === null ? '' : `On every assembly’s agenda stands by itself: “${standingItem}”. (5.3, 5.4)`,
  quorum: ({ meetings: { quorumPercent } }: Rules): string =>
    quorumPercent === 0
      ? 'A sitting needs no quorum. (6.1)'
      : `A sitting decides when at least ${quorumPercent}\u00a0% of the participants are in the room. (6.1)`,
  books: ({ means: { periodMonths } }: Rules): string =>
    `The books are closed at least every ${plural(periodMonths, 'month', `${periodMonths} months`)}. (12.1)`,
  group: (r: Rules): string => {
    const { members, substitutes } = r.coordinatingGroup;
    if (members === 1)
      return `A secretariat of one${substitutes === 0 ? '' : `, with ${substitutes} ${plural(substitutes, 'substitute', 'substitutes')}`}. (9.1)`;
    return `A coordinating group of ${members} ${plural(members, 'member', 'members')} and ${substitutes} ${plural(substitutes, 'substitute', 'substitutes')}. (9.1)`;
  },
};
