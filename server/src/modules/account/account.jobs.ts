import { Injectable } from '@nestjs/common';
import { HandlesJob } from '../../platform/jobs/job.decorator.js';
import { Throttle } from '../../platform/throttle/throttle.js';
import { LoginCodes } from './login-codes.js';
import { Sessions } from './sessions.js';

@Injectable()
export class AccountJobs {
  constructor(
    private readonly sessions: Sessions,
    private readonly codes: LoginCodes,
    private readonly throttle: Throttle,
  ) {}

  /** Clears away codes, counters and sessions that have served their time. */
  @HandlesJob('account.sweep')
  async sweep(): Promise<void> {
    await this.codes.sweep();
    await this.throttle.sweep();
    await this.sessions.sweep();
  }
}
