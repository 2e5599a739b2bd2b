import { SetMetadata } from '@nestjs/common';
import type { JobName } from './job-names.js';

export const JOB_HANDLER = 'kepu:job';

/** Marks the method that does this job: `(payload) => Promise<void>`. It may run more than once. */
export const HandlesJob = (name: JobName) => SetMetadata(JOB_HANDLER, name);
