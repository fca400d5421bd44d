import { plural } from '../plural.ts';

/** Who comes to a meeting, whom they send, and who came. */
export const attendance = {
  reply: {
    coming: 'comes',
    online: 'comes online',
    perhaps: 'perhaps',
    'not-coming': 'does not come',
    none: 'has not answered',
  },
  count: {
    coming: (n: number): string => `${n} ${plural(n, 'comes', 'come')}`,
    online: (n: number): string => `${n} online`,
    perhaps: (n: number): string => `${n} perhaps`,
    'not-coming': (n: number): string => `${n} ${plural(n, 'does', 'do')} not come`,
    none: (n: number): string => `${n} ${plural(n, 'has', 'have')} not answered`,
  },
  delegations: (n: number, of: number): string =>
    `${n} of ${of} ${plural(of, 'participant', 'participants')} ${plural(n, 'has', 'have')} named a delegation.`,
  caption: 'Every participant, its answer and its delegation',
  organisation: 'Organisation',
  answer: 'Answer',
  delegation: 'Delegation',
  came: 'In the room',
  byMail: 'by calendar or e-mail',
  unproven: 'unproven',
  since: (moment: string): string => `since ${moment}`,
  until: (moment: string): string => `left ${moment}`,
  noDelegation: 'not named',
  openToAll: 'Meetings of the coordinating group are open to all: any delegate may come, named or not. (9.5)',
  guests: 'Guests and observers',
  noGuests: 'Nobody has brought a guest.',
  capacity: { guest: 'guest', observer: 'observer' },
  guestOf: 'brought by',
  erased: 'name erased',
  stoodIn: 'Substitutes in the place of absent members',
  inPlaceOf: (substitute: string, member: string): string => `${substitute} in the place of ${member}`,
};
