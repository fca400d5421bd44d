/** Whether a page shows anything of what has changed, so that it is asked for anew then and not at everything that happens elsewhere. */

/** What is one of many, and stands on few pages; everything else may stand on any. */
const ONE_OF_MANY =
  /^(?:(?:archive|circulations|meetings|publications|statements|texts)\/\d+|organisations\/[^/]+|letters|observations|help|recoveries)$/u;

/**
 * @param shows resources that the page is about; `null`: it does not say, and may show any
 * @param changed resources that are not as they were, as the server tells of them; none: nothing is said of what
 */
export const touches = (shows: readonly string[] | null, changed: readonly string[]): boolean =>
  shows === null || changed.length === 0 || changed.some((one) => shows.includes(one) || !ONE_OF_MANY.test(one));
