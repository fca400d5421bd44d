/** What waits for an organisation, in words. */
export interface NeedRow {
  readonly what: string;
  readonly why: string;
  /** What its button says, and where it leads. */
  readonly act: string;
  readonly href: string;
  /** Whether the button is one to look rather than to act. */
  readonly second?: true;
  /** What stands in place of the deadline. */
  readonly when?: string;
}
