import { describe, expect, it } from 'vitest';
import { mailText } from './bounces';
import { usualServer } from './mail-servers';

describe('a returned mail from a file', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);

  it('keeps its Chinese, its percent signs and its line ends', () => {
    expect(mailText(bytes('Subject: 退信 100%25\r\n\r\n原因'), false)).toBe('Subject: 退信 100%25\r\n\r\n原因');
  });

  it('is cut at a line end, not within a character', () => {
    expect(mailText(bytes('Status: 5.1.1\r\n原因').subarray(0, 17), true)).toBe('Status: 5.1.1\r\n');
  });

  it('is read byte by byte where it is no UTF-8, so that the report stays', () => {
    expect(mailText(Uint8Array.from([...bytes('Status: 5.1.1 '), 0xb2, 0xbb]), false)).toMatch(/^Status: 5\.1\.1 ../u);
  });

  it('is read whole when it is long', () => {
    expect(mailText(new Uint8Array(384 * 1024).fill(65), false)).toHaveLength(384 * 1024);
  });
});

describe('the usual server of an address', () => {
  it.each([['kjj@163.com', 'smtp.163.com'], [' A@QQ.com ', 'smtp.qq.com'], ['a@foxmail.com', 'smtp.qq.com'], ['a@kjt.nmg.gov.cn', 'smtp.kjt.nmg.gov.cn'], ['a@', ''], ['a', '']])('%s: %s', (address, host) => {
    expect(usualServer(address)).toBe(host);
  });
});
