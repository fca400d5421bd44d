import type { ActForm } from '../../act/act-form.ts';
import { acknowledge, sendOtherwise } from './delivery.ts';
import { sendLetter } from './send.ts';

/** Chapters 8.4 and 9.2: letters, and how they arrive. */
export const postForms: readonly ActForm[] = [sendLetter, acknowledge, sendOtherwise];
