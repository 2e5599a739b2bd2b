import { scanCode as scan } from '@tarojs/taro';
import type { ScanCode } from './scan-code';

/** Closing the camera is a failure to WeChat, and a decision to the person. */
export const scanCode: ScanCode | null = () => scan({ scanType: ['qrCode'] }).then(({ result }) => result, () => null);
