import { Injectable } from '@nestjs/common';
import type { WorkFilmView } from '@kepu/shared/contracts/film';
import { maskPhone } from '@kepu/shared/text';
import { In } from 'typeorm';
import type { Actor } from '../../platform/access/actor.js';
import { Database } from '../../platform/database.js';
import { Accounts } from '../account/accounts.js';
import { FindingOverrides } from '../inspection/finding-overrides.js';
import { Inspections } from '../inspection/inspections.js';
import { StoredFile, Upload } from '../upload/file.entity.js';
import { WorkVersion } from '../work/work-version.entity.js';
import type { Work } from '../work/work.entity.js';
import { Works } from '../work/works.js';
import { OtherWorks } from '../comparison/other-works.js';

type Frozen = Pick<WorkVersion, 'number' | 'filmFileId' | 'form' | 'findings' | 'submittedAt'>;

/** Every film a work has had. One that was replaced stays, with who put it there, when, and what was found in it. */
@Injectable()
export class WorkFilms {
  constructor(
    private readonly db: Database,
    private readonly works: Works,
    private readonly accounts: Accounts,
    private readonly inspections: Inspections,
    private readonly overrides: FindingOverrides,
    private readonly otherWorks: OtherWorks,
  ) {}

  /** The newest first. What was put in after the last submission is its creator's alone until it is handed in. */
  async list(actor: Actor, workId: string): Promise<WorkFilmView[]> {
    const work = await this.works.get(workId);
    const isOwner = work.ownerId === actor.accountId;
    const versions = await this.db.read(WorkVersion).find({ where: { workId }, order: { number: 'ASC' } });
    const lastHandedIn = versions.at(-1)?.submittedAt ?? 0;
    const films = (await this.db.read(StoredFile).find({ where: { workId, purpose: 'film' }, order: { uploadedAt: 'DESC', id: 'DESC' } })).filter(({ uploadedAt }) => isOwner || uploadedAt <= lastHandedIn);
    const devices = new Map((await this.db.read(Upload).findBy({ id: In(films.map(({ id }) => id)) })).map(({ id, device }) => [id, device]));
    const current = isOwner ? work.filmFileId : (versions.at(-1)?.filmFileId ?? null);
    return Promise.all(films.map(async (film) => {
      const frozen = versions.filter(({ filmFileId }) => filmFileId === film.id);
      return { ...(await this.viewOf(actor, work, film, frozen, isOwner)), device: devices.get(film.id) ?? null, isCurrent: film.id === current };
    }));
  }

  private async viewOf(actor: Actor, work: Work, film: StoredFile, frozen: Frozen[], isOwner: boolean): Promise<Omit<WorkFilmView, 'device' | 'isCurrent'>> {
    const inspection = await this.inspections.find(film.id);
    const uploader = await this.accounts.get(film.ownerId);
    const isPlayable = isOwner || frozen.length > 0;
    const version = frozen.at(-1);
    const beside = version ? (await this.otherWorks.findingsFor(actor, work, version.form, film.id)).filter(({ rule }) => rule === 'O8') : [];
    const { id, name, bytes, sha256, uploadedAt } = film;
    return {
      fileId: id, name, bytes, sha256, uploadedAt, isPlayable,
      durationMs: inspection?.facts?.durationMs ?? null,
      uploadedBy: uploader.name ?? maskPhone(uploader.phone),
      versions: frozen.map(({ number }) => number),
      inspection: inspection?.state ?? 'queued',
      findings: isPlayable ? [...(await this.overrides.lay(id, version?.findings ?? inspection?.findings ?? [])), ...beside] : [],
    };
  }
}
