/** Why a photograph or PDF cannot become a scan; `shared/src/errors.ts` has the sentence of each. */
export const SCAN_FAILURES = ['SCAN_NOT_PICTURE', 'SCAN_DAMAGED', 'SCAN_TOO_MANY_PIXELS', 'SCAN_TOO_SMALL', 'SCAN_PDF_ENCRYPTED', 'SCAN_PDF_DAMAGED', 'SCAN_PDF_PAGES', 'SCAN_TOO_LARGE'] as const;
export type ScanFailureCode = (typeof SCAN_FAILURES)[number];

/** Thrown where a file itself is at fault: trying again does not help. */
export class ScanFailure extends Error {
  constructor(readonly code: ScanFailureCode) {
    super(code);
  }
}
