import type { Messages } from '../../messages.ts';

export const feed: Messages['site']['feed'] = {
  of: (organisation, conference) => `Όσα έχει υπογράψει: ${organisation} · ${conference}`,
  follow: 'Για παρακολούθηση σε αναγνώστη ροών',
  atom: 'Atom',
  json: 'JSON',
};
