import { Platform1764000000001 } from './0001-platform.js';
import { Accounts1764000000002 } from './0002-accounts.js';
import { Campaign1764000000003 } from './0003-campaign.js';
import { Works1764000000004 } from './0004-works.js';
import { Films1764000000005 } from './0005-films.js';
import { Review1764000000006 } from './0006-review.js';
import { FilmPictures1764000000007 } from './0007-film-pictures.js';
import { Computers1764000000008 } from './0008-computers.js';
import { Likeness1764000000009 } from './0009-likeness.js';
import { WaveformAndJudging1764000000010 } from './0010-waveform-and-judging.js';
import { FindingOverrides1764000000011 } from './0011-finding-overrides.js';
import { FilmVersions1764000000012 } from './0012-film-versions.js';
import { Scans1764000000013 } from './0013-scans.js';
import { Packages1764000000014 } from './0014-packages.js';
import { JobTurns1764000000015 } from './0015-job-turns.js';
import { UnitMail1764000000016 } from './0016-unit-mail.js';
import { JobPlaces1764000000017 } from './0017-job-places.js';
import { BulkPapers1764000000018 } from './0018-bulk-papers.js';
import { OneAlphabet1764000000019 } from './0019-one-alphabet.js';
import { Installation1764000000020 } from './0020-installation.js';
import { SignedWords1764000000021 } from './0021-signed-words.js';
import { AuditAndMessages1764000000022 } from './0022-audit-and-messages.js';
import { Calls1764000000023 } from './0023-calls.js';
import { NameKeys1764000000024 } from './0024-name-keys.js';
import { ReceiptsTakenBack1764000000025 } from './0025-receipts-taken-back.js';
import { inSteps } from './steps.js';

/** In order. A landed migration is never changed, only followed by another: docs/database.md, landed.json. */
export const landed = [
  Platform1764000000001,
  Accounts1764000000002,
  Campaign1764000000003,
  Works1764000000004,
  Films1764000000005,
  Review1764000000006,
  FilmPictures1764000000007,
  Computers1764000000008,
  Likeness1764000000009,
  WaveformAndJudging1764000000010,
  FindingOverrides1764000000011,
  FilmVersions1764000000012,
  Scans1764000000013,
  Packages1764000000014,
  JobTurns1764000000015,
  UnitMail1764000000016,
  JobPlaces1764000000017,
  BulkPapers1764000000018,
  OneAlphabet1764000000019,
  Installation1764000000020,
  SignedWords1764000000021,
  AuditAndMessages1764000000022,
  Calls1764000000023,
  NameKeys1764000000024,
  ReceiptsTakenBack1764000000025,
];

export const migrations = landed.map(inSteps);
