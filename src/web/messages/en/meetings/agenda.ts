/** The agenda of a meeting, provisional and adopted. */
export const agenda = {
  open: (moment: string, within: string): string =>
    `Provisional. Every participant may propose items until ${moment} (${within}); the assembly adopts its agenda at the opening. (5.3)`,
  groupOpen:
    'Provisional. Every participant may propose items until the meeting opens, and the meeting adopts its agenda then.',
  closed: (day: string): string =>
    `Provisional, closed for proposals since ${day}. The assembly adopts its agenda at the opening. (5.3)`,
  adopted: (day: string): string => `Adopted by the meeting on ${day}. It alone changes it. (5.3)`,
  none: 'Items will stand here, each with who proposed it, its texts and its documents.',
  noneHeld: 'The meeting had no agenda.',
  propose: 'Propose an item',
  by: 'Proposed by',
  late: 'after the provisional agenda was closed',
  texts: 'Texts',
  documents: 'Documents',
  taken: (moment: string): string => `Taken up ${moment}`,
  now: 'Under discussion now',
  withdraw: 'Withdraw',
  left: 'Proposed and not on the agenda',
  withdrawn: 'Withdrawn',
  withdrawnOn: (day: string): string => `withdrawn on ${day}`,
};
