import { Injectable } from '@nestjs/common';
import type { Role } from '@kepu/shared/domain/roles';
import type { WorkForm } from '@kepu/shared/forms/work-form';
import type { Finding } from '@kepu/shared/inspection/finding';
import { ruleMode } from '@kepu/shared/inspection/judge';
import { likenessFinding, soundFinding, spellingFinding, type OtherWork } from '@kepu/shared/inspection/other-works';
import { areNamesAlike, areUnitsAlike, spellingPairs } from '@kepu/shared/rules/spelling';
import { normaliseName } from '@kepu/shared/text';
import { In, IsNull, Not } from 'typeorm';
import type { Actor } from '../../platform/access/actor.js';
import { roleOn } from '../../platform/access/subjects.js';
import { Database } from '../../platform/database.js';
import { Campaigns } from '../campaign/campaigns.js';
import { Unit } from '../campaign/unit.entity.js';
import { Likenesses } from '../likeness/likenesses.js';
import { WorkVersion } from '../work/work-version.entity.js';
import { Work } from '../work/work.entity.js';
import { OtherFilms } from './other-films.js';

/** A work as others may be told of it. */
type Known = Pick<Work, 'id' | 'title' | 'unitId' | 'versionNumber'>;

/** Works that are looked into closely for another spelling. */
const MOST_CANDIDATES = 20;

/**
 * What a reader is told of a work beside other people's works. A creator is told nothing; a recommender which work
 * it is only if that one was handed to the same unit; the department everything. Drafts are nobody else's business.
 */
@Injectable()
export class OtherWorks {
  constructor(
    private readonly db: Database,
    private readonly campaigns: Campaigns,
    private readonly likenesses: Likenesses,
    private readonly otherFilms: OtherFilms,
  ) {}

  async findingsFor(actor: Actor, work: Work, form: WorkForm, filmFileId: string): Promise<Finding[]> {
    const role = roleOn(actor, work);
    if (role === null || role === 'creator') return [];
    const { config } = await this.campaigns.get(work.campaignId);
    const sees = (other: Known) => role !== 'recommender' || other.unitId === work.unitId;
    const likeness = ruleMode(config, 'O8') === 'off' ? [] : await this.likeness(work, role, filmFileId);
    const spelling = ruleMode(config, 'O7') === 'off' ? null : await this.spelling(work, form, sees);
    return spelling ? [...likeness, spelling] : likeness;
  }

  private async likeness(work: Work, role: Role, fileId: string): Promise<Finding[]> {
    const { state, failure, pairs } = await this.likenesses.of(fileId);
    if (state === 'none') return [];
    const partners = await this.otherFilms.partners(work, role, pairs);
    const similar = partners.map(({ pair: { id, isIdentical, isMirrored, stretches, sounds }, told }) => ({ likenessId: id, isIdentical, isMirrored, stretches, sounds: sounds ?? [], other: told }));
    return [likenessFinding(similar, failure), soundFinding(similar)].filter((finding) => finding !== null);
  }

  /** The columns of the lists decide who is looked into, the frozen forms decide. */
  private async spelling(work: Work, form: WorkForm, sees: (other: Known) => boolean): Promise<Finding | null> {
    const [author, unit] = [form.creators[0], form.producingUnits[0]?.name ?? ''];
    const rows = await this.db.read(Work).find({
      where: { campaignId: work.campaignId, id: Not(work.id), unitId: Not(IsNull()) },
      select: { id: true, title: true, unitId: true, versionNumber: true, firstAuthor: true, organisation: true },
    });
    const name = normaliseName(author?.name ?? '');
    const isCandidate = (row: Work) => areUnitsAlike(unit, row.organisation ?? '') || (name !== '' && (normaliseName(row.firstAuthor ?? '') === name || areNamesAlike(name, row.firstAuthor ?? '')));
    const candidates = rows.filter(isCandidate).slice(0, MOST_CANDIDATES);
    const told = await this.tell(candidates, sees);
    const versions = await this.versionsOf(candidates);
    return spellingFinding(versions.flatMap((version) => spellingPairs(form, version.form).map((pair) => ({ ...pair, other: told(version.workId) }))));
  }

  private async versionsOf(works: Known[]): Promise<WorkVersion[]> {
    if (works.length === 0) return [];
    return this.db.read(WorkVersion).find({ where: works.map(({ id, versionNumber }) => ({ workId: id, number: versionNumber })), select: { id: true, workId: true, form: true, filmFileId: true } });
  }

  /** What may be said of each of these works: null where no more than that it exists. */
  private async tell(works: Known[], sees: (other: Known) => boolean): Promise<(workId: string) => OtherWork | null> {
    const units = await this.db.read(Unit).findBy({ id: In(works.flatMap(({ unitId }) => unitId ?? [])) });
    return (workId) => {
      const other = works.find(({ id }) => id === workId);
      if (!other || !sees(other)) return null;
      return { title: other.title, unitName: units.find(({ id }) => id === other.unitId)?.name ?? null, year: null, isOutside: false };
    };
  }
}
