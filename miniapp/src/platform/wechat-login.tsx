import type { ReactNode } from 'react';

export interface PhoneNumberButtonProps {
  className?: string;
  /** A code the server turns into the phone number; null when the person refused. */
  onCode: (phoneCode: string | null) => void;
  children?: ReactNode;
}

export interface WechatLogin {
  isHere: boolean;
  /** A code the server turns into the person's WeChat identity. */
  loginCode(): Promise<string>;
}

export const wechatLogin: WechatLogin = { isHere: false, loginCode: () => Promise.reject(new Error('not inside WeChat')) };

export function PhoneNumberButton(_props: PhoneNumberButtonProps): ReactNode {
  return null;
}
