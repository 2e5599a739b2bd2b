import { Inject, Injectable } from '@nestjs/common';
import { placesDrawnSignature, type CampaignConfig } from '@kepu/shared/campaign/config';
import type { FormLinkQuery } from '@kepu/shared/contracts/work';
import { versionCode } from '@kepu/shared/forms/canonical';
import type { Annex2Data, ElectronicCopy, PrintedVersion } from '@kepu/shared/paper/annex2-data';
import { Clock } from '../../platform/clock.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { Campaigns } from '../campaign/campaigns.js';
import { Units } from '../campaign/units.js';
import { shownSide } from '../work/shown-side.js';
import { Signatures } from '../work/signatures.js';
import { WorkVersion } from '../work/work-version.entity.js';
import type { Work } from '../work/work.entity.js';
import { Works } from '../work/works.js';

export type FormCopy = NonNullable<FormLinkQuery['copy']>;

/** What stands on the form of a work. */
@Injectable()
export class FormContents {
  constructor(
    private readonly clock: Clock,
    private readonly works: Works,
    private readonly units: Units,
    private readonly campaigns: Campaigns,
    private readonly signatures: Signatures,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The draft for its creator while it can be changed, else the frozen version. There is no electronic copy of a draft: nobody has handed it in. */
  async of(work: Work, isOwner: boolean, copy: FormCopy): Promise<Annex2Data> {
    const { version } = shownSide(work, await this.works.currentVersion(work), isOwner);
    if (version) return this.frozen(work, version, copy);
    const unit = await this.units.find(work.draft.unitId);
    const { config } = await this.campaigns.get(work.campaignId);
    return { config, madeAt: this.clock.now(), unitName: unit?.name ?? null, slotNumber: null, work: { form: work.draft, version: null, electronic: null } };
  }

  /** A frozen version on paper, whoever asks and whatever became of the work since. */
  async ofVersion(workId: string, number: number): Promise<Annex2Data> {
    return this.frozen(await this.works.get(workId), await this.works.version(workId, number), 'paper');
  }

  private async frozen(work: Work, version: WorkVersion, copy: FormCopy): Promise<Annex2Data> {
    const config = await this.campaigns.configAt(work.campaignId, version.configVersion);
    const unit = await this.units.find(version.unitId);
    const slot = await this.units.slotOf(work.id);
    return {
      config,
      madeAt: version.submittedAt,
      unitName: unit?.name ?? null,
      slotNumber: slot?.number ?? null,
      work: { form: version.form, version: this.printed(version), electronic: copy === 'electronic' ? await this.electronic(version, config) : null },
    };
  }

  /** A frozen version as it is handed over, whatever has become of its work since; under other names for another call. */
  async handedOver(version: WorkVersion, printed: { unitName: string; slotNumber: number; config?: CampaignConfig }, copy: FormCopy): Promise<Annex2Data> {
    const { campaignId } = await this.works.get(version.workId);
    const config = printed.config ?? (await this.campaigns.configAt(campaignId, version.configVersion));
    return {
      config,
      madeAt: version.submittedAt,
      unitName: printed.unitName,
      slotNumber: printed.slotNumber,
      work: { form: version.form, version: this.printed(version), electronic: copy === 'electronic' ? await this.electronic(version, config) : null },
    };
  }

  private async electronic({ signatureId }: WorkVersion, config: CampaignConfig): Promise<ElectronicCopy> {
    if (!placesDrawnSignature(config)) return { signature: null };
    const signature = await this.signatures.find(signatureId);
    return { signature: signature && (await this.signatures.pictureOf(signature)) };
  }

  private printed(version: WorkVersion): PrintedVersion {
    return { number: version.number, code: versionCode(version.sha256), verifyAddress: `${this.config.publicUrl}/v/${version.verifyCode}` };
  }
}
