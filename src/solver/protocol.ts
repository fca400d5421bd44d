import type { Choice, Point, Problem } from '../text/common/problem.ts';
import type { Unity } from '../text/common/unite.ts';

/** What the solver's thread is given when it starts, and what it says. It has one task and ends with it. */

export type Task =
  | { readonly kind: 'frontier'; readonly problem: Problem; readonly ks: readonly number[] | undefined }
  | { readonly kind: 'unity'; readonly problem: Problem; readonly present: Choice };

export interface Assignment {
  readonly task: Task;
  readonly limitMs: number;
}

export type Said =
  { readonly kind: 'points'; readonly points: readonly Point[] } | { readonly kind: 'unity'; readonly unity: Unity };
