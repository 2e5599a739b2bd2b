import { Injectable } from '@nestjs/common';
import type { CampaignConfig } from '@kepu/shared/campaign/config';
import type { UnitSeed } from '@kepu/shared/campaign/units-inner-mongolia';
import type { EditUnitRequest, UnitOption } from '@kepu/shared/contracts/campaign';
import type { AuditChange } from '@kepu/shared/contracts/desk';
import type { Reason } from '@kepu/shared/errors';
import { bonusReason, slotPlan } from '@kepu/shared/rules/quota';
import { closingReason } from '@kepu/shared/rules/windows';
import { sayDeadline } from '@kepu/shared/time';
import { In, IsNull, Not } from 'typeorm';
import type { Actor } from '../../platform/access/actor.js';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database.js';
import { newId } from '../../platform/ids.js';
import { found, refuse, Refusal } from '../../platform/refusal.js';
import { Slot } from './slot.entity.js';
import { Unit } from './unit.entity.js';

/** A unit as a call is opened with it. */
export type NewUnit = UnitSeed & { ownQuota?: number | null };

/** Recommending units and the slots that are their quota. */
@Injectable()
export class Units {
  constructor(
    private readonly db: Database,
    private readonly audit: Audit,
  ) {}

  /** How these units are called, as a function of their id. */
  async namesOf(ids: readonly (string | null)[]): Promise<(id: string | null) => string> {
    const units = await this.db.read(Unit).findBy({ id: In(ids.filter((id) => id !== null)) });
    return (id) => units.find((unit) => unit.id === id)?.name ?? '';
  }

  async get(id: string): Promise<Unit> {
    return found(await this.db.row(Unit, id));
  }

  find(id: string | null): Promise<Unit | null> {
    return id === null ? Promise.resolve(null) : this.db.row(Unit, id);
  }

  list(campaignId: string): Promise<Unit[]> {
    return this.db.read(Unit).find({ where: { campaignId }, order: { position: 'ASC' } });
  }

  slotsOf(unitId: string): Promise<Slot[]> {
    return this.db.read(Slot).find({ where: { unitId }, order: { number: 'ASC' } });
  }

  allSlots(campaignId: string): Promise<Slot[]> {
    return this.db.read(Slot).find({ where: { campaignId }, order: { unitId: 'ASC', number: 'ASC' } });
  }

  async addAll(campaignId: string, seeds: readonly NewUnit[], config: CampaignConfig): Promise<Unit[]> {
    return this.db.transaction(async () => {
      const units = seeds.map((seed, position): Unit => ({ ownQuota: null, ...seed, id: newId(), campaignId, version: 1, position, closesAt: null, recommendBy: null }));
      for (const unit of units) {
        await this.db.write(Unit).insert(unit);
        await this.fitSlots(unit, config);
      }
      return units;
    });
  }

  /** The department changes a unit: name, quota, extra slot, extension. Audited with before and after; nothing is written over unseen. */
  async edit(actor: Actor, id: string, request: EditUnitRequest, config: CampaignConfig): Promise<void> {
    if (request.reason.trim() === '') refuse([{ code: 'REASON_REQUIRED', path: 'reason' }]);
    await this.db.transaction(async () => {
      const before = await this.get(id);
      const { name, ownQuota, hasBonus, recommendBy, closesAt, baseVersion, listedAreas = before.listedAreas } = request;
      const change = { name, ownQuota, hasBonus, listedAreas, recommendBy, closesAt, version: baseVersion + 1 };
      refuse(newReasons(before, { ...before, ...change }, config));
      const { affected } = await this.db.write(Unit).update({ id, version: baseVersion }, change);
      if (affected !== 1) throw new Refusal({ code: 'DRAFT_CHANGED' });
      const after: Unit = { ...before, ...change };
      await this.fitSlots(after, config);
      await this.audit.record(actor, { action: 'unit.edit', role: 'admin', campaignId: before.campaignId, unitId: id, reason: request.reason, params: { changes: unitChanges(before, after) } });
    });
  }

  /** A unit sets its own closing time for creators. */
  async setClosing(actor: Actor, id: string, closesAt: number | null): Promise<void> {
    await this.db.transaction(async () => {
      const before = await this.get(id);
      const after = { ...before, closesAt };
      await this.db.write(Unit).update({ id }, { closesAt, version: () => 'version + 1' });
      await this.audit.record(actor, { action: 'unit.set-closing', role: 'recommender', campaignId: before.campaignId, unitId: id, params: { changes: unitChanges(before, after) } });
    });
  }

  /** The extra slot of a call becomes a reserved one: every unit that has it says whose works it is for. */
  async refuseEmptyBonus(campaignId: string, config: CampaignConfig): Promise<void> {
    refuse((await this.list(campaignId)).flatMap((unit) => bonusReason(unit, config.bonus) ?? []));
  }

  async fitAllSlots(campaignId: string, config: CampaignConfig): Promise<void> {
    for (const unit of await this.list(campaignId)) await this.fitSlots(unit, config);
  }

  /**
   * Takes one free slot of the unit for a work, or says no. A conditional update, not a lock: the same
   * statement is atomic on both databases, so of any number of takers exactly one gets each row (P1).
   */
  async takeSlot(candidates: readonly Slot[], workId: string, now: number): Promise<Slot | null> {
    for (const slot of candidates) {
      const { affected } = await this.db.write(Slot).update({ id: slot.id, workId: IsNull() }, { workId, takenAt: now });
      if (affected === 1) return { ...slot, workId, takenAt: now };
    }
    return null;
  }

  async freeSlotOf(workId: string): Promise<Slot | null> {
    const slot = await this.db.read(Slot).findOneBy({ workId });
    if (slot) await this.db.write(Slot).update({ id: slot.id, workId }, { workId: null, takenAt: null });
    return slot;
  }

  slotOf(workId: string): Promise<Slot | null> {
    return this.db.read(Slot).findOneBy({ workId });
  }

  /** Makes the unit's rows equal to its plan; a row that is taken is never removed. */
  private async fitSlots(unit: Unit, config: CampaignConfig): Promise<void> {
    const plan = slotPlan(unit, config);
    const slots = await this.slotsOf(unit.id);
    for (const { number, kind } of plan) {
      const slot = slots.find((candidate) => candidate.number === number);
      if (!slot) await this.db.write(Slot).insert({ id: newId(), campaignId: unit.campaignId, unitId: unit.id, number, kind, workId: null, takenAt: null });
      else if (slot.kind !== kind) await this.db.write(Slot).update({ id: slot.id }, { kind });
    }
    for (const slot of slots.filter(({ number }) => number > plan.length)) {
      const { affected } = await this.db.write(Slot).delete({ id: slot.id, workId: IsNull() });
      if (affected !== 1) throw new Refusal({ code: 'SLOTS_IN_USE', used: await this.db.read(Slot).countBy({ unitId: unit.id, workId: Not(IsNull()) }) });
    }
  }
}

export function toUnitOption(unit: Unit): UnitOption {
  const { id, code, name, type, closesAt, recommendBy, listedAreas } = unit;
  return { id, code, name, type, closesAt, recommendBy, listedAreas };
}

/** Why a unit may not be as it is wanted. What was so before does not keep anybody from changing something else. */
function newReasons(before: Unit, after: Unit, config: CampaignConfig): Reason[] {
  const bonus = bonusReason(before, config.bonus) ? null : bonusReason(after, config.bonus);
  const closing = after.closesAt === before.closesAt && after.recommendBy === before.recommendBy ? null : closingReason(config, after);
  return [...(bonus ? [{ ...bonus, path: 'listedAreas' }] : []), ...(closing ? [closing] : [])];
}

function unitChanges(before: Unit, after: Unit): AuditChange[] {
  const when = (at: number | null) => (at === null ? '统一' : sayDeadline(at));
  const areas = ({ listedAreas }: Unit) => listedAreas.map((area) => area.name).join('、') || '无';
  const rows: [string, string, string][] = [
    ['名称', before.name, after.name],
    ['名额', before.ownQuota?.toString() ?? '按类型', after.ownQuota?.toString() ?? '按类型'],
    ['增加名额', before.hasBonus ? '有' : '无', after.hasBonus ? '有' : '无'],
    ['列入的旗县', areas(before), areas(after)],
    ['推荐截止', when(before.recommendBy), when(after.recommendBy)],
    ['收件截止', when(before.closesAt), when(after.closesAt)],
  ];
  return rows.filter(([, was, is]) => was !== is).map(([label, was, is]) => ({ label, before: was, after: is }));
}
