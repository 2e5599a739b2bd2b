import type { MailWay } from '../contracts/handover.js';

export const MAIL_WAY_NAMES: Record<MailWay, string> = { unit: '单位邮箱', system: '系统邮箱' };

/** Where mail servers take messages: encrypted at once, or by STARTTLS. */
export const MAIL_PORTS: readonly number[] = [465, 587, 25];

/** As much of a returned mail as is read: the report and the returned headers come first, the attachments that follow say nothing. */
export const BOUNCE_BYTES = 384 * 1024;
