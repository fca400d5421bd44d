import type { Instant } from '../../base/time.ts';
import type { Proof } from './prove.ts';

/** How it came about, by the host's word; of a statement, for whom it speaks. `day`: how a time is written. */
export const adoptionOf = ({ adopted, subject }: Proof['claim'], day: (at: Instant) => string): string => {
  if (subject.kind === 'statement') return 'It speaks for those who signed it, and for nobody else.';
  if (subject.kind === 'charter')
    return 'The conference was founded with it: every founder that its founding act names has signed it.';
  if (adopted === null) return '';
  const how = adopted.how === 'unanimous' ? 'unanimously' : 'by broad consensus';
  return `The host says that it was adopted ${how} as ${adopted.symbol} on ${day(adopted.at)}.`;
};
