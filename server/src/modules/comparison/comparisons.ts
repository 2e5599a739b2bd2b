import { Injectable } from '@nestjs/common';
import type { ComparedFilm, ComparisonReply } from '@kepu/shared/contracts/film';
import { inEffect } from '@kepu/shared/domain/work-status';
import { nameOf } from '@kepu/shared/inspection/other-works';
import { maskPhone } from '@kepu/shared/text';
import type { Actor } from '../../platform/access/actor.js';
import { roleOn } from '../../platform/access/subjects.js';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database.js';
import { found, Refusal } from '../../platform/refusal.js';
import { Accounts } from '../account/accounts.js';
import { Campaigns } from '../campaign/campaigns.js';
import { Units } from '../campaign/units.js';
import { Inspection } from '../inspection/inspection.entity.js';
import { Likenesses } from '../likeness/likenesses.js';
import { Files } from '../upload/files.js';
import { WorkVersion } from '../work/work-version.entity.js';
import type { Work } from '../work/work.entity.js';
import { Works } from '../work/works.js';
import { OtherFilms, type Partner } from './other-films.js';

/** A work's film beside another that is like it, for those who may know the other one; the log says who looked. */
@Injectable()
export class Comparisons {
  constructor(
    private readonly db: Database,
    private readonly audit: Audit,
    private readonly works: Works,
    private readonly files: Files,
    private readonly units: Units,
    private readonly accounts: Accounts,
    private readonly campaigns: Campaigns,
    private readonly likenesses: Likenesses,
    private readonly otherFilms: OtherFilms,
  ) {}

  async open(actor: Actor, workId: string, likenessId: string): Promise<ComparisonReply> {
    const work = await this.works.get(workId);
    const role = roleOn(actor, work);
    if (role === null || role === 'creator') throw new Refusal({ code: 'NOT_FOUND' });
    const pair = found(await this.likenesses.find(likenessId));
    // Not this work's, or a film that was never handed in: for this reader there is no such thing.
    const version = found(await this.db.read(WorkVersion).findOne({ where: { workId, filmFileId: pair.fileId }, order: { number: 'DESC' } }));
    const [partner] = await this.otherFilms.partners(work, role, [pair]);
    if (!partner && role !== 'recommender') throw new Refusal({ code: 'COMPARISON_GONE' });
    if (!partner?.told) throw new Refusal({ code: 'NOT_FOUND' });
    const { config } = await this.campaigns.get(work.campaignId);
    const mine = await this.filmOf(work, pair.fileId, version.form.title, config.year);
    const other = await this.otherOf(partner);
    await this.db.transaction(() => this.audit.record(actor, { action: 'work.compare', role, campaignId: work.campaignId, workId, unitId: work.unitId, params: { other: nameOf(partner.told) } }));
    const { isIdentical, isMirrored, share, stretches, sounds } = pair;
    return { mine, other, isIdentical, isMirrored, share: share / 1000, stretches, sounds: sounds ?? [], earlier: earlierOf(mine, other) };
  }

  private async otherOf({ pair, told, year, work, past }: Partner): Promise<ComparedFilm> {
    if (work) return this.filmOf(work, pair.otherFileId, told?.title ?? '', year);
    const { title, unitName, durationMs, sha256 } = found(past);
    return { workId: null, fileId: null, title, unitName, year, status: null, inEffect: false, uploadedBy: null, uploadedAt: null, durationMs, sha256 };
  }

  private async filmOf(work: Work, fileId: string, title: string, year: number): Promise<ComparedFilm> {
    const file = await this.files.get(fileId);
    const [unit, owner, inspection] = await Promise.all([this.units.find(work.unitId), this.accounts.get(file.ownerId), this.db.read(Inspection).findOneBy({ fileId })]);
    return {
      workId: work.id, fileId, title, unitName: unit?.name ?? null, year, status: work.status, inEffect: inEffect(work),
      uploadedBy: owner.name ?? maskPhone(owner.phone), uploadedAt: file.uploadedAt, durationMs: inspection?.facts?.durationMs ?? null, sha256: file.sha256,
    };
  }
}

function earlierOf(mine: ComparedFilm, other: ComparedFilm): ComparisonReply['earlier'] {
  if (mine.uploadedAt === null || other.uploadedAt === null) return other.year < mine.year ? 'other' : null;
  return mine.uploadedAt <= other.uploadedAt ? 'mine' : 'other';
}
