import type { BankFault } from '../../conference/books/bank.ts';

/** Thrown where a bank's file cannot be read; the edge of the room turns it into a value. */
export class UnreadableStatement extends Error {
  override readonly name = 'UnreadableStatement';
  readonly fault: BankFault;
  constructor(fault: BankFault) {
    super(fault.kind);
    this.fault = fault;
  }
}
