import type { Messages } from '../../messages.ts';

export const files: Messages['post']['files'] = {
  label: 'Αρχεία',
  hint: (most, kilobytes) =>
    `Το πολύ ${most}, το καθένα έως ${kilobytes} KB. Φυλάσσονται δίπλα στο αρχείο πράξεων, που κρατά τα αποτυπώματά τους.`,
  kept: 'επισυνάπτεται· αποεπιλέξτε το για να μείνει έξω',
  list: 'Αρχεία',
};
