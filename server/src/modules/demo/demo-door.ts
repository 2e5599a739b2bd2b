import { Inject, Injectable } from '@nestjs/common';
import type { DemoReply, SessionReply } from '@kepu/shared/contracts/account';
import { PRIVACY } from '@kepu/shared/domain/privacy';
import { CONFIG, type Config } from '../../platform/config.js';
import { found, Refusal } from '../../platform/refusal.js';
import { Accounts } from '../account/accounts.js';
import { Sessions } from '../account/sessions.js';
import { DEMO_PEOPLE } from './demo-accounts.js';

/** One tap to be anyone, in the demonstration only: in production it answers as if it did not exist. */
@Injectable()
export class DemoDoor {
  constructor(
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  people(): DemoReply {
    this.refuseInProduction();
    return { accounts: DEMO_PEOPLE.map(({ key, role, name, subtitle }) => ({ key, role, name, subtitle })) };
  }

  async enter(key: string, device: string): Promise<SessionReply> {
    this.refuseInProduction();
    const person = found(DEMO_PEOPLE.find((candidate) => candidate.key === key));
    const account = found(await this.accounts.findByPhone(person.phone));
    await this.accounts.requireConsent(account, PRIVACY.version, device);
    return this.sessions.open(account, device, true);
  }

  private refuseInProduction(): void {
    if (!this.config.isDemonstration) throw new Refusal({ code: 'NOT_FOUND' });
  }
}
