import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { AcceptInvitationRequest, InvitationReply, InvitationView, InviteRequest, SessionReply, SmsCodeReply, TotpSetupReply } from '@kepu/shared/contracts/account';
import { needsPassword, ROLE_NAMES } from '@kepu/shared/domain/roles';
import { maskPhone } from '@kepu/shared/text';
import { IsNull } from 'typeorm';
import type { Actor } from '../../platform/access/actor.js';
import { Audit } from '../../platform/audit/audit.js';
import { Clock } from '../../platform/clock.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { Database } from '../../platform/database.js';
import { newId, newToken } from '../../platform/ids.js';
import { Refusal } from '../../platform/refusal.js';
import { Units } from '../campaign/units.js';
import { Account } from './account.entity.js';
import { Accounts } from './accounts.js';
import { Invitation } from './invitation.entity.js';
import { LoginCodes, mobileOf } from './login-codes.js';
import { LoginDesk } from './login-desk.js';
import { hashPassword } from './passwords.js';
import { Sessions } from './sessions.js';
import { StaffLogin } from './staff-login.js';

const VALID_MS = 7 * 24 * 3_600_000;

/** How recommenders and staff come in: a link for one person, one role, one use, seven days. */
@Injectable()
export class Invitations {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly accounts: Accounts,
    private readonly units: Units,
    private readonly codes: LoginCodes,
    private readonly desk: LoginDesk,
    private readonly staff: StaffLogin,
    private readonly sessions: Sessions,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async invite(actor: Actor | null, { role, name, phone, unitId }: InviteRequest): Promise<InvitationReply> {
    if ((role === 'recommender') !== Boolean(unitId)) throw new Refusal({ code: 'INVALID_INPUT', path: 'unitId' });
    const unit = unitId ? await this.units.get(unitId) : null;
    const token = newToken();
    const now = this.clock.now();
    const row: Invitation = {
      id: newId(), tokenHash: hashOf(token), role, unitId: unit?.id ?? null, name: name.trim(), phone: mobileOf(phone),
      createdBy: actor?.accountId ?? null, createdAt: now, expiresAt: now + VALID_MS, acceptedAt: null,
    };
    await this.db.transaction(async () => {
      await this.db.write(Invitation).insert(row);
      const person = `${row.name} ${maskPhone(row.phone)} ${ROLE_NAMES[role]}`;
      await this.audit.record(actor, { action: 'account.invite', role: 'admin', campaignId: unit?.campaignId ?? null, unitId: unit?.id ?? null, params: { person } });
    });
    const page = needsPassword(role) ? `/console/invite/${token}` : `/pages/invite/index?token=${token}`;
    return { id: row.id, url: this.config.publicUrl + page, expiresAt: row.expiresAt };
  }

  async view(token: string): Promise<InvitationView> {
    const { role, name, phone, unitId, expiresAt } = await this.open(token);
    const unit = await this.units.find(unitId);
    return { role, name, phone: maskPhone(phone), unitName: unit?.name ?? null, expiresAt, needsPassword: needsPassword(role) };
  }

  /** Sends a code to the invited number: holding the link alone is not enough. */
  async sendCode(token: string, address: string): Promise<SmsCodeReply> {
    return this.desk.sendCode((await this.open(token)).phone, address);
  }

  async newTotp(token: string): Promise<TotpSetupReply> {
    return this.staff.newTotp((await this.open(token)).phone);
  }

  async accept(token: string, request: AcceptInvitationRequest, device: string): Promise<SessionReply> {
    const invitation = await this.open(token);
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

  private async open(token: string): Promise<Invitation> {
    const row = await this.db.read(Invitation).findOneBy({ tokenHash: hashOf(token), acceptedAt: IsNull() });
    if (!row || row.expiresAt <= this.clock.now()) throw new Refusal({ code: 'INVITATION_INVALID' });
    return row;
  }
}

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');
