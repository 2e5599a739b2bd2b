import { Injectable } from '@nestjs/common';
import { completeConfig } from '@kepu/shared/campaign/complete-config';
import { identityClaims } from '@kepu/shared/rules/identity';
import { STATUSES_OF } from '@kepu/shared/domain/work-status';
import { In, IsNull, Not } from 'typeorm';
import { Database } from '../platform/database.js';
import { Campaign, CampaignConfigVersion } from '../modules/campaign/campaign.entity.js';
import { Slot } from '../modules/campaign/slot.entity.js';
import { FindingOverride } from '../modules/inspection/finding-override.entity.js';
import { Package, PackageItem } from '../modules/package/package.entity.js';
import { IdentityClaimRow } from '../modules/recommendation/identity-claim.entity.js';
import { ScanBundle } from '../modules/scan/scan.entity.js';
import { SignOff } from '../modules/submission/review.entity.js';
import { StoredFile } from '../modules/upload/file.entity.js';
import { WorkVersion } from '../modules/work/work-version.entity.js';
import { Work } from '../modules/work/work.entity.js';

/** A state that must never exist, and the rows that are in it. */
export interface Violation {
  rule: string;
  sentence: string;
  ids: string[];
}

type Check = (db: Database) => Promise<Violation | null>;

const violation = (rule: string, sentence: string, ids: string[]): Violation | null => (ids.length > 0 ? { rule, sentence, ids } : null);

const recommendedHoldOneSlot: Check = async (db) => {
  const works = await db.read(Work).find({ where: { status: In(STATUSES_OF.holdsSlot) }, select: { id: true, unitId: true } });
  const slots = await db.read(Slot).findBy({ workId: Not(IsNull()) });
  const wrong = works.filter((work) => slots.filter((slot) => slot.workId === work.id && slot.unitId === work.unitId).length !== 1);
  return violation('P1', 'a recommended work holds exactly one slot of its unit', wrong.map((work) => work.id));
};

const slotsHoldRecommended: Check = async (db) => {
  const slots = await db.read(Slot).findBy({ workId: Not(IsNull()) });
  const recommended = await db.read(Work).find({ where: { status: In(STATUSES_OF.holdsSlot) }, select: { id: true, listedAreaCode: true } });
  const works = new Map(recommended.map((work) => [work.id, work]));
  const wrong = slots.filter((slot) => !works.has(slot.workId ?? '') || (slot.kind === 'reserved' && !works.get(slot.workId ?? '')?.listedAreaCode));
  return violation('P2', 'a taken slot holds a recommended work, a reserved one a work from a listed area', wrong.map((slot) => slot.id));
};

const submittedHaveVersions: Check = async (db) => {
  const handedIn = { status: In(STATUSES_OF.handedIn) };
  const works = await db.read(Work).find({ where: handedIn, select: { id: true, versionNumber: true, receipt: true, unitId: true } });
  const versions = new Set((await db.read(WorkVersion).find({ select: { workId: true, number: true } })).map((version) => `${version.workId}/${version.number}`));
  const wrong = works.filter((work) => !work.receipt || !work.unitId || !versions.has(`${work.id}/${work.versionNumber}`));
  return violation('P7', 'a submitted work has a receipt, a unit and its frozen version', wrong.map((work) => work.id));
};

/** Every recommended work with the version that was recommended and the configuration that version was made under. */
async function recommendedVersions(db: Database): Promise<{ work: Work; version: WorkVersion; duties: string[] }[]> {
  const works = await db.read(Work).find({ where: { status: In(STATUSES_OF.holdsSlot) } });
  const versions = await db.read(WorkVersion).find({ where: { workId: In(works.map(({ id }) => id)) } });
  const calls = await db.read(Campaign).find();
  const configs = await db.read(CampaignConfigVersion).find();
  const dutiesAt = (campaignId: string, number: number | undefined) =>
    configs.filter((row) => row.campaignId === campaignId && row.version === number).flatMap(({ config }) => completeConfig(config).duties.map(({ id }) => id));
  return works.flatMap((work) => {
    const version = versions.find((row) => row.workId === work.id && row.number === work.versionNumber);
    if (!version) return []; // said by P7
    const inForce = dutiesAt(work.campaignId, calls.find(({ id }) => id === work.campaignId)?.configVersion);
    // A duty that came or went since is nothing that was left undone.
    return [{ work, version, duties: dutiesAt(work.campaignId, version.configVersion).filter((id) => inForce.includes(id)) }];
  });
}

const recommendedAreSignedOff: Check = async (db) => {
  const signed = new Set((await db.read(SignOff).find({ select: { workId: true, versionNumber: true, dutyId: true } })).map((row) => `${row.workId}/${row.versionNumber}/${row.dutyId}`));
  const wrong = (await recommendedVersions(db)).filter(({ work, duties }) => duties.some((id) => !signed.has(`${work.id}/${work.versionNumber}/${id}`)));
  return violation('P6', 'a recommended work has a sign-off of every duty, of its version', wrong.map(({ work }) => work.id));
};

const claimsBelongToRecommended: Check = async (db) => {
  const recommended = await recommendedVersions(db);
  const claims = await db.read(IdentityClaimRow).find();
  const ids = new Set(recommended.map(({ work }) => work.id));
  const holds = (workId: string, kind: string) => claims.some((claim) => claim.workId === workId && claim.kind === kind);
  const unclaimed = recommended.filter(({ work, version }) => identityClaims(version.form, version.filmSha256).some(({ kind }) => !holds(work.id, kind)));
  return violation('O7', 'identities are held by recommended works, and each of those holds all its own', [...claims.filter((claim) => !ids.has(claim.workId)).map((claim) => claim.id), ...unclaimed.map(({ work }) => work.id)]);
};

const scansAreOfTheFrozenVersion: Check = async (db) => {
  const scanned = (await recommendedVersions(db)).filter(({ work }) => work.scanFileId !== null);
  const fileIds = scanned.flatMap(({ work }) => work.scanFileId ?? []);
  const files = new Map((await db.read(StoredFile).findBy({ id: In(fileIds) })).map((file) => [file.id, file]));
  const bundles = new Map((await db.read(ScanBundle).findBy({ fileId: In(fileIds) })).map((bundle) => [bundle.fileId, bundle]));
  const isOfVersion = ({ work, version }: { work: Work; version: WorkVersion }) => {
    const [file, bundle] = [files.get(work.scanFileId ?? ''), bundles.get(work.scanFileId)];
    if (!file || file.workId !== work.id || file.purpose !== 'scan') return false;
    // From before sheets were put together here: such a scan is at least not older than what it should show.
    return bundle ? bundle.workId === work.id && bundle.versionNumber === work.versionNumber : file.uploadedAt >= version.submittedAt;
  };
  return violation('P8', 'the scan of a recommended work is a stored file of its own, of the version that was recommended', scanned.filter((one) => !isOfVersion(one)).map(({ work }) => work.id));
};

const filmsAreThere: Check = async (db) => {
  const works = await db.read(Work).find({ where: { filmFileId: Not(IsNull()) }, select: { id: true, filmFileId: true } });
  const files = new Set((await db.read(StoredFile).find({ where: { purpose: 'film' }, select: { id: true } })).map((file) => file.id));
  return violation('V11', 'the film of a work is a stored file', works.filter((work) => !files.has(work.filmFileId ?? '')).map((work) => work.id));
};

const overridesAreOfTheirFilm: Check = async (db) => {
  const overrides = await db.read(FindingOverride).find({ select: { id: true, fileId: true, workId: true, side: true, unitId: true } });
  const films = new Map((await db.read(StoredFile).find({ where: { purpose: 'film' }, select: { id: true, workId: true } })).map((file) => [file.id, file.workId]));
  const wrong = overrides.filter(({ fileId, workId, side, unitId }) => films.get(fileId) !== workId || (side === 'recommender') !== (unitId !== null));
  return violation('P6', 'a finding is set aside on a film of its own work, by a unit or by the department', wrong.map(({ id }) => id));
};

const packagesAreWhatIsStored: Check = async (db) => {
  const packages = await db.read(Package).findBy({ state: 'ready' });
  const items = await db.read(PackageItem).findBy({ packageId: In(packages.map(({ id }) => id)) });
  const ids = items.flatMap(({ fileId }) => fileId ?? []);
  const files = await db.read(StoredFile).find({ where: { id: In(ids) }, select: { id: true, sha256: true, bytes: true } });
  const stored = new Map(files.map((file) => [file.id, file]));
  const isTrue = ({ fileId, sha256, bytes, crc32 }: PackageItem) =>
    crc32 !== null && (fileId === null || (stored.get(fileId)?.sha256 === sha256 && stored.get(fileId)?.bytes === bytes));
  const wrong = packages.filter(({ id, manifestSha256 }) => {
    const own = items.filter(({ packageId }) => packageId === id);
    return own.length > 0 && !(own.every(isTrue) && own.some((item) => item.path === 'manifest.json' && item.sha256 === manifestSha256));
  });
  return violation('P10', 'the files of a package that was handed over are the stored ones, and its manifest names them', wrong.map(({ id }) => id));
};

const CHECKS: readonly Check[] = [
  recommendedHoldOneSlot, slotsHoldRecommended, submittedHaveVersions, recommendedAreSignedOff, claimsBelongToRecommended,
  scansAreOfTheFrozenVersion, filmsAreThere, overridesAreOfTheirFilm, packagesAreWhatIsStored,
];

/** Looks for states that must never exist, whatever happened: after tests, from the command line. */
@Injectable()
export class Invariants {
  constructor(private readonly db: Database) {}

  async check(): Promise<Violation[]> {
    const found = await Promise.all(CHECKS.map((check) => check(this.db)));
    return found.filter((entry): entry is Violation => entry !== null);
  }
}
