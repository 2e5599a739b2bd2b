import { SetMetadata } from '@nestjs/common';
import type { JobName } from './job-names.js';

export const JOB_HANDLER = 'kepu:job';

export const JOB_ENDING = 'kepu:job-given-up';

/** Marks the method that does this job: `(payload, job) => Promise<void>`. It may run more than once. */
export const HandlesJob = (name: JobName) => SetMetadata(JOB_HANDLER, name);

/**
 * Marks the method called when a job has used all attempts, also if the process died in each of them; it records the
 * failure where users see it: `(payload, error) => Promise<void>`. It may run more than once.
 */
export const WhenGivenUp = (name: JobName) => SetMetadata(JOB_ENDING, name);
