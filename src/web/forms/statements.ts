import type { ActForm } from '../act-form.ts';

export const statementForms: readonly ActForm[] = [];
