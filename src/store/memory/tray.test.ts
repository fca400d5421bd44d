import { describe, it } from 'node:test';
import { createMemoryTray } from './tray.ts';
import { TRAY_CONTRACT } from '../contract/tray.ts';

describe('the tray: memory', () => {
  for (const [name, check] of Object.entries(TRAY_CONTRACT)) {
    it(name, () => check({ tray: createMemoryTray(), reopen: null }));
  }
});
