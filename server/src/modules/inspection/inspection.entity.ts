import type { FilmFacts } from '@kepu/shared/inspection/facts';
import type { Finding, ShownVerdict } from '@kepu/shared/inspection/finding';
import type { RuleId } from '@kepu/shared/rules/rule-ids';
import { Entity, Index } from 'typeorm';
import { At, Id, Int, Json, LongText, Ref, Words } from '../../platform/columns.js';

/** What the machine measured on one film, and what it says about it. */
@Entity('inspection')
@Index('ux_inspection_file', ['fileId'], { unique: true })
export class Inspection {
  @Id() id: string;
  @Ref() fileId: string;
  @Ref() workId: string;
  @Words(8) state: 'queued' | 'running' | 'done' | 'failed';
  @Json({ nullable: true }) facts: FilmFacts | null;
  @Json() findings: Finding[];
  @Int() configVersion: number;
  @LongText({ nullable: true }) error: string | null;
  @At() queuedAt: number;
  @At({ nullable: true }) startedAt: number | null;
  @At({ nullable: true }) finishedAt: number | null;
}

/** One finding of a film, as a row that can be counted. */
@Entity('finding')
@Index('ix_finding_work', ['workId'])
@Index('ix_finding_rule', ['fileId', 'rule'])
export class FindingRow {
  @Id() id: string;
  @Ref() fileId: string;
  @Ref() workId: string;
  @Words(4) rule: RuleId;
  /** As it is shown: what this call only warns about is to be looked at, what was set aside is reviewed. */
  @Words(14) verdict: ShownVerdict;
}
