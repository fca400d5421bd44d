import type { Messages } from '../messages.ts';
import * as agreeing from './texts/agreeing.ts';
import { common } from './texts/common.ts';
import * as drafts from './texts/drafts.ts';
import { editor } from './texts/editor.ts';
import { final } from './texts/final.ts';
import * as forms from './texts/forms.ts';
import { languages } from './texts/languages.ts';
import { paper } from './texts/paper.ts';
import * as published from './texts/published.ts';
import * as reading from './texts/reading.ts';
import { rules } from './texts/rules.ts';
import { structure } from './texts/structure.ts';
import { together } from './texts/together.ts';
import * as upload from './texts/upload.ts';
import * as ways from './texts/ways.ts';
import * as working from './texts/working.ts';

export const texts: Messages['texts'] = {
  ...reading,
  ...working,
  ...published,
  ...forms,
  ...drafts,
  editor,
  final,
  ...agreeing,
  common,
  languages,
  paper,
  rules,
  structure,
  together,
  ...upload,
  ...ways,
};
