import { Injectable } from '@nestjs/common';
import type { HandOverReply, HandOverRow, PackageView } from '@kepu/shared/contracts/handover';
import type { CampaignConfig } from '@kepu/shared/campaign/config';
import { changesSince, handOverChecklist, type HandedWork } from '@kepu/shared/handover/checklist';
import { MEDIUM_NAMES, splitOntoDiscs, type DiscSplit, type Medium } from '@kepu/shared/handover/discs';
import { receivedOf } from '@kepu/shared/handover/receipts';
import { STATUSES_OF } from '@kepu/shared/domain/work-status';
import { Not, In } from 'typeorm';
import type { Actor } from '../../platform/access/actor.js';
import { Database, isDuplicate } from '../../platform/database.js';
import { refuse, Refusal } from '../../platform/refusal.js';
import { Campaigns } from '../campaign/campaigns.js';
import type { Unit } from '../campaign/unit.entity.js';
import { Units } from '../campaign/units.js';
import { Messages } from '../message/messages.js';
import { Work } from '../work/work.entity.js';
import { MailServers } from '../mail/mail-servers.js';
import { PackageSources, toHandedWork, toPackedWork, type SourceWork } from './package-sources.js';
import { folderOf, placeFiles } from './package-layout.js';
import { Package, PackageWork } from './package.entity.js';
import { Packages } from './packages.js';

/** Units hand over: what is missing, freezing, and what has changed since. */
@Injectable()
export class HandOvers {
  constructor(
    private readonly db: Database,
    private readonly campaigns: Campaigns,
    private readonly units: Units,
    private readonly sources: PackageSources,
    private readonly packages: Packages,
    private readonly messages: Messages,
    private readonly mailServers: MailServers,
  ) {}

  async of(unitId: string): Promise<HandOverReply> {
    const unit = await this.units.get(unitId);
    const { config } = await this.campaigns.get(unit.campaignId);
    const sources = await this.sources.ofUnit(unitId);
    const checklist = await this.checklist(unit, config, sources);
    const sizes = sources.map((source, index) => ({ workId: source.work.id, files: placeFiles(source, index, folderOf(source.slot, source.version.form.title), config).map(({ file }) => file.bytes) }));
    const sizeOf = (workId: string) => sizes.find((entry) => entry.workId === workId)?.files.reduce((sum, bytes) => sum + bytes, 0) ?? 0;
    const rows = await this.rowsOf([unitId]);
    return {
      unitId, unitName: unit.name, checklist,
      works: sources.map(({ work, version, slot }) => ({ workId: work.id, title: version.form.title, slot, bytes: sizeOf(work.id), isReady: !checklist.some((item) => item.blocks && item.workId === work.id) })),
      bytes: sizes.reduce((sum, { workId }) => sum + sizeOf(workId), 0),
      discs: Object.fromEntries(MEDIUM_NAMES.map((medium) => [medium, splitOntoDiscs(sizes, [], medium)])) as Record<Medium, DiscSplit>,
      required: { formCopies: config.handOver.formCopies * sources.length, discs: config.handOver.discs, email: config.handOver.email, arriveBy: config.arriveBy, address: `${config.organiser.name}${config.organiser.office}` },
      handOvers: await this.packages.views(rows),
      changes: await this.changes(rows, sources),
      mailWays: await this.mailServers.waysOf(unitId),
    };
  }

  /** Everything that goes over is frozen in this one transaction: works, versions, files and their hashes, log and message. */
  async make(actor: Actor, unitId: string): Promise<PackageView> {
    const id = await this.db.transaction(async () => {
      const unit = await this.units.get(unitId);
      const { id: campaignId, config } = await this.campaigns.get(unit.campaignId);
      await this.sources.hold(unitId);
      const sources = await this.sources.ofUnit(unitId);
      const rows = await this.rowsOf([unitId]);
      await this.refuse(unit, config, sources, rows);
      const number = await this.nextNumber(unitId);
      const row = await this.packages.freeze(actor, { campaignId, kind: 'hand-over', unitId, number, title: `${unit.name}第 ${number} 次报送`, nextLevel: null, papers: null, works: sources, config });
      const works = sources.map(({ slot, version }) => `${slot} 号《${version.form.title}》${version.sha256.slice(0, 8)}`).join('；');
      await this.packages.record(actor, row, 'hand-over.make', { number, code: row.code, works });
      await this.messages.tellUnit(unitId, 'hand-over.made', { unit: unit.name, number, works: sources.length }, null);
      return row.id;
    }).catch((error: unknown) => {
      // Two of the unit's people at the same moment: the unique number lets one through.
      throw isDuplicate(error) ? new Refusal({ code: 'DRAFT_CHANGED' }) : error;
    });
    return this.packages.view(id);
  }

  /** Every unit's state for the department, in the order of the notice. */
  async board(id: string): Promise<HandOverRow[]> {
    const { config } = await this.campaigns.get(id);
    const units = await this.units.list(id);
    const rows = await this.rowsOf(units.map((unit) => unit.id));
    const sources = await this.sources.ofCampaign(id);
    return Promise.all(units.map(async (unit): Promise<HandOverRow> => {
      const own = rows.filter(({ unitId }) => unitId === unit.id);
      const works = sources.filter((source) => source.unit.id === unit.id);
      const [latest = null] = own.length > 0 ? await this.packages.views(own.slice(0, 1)) : [];
      const checklist = handOverChecklist({ config, works: works.map(toPackedWork), waiting: 0, freeSlots: 0 });
      return {
        unitId: unit.id, unitName: unit.name, recommended: works.length, blocking: checklist.filter(({ blocks }) => blocks).length, latest, handOvers: own.length,
        changes: await this.changes(own, works),
        received: latest ? receivedOf(latest.receipts) : { paper: 0, disc: 0 },
        required: { paper: config.handOver.formCopies * (latest?.works.length ?? works.length), disc: config.handOver.discs },
      };
    }));
  }

  private async refuse(unit: Unit, config: CampaignConfig, sources: readonly SourceWork[], rows: readonly Package[]): Promise<void> {
    if (sources.length === 0) throw new Refusal({ code: 'NOTHING_TO_HAND_OVER' });
    const items = (await this.checklist(unit, config, sources)).filter(({ blocks }) => blocks);
    if (items.length > 0) refuse([{ code: 'HAND_OVER_BLOCKED', items: items.map(({ workId, sentence }) => `《${sources.find(({ work }) => work.id === workId)?.version.form.title ?? ''}》${sentence}`) }]);
    const [latest] = rows;
    if (latest?.state === 'preparing' || latest?.state === 'failed') throw new Refusal({ code: 'HAND_OVER_UNDER_WAY', number: latest.number ?? 0 });
    if (latest?.state === 'ready' && (await this.changes(rows, sources)).length === 0) throw new Refusal({ code: 'HAND_OVER_UNCHANGED', number: latest.number ?? 0 });
  }

  private async checklist(unit: Unit, config: CampaignConfig, sources: readonly SourceWork[]) {
    const waiting = await this.db.read(Work).countBy({ unitId: unit.id, status: In(STATUSES_OF.withUnit) });
    const freeSlots = (await this.units.slotsOf(unit.id)).filter(({ workId }) => workId === null).length;
    return handOverChecklist({ config, works: sources.map(toPackedWork), waiting, freeSlots });
  }

  /** Hand-overs that were not given up, the newest first. */
  private rowsOf(unitIds: string[]): Promise<Package[]> {
    return this.db.read(Package).find({ where: { unitId: In(unitIds), kind: 'hand-over', state: Not('cancelled') }, order: { createdAt: 'DESC', id: 'DESC' } });
  }

  /** A number is never given twice, not even that of a hand-over that was given up: it may stand on an envelope. */
  private async nextNumber(unitId: string): Promise<number> {
    return ((await this.packages.newestOf(unitId))?.number ?? 0) + 1;
  }

  private async changes(rows: readonly Package[], sources: readonly SourceWork[]): Promise<string[]> {
    const [latest] = rows;
    if (!latest) return [];
    const works = await this.db.read(PackageWork).findBy({ packageId: latest.id });
    return changesSince(works.map(toHanded), sources.map(toHandedWork));
  }
}

const toHanded = ({ workId, title, slot, version, scan }: PackageWork): HandedWork => ({ workId, title, slot, version, scan });
