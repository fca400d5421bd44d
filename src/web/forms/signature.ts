import type { ActForm } from '../act-form.ts';

export const signatureForms: readonly ActForm[] = [];
