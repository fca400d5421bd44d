import { describe, it } from 'node:test';
import { READING_MARKS_CONTRACT } from '../contract/reading-marks.ts';
import { createMemoryReadingMarks } from './reading-marks.ts';

describe('how far somebody has read: memory', () => {
  for (const [name, check] of Object.entries(READING_MARKS_CONTRACT)) {
    it(name, () => check({ marks: createMemoryReadingMarks(), reopen: null }));
  }
});
