import type { PackageView } from '@kepu/shared/contracts/handover';
import { BOUNCE_BYTES } from '@kepu/shared/handover/mail-ways';
import { filePicker, type PickedFile } from '../../platform/picked-file';
import { traits } from '../../platform/traits';
import { api } from '../session/api';

const PIECE = 8_192;

export const giveBounce = (packageId: string, raw: string): Promise<PackageView> => api.call('POST /api/packages/:packageId/bounces', { params: { packageId }, body: { raw } });

/** The beginning of a returned mail that was saved as a file; null when the person closed the picker. */
export async function pickBounce(): Promise<string | null> {
  const file = await filePicker.pick('mail', traits.picksFromChat ? 'chat' : 'system');
  return file && readBeginning(file).finally(() => file.close());
}

async function readBeginning(file: PickedFile): Promise<string> {
  const bytes = await file.read(0, Math.min(file.bytes, BOUNCE_BYTES));
  return mailText(bytes, file.bytes > BOUNCE_BYTES);
}

/** A mail's bytes as text: UTF-8 where they are, else byte by byte; what a report says is ASCII in both. The last line of a beginning may be broken off. */
export function mailText(bytes: Uint8Array, isCut: boolean): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += PIECE) pieces.push(String.fromCharCode(...bytes.subarray(at, at + PIECE)));
  const whole = pieces.join('');
  const text = isCut ? whole.slice(0, whole.lastIndexOf('\n') + 1) : whole;
  try {
    return decodeURIComponent(text.replace(/[%\u0080-\u00ff]/gu, (sign) => `%${sign.charCodeAt(0).toString(16)}`));
  } catch {
    return text; // another charset
  }
}
