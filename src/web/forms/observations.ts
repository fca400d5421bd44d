import type { ActForm } from '../act-form.ts';

export const observationForms: readonly ActForm[] = [];
