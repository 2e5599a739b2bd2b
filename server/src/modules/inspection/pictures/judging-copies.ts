import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor.js';
import { roleOn } from '../../../platform/access/subjects.js';
import { Audit } from '../../../platform/audit/audit.js';
import { Database } from '../../../platform/database.js';
import { Jobs } from '../../../platform/jobs/jobs.js';
import { Files } from '../../upload/files.js';
import { Works } from '../../work/works.js';
import { Pictures } from './film-pictures.js';

/**
 * Decides when a copy for judging is made. It costs minutes of computing, and most films are never judged: so it is
 * made of works that are recommended, and of others when the department asks (decision 14).
 */
@Injectable()
export class JudgingCopies {
  constructor(
    private readonly db: Database,
    private readonly jobs: Jobs,
    private readonly audit: Audit,
    private readonly files: Files,
    private readonly works: Works,
    private readonly pictures: Pictures,
  ) {}

  /** Inside the open transaction. False: nothing happened, for there is one, one is on its way, or the film itself serves. */
  async order(fileId: string): Promise<boolean> {
    const { judging } = await this.pictures.open(fileId);
    if (judging === 'ready' || judging === 'original') return false;
    await this.pictures.note(fileId, { judging: 'waiting' });
    return this.jobs.add('film.judging', { fileId }, { uniqueKey: `judging:${fileId}` });
  }

  /** The department wants to see a work on a big screen before it is recommended, or tries again. */
  async request(actor: Actor, fileId: string): Promise<void> {
    await this.db.transaction(async () => {
      const work = await this.works.get((await this.files.getFilm(fileId)).workId);
      if (!(await this.order(fileId))) return;
      await this.audit.record(actor, { action: 'film.order-judging', role: roleOn(actor, work), campaignId: work.campaignId, workId: work.id, unitId: work.unitId, params: {} });
    });
  }
}
