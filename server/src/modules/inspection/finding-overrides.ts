import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { canonical } from '@kepu/shared/forms/canonical';
import type { Finding, SetAside } from '@kepu/shared/inspection/finding';
import type { CheckId } from '@kepu/shared/rules/rule-ids';
import { Database } from '../../platform/database.js';
import { newId } from '../../platform/ids.js';
import { FindingOverride } from './finding-override.entity.js';

/** A finding with what it rests on, the same for every reader: what is said of other works is worded differently for each. */
export interface Judged {
  finding: Finding;
  basis: string;
}

export const hashOf = (content: unknown): string => createHash('sha256').update(canonical(content)).digest('hex');

/** A finding about the film rests on what was measured and what is asked for. */
export const judged = (finding: Finding): Judged => ({ finding, basis: hashOf([finding.check, finding.verdict, finding.measured, finding.required]) });

/** Findings that people set aside, as rows; whoever shows, counts or weighs findings lays these over them. */
@Injectable()
export class FindingOverrides {
  constructor(private readonly db: Database) {}

  /** The findings of a film with what has been set aside among them. */
  lay(fileId: string, findings: readonly Finding[]): Promise<Finding[]> {
    return this.layOver(fileId, findings.map(judged));
  }

  async layOver(fileId: string, all: readonly Judged[]): Promise<Finding[]> {
    const rows = all.length > 0 ? await this.db.read(FindingOverride).findBy({ fileId }) : [];
    return all.map(({ finding, basis }) => {
      const row = rows.find(({ checkId }) => checkId === finding.check);
      return row?.basis === basis ? { ...finding, setAside: toSetAside(row) } : finding;
    });
  }

  /** The override that matches the finding as it is now, or null; stale ones are ignored. */
  async covering(fileId: string, { finding, basis }: Judged): Promise<FindingOverride | null> {
    return this.db.read(FindingOverride).findOneBy({ fileId, checkId: finding.check, basis });
  }

  /** Inside the open transaction; one that has lapsed makes room. */
  async add(row: Omit<FindingOverride, 'id'>): Promise<void> {
    await this.remove(row.fileId, row.checkId);
    await this.db.write(FindingOverride).insert({ ...row, id: newId() });
  }

  async remove(fileId: string, checkId: CheckId): Promise<void> {
    await this.db.write(FindingOverride).delete({ fileId, checkId });
  }
}

const toSetAside = ({ reason, byName, unitName, side, at }: FindingOverride): SetAside => ({ reason, byName, unitName, side, at });
