/** Reads a QR code with the camera; null when the person closed it. A browser has no such camera: then there is no port. */
export type ScanCode = () => Promise<string | null>;

export const scanCode: ScanCode | null = null;
