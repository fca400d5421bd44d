import type { ActForm } from '../act-form.ts';

export const textForms: readonly ActForm[] = [];
