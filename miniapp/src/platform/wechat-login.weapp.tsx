import { Button } from '@tarojs/components';
import { login } from '@tarojs/taro';
import { NoAnswer } from './no-answer';
import { sayFailure } from './wechat-failure.weapp';
import type { PhoneNumberButtonProps, WechatLogin } from './wechat-login';

export const wechatLogin: WechatLogin = {
  isHere: true,
  loginCode: () =>
    login().then(({ code }) => code, (failure: unknown) => {
      throw new NoAnswer(sayFailure(failure));
    }),
};

export function PhoneNumberButton({ className = '', onCode, children }: PhoneNumberButtonProps) {
  return (
    <Button className={`k-native-btn ${className}`} openType="getPhoneNumber" onGetPhoneNumber={({ detail }) => onCode(detail.code ?? null)}>
      {children}
    </Button>
  );
}
