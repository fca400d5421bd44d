import { MINUTE } from '../../base/time.ts';
import { type KnownClock, createKnownClock } from './known-clock.ts';
import { lastKnown, noteKnown, takeConfirmation } from './known-file.ts';
import { type Machine, thisMachine } from './machine.ts';

/** The clock of a node, which goes on from what was known when the last one on its data folder ended. */
export interface KeptClock extends KnownClock {
  /** Notes the time a last time. */
  readonly close: () => Promise<void>;
}

export interface KeptClockDeps {
  readonly folder: string;
  readonly machine?: Machine;
  /** Told what is to be told of the clock, and of a note that could not be written. */
  readonly onFault: (fault: unknown) => void;
}

/** How often the time is noted, and looked after whether somebody has said that the machine's clock is right. */
const OFTEN = MINUTE;

/** @throws Unusable */
export const openKeptClock = async ({
  folder,
  machine = thisMachine(),
  onFault,
}: KeptClockDeps): Promise<KeptClock> => {
  const clock = createKnownClock({ machine, last: await lastKnown(folder), onDoubt: onFault });
  let callOff = (): void => undefined;
  let closed = false;
  const round = async (): Promise<void> => {
    try {
      if (await takeConfirmation(folder)) clock.decide('shown');
      await noteKnown(folder, clock.known());
    } catch (fault) {
      onFault(fault);
    }
  };
  const again = async (): Promise<void> => {
    await round();
    if (!closed) callOff = machine.after(OFTEN, () => void (last = again()));
  };
  let last = again();
  await last;
  return {
    ...clock,
    close: async () => {
      closed = true;
      callOff();
      await last;
      await round();
    },
  };
};
