import { Account, Consent, RoleGrant } from './modules/account/account.entity.js';
import { Invitation } from './modules/account/invitation.entity.js';
import { RefreshToken, Session, SmsCode } from './modules/account/session.entity.js';
import { Campaign, CampaignConfigVersion } from './modules/campaign/campaign.entity.js';
import { Slot } from './modules/campaign/slot.entity.js';
import { Unit } from './modules/campaign/unit.entity.js';
import { Computer } from './modules/computer/computer.entity.js';
import { FindingOverride } from './modules/inspection/finding-override.entity.js';
import { FindingRow, Inspection } from './modules/inspection/inspection.entity.js';
import { FilmPictures } from './modules/inspection/pictures/film-pictures.entity.js';
import { FilmLikeness, FilmPrint, PastFilm } from './modules/likeness/likeness.entity.js';
import { Message, MessageDelivery } from './modules/message/message.entity.js';
import { UnitMailServer } from './modules/mail/mail-server.entity.js';
import { FileSum, Package, PackageItem, PackageLink, PackageMail, PackageReceipt, PackageWork } from './modules/package/package.entity.js';
import { IdentityClaimRow } from './modules/recommendation/identity-claim.entity.js';
import { ScanBundle, ScanPage } from './modules/scan/scan.entity.js';
import { ReturnNote, SignOff } from './modules/submission/review.entity.js';
import { StoredFile, Upload } from './modules/upload/file.entity.js';
import { NameKeyRow } from './modules/work/name-key.entity.js';
import { Signature, WorkVersion } from './modules/work/work-version.entity.js';
import { Work } from './modules/work/work.entity.js';
import { AuditEntry } from './platform/audit/audit-entry.entity.js';
import { InstallationFact } from './platform/installation.entity.js';
import { Job } from './platform/jobs/job.entity.js';
import { ThrottleRow } from './platform/throttle/throttle.entity.js';

/** Every table there is. */
export const entities = [
  InstallationFact, Job, AuditEntry, ThrottleRow,
  Account, RoleGrant, Consent, Session, RefreshToken, SmsCode, Invitation,
  Campaign, CampaignConfigVersion, Unit, Slot,
  Work, NameKeyRow, WorkVersion, Signature, StoredFile, Upload, Inspection, FindingRow, FindingOverride, FilmPictures,
  FilmPrint, FilmLikeness, PastFilm,
  SignOff, ReturnNote, IdentityClaimRow, Message, MessageDelivery, Computer, ScanPage, ScanBundle,
  Package, PackageWork, PackageItem, PackageLink, PackageMail, PackageReceipt, FileSum, UnitMailServer,
];
