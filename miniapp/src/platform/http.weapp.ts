import { request } from '@tarojs/taro';
import { addressOf } from './api-base';
import type { HttpClient } from './http';
import { NoAnswer } from './no-answer';
import { sayFailure } from './wechat-failure.weapp';

const DEFAULT_TIMEOUT_MS = 20_000;

/** WeChat parses JSON on its own where it can, so the answer is asked for as text. */
export const http: HttpClient = {
  async send({ method, path, headers, body, timeoutMs = DEFAULT_TIMEOUT_MS }) {
    try {
      const { statusCode, data } = await request<unknown, unknown>({
        url: addressOf(path), method, header: headers, data: body, dataType: 'text', responseType: 'text', timeout: timeoutMs,
      });
      return { status: statusCode, text: typeof data === 'string' ? data : JSON.stringify(data ?? '') };
    } catch (error) {
      throw new NoAnswer(sayFailure(error));
    }
  },
};
