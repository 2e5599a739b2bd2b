import { Injectable } from '@nestjs/common';
import type { FilmView } from '@kepu/shared/contracts/work';
import type { Actor } from '../../platform/access/actor.js';
import { OtherWorks } from '../comparison/other-works.js';
import { Inspections } from '../inspection/inspections.js';
import type { StoredFile } from '../upload/file.entity.js';
import { Files } from '../upload/files.js';
import type { ShownSide } from '../work/shown-side.js';
import type { Work } from '../work/work.entity.js';

/** Films with what was measured on them and found in them. */
@Injectable()
export class FilmViews {
  constructor(
    private readonly files: Files,
    private readonly inspections: Inspections,
    private readonly otherWorks: OtherWorks,
  ) {}

  async of(film: StoredFile): Promise<FilmView> {
    const inspection = await this.inspections.find(film.id);
    const { id, name, bytes, sha256, uploadedAt, registeredAt } = film;
    return {
      fileId: id, name, bytes, sha256, uploadedAt, registeredAt,
      durationMs: inspection?.facts?.durationMs ?? null,
      width: inspection?.facts?.video?.displayWidth ?? null,
      height: inspection?.facts?.video?.displayHeight ?? null,
      inspection: await this.inspections.viewOf(id),
    };
  }

  /** The film of a work for one reader. What is said beside other works is theirs alone: the view is made anew, never written into. */
  async ofWork(actor: Actor, work: Work, { filmFileId, form }: ShownSide): Promise<FilmView | null> {
    const film = await this.files.find(filmFileId);
    if (!film) return null;
    const view = await this.of(film);
    const beside = await this.otherWorks.findingsFor(actor, work, form, film.id);
    return { ...view, inspection: { ...view.inspection, findings: [...view.inspection.findings, ...beside] } };
  }
}
