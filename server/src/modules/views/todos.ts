import { Injectable } from '@nestjs/common';
import type { DeskReply, Todo } from '@kepu/shared/contracts/desk';
import { scanBy } from '@kepu/shared/rules/windows';
import { isSentBack, STATUSES_OF } from '@kepu/shared/domain/work-status';
import { In, IsNull } from 'typeorm';
import type { Actor } from '../../platform/access/actor.js';
import { Database } from '../../platform/database.js';
import { Campaigns } from '../campaign/campaigns.js';
import { Unit } from '../campaign/unit.entity.js';
import { Messages } from '../message/messages.js';
import { Work } from '../work/work.entity.js';

const MOST = 50;

/** What a person has to do next, and what they have been told. */
@Injectable()
export class Todos {
  constructor(
    private readonly db: Database,
    private readonly campaigns: Campaigns,
    private readonly messages: Messages,
  ) {}

  async of(actor: Actor): Promise<DeskReply> {
    const todos = [...(await this.creatorTodos(actor)), ...(await this.recommenderTodos(actor))];
    return { todos, ...(await this.messages.latest(actor.accountId)) };
  }

  private async creatorTodos(actor: Actor): Promise<Todo[]> {
    const works = await this.db.read(Work).find({ where: { ownerId: actor.accountId, status: In(STATUSES_OF.withCreator) }, order: { updatedAt: 'DESC' }, take: MOST });
    return works.map((work) =>
      isSentBack(work.status)
        ? { kind: 'mend-returned', workId: work.id, unitId: null, title: work.title, until: work.resubmitBy, count: work.toMend }
        : { kind: 'finish-draft', workId: work.id, unitId: null, title: work.title, until: null, count: 1 },
    );
  }

  private async recommenderTodos(actor: Actor): Promise<Todo[]> {
    if (actor.unitIds.length === 0) return [];
    const units = await this.db.read(Unit).findBy({ id: In(actor.unitIds) });
    const waiting = await this.db.read(Work).find({ where: { unitId: In(actor.unitIds), status: In(STATUSES_OF.withUnit) }, order: { submittedAt: 'ASC' }, take: MOST });
    const recommended = { unitId: In(actor.unitIds), status: In(STATUSES_OF.holdsSlot) };
    const unscanned = await this.db.read(Work).find({ where: { ...recommended, scanFileId: IsNull() }, take: MOST });
    const callIds = [...new Set(units.map(({ campaignId }) => campaignId))];
    const configs = new Map(await Promise.all(callIds.map(async (id) => [id, (await this.campaigns.get(id)).config] as const)));
    const due = (work: Work) => {
      const [unit, config] = [units.find((candidate) => candidate.id === work.unitId), configs.get(work.campaignId)];
      return unit && config ? scanBy(config, unit) : null;
    };
    return [
      ...unscanned.map((work): Todo => ({ kind: 'upload-scan', workId: work.id, unitId: work.unitId, title: work.title, until: due(work), count: 1 })),
      ...waiting.map((work): Todo => ({ kind: 'review-work', workId: work.id, unitId: work.unitId, title: work.title, until: null, count: 1 })),
    ];
  }
}
