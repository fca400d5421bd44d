import type { ActForm } from '../act-form.ts';

export const participationForms: readonly ActForm[] = [];
