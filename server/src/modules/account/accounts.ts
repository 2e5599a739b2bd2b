import { Injectable } from '@nestjs/common';
import type { AccountView, RoleView } from '@kepu/shared/contracts/account';
import { PRIVACY } from '@kepu/shared/domain/privacy';
import type { Role } from '@kepu/shared/domain/roles';
import { maskPhone } from '@kepu/shared/text';
import { In, IsNull } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { Database, isDuplicate } from '../../platform/database.js';
import { newId } from '../../platform/ids.js';
import { found, Refusal } from '../../platform/refusal.js';
import { Campaign } from '../campaign/campaign.entity.js';
import { Unit } from '../campaign/unit.entity.js';
import { Account, Consent, RoleGrant } from './account.entity.js';

/** People and their roles. */
@Injectable()
export class Accounts {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async get(id: string): Promise<Account> {
    return found(await this.db.row(Account, id));
  }

  findByPhone(phone: string): Promise<Account | null> {
    return this.db.read(Account).findOneBy({ phone });
  }

  findByWechat(wechatOpenId: string): Promise<Account | null> {
    return this.db.read(Account).findOneBy({ wechatOpenId });
  }

  /** The account of a phone number, made as a creator's if there is none yet. */
  async ofPhone(phone: string): Promise<Account> {
    const known = await this.findByPhone(phone);
    if (known) return known;
    try {
      return await this.add({ phone, name: null, roles: [{ role: 'creator', unitId: null }] });
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      return found(await this.findByPhone(phone)); // two first log-ins at the same time
    }
  }

  async add(person: { phone: string; name: string | null; roles: { role: Role; unitId: string | null }[] }): Promise<Account> {
    return this.db.transaction(async () => {
      const account: Account = {
        id: newId(), phone: person.phone, name: person.name, wechatOpenId: null, passwordHash: null,
        totpSecret: null, totpLastStep: 0, consentVersion: null, isDisabled: false, createdAt: this.clock.now(),
      };
      await this.db.write(Account).insert(account);
      for (const { role, unitId } of person.roles) await this.grant(account.id, role, unitId);
      return account;
    });
  }

  /** Adds a role inside the open transaction; a role the person already has is left as it is. */
  async grant(accountId: string, role: Role, unitId: string | null): Promise<void> {
    const has = await this.db.read(RoleGrant).existsBy({ accountId, role, unitId: unitId ?? IsNull(), revokedAt: IsNull() });
    if (!has) await this.db.write(RoleGrant).insert({ id: newId(), accountId, role, unitId, grantedAt: this.clock.now(), revokedAt: null });
  }

  async change(id: string, change: Partial<Account>): Promise<void> {
    await this.db.transaction(() => this.db.write(Account).update({ id }, change));
  }

  grantsOf(accountId: string): Promise<RoleGrant[]> {
    return this.db.read(RoleGrant).find({ where: { accountId, revokedAt: IsNull() }, order: { grantedAt: 'ASC' } });
  }

  /** Accounts that may act for a unit. */
  async recommendersOf(unitIds: string[]): Promise<{ unitId: string; account: Account }[]> {
    const grants = await this.db.read(RoleGrant).findBy({ role: 'recommender', unitId: In(unitIds), revokedAt: IsNull() });
    const accounts = await this.db.read(Account).findBy({ id: In(grants.map((grant) => grant.accountId)), isDisabled: false });
    return grants.flatMap((grant) => {
      const account = accounts.find((candidate) => candidate.id === grant.accountId);
      return account && grant.unitId ? [{ unitId: grant.unitId, account }] : [];
    });
  }

  /** Refuses until the person has agreed to the notice as it is now; records it when they just did. */
  async requireConsent(account: Account, agreedTo: string | undefined, device: string): Promise<void> {
    if (account.consentVersion !== PRIVACY.version) await this.recordConsent(account.id, agreedTo, device);
  }

  async recordConsent(accountId: string, agreedTo: string | undefined, device: string): Promise<void> {
    if (agreedTo !== PRIVACY.version) throw new Refusal({ code: 'CONSENT_REQUIRED' });
    await this.db.transaction(async () => {
      await this.db.write(Account).update({ id: accountId }, { consentVersion: PRIVACY.version });
      await this.db.write(Consent).insert({ id: newId(), accountId, version: PRIVACY.version, device, acceptedAt: this.clock.now() });
    });
  }

  async toView(id: string): Promise<AccountView> {
    const account = await this.get(id);
    const grants = await this.grantsOf(id);
    const unitIds = grants.flatMap((grant) => (grant.unitId ? [grant.unitId] : []));
    const units = unitIds.length > 0 ? await this.db.read(Unit).findBy({ id: In(unitIds) }) : [];
    const calls = units.length > 0 ? await this.db.read(Campaign).findBy({ id: In(units.map(({ campaignId }) => campaignId)) }) : [];
    const roleOf = ({ role, unitId }: RoleGrant): RoleView => {
      const unit = units.find((candidate) => candidate.id === unitId);
      return { role, unitId, unitName: unit?.name ?? null, year: calls.find((call) => call.id === unit?.campaignId)?.year ?? null };
    };
    return {
      id,
      name: account.name,
      phone: maskPhone(account.phone),
      consentVersion: account.consentVersion,
      roles: grants.map(roleOf),
    };
  }
}
