import { Inject, Injectable } from '@nestjs/common';
import { versionCode } from '@kepu/shared/forms/canonical';
import { handOverAddress } from '@kepu/shared/handover/code';
import { annex2 } from '@kepu/shared/paper/annex2';
import { meetingPaper, scoreSheets } from '@kepu/shared/paper/jury-papers';
import { discLabels, letterPaper, packingPaper, parcelLabel, summaryPaper, type UnitPaperData } from '@kepu/shared/paper/unit-papers';
import type { ListedWork } from '@kepu/shared/paper/work-list';
import { holdsSlot } from '@kepu/shared/domain/work-status';
import { CONFIG, type Config } from '../../platform/config.js';
import { Database } from '../../platform/database.js';
import { Campaigns } from '../campaign/campaigns.js';
import type { Slot } from '../campaign/slot.entity.js';
import type { Unit } from '../campaign/unit.entity.js';
import { Units } from '../campaign/units.js';
import { Work } from '../work/work.entity.js';
import { Works } from '../work/works.js';
import { FormContents } from './form-contents.js';
import { PaperRenderer } from './paper-renderer.js';

/**
 * Every paper of a work or a unit as the bytes of a file. What they show is frozen versions, and what a file's
 * properties say of time is the time of what they show: the same state always gives the same bytes, so that a
 * manifest may name their hashes.
 */
@Injectable()
export class UnitPapers {
  constructor(
    private readonly db: Database,
    private readonly works: Works,
    private readonly units: Units,
    private readonly campaigns: Campaigns,
    private readonly contents: FormContents,
    private readonly renderer: PaperRenderer,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The code a unit's envelope and disc carry now; told by whoever keeps hand-overs. */
  private codeOf: (unitId: string) => Promise<string | null> = () => Promise.resolve(null);

  takeCodesFrom(codeOf: (unitId: string) => Promise<string | null>): void {
    this.codeOf = codeOf;
  }

  /** The official form of a version, its places left for pen and seal. */
  async formPdf(workId: string, version: number): Promise<Buffer> {
    return this.renderer.render(annex2(await this.contents.ofVersion(workId, version)));
  }

  async formDocx(workId: string, version: number): Promise<Buffer> {
    return this.renderer.render(annex2(await this.contents.ofVersion(workId, version)), 'docx');
  }

  /** 推荐汇总表: the unit's recommended works in the order of their slots. */
  async summaryPdf(unitId: string): Promise<Buffer> {
    return this.renderer.render(summaryPaper(await this.ofUnit(unitId)));
  }

  async summaryXlsx(unitId: string): Promise<Buffer> {
    return this.renderer.render(summaryPaper(await this.ofUnit(unitId)), 'xlsx');
  }

  /** 推荐函, to be sealed. */
  async letterPdf(unitId: string): Promise<Buffer> {
    return this.renderer.render(letterPaper(await this.ofUnit(unitId)));
  }

  async letterDocx(unitId: string): Promise<Buffer> {
    return this.renderer.render(letterPaper(await this.ofUnit(unitId)), 'docx');
  }

  /** 装箱清单 */
  async packingPdf(unitId: string): Promise<Buffer> {
    return this.renderer.render(packingPaper(await this.ofUnit(unitId)));
  }

  /** The label of the parcel, 100 × 70 mm. */
  async parcelPdf(unitId: string): Promise<Buffer> {
    return this.renderer.render(parcelLabel(await this.ofUnit(unitId)));
  }

  /** One label of 120 × 120 mm for each disc. */
  async discPdf(unitId: string): Promise<Buffer> {
    return this.renderer.render(discLabels(await this.ofUnit(unitId)));
  }

  /** 评分表 of a whole call: a blank sheet for each recommended work. */
  async scorePdf(campaignId: string): Promise<Buffer> {
    const { config, madeAt, works } = await this.ofCampaign(campaignId);
    return this.renderer.render(scoreSheets(config, madeAt, works));
  }

  /** 会议签到及评议表 of a whole call. */
  async meetingPdf(campaignId: string): Promise<Buffer> {
    const { config, madeAt, works } = await this.ofCampaign(campaignId);
    return this.renderer.render(meetingPaper(config, madeAt, works));
  }

  /** The recommended works of all units in the order of the notice. */
  async ofCampaign(campaignId: string): Promise<Omit<UnitPaperData, 'unitName' | 'handOver'>> {
    const { config } = await this.campaigns.get(campaignId);
    const units = await this.units.list(campaignId);
    const slots = await this.units.allSlots(campaignId);
    const listed = await Promise.all(units.map((unit) => this.listed(unit, slots.filter(({ unitId }) => unitId === unit.id))));
    return { config, madeAt: lastTaken(slots) ?? config.opensAt, works: listed.flat() };
  }

  /** What a unit's papers are made of. */
  async ofUnit(unitId: string): Promise<UnitPaperData> {
    const unit = await this.units.get(unitId);
    const { config } = await this.campaigns.get(unit.campaignId);
    const slots = await this.units.slotsOf(unitId);
    const code = await this.codeOf(unitId);
    const handOver = code === null ? null : { code, address: handOverAddress(this.config.publicUrl, code) };
    return { config, madeAt: lastTaken(slots) ?? config.opensAt, unitName: unit.name, works: await this.listed(unit, slots), handOver };
  }

  private async listed(unit: Unit, slots: readonly Slot[]): Promise<ListedWork[]> {
    const listed: ListedWork[] = [];
    for (const { number, workId } of slots) {
      const work = workId === null ? null : await this.db.row(Work, workId);
      const version = work && (await this.works.currentVersion(work));
      if (!version || !work || !holdsSlot(work.status)) continue;
      const { form, sha256 } = version;
      const areaName = unit.listedAreas.find(({ code }) => code === form.listedAreaCode)?.name ?? null;
      listed.push({ form, unitName: unit.name, slotNumber: number, durationMs: work.durationMs, areaName, versionCode: versionCode(sha256) });
    }
    return listed;
  }
}

/** When the last of these slots was taken: since then nothing on the papers has changed. */
function lastTaken(slots: readonly Slot[]): number | null {
  const times = slots.flatMap(({ takenAt }) => takenAt ?? []);
  return times.length > 0 ? Math.max(...times) : null;
}
