import { Injectable } from '@nestjs/common';
import type { Role } from '@kepu/shared/domain/roles';
import type { OtherWork } from '@kepu/shared/inspection/other-works';
import { normaliseName } from '@kepu/shared/text';
import { In, IsNull, Not } from 'typeorm';
import { Database } from '../../platform/database.js';
import { Campaign } from '../campaign/campaign.entity.js';
import { Unit } from '../campaign/unit.entity.js';
import type { FilmLikeness, PastFilm } from '../likeness/likeness.entity.js';
import { Likenesses } from '../likeness/likenesses.js';
import { WorkVersion } from '../work/work-version.entity.js';
import { Work } from '../work/work.entity.js';

/** The film at the other end of a likeness. */
export interface Partner {
  pair: FilmLikeness;
  /** What the reader may be told; null: no more than that it exists. */
  told: OtherWork | null;
  year: number;
  /** Either a work that has been handed in, or a film of an earlier year. */
  work: Work | null;
  past: PastFilm | null;
}

/**
 * Films that are like a work's film, as far as a reader may know them. The department knows all; a recommender the works
 * of the same unit; nobody a draft, a work that was taken back, or a film that has been replaced.
 */
@Injectable()
export class OtherFilms {
  constructor(
    private readonly db: Database,
    private readonly likenesses: Likenesses,
  ) {}

  async partners(work: Pick<Work, 'campaignId' | 'unitId'>, role: Role, pairs: FilmLikeness[]): Promise<Partner[]> {
    if (pairs.length === 0) return [];
    const ids = pairs.map(({ otherWorkId }) => otherWorkId);
    const works = await this.db.read(Work).findBy({ id: In(ids), unitId: Not(IsNull()) });
    const versions = await this.currentVersions(works);
    const past = await this.likenesses.pastFilms(ids);
    const units = await this.db.read(Unit).findBy({ id: In([work, ...works].flatMap(({ unitId }) => unitId ?? [])) });
    const campaigns = await this.db.read(Campaign).findBy({ id: In([...new Set([work, ...works].map(({ campaignId }) => campaignId))]) });
    const unitName = (id: string | null) => units.find((unit) => unit.id === id)?.name ?? null;
    const yearOf = (id: string) => campaigns.find((campaign) => campaign.id === id)?.year ?? 0;
    return pairs.flatMap((pair): Partner[] => {
      const film = past.find(({ id }) => id === pair.otherWorkId);
      if (film) {
        const isTold = role !== 'recommender' || normaliseName(film.unitName) === normaliseName(unitName(work.unitId) ?? '');
        return [{ pair, told: isTold ? { title: film.title, unitName: film.unitName, year: film.year, isOutside: true } : null, year: film.year, work: null, past: film }];
      }
      const version = versions.find(({ filmFileId, workId }) => filmFileId === pair.otherFileId && workId === pair.otherWorkId);
      const other = works.find(({ id }) => id === version?.workId);
      if (!version || !other) return [];
      const isTold = role !== 'recommender' || other.unitId === work.unitId;
      const year = yearOf(other.campaignId);
      const told = { title: version.form.title, unitName: unitName(other.unitId), year: other.campaignId === work.campaignId ? null : year, isOutside: false };
      return [{ pair, told: isTold ? told : null, year, work: other, past: null }];
    });
  }

  private async currentVersions(works: Work[]): Promise<WorkVersion[]> {
    if (works.length === 0) return [];
    return this.db.read(WorkVersion).find({ where: works.map(({ id, versionNumber }) => ({ workId: id, number: versionNumber })), select: { id: true, workId: true, form: true, filmFileId: true } });
  }
}
