import { Entity, Index } from 'typeorm';
import { At, Flag, Id, Int, Json, Ref, Words } from '../../platform/columns.js';
import type { ScanState } from '@kepu/shared/contracts/scan';
import type { PageWishes } from './picture/read-page.js';
import type { PageReading } from './reading.js';

/** Who vouched for a paper whose code could not be read, and how. */
class Vouched {
  @Words(4, { nullable: true }) confirmedHow: 'code' | 'eye' | null;
  @Ref({ nullable: true }) confirmedBy: string | null;
  @Words(60, { nullable: true }) confirmedName: string | null;
  @At({ nullable: true }) confirmedAt: number | null;
}

/** One photographed sheet of the sealed form of one version of a work. The photograph itself is a stored file and never goes. */
@Entity('scan_page')
@Index('ix_scan_page_work', ['workId', 'bundleId'])
export class ScanPage extends Vouched {
  /** The photograph's file. */
  @Id() id: string;
  @Ref() workId: string;
  @Int() versionNumber: number;
  /** The scan that was handed in with it; null: still on the desk. */
  @Ref({ nullable: true }) bundleId: string | null;
  @Int() position: number;
  @Words(8) state: ScanState;
  /** Counts what was asked of it; a result of an earlier one is thrown away. */
  @Int() revision: number;
  @Json() wishes: PageWishes;
  @Json({ nullable: true }) result: PageReading | null;
  @Words(32, { nullable: true }) failure: string | null;
  @At() addedAt: number;
  @Ref() addedBy: string;
}

/** The PDF made of photographed sheets, or sent as it is. */
@Entity('scan_bundle')
@Index('ix_scan_bundle_work', ['workId', 'madeAt'])
export class ScanBundle extends Vouched {
  @Id() id: string;
  @Ref() workId: string;
  @Int() versionNumber: number;
  @Words(8) kind: 'photos' | 'pdf';
  @Words(8) state: ScanState;
  @Ref({ nullable: true }) fileId: string | null;
  @Int() pageCount: number;
  /** What the printed codes of an uploaded PDF's pages say, in order; null where none was read. */
  @Json({ nullable: true }) codes: (string | null)[] | null;
  /** Whether this machine could draw the PDF's pages to look for codes. */
  @Flag() readsCodes: boolean;
  @Words(32, { nullable: true }) failure: string | null;
  @At() madeAt: number;
  @Ref() madeBy: string;
  /** When it became the work's scan. */
  @At({ nullable: true }) usedAt: number | null;
}
