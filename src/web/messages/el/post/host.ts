import type { Messages } from '../../messages.ts';

export const host: Messages['post']['host'] = {
  delivered: 'Ο φιλοξενών δηλώνει τι απέγιναν τα μηνύματα για:',
  opened: 'Ο φιλοξενών το έδειξε σε συνδεδεμένο αντιπρόσωπο της οργάνωσης',
};
