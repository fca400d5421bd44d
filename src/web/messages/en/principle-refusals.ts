/** Refusals about mandates, and texts that were taken in principle. */

export const principleRefusals = {
  'taken-in-principle': (): string =>
    'All took this text in principle. It belongs to all since: no organisation alone takes it back, holds it up or has it to itself.',
  'not-mandated': (mandate: string): string =>
    mandate === ''
      ? 'A text taken in principle is put to decision in a meeting: by whoever has the mandate to complete it, or by any participant in an assembly.'
      : `Mandate ${mandate} says who completes this text. Other participants do so in an assembly, or when the mandate has ended.`,
  'beyond-agreed': (): string =>
    'A revision of a text taken in principle takes in what is agreed, and changes nothing else. Propose other words as an amendment.',
  unseconded: (seconds: string, needed: string): string =>
    `Before it is dealt with, ${needed} others must stand behind this text, and ${seconds} do. Any participant may co-sponsor it.`,
  'too-few': (present: string, needed: string): string =>
    `Too few of those who complete this text are in the room: ${present}, and ${needed} must be.`,
  'mandate-needed': (): string =>
    'The coordinating group decides only what articles 9.2, 9.3, 9.4 and 9.6 or a mandate give it to decide. Elections and mandates are for an assembly.',
  'mandate-ends': (until: string): string =>
    `The mandate runs until ${until}. What is decided under it must be decided before.`,
};
