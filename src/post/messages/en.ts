import { calendar } from './en/calendar.ts';
import { digest } from './en/digest.ts';

export const en = { calendar, digest };
