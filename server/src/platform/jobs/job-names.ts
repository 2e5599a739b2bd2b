/**
 * Every kind of background work. `heavy` work runs few at a time: it decodes films. `spare` work runs one at a time and
 * begins only while no heavy work waits or runs here. `paper` work is done one at a time beside everything else: somebody
 * with a phone in hand waits for it. What `goesFirst` is begun before all else that waits in its lane: a verdict before the
 * pictures of other films.
 */
export const JOBS = {
  'inspection.run': { lane: 'heavy', attempts: 3, goesFirst: true },
  'film.pictures': { lane: 'heavy', attempts: 3 },
  'film.preview': { lane: 'spare', attempts: 2 },
  'film.judging': { lane: 'spare', attempts: 2 },
  'likeness.compare': { lane: 'spare', attempts: 3 },
  'inspection.recount': { lane: 'light', attempts: 3 },
  'other-works.recount': { lane: 'light', attempts: 3 },
  'scan.page': { lane: 'paper', attempts: 2 },
  'scan.bundle': { lane: 'paper', attempts: 2 },
  'message.deliver': { lane: 'light', attempts: 5 },
  'package.prepare': { lane: 'light', attempts: 3 },
  'package.verify': { lane: 'light', attempts: 2 },
  'package.mail': { lane: 'light', attempts: 4 },
  'receipt.tell': { lane: 'light', attempts: 5 },
  'upload.sweep': { lane: 'light', attempts: 1, everyMinutes: 30 },
  'account.sweep': { lane: 'light', attempts: 1, everyMinutes: 60 },
  'job.sweep': { lane: 'light', attempts: 1, everyMinutes: 720 },
  'computer.sweep': { lane: 'light', attempts: 1, everyMinutes: 60 },
} as const satisfies Record<string, { lane: Lane; attempts: number; everyMinutes?: number; goesFirst?: boolean }>;

export type Lane = 'heavy' | 'light' | 'spare' | 'paper';
export type JobName = keyof typeof JOBS;

/** The kinds of a lane that are begun first. */
export function firstOf(lane: Lane): JobName[] {
  return (Object.keys(JOBS) as JobName[]).filter((name) => JOBS[name].lane === lane && 'goesFirst' in JOBS[name]);
}

export interface JobPayloads {
  'inspection.run': { fileId: string };
  'film.pictures': { fileId: string };
  'film.preview': { fileId: string };
  'film.judging': { fileId: string };
  'likeness.compare': { fileId: string };
  /** One work, or every work of a call. */
  'inspection.recount': { workId: string } | { campaignId: string };
  /** One work with those it is compared with, or every work of a call. */
  'other-works.recount': { workId: string } | { campaignId: string };
  'scan.page': { pageId: string; revision: number };
  'scan.bundle': { bundleId: string };
  /** Without an id: left over from before each channel had a delivery of its own. */
  'message.deliver': { deliveryId?: string };
  'package.prepare': { packageId: string };
  'package.verify': { packageId: string };
  'package.mail': { mailId: string };
  'receipt.tell': { receiptId: string };
  'upload.sweep': Record<string, never>;
  'account.sweep': Record<string, never>;
  'job.sweep': Record<string, never>;
  'computer.sweep': Record<string, never>;
}
