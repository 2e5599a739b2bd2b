import { Injectable } from '@nestjs/common';
import type { AddReceiptRequest, ArrivedSheet, FrontDeskReply } from '@kepu/shared/contracts/handover';
import { readHandOverCode } from '@kepu/shared/handover/code';
import { beyondDue, missingOf, RECEIPT_UNDO_MS, receivedOf, sayReceipt, surplusOf, type ReceiptCounts } from '@kepu/shared/handover/receipts';
import { In, IsNull, Not } from 'typeorm';
import { displayName, type Actor } from '../../platform/access/actor.js';
import type { Ownership } from '../../platform/access/subjects.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database.js';
import { newId } from '../../platform/ids.js';
import { HandlesJob } from '../../platform/jobs/job.decorator.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { found, Refusal } from '../../platform/refusal.js';
import { Campaigns } from '../campaign/campaigns.js';
import { Units } from '../campaign/units.js';
import { Messages } from '../message/messages.js';
import { WorkVersion } from '../work/work-version.entity.js';
import { Package, PackageReceipt, PackageWork } from './package.entity.js';
import { Packages } from './packages.js';

/** Envelopes and discs that arrive at the department. */
@Injectable()
export class FrontDesk {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly campaigns: Campaigns,
    private readonly units: Units,
    private readonly packages: Packages,
    private readonly messages: Messages,
  ) {}

  /** The package an envelope or a disc belongs to, by whatever was scanned or typed. */
  async of(entered: string): Promise<FrontDeskReply> {
    const code = readHandOverCode(entered);
    if (code === null) throw new Refusal({ code: 'CODE_UNKNOWN' });
    const row = await this.db.read(Package).findOneBy({ code, kind: 'hand-over' });
    return row ? this.reply(row.id) : this.byForm(code);
  }

  /** The code printed on a paper form leads to the last hand-over its work was in, and tells whether the paper is of the version that is in there. */
  private async byForm(verifyCode: string): Promise<FrontDeskReply> {
    const version = await this.db.read(WorkVersion).findOneBy({ verifyCode });
    if (!version) throw new Refusal({ code: 'CODE_UNKNOWN' });
    const works = await this.db.read(PackageWork).findBy({ workId: version.workId });
    const [row] = await this.db.read(Package).find({ where: { id: In(works.map(({ packageId }) => packageId)), kind: 'hand-over', state: Not('cancelled') }, order: { createdAt: 'DESC', id: 'DESC' }, take: 1 });
    const work = works.find(({ packageId }) => packageId === row?.id);
    if (!row || !work) throw new Refusal({ code: 'FORM_NOT_HANDED_OVER', title: version.form.title, unit: (await this.units.get(version.unitId)).name });
    return this.reply(row.id, { title: work.title, slot: work.slot, printedVersion: version.number, isFrozen: version.sha256 === work.version, frozenVersion: work.versionNumber });
  }

  /** A receipt is its package's. */
  async ownershipOf(receiptId: string): Promise<Ownership | null> {
    const receipt = await this.db.row(PackageReceipt, receiptId);
    return receipt && this.packages.ownershipOf(receipt.packageId);
  }

  /** Paper or discs have come. The package's row is held meanwhile, so that two clerks at two desks count one after the other. */
  async receive(actor: Actor, packageId: string, { kind, count, note, isMoreConfirmed = false }: AddReceiptRequest): Promise<FrontDeskReply> {
    const enteredId = await this.db.transaction(async () => {
      const row = found(await this.db.rowToChange(Package, packageId));
      const [required, received] = [await this.requiredOf(row), receivedOf(await this.receiptsOf(packageId))];
      const beyond = beyondDue(required[kind], received[kind], count);
      if (beyond > 0 && !isMoreConfirmed) throw new Refusal({ code: 'RECEIPT_BEYOND_DUE', required: required[kind], received: received[kind], beyond: sayReceipt(kind, beyond), path: 'count' });
      const entry = await this.enter(actor, row, { kind, count, note: note.trim(), takesBack: null });
      if (row.unitId) await this.jobs.add('receipt.tell', { receiptId: entry.id }, { uniqueKey: `receipt:${entry.id}`, runAt: entry.at + RECEIPT_UNDO_MS });
      return entry.id;
    });
    return { ...(await this.reply(packageId)), enteredId };
  }

  /** An entry was wrong. Nobody is told of either, unless the unit has already heard of the entry. */
  async takeBack(actor: Actor, packageId: string, receiptId: string): Promise<FrontDeskReply> {
    await this.db.transaction(async () => {
      const row = found(await this.db.rowToChange(Package, packageId));
      const receipts = await this.receiptsOf(packageId);
      const entry = found(receipts.find(({ id, count }) => id === receiptId && count > 0) ?? null);
      if (receipts.some(({ takesBack }) => takesBack === entry.id)) throw new Refusal({ code: 'RECEIPT_TAKEN_BACK' });
      if (receivedOf(receipts)[entry.kind] < entry.count) throw new Refusal({ code: 'RECEIPT_BELOW_ZERO', path: 'count' });
      await this.jobs.withdraw(`receipt:${entry.id}`);
      await this.enter(actor, row, { kind: entry.kind, count: -entry.count, note: entry.note, takesBack: entry.id });
      if (row.unitId && entry.toldAt !== null) await this.messages.tellUnit(row.unitId, 'hand-over.receipt-mistaken', await this.wordsFor(row.unitId, entry), null);
    });
    return this.reply(packageId);
  }

  /** Told once nobody has taken the entry back in time: whoever holds the package's row first decides. */
  @HandlesJob('receipt.tell')
  async tell({ receiptId }: { receiptId: string }): Promise<void> {
    await this.db.transaction(async () => {
      const receipt = found(await this.db.row(PackageReceipt, receiptId));
      const row = found(await this.db.rowToChange(Package, receipt.packageId));
      if (!row.unitId || (await this.db.read(PackageReceipt).existsBy({ takesBack: receiptId }))) return;
      const { affected } = await this.db.write(PackageReceipt).update({ id: receiptId, toldAt: IsNull() }, { toldAt: this.clock.now() });
      if (affected === 1) await this.messages.tellUnit(row.unitId, 'hand-over.received', await this.wordsFor(row.unitId, receipt), null);
    });
  }

  private async enter(actor: Actor, row: Package, entry: Pick<PackageReceipt, 'kind' | 'count' | 'note' | 'takesBack'>): Promise<PackageReceipt> {
    const receipt: PackageReceipt = { ...entry, id: newId(), packageId: row.id, at: this.clock.now(), byId: actor.accountId, byName: displayName(actor), toldAt: null };
    await this.db.write(PackageReceipt).insert(receipt);
    await this.packages.record(actor, row, 'hand-over.receive', { title: row.title, what: sayReceipt(entry.kind, Math.abs(entry.count)), isTakenBack: entry.count < 0 }, entry.note || undefined);
    return receipt;
  }

  private receiptsOf(packageId: string): Promise<PackageReceipt[]> {
    return this.db.read(PackageReceipt).findBy({ packageId });
  }

  private async requiredOf({ id, campaignId }: Package): Promise<ReceiptCounts> {
    const { config } = await this.campaigns.get(campaignId);
    return { paper: config.handOver.formCopies * (await this.db.read(PackageWork).countBy({ packageId: id })), disc: config.handOver.discs };
  }

  private async wordsFor(unitId: string, { kind, count }: PackageReceipt): Promise<{ unit: string; what: string }> {
    return { unit: (await this.units.get(unitId)).name, what: sayReceipt(kind, count) };
  }

  private async reply(packageId: string, sheet: ArrivedSheet | null = null): Promise<FrontDeskReply> {
    const view = await this.packages.view(packageId);
    const row = await this.packages.get(packageId);
    const [required, received] = [await this.requiredOf(row), receivedOf(view.receipts)];
    const newest = row.unitId === null ? null : await this.packages.newestOf(row.unitId, { state: 'ready' });
    return {
      package: view, required, received, missing: missingOf(required, received), surplus: surplusOf(required, received),
      supersededBy: newest && newest.id !== row.id && newest.createdAt > row.createdAt ? newest.number : null, sheet, enteredId: null,
    };
  }
}
