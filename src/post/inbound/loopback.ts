/** Whether a mail server on this very machine is at this address: one that brings the mail of many, and says where it has it from. */
export const isLoopback = (address: string): boolean => /^(?:::ffff:)?127\.|^::1$|^$/u.test(address);
