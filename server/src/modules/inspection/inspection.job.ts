import { Injectable } from '@nestjs/common';
import { PUBLIC_FOOTAGE } from '@kepu/shared/inspection/rules/o5-public-footage';
import { HandlesJob } from '../../platform/jobs/job.decorator.js';
import type { Job } from '../../platform/jobs/job.entity.js';
import { JOBS } from '../../platform/jobs/job-names.js';
import { Storage } from '../../platform/storage.js';
import { Files } from '../upload/files.js';
import { gatherFilmFacts } from './gather/gather-film-facts.js';
import { Inspections } from './inspections.js';
import { Tools } from './tools.js';

/** The work of inspecting one film: measure, publish what is known early, conclude. */
@Injectable()
export class InspectionJob {
  constructor(
    private readonly inspections: Inspections,
    private readonly files: Files,
    private readonly storage: Storage,
    private readonly tools: Tools,
  ) {}

  @HandlesJob('inspection.run')
  async run({ fileId }: { fileId: string }, job: Job): Promise<void> {
    const file = await this.files.get(fileId);
    await this.inspections.begin(file);
    try {
      const form = await this.inspections.formOf(file);
      const quoted = form.materials.filter(({ kindId }) => kindId === PUBLIC_FOOTAGE).map(({ id, ranges }) => ({ materialId: id, ranges }));
      const facts = await gatherFilmFacts(this.storage.pathOf(file.key), { tools: await this.tools.get(), form, quoted, onStage: (early) => this.inspections.publish(file, early) });
      await this.inspections.conclude(file, facts);
    } catch (error) {
      if (job.attempts >= JOBS['inspection.run'].attempts) await this.inspections.giveUp(fileId, String(error));
      throw error;
    }
  }
}
