import { BOUNCE_BYTES } from '@kepu/shared/handover/mail-ways';
import type { BounceResult } from '../modules/package/bounces.js';

/** What a mail server's log should say; none of it is a failure, or the server would return the returned mail. */
export const TAKEN: Record<BounceResult, string> = {
  'not-a-bounce': 'This is no delivery status notification: nothing was changed.',
  'not-ours': 'It is about no mail of ours: nothing was changed.',
  known: 'It was known already: nothing was changed.',
  delayed: 'Noted: the mail is delayed.',
  bounced: 'The mail is marked as returned, and its sender is told.',
};

/** The beginning of what is piped in. The rest is read too and let go, so that whoever pipes is not broken off. */
export async function readBounceFrom(input: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of input) {
    if (bytes < BOUNCE_BYTES) pieces.push(piece);
    bytes += piece.length;
  }
  return Buffer.concat(pieces).subarray(0, BOUNCE_BYTES);
}
