/** Every kind of background work. `heavy` work runs few at a time: it decodes films. */
export const JOBS = {
  'inspection.run': { lane: 'heavy', attempts: 3 },
  'message.deliver': { lane: 'light', attempts: 5 },
  'upload.sweep': { lane: 'light', attempts: 1, everyMinutes: 30 },
  'account.sweep': { lane: 'light', attempts: 1, everyMinutes: 60 },
} as const satisfies Record<string, { lane: Lane; attempts: number; everyMinutes?: number }>;

export type Lane = 'heavy' | 'light';
export type JobName = keyof typeof JOBS;

export interface JobPayloads {
  'inspection.run': { fileId: string };
  'message.deliver': { messageId: string };
  'upload.sweep': Record<string, never>;
  'account.sweep': Record<string, never>;
}
