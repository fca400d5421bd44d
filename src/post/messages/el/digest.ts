import type { digest as en } from '../en/digest.ts';

export const digest: typeof en = {
  counts: (fresh, needs) =>
    [
      fresh === 0 ? null : `${fresh} ${fresh === 1 ? 'νέο' : 'νέα'}`,
      needs === 0 ? null : `${needs} ${needs === 1 ? 'σας περιμένει' : 'σας περιμένουν'}`,
    ]
      .filter((part) => part !== null)
      .join(', ') || 'Τίποτα νέο',
  subject: (conference, counts) => `${conference}: ${counts}`,
  needs: (organisation) => `Τι περιμένει την οργάνωση ${organisation}`,
  news: 'Τι νέο υπάρχει',
  until: (moment) => `Έως ${moment}`,
  more: (n) => `Και ${n} ακόμη στο αρχείο πράξεων`,
  why: (choice) =>
    ({
      'at-once': 'Το λαμβάνετε όποτε συμβαίνει κάτι, γιατί έτσι επιλέξατε.',
      daily: 'Το λαμβάνετε κάθε πρωί όταν υπάρχει κάτι να ειπωθεί, γιατί έτσι επιλέξατε.',
      weekly: 'Το λαμβάνετε κάθε Δευτέρα όταν υπάρχει κάτι να ειπωθεί, γιατί έτσι επιλέξατε.',
      never: '',
    })[choice],
  settings: 'Αλλάξτε το',
};
