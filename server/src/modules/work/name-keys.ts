import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { areOfOneHand, nameKeys, soughtKeys, type NameKey } from '@kepu/shared/rules/name-keys';
import { In, IsNull, Not } from 'typeorm';
import { Database } from '../../platform/database.js';
import { newId } from '../../platform/ids.js';
import { NameKeyRow } from './name-key.entity.js';
import { Work } from './work.entity.js';

type Named = Pick<Work, 'firstAuthor' | 'organisation'>;

/** Works that share a key are read so many at a time until enough are alike. */
const PAGE = 100;

/** Works that were handed in, found by like names of author and unit without reading all of the call. */
@Injectable()
export class NameKeys {
  constructor(private readonly db: Database) {}

  /** Inside the transaction that hands a work in or changes what lists show of one that was. */
  async keep(work: Pick<Work, 'id' | 'campaignId'> & Named): Promise<void> {
    await this.remove(work.id);
    const rows = nameKeys(namesOf(work)).map(printed).map((key) => ({ id: newId(), campaignId: work.campaignId, workId: work.id, ...key }));
    for (let at = 0; at < rows.length; at += PAGE) await this.db.write(NameKeyRow).insert(rows.slice(at, at + PAGE));
  }

  async remove(workId: string): Promise<void> {
    await this.db.write(NameKeyRow).delete({ workId });
  }

  /** The first other works whose names are alike, as lists show them. */
  async alike(work: Pick<Work, 'id' | 'campaignId'>, names: Named, most: number): Promise<Work[]> {
    const found: Work[] = [];
    for (let after = ''; found.length < most; ) {
      const ids = await this.sharing(work, names, after);
      const rows = await this.db.read(Work).find({
        where: { id: In(ids), unitId: Not(IsNull()) },
        select: { id: true, title: true, unitId: true, versionNumber: true, firstAuthor: true, organisation: true },
        order: { id: 'ASC' },
      });
      found.push(...rows.filter((row) => areOfOneHand(namesOf(names), namesOf(row))));
      if (ids.length < PAGE) break;
      after = ids.at(-1) ?? '';
    }
    return found.slice(0, most);
  }

  private async sharing(work: Pick<Work, 'id' | 'campaignId'>, names: Named, after: string): Promise<string[]> {
    const keys = soughtKeys(namesOf(names)).map(printed);
    if (keys.length === 0) return [];
    const of = (kind: NameKey['kind']) => [...keys.filter((key) => key.kind === kind).map(({ key }) => key), ''];
    const rows = await this.db.read(NameKeyRow).createQueryBuilder('k').select('k.workId', 'workId').distinct()
      .where('k.campaignId = :campaignId AND k.workId <> :id AND k.workId > :after', { campaignId: work.campaignId, id: work.id, after })
      .andWhere("((k.kind = 'author' AND k.key IN (:...authors)) OR (k.kind = 'unit' AND k.key IN (:...units)) OR (k.kind = 'part' AND k.key IN (:...parts)))", { authors: of('author'), units: of('unit'), parts: of('part') })
      .orderBy('k.workId').limit(PAGE).getRawMany<{ workId: string }>();
    return rows.map(({ workId }) => workId);
  }
}

const namesOf = ({ firstAuthor, organisation }: Named) => ({ author: firstAuthor ?? '', unit: organisation ?? '' });

const printed = ({ kind, key }: NameKey): NameKey => ({ kind, key: createHash('sha256').update(key).digest('hex').slice(0, 32) });
