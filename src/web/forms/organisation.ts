import type { ActForm } from '../act-form.ts';

export const organisationForms: readonly ActForm[] = [];
