import { z } from 'zod';
import type { KeptFile } from '../../charter/law/kept.ts';
import { hashSchema } from './common.ts';

/** A file kept beside the record. Its content is the attachment of this hash. */
export const fileSchema = z.strictObject({ name: z.string(), type: z.string(), hash: hashSchema });

export const fileView = ({ name, type, hash }: KeptFile): z.input<typeof fileSchema> => ({ name, type, hash });
