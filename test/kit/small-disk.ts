import { spawnSync } from 'node:child_process';

/** A disk of so many bytes that only one process sees, in memory; where this machine lets nobody make one, there is none. */

/** Whether this user may make one. */
export const canMakeDisk = (): boolean => spawnSync('unshare', ['-rm', 'true']).status === 0;

/** What to begin a command with, so that `folder` is such a disk for it, with what was in `folder` before. */
export const onSmallDisk = (folder: string, bytes: number): readonly string[] => [
  'unshare',
  '-rm',
  'sh',
  '-c',
  'cp -a "$0" "$0.whole" && mount -t tmpfs -o "size=$1,mode=700" none "$0" && cp -a "$0.whole/." "$0" && rm -r "$0.whole" && shift && exec "$@"',
  folder,
  `${bytes}`,
];
