import { DAY } from '../../base/time.ts';
import type { RefusalKind } from '../law/refusal.ts';
import { act } from './acts.ts';
import { BANK, FUND, GIVEN, account, books, closed, finds, given, line, recorded } from './means.ts';
import { all, wait } from './spec.ts';
import type { Case } from './vector-meetings.test.ts';

/** The cases of the conference's books. */

const four = ['ada', 'bor', 'cvet', 'dora'];

export const MEANS_REFUSED = {
  'treasurer-only': {
    name: '12 an organisation that does not keep the books opens an account',
    given: books(four),
    when: account('cvet', 'fund', 'Ours'),
  },
  unbalanced: {
    name: '12 a transaction in which a cent is missing',
    given: books(four),
    when: recorded('bor', [line(BANK, 10_000), line(GIVEN, -9999, FUND)]),
  },
  'period-closed': {
    name: '12 something is recorded in a month that is closed',
    given: all(books(four), wait(60 * DAY), act('period.close', 'bor', { through: '2026-02' })),
    when: given('bor', 'cvet', 10_000, { day: '2026-02-28' }),
  },
  'own-books': {
    name: '12 whoever kept the books says that they are in order',
    given: closed,
    when: finds('bor'),
  },
  'not-empty': {
    name: '12 an account that holds something is closed',
    given: all(books(four), given('bor', 'cvet', 10_000)),
    when: act('account.close', 'bor', { account: BANK }),
  },
} as const satisfies { readonly [K in RefusalKind]?: Case };
