import type { ActForm } from '../act-form.ts';
import { askForHelp, closeHelp, offerHelp } from './group/help.ts';
import { resign } from './group/resign.ts';

/** Chapter 9: the coordinating group and the help that it asks for. */
export const groupForms: readonly ActForm[] = [resign, askForHelp, offerHelp, closeHelp];
