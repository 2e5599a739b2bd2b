import { SetMetadata } from '@nestjs/common';
import type { JobName } from './job-names.js';

export const JOB_HANDLER = 'kepu:job';

export const JOB_ENDING = 'kepu:job-given-up';

/** Marks the method that does this job: `(payload, job) => Promise<void>`. It may run more than once. */
export const HandlesJob = (name: JobName) => SetMetadata(JOB_HANDLER, name);

/**
 * Marks the method that says so where people look, once this job has used its attempts: `(payload, error) => Promise<void>`.
 * It is called too where the process itself died in each of them; it may run more than once.
 */
export const WhenGivenUp = (name: JobName) => SetMetadata(JOB_ENDING, name);
