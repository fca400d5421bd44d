import { form } from './sitting/forms.ts';
import { room } from './sitting/room.ts';

/** The sitting: what is done in the room, and the pages that run and follow it. */
export const sitting = { form, room };
