import * as content from '../../sample/content/index.ts';
import type { Matter } from '../../src/charter/law/matter.ts';
import { AUDIENCE } from '../../src/charter/visibility.ts';
import { FORMER } from './secrets.ts';

/** Who looks at the sample, one of each kind, and what each may see: known from the story, not from the code. */

export type ViewerName = 'public' | 'applicant' | 'former' | 'outside' | 'participant' | 'another' | 'assisting';
export const VIEWERS: Readonly<Record<ViewerName, readonly [organisation: string, delegate: number] | null>> = {
  public: null,
  applicant: [content.APPLICANT.id, 1],
  former: [FORMER, 1],
  outside: ['drustvo-ob-savi', 1],
  participant: ['zelena-sava', 1],
  another: ['diktyo-potamon', 1],
  assisting: ['rijeke-bosne', 2],
};
export const MEMBERS: ReadonlySet<ViewerName> = new Set(['participant', 'another', 'assisting']);
export const NAMES = Object.keys(VIEWERS) as readonly ViewerName[];

export const maySee = (viewer: ViewerName, matter: Matter, about: string | null): boolean => {
  const audience = AUDIENCE[matter];
  if (audience === 'everyone' || MEMBERS.has(viewer)) return true;
  return audience === 'own' && about !== null && VIEWERS[viewer]?.[0] === about;
};
