import type { Messages } from '../messages.ts';
import { form } from './sitting/forms.ts';
import { room } from './sitting/room.ts';

export const sitting: Messages['sitting'] = { form, room };
