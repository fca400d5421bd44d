import { calendar } from './en/calendar.ts';
import { circulated } from './en/circulated.ts';
import { digest } from './en/digest.ts';

export const en = { calendar, circulated, digest };
