import { Injectable } from '@nestjs/common';
import type { AddReceiptRequest, ArrivedSheet, FrontDeskReply, ReceiptKind, ReceiptView } from '@kepu/shared/contracts/handover';
import { readHandOverCode } from '@kepu/shared/handover/code';
import { In, Not } from 'typeorm';
import { displayName, type Actor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database.js';
import { newId } from '../../platform/ids.js';
import { found, Refusal } from '../../platform/refusal.js';
import { Campaigns } from '../campaign/campaigns.js';
import { Units } from '../campaign/units.js';
import { Messages } from '../message/messages.js';
import { WorkVersion } from '../work/work-version.entity.js';
import { Package, PackageReceipt, PackageWork } from './package.entity.js';
import { Packages } from './packages.js';

const RECEIPT_WORDS: Record<ReceiptKind, (count: number) => string> = { paper: (count) => `纸质推荐表 ${count} 份`, disc: (count) => `光盘 ${count} 张` };

/** Envelopes and discs that arrive at the department. */
@Injectable()
export class FrontDesk {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
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

  async receive(actor: Actor, packageId: string, { kind, count, note }: AddReceiptRequest): Promise<FrontDeskReply> {
    await this.db.transaction(async () => {
      const row = found(await this.db.rowToChange(Package, packageId));
      const receipts = await this.db.read(PackageReceipt).findBy({ packageId });
      if (receivedOf(receipts)[kind] + count < 0) throw new Refusal({ code: 'RECEIPT_BELOW_ZERO', path: 'count' });
      await this.db.write(PackageReceipt).insert({ id: newId(), packageId, kind, count, note: note.trim(), at: this.clock.now(), byId: actor.accountId, byName: displayName(actor) });
      const what = RECEIPT_WORDS[kind](Math.abs(count));
      await this.packages.record(actor, row, 'hand-over.receive', { title: row.title, what, isTakenBack: count < 0 }, note.trim() || undefined);
      if (row.unitId && count > 0) await this.messages.tellUnit(row.unitId, 'hand-over.received', { unit: (await this.units.get(row.unitId)).name, what }, null);
    });
    return this.reply(packageId);
  }

  private async reply(packageId: string, sheet: ArrivedSheet | null = null): Promise<FrontDeskReply> {
    const view = await this.packages.view(packageId);
    const row = await this.packages.get(packageId);
    const { config } = await this.campaigns.get(row.campaignId);
    const required = { paper: config.handOver.formCopies * view.works.length, disc: config.handOver.discs };
    const received = receivedOf(view.receipts);
    const missing = (['paper', 'disc'] as const).filter((kind) => received[kind] < required[kind]).map((kind) => RECEIPT_WORDS[kind](required[kind] - received[kind]));
    const newest = row.unitId === null ? null : await this.packages.newestOf(row.unitId, { state: 'ready' });
    return { package: view, required, received, missing, supersededBy: newest && newest.id !== row.id && newest.createdAt > row.createdAt ? newest.number : null, sheet };
  }
}

export function receivedOf(receipts: readonly Pick<ReceiptView, 'kind' | 'count'>[]): Record<ReceiptKind, number> {
  const sum = (kind: ReceiptKind) => receipts.filter((receipt) => receipt.kind === kind).reduce((total, { count }) => total + count, 0);
  return { paper: sum('paper'), disc: sum('disc') };
}
