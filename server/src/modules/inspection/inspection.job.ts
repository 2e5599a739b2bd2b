import { Injectable } from '@nestjs/common';
import { PUBLIC_FOOTAGE } from '@kepu/shared/inspection/rules/o5-public-footage';
import { HandlesJob, WhenGivenUp } from '../../platform/jobs/job.decorator.js';
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
  async run({ fileId }: { fileId: string }): Promise<void> {
    const file = await this.files.get(fileId);
    await this.inspections.begin(file);
    const form = await this.inspections.formOf(file);
    const quoted = form.materials.filter(({ kindId }) => kindId === PUBLIC_FOOTAGE).map(({ id, ranges }) => ({ materialId: id, ranges }));
    const facts = await gatherFilmFacts(this.storage.pathOf(file.key), { tools: await this.tools.get(), form, quoted, onStage: (early) => this.inspections.publish(file, early) });
    await this.inspections.conclude(file, facts);
  }

  @WhenGivenUp('inspection.run')
  giveUp({ fileId }: { fileId: string }, error: unknown): Promise<void> {
    return this.inspections.giveUp(fileId, String(error));
  }
}
