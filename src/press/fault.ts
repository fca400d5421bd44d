import type { DocumentFault } from '../conference/documents.ts';

/** Thrown within this room where a file cannot be read; its edge turns it into a value. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
  readonly fault: DocumentFault;
  constructor(fault: DocumentFault) {
    super(fault.kind);
    this.fault = fault;
  }
}

/** @throws Unreadable */
export const unreadable = (fault: DocumentFault | 'damaged' | 'hostile'): never => {
  throw new Unreadable(typeof fault === 'string' ? { kind: fault } : fault);
};
