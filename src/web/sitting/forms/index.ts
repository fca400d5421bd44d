import type { ActForm } from '../../act/act-form.ts';
import { answerCall, closeCall, closeDecision } from './calls.ts';
import { openCall } from './call-open.ts';
import { closeSitting, handOver, openSitting, takeItem } from './chairing.ts';
import { arrive, askToSpeak, endSpeech, giveFloor, showCard } from './speaking.ts';

/** Chapters 5 and 6 in the room: from the opening of a sitting to its close. */
export const sittingForms: readonly ActForm[] = [
  openSitting,
  arrive,
  handOver,
  takeItem,
  closeSitting,
  askToSpeak,
  endSpeech,
  giveFloor,
  showCard,
  openCall,
  answerCall,
  closeCall,
  closeDecision,
];
