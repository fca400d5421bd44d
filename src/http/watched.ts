import { SECOND } from '../base/time.ts';
import type { Backlog } from '../conference/post/outbox.ts';
import type { Clock } from '../conference/ports.ts';
import type { Host } from '../conference/types.ts';
import { type Metric, createHistogram, writeMetrics } from './metrics.ts';

/** What keeps a node from its work: a record that cannot be read, one that another was signed for, or a disk that did not take what was last written. */
export type Unready = 'records' | 'signing' | 'disk';

/** What a node knows of itself, without looking for it. */
export interface Watched {
  /** Nothing: it is ready. */
  readonly unready: () => readonly Unready[];
  /** In the text format of Prometheus. */
  readonly metrics: () => Promise<string>;
  /** Counts a request that was answered within so many seconds. */
  readonly answered: (seconds: number) => void;
}

export interface WatchedDeps {
  readonly host: Pick<Host, 'conferences' | 'halted'>;
  readonly clock: Pick<Clock, 'now'>;
  /** How many listen to live events. */
  readonly followers: () => number;
  /** `null`: this node sends no mail. */
  readonly backlog: (() => Backlog) | null;
  /** How many rows beside the records are damaged, as far as is known. */
  readonly damaged: () => number;
  /** Bytes that are free where the data folder is; `null`: it has none. */
  readonly free: (() => Promise<number>) | null;
}

export const createWatched = ({ host, clock, followers, backlog, damaged, free }: WatchedDeps): Watched => {
  const requests = createHistogram();
  const standings = () => host.conferences().map(({ slug, standing }) => ({ slug, ...standing() }));
  const age = (since: number | null): number => (since === null ? 0 : Math.max(0, clock.now() - since) / SECOND);

  const unready = (): readonly Unready[] => {
    const why: Unready[] = [];
    if (host.halted().length > 0) why.push('records');
    if (host.conferences().some(({ isReadOnly }) => isReadOnly())) why.push('signing');
    if (standings().some(({ unwritten }) => unwritten)) why.push('disk');
    return why;
  };

  const ofMail = (): readonly Metric[] => {
    if (backlog === null) return [];
    const { waiting, since } = backlog();
    return [
      { name: 'mail_waiting', kind: 'gauge', says: 'Mails that wait to be sent.', values: [[{}, waiting]] },
      {
        name: 'mail_oldest_seconds',
        kind: 'gauge',
        says: 'For how long the first of them has.',
        values: [[{}, age(since)]],
      },
    ];
  };

  const metrics = async (): Promise<string> => {
    const all = standings();
    const ofDisk: readonly Metric[] =
      free === null
        ? []
        : [
            {
              name: 'disk_free_bytes',
              kind: 'gauge',
              says: 'What is free for the data folder.',
              values: [[{}, await free()]],
            },
          ];
    return writeMetrics([
      { name: 'ready', kind: 'gauge', says: '1 where /ready says so.', values: [[{}, unready().length === 0 ? 1 : 0]] },
      {
        name: 'entries_total',
        kind: 'counter',
        says: 'Acts on the record.',
        values: host.conferences().map(({ slug, state }) => [{ conference: slug }, state().size]),
      },
      {
        name: 'rejections_total',
        kind: 'counter',
        says: 'What was sent as an act since the start, and not taken.',
        values: all.flatMap(({ slug, rejected }) =>
          [...rejected].map(([kind, number]) => [{ conference: slug, kind }, number] as const),
        ),
      },
      {
        name: 'checkpoint_age_seconds',
        kind: 'gauge',
        says: 'Since when no checkpoint was given out, where one was since the start.',
        values: all.flatMap(({ slug, checkpoint }) =>
          checkpoint === null ? [] : [[{ conference: slug }, age(checkpoint)] as const],
        ),
      },
      { name: 'followers', kind: 'gauge', says: 'Who listen to live events.', values: [[{}, followers()]] },
      {
        name: 'damaged_rows',
        kind: 'gauge',
        says: 'Rows beside the records that are damaged and left alone.',
        values: [[{}, damaged()]],
      },
      ...ofMail(),
      ...ofDisk,
      {
        name: 'request_seconds',
        kind: 'histogram',
        says: 'From a request to its answer’s last word.',
        ...requests.seen(),
      },
    ]);
  };

  return { unready, metrics, answered: requests.observe };
};
