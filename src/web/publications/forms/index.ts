import type { ActForm } from '../../act/act-form.ts';
import { withdrawArticle, writeArticle } from './article.ts';
import { agreeToIssue, correctIssue, putIssue } from './issue.ts';
import { editPeriodical, proposePeriodical } from './periodical.ts';
import { disagreeWithPublication, withdrawPublication, withdrawPublicationDisagreement } from './silence.ts';

/** Chapter 11: periodicals, their articles and issues. */
export const publicationForms: readonly ActForm[] = [
  proposePeriodical,
  editPeriodical,
  writeArticle,
  withdrawArticle,
  putIssue,
  agreeToIssue,
  correctIssue,
  disagreeWithPublication,
  withdrawPublicationDisagreement,
  withdrawPublication,
];
