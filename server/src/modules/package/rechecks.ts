import { Injectable } from '@nestjs/common';
import type { NextCall } from '@kepu/shared/campaign/next-calls';
import { filmFindings } from '@kepu/shared/inspection/judge';
import type { Finding } from '@kepu/shared/inspection/finding';
import { Database } from '../../platform/database.js';
import { Inspection } from '../inspection/inspection.entity.js';
import { Works } from '../work/works.js';

/** How films stand by the rules of the call they are handed on to. */
@Injectable()
export class Rechecks {
  constructor(
    private readonly db: Database,
    private readonly works: Works,
  ) {}

  /** What the rules of that call say of what was measured; empty: the film was never measured. */
  async of({ config }: NextCall, workId: string, versionNumber: number): Promise<Finding[]> {
    const { form, filmFileId } = await this.works.version(workId, versionNumber);
    const inspection = await this.db.read(Inspection).findOneBy({ fileId: filmFileId });
    return inspection?.facts ? filmFindings(inspection.facts, config, form) : [];
  }
}

/** The findings in one sentence. */
export function sumUp(findings: readonly Finding[]): { isGood: boolean; sentence: string } {
  const failed = findings.filter(({ verdict }) => verdict === 'fail').map(({ subject }) => subject);
  if (findings.length === 0) return { isGood: false, sentence: '成片没有检测结果，请人工核对规格' };
  if (failed.length > 0) return { isGood: false, sentence: `${failed.length} 项不符合：${[...new Set(failed)].join('、')}` };
  return { isGood: true, sentence: '规格没有不符合的项' };
}
