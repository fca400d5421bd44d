import type { ArchiveDeps } from './archive.ts';
import type { BackupDeps } from './backup.ts';
import type { BesideDeps } from './accept-loss.ts';
import type { RestoreDeps } from './restore.ts';
import type { FolderDeps } from './folder.ts';
import type { PersonalDeps } from './personal.ts';
import type { CommandEntry } from './run.ts';
import type { SampleDeps } from './sample.ts';
import type { ServeDeps } from './serve.ts';
import type { PublishDeps } from './publish.ts';

interface FilesDeps extends Pick<BackupDeps, 'version'> {
  /** Loads what makes whole copies of data files. */
  readonly snapshots: () => Promise<Pick<BackupDeps, 'snapshot'>>;
  /** Loads what tells whether they are whole. */
  readonly soundness: () => Promise<Pick<RestoreDeps, 'faultsIn'>>;
  /** Loads what goes on with what is left of them. */
  readonly accepting: () => Promise<BesideDeps>;
}

/** The commands of `isonomia`, each loaded when it is called. */
export const commandsWith = ({
  startNode,
  toldToEnd,
  openFolder,
  openBeside,
  writeSample,
  version,
  snapshots,
  soundness,
  accepting,
  publish,
  openDocuments,
}: ServeDeps &
  ArchiveDeps &
  PublishDeps &
  FolderDeps &
  SampleDeps &
  PersonalDeps &
  FilesDeps): readonly CommandEntry[] => [
  {
    name: 'serve',
    summary: 'Serve the conferences of a data folder.',
    load: async () => (await import('./serve.ts')).serveCommand({ startNode, toldToEnd }),
  },
  {
    name: 'sample',
    summary: 'Write the sample conference into a data folder.',
    load: async () => (await import('./sample.ts')).sampleCommand({ openFolder, openBeside, writeSample }),
  },
  {
    name: 'founding-link',
    summary: 'Make a new one-time link for founding a conference.',
    load: async () => (await import('./founding-link.ts')).foundingLinkCommand,
  },
  {
    name: 'key new',
    summary: 'Make an SSH key for signing acts.',
    load: async () => (await import('./key.ts')).keyNewCommand,
  },
  {
    name: 'mail-dns',
    summary: 'Show the records that a node’s mail needs in the DNS.',
    load: async () => (await import('./mail-dns.ts')).mailDnsCommand,
  },
  {
    name: 'act send',
    summary: 'Send an act again to which no answer came.',
    load: async () => (await import('./act-send.ts')).actSendCommand,
  },
  {
    name: 'act',
    summary: 'Make an act: build it, sign it, send it.',
    load: async () => (await import('./act.ts')).actCommand,
  },
  {
    name: 'archive',
    summary: 'Bring what a conference has of the time before its record, from a table and a folder.',
    load: async () => (await import('./archive.ts')).archiveCommand({ openDocuments }),
  },
  {
    name: 'export',
    summary: 'Write a whole record into a folder, to be checked or carried on.',
    load: async () => (await import('./export.ts')).exportCommand({ openFolder }),
  },
  {
    name: 'publish',
    summary: 'Write the public site as files that need no server.',
    load: async () => (await import('./publish.ts')).publishCommand({ openFolder, publish }),
  },
  {
    name: 'erase',
    summary: 'Erase an attachment where the law obliges the host to; the record says so.',
    load: async () => (await import('./erase.ts')).eraseCommand({ openFolder }),
  },
  {
    name: 'check',
    summary: 'Check a data folder from end to end.',
    load: async () => {
      const [{ checkCommand }, { faultsIn }] = await Promise.all([import('./check-data.ts'), soundness()]);
      return checkCommand({ faultsIn, openFolder });
    },
  },
  {
    name: 'accept-loss',
    summary: 'Go on with a record from which acknowledged acts are lost for good.',
    load: async () => {
      const [{ acceptLossCommand }, { acceptBeside }] = await Promise.all([import('./accept-loss.ts'), accepting()]);
      return acceptLossCommand({ acceptBeside, openFolder });
    },
  },
  {
    name: 'confirm-clock',
    summary: 'Say that the machine’s clock is right, where a node doubts it.',
    load: async () => (await import('./confirm-clock.ts')).confirmClockCommand,
  },
  {
    name: 'personal export',
    summary: 'Write what a node keeps of one person.',
    load: async () => (await import('./personal.ts')).personalExportCommand({ openFolder, openBeside }),
  },
  {
    name: 'personal erase',
    summary: 'Forget what a node keeps of one person; the record stands.',
    load: async () => (await import('./personal.ts')).personalEraseCommand({ openFolder, openBeside }),
  },
  {
    name: 'verify',
    summary: 'Check a proof bundle or an export.',
    load: async () => (await import('./verify.ts')).verifyCommand,
  },
  {
    name: 'backup',
    summary: 'Write a data folder into one sealed file, also while the node runs.',
    load: async () => {
      const [{ backupCommand }, { snapshot }] = await Promise.all([import('./backup.ts'), snapshots()]);
      return backupCommand({ snapshot, version });
    },
  },
  {
    name: 'restore',
    summary: 'Put a backup into an empty data folder, and check it.',
    load: async () => {
      const [{ restoreCommand }, { faultsIn }] = await Promise.all([import('./restore.ts'), soundness()]);
      return restoreCommand({ faultsIn, openFolder });
    },
  },
  {
    name: 'import',
    summary: 'Play a record into a data folder, through the same checks as at the door.',
    load: async () => (await import('./import.ts')).importCommand({ openFolder }),
  },
];
