import { Injectable } from '@nestjs/common';
import type { AcceptInvitationRequest, SessionReply, SmsCodeReply, TotpSetupReply } from '@kepu/shared/contracts/account';
import { needsPassword, ROLE_NAMES } from '@kepu/shared/domain/roles';
import { IsNull } from 'typeorm';
import { Audit } from '../../platform/audit/audit.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database.js';
import { Refusal } from '../../platform/refusal.js';
import { Account } from './account.entity.js';
import { Accounts } from './accounts.js';
import { Invitation } from './invitation.entity.js';
import { Invitations } from './invitations.js';
import { LoginCodes } from './login-codes.js';
import { LoginDesk } from './login-desk.js';
import { hashPassword } from './passwords.js';
import { Sessions } from './sessions.js';
import { StaffLogin } from './staff-login.js';

/** Accepting an invitation: proving the number, and what else the role logs in with. */
@Injectable()
export class Acceptances {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly accounts: Accounts,
    private readonly invitations: Invitations,
    private readonly codes: LoginCodes,
    private readonly desk: LoginDesk,
    private readonly staff: StaffLogin,
    private readonly sessions: Sessions,
  ) {}

  /** Sends a code to the invited number: holding the link alone is not enough. */
  async sendCode(token: string, address: string): Promise<SmsCodeReply> {
    return this.desk.sendCode((await this.invitations.open(token)).phone, address);
  }

  async newTotp(token: string): Promise<TotpSetupReply> {
    return this.staff.newTotp((await this.invitations.open(token)).phone);
  }

  async accept(token: string, request: AcceptInvitationRequest, device: string): Promise<SessionReply> {
    const invitation = await this.invitations.open(token);
    const credentials = needsPassword(invitation.role) ? await this.credentialsOf(request) : {};
    await this.codes.use(invitation.phone, request.smsCode);
    const accountId = await this.db.transaction(async () => {
      const { affected } = await this.db.write(Invitation).update({ id: invitation.id, acceptedAt: IsNull() }, { acceptedAt: this.clock.now() });
      if (affected !== 1) throw new Refusal({ code: 'INVITATION_INVALID' });
      const account = (await this.accounts.findByPhone(invitation.phone)) ?? (await this.accounts.add({ phone: invitation.phone, name: invitation.name, roles: [] }));
      await this.accounts.grant(account.id, invitation.role, invitation.unitId);
      const name = account.name ?? invitation.name;
      await this.db.write(Account).update({ id: account.id }, { ...credentials, name });
      await this.accounts.requireConsent(account, request.consentVersion, device);
      const person = { accountId: account.id, name, phone: account.phone };
      await this.audit.record(person, { action: 'account.accept-invitation', role: invitation.role, unitId: invitation.unitId, params: { person: `${invitation.name} ${ROLE_NAMES[invitation.role]}` } });
      return account.id;
    });
    return this.sessions.open(await this.accounts.get(accountId), device, needsPassword(invitation.role));
  }

  private async credentialsOf({ password, totpSecret, totpCode }: AcceptInvitationRequest): Promise<Partial<Account>> {
    if (!totpSecret || !totpCode || !this.staff.provesTotp(totpSecret, totpCode)) throw new Refusal({ code: 'WRONG_TOTP', path: 'totpCode' });
    return { passwordHash: await hashPassword(password ?? ''), totpSecret: this.staff.sealTotp(totpSecret) };
  }
}
