import type { MailState, MailWay, NextLevelRequest, PackageKind, PackageState, PapersRequest, ReceiptKind } from '@kepu/shared/contracts/handover';
import { Entity, Index } from 'typeorm';
import { At, Big, Id, Int, Json, LongText, Ref, Words } from '../../platform/columns.js';

/** A package of materials: a unit's hand-over, or what the department exports. Its works and files never change. */
@Entity('package')
@Index('ux_package_number', ['unitId', 'number'], { unique: true })
@Index('ux_package_code', ['code'], { unique: true })
@Index('ix_package_campaign', ['campaignId', 'kind', 'createdAt'])
export class Package {
  @Id() id: string;
  @Ref() campaignId: string;
  @Words(12) kind: PackageKind;
  @Ref({ nullable: true }) unitId: string | null;
  /** 第几次报送, by unit. */
  @Int({ nullable: true }) number: number | null;
  @Words(200) title: string;
  /** On envelope and disc; tells which package it is and opens nothing. */
  @Words(12) code: string;
  @Words(12) state: PackageState;
  @Json({ nullable: true }) nextLevel: NextLevelRequest | null;
  @Json({ nullable: true }) papers: PapersRequest | null;
  /** How far it is: bytes read, and for the papers of a work as many as take about as long. */
  @Big() doneBytes: number;
  @Big() totalBytes: number;
  @LongText({ nullable: true }) problem: string | null;
  @Words(64, { nullable: true }) manifestSha256: string | null;
  @Big({ nullable: true }) zipBytes: number | null;
  @At() createdAt: number;
  @Ref() createdBy: string;
  @Words(60) createdByName: string;
  @At({ nullable: true }) readyAt: number | null;
  @At({ nullable: true }) verifiedAt: number | null;
}

/** A work as it was when its package was frozen, in the package's order. */
@Entity('package_work')
@Index('ux_package_work', ['packageId', 'workId'], { unique: true })
@Index('ix_package_work', ['workId'])
export class PackageWork {
  @Id() id: string;
  @Ref() packageId: string;
  @Ref() workId: string;
  @Int() position: number;
  @Words(300) title: string;
  /** As printed on the form. */
  @Words(60) unitName: string;
  @Int() slot: number;
  @Int() versionNumber: number;
  /** Hash of form, film and signature. */
  @Words(64) version: string;
  /** Hash of the sealed scan; empty where the package has none. */
  @Words(64) scan: string;
}

export type ItemKind = 'film' | 'scan' | 'proof' | 'licence' | 'paper' | 'summary' | 'manifest';

/** One file of a package, in its order. Stored files are there from the beginning, drawn papers once they are drawn. */
@Entity('package_item')
@Index('ux_package_item', ['packageId', 'position'], { unique: true })
@Index('ix_package_item_file', ['fileId'])
export class PackageItem {
  @Id() id: string;
  @Ref() packageId: string;
  @Int() position: number;
  @Words(300) path: string;
  @Words(12) kind: ItemKind;
  /** null: belongs to the package as a whole, and is on every disc. */
  @Ref({ nullable: true }) workId: string | null;
  @Ref({ nullable: true }) fileId: string | null;
  @Words(120) key: string;
  @Big() bytes: number;
  @Words(64) sha256: string;
  @Big({ nullable: true }) crc32: number | null;
  @At() at: number;
}

/** CRC-32 of a stored file, which a ZIP needs before its first byte: computed once, when its SHA-256 was found right. */
@Entity('file_sum')
export class FileSum {
  /** The file's id. */
  @Id() id: string;
  @Big() crc32: number;
  @At() at: number;
}

/** An address under which a package can be downloaded without logging in, until it expires. */
@Entity('package_link')
@Index('ux_package_link', ['codeHash'], { unique: true })
export class PackageLink {
  @Id() id: string;
  @Ref() packageId: string;
  @Words(64) codeHash: string;
  @Ref() createdBy: string;
  @At() createdAt: number;
  @At() expiresAt: number;
}

@Entity('package_mail')
@Index('ix_package_mail', ['packageId', 'createdAt'])
export class PackageMail {
  @Id() id: string;
  @Ref() packageId: string;
  @Words(254) recipient: string;
  @Words(8, { default: 'system' }) via: MailWay;
  @Words(8) state: MailState;
  /** For people. */
  @Words(300, { nullable: true }) outcome: string | null;
  /** The server's own words. */
  @LongText({ nullable: true }) answer: string | null;
  @Words(200, { nullable: true }) messageId: string | null;
  @At() createdAt: number;
  @Ref() createdBy: string;
  @Words(60) createdByName: string;
  @At({ nullable: true }) endedAt: number | null;
}

/** Paper or discs that arrived at the department. Only ever inserted: a mistake is taken back by a negative count. */
@Entity('package_receipt')
@Index('ux_package_receipt_takes_back', ['takesBack'], { unique: true })
@Index('ix_package_receipt', ['packageId', 'at'])
export class PackageReceipt {
  @Id() id: string;
  @Ref() packageId: string;
  @Words(8) kind: ReceiptKind;
  @Int() count: number;
  @Words(200) note: string;
  @At() at: number;
  @Ref() byId: string;
  @Words(60) byName: string;
  /** Set: this row takes that entry back; an entry can be taken back once. */
  @Ref({ nullable: true }) takesBack: string | null;
  /** When the unit was told of it. */
  @At({ nullable: true }) toldAt: number | null;
}
