import { downloadFile, openDocument as openFile, previewImage } from '@tarojs/taro';
import { addressOf } from './api-base';
import type { OpenDocument } from './document';
import { NoAnswer } from './no-answer';
import { sayFailure } from './wechat-failure.weapp';

export const openDocument: OpenDocument = async (findUrl, kind) => {
  const url = addressOf(await findUrl());
  if (kind === 'picture') await previewImage({ urls: [url] });
  else await openFile({ filePath: await download(url), fileType: kind, showMenu: true });
};

async function download(url: string): Promise<string> {
  const { statusCode, tempFilePath } = await downloadFile({ url }).catch((failure: unknown) => {
    throw new NoAnswer(sayFailure(failure));
  });
  if (statusCode !== 200) throw new NoAnswer(`download answered ${statusCode}`);
  return tempFilePath;
}
