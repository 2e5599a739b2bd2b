import type { MailWay } from '@kepu/shared/contracts/handover';

/** What nodemailer throws. */
export interface MailError extends Error {
  code?: string;
  /** What the system said below it: ECONNREFUSED, a certificate's fault. */
  originalCode?: string;
  command?: string;
  responseCode?: number;
  response?: string;
}

/** A mail server's no, at once or in a returned mail. */
export interface MailAnswer {
  /** 550. */
  reply?: number;
  /** 5.1.1 (RFC 3463). */
  status?: string;
  /** In the server's own words. */
  words: string;
}

type Meaning = 'no-mailbox' | 'full' | 'too-large' | 'spam' | 'other' | 'later';

const SENTENCES: Record<Meaning, string> = {
  'no-mailbox': '对方没有这个邮箱，或不收我们的信。请核对收件地址，或用自己的邮箱发送邮件草稿',
  full: '对方邮箱满了。请对方清理后再发，或换一个收件地址',
  'too-large': '对方说邮件太大。请下载邮件草稿，去掉附件，只发下载地址',
  spam: '对方把这封信当作垃圾邮件，或按规定不收。请用自己的邮箱发送邮件草稿',
  other: '对方邮件服务器不收这封信。请用自己的邮箱发送邮件草稿',
  later: '几次都没有连上邮件服务器。请稍后再发，或用自己的邮箱发送邮件草稿',
};

/** Subject and detail of a status, whatever its class: a mailbox that is full says so at once or after days of trying. */
const STATUSES: readonly [RegExp, Meaning][] = [
  [/^\d\.2\.2$/u, 'full'],
  [/^\d\.(?:2\.3|3\.4)$/u, 'too-large'],
  [/^\d\.(?:1\.\d+|2\.1|4\.4)$/u, 'no-mailbox'],
  [/^5\.7\.\d+$/u, 'spam'],
];

/** For servers that give no status: NetEase's 5.0.0, QQ's Chinese. */
const WORDS: readonly [RegExp, Meaning][] = [
  [/quota|mailbox (?:is )?full|空间不足|容量/iu, 'full'],
  [/size limit|too (?:large|big)|过大/iu, 'too-large'],
  [/(?:user|mailbox|recipient|account|host)[^.]{0,40}(?:not found|unknown|not exist|unavailable|disabled)|no such user|不存在|未开通/iu, 'no-mailbox'],
  [/spam|content reject|rejected by system|blacklist|blocked|垃圾/iu, 'spam'],
];

const REPLIES: Record<number, Meaning> = { 552: 'too-large', 523: 'too-large', 550: 'no-mailbox', 551: 'no-mailbox', 553: 'no-mailbox', 554: 'spam' };

function meaningOf({ reply = 0, status = '', words }: MailAnswer): Meaning {
  const byStatus = STATUSES.find(([pattern]) => pattern.test(status)) ?? WORDS.find(([pattern]) => pattern.test(words));
  if (byStatus) return byStatus[1];
  return REPLIES[reply] ?? (reply >= 500 || status.startsWith('5') ? 'other' : 'later');
}

/** Code and status as they stand in a server's words: `550 5.1.1 <a@b>: User unknown`. */
export function readAnswer(words: string, status = ''): MailAnswer {
  const [, reply, said] = /\b([245]\d\d)[ -]+(?:([245]\.\d{1,3}\.\d{1,3})\b)?/u.exec(words) ?? [];
  // x.0.0 says only that it failed.
  const known = /^[245]\.0\.0$/u.test(status) ? '' : status;
  return { reply: Number(reply ?? 0), status: known || said || status, words };
}

const isTls = ({ code, originalCode = '' }: MailError) => code === 'ETLS' || /CERT|SSL|TLS|SIGNED|SIGNATURE/u.test(originalCode);
const isLogIn = ({ code, responseCode = 0 }: MailError) => code === 'EAUTH' || [530, 534, 535].includes(responseCode);

/** What a refusal of a mail server means for the person who sent it. */
export function outcomeOf(error: MailError, via: MailWay): string {
  const { code, command, responseCode = 0, response = '' } = error;
  if (isTls(error)) return '和发信服务器建立不了加密连接，信没有发出。请核对服务器地址和端口，或用自己的邮箱发送邮件草稿';
  if (isLogIn(error)) return via === 'unit' ? '单位邮箱的账号或授权码不对，信没有发出。请在“发信邮箱”里重新设置' : '发信服务器的账号或密码不对，请联系系统管理员';
  if (code === 'EMESSAGE' && responseCode === 0) return SENTENCES['too-large'];
  if (command === 'MAIL FROM' && responseCode >= 500 && responseCode !== 552) return `发信服务器不让用这个发件地址，信没有发出。${via === 'unit' ? '请在“发信邮箱”里把发件地址改成登录的账号' : '请联系系统管理员'}`;
  return SENTENCES[meaningOf(responseCode > 0 ? { ...readAnswer(response), reply: responseCode } : { words: '' })];
}

/** What a log-in that failed means for the person who has just typed host, account and password. */
export function testOutcomeOf(error: MailError): string {
  if (isTls(error)) return '和服务器建立不了加密连接：端口不对，或证书不是这个地址的。常用端口 465';
  if (isLogIn(error)) return '登录不上：账号或授权码不对。163、126、QQ 等邮箱要填“授权码”，不是登录密码';
  if (error.code === 'EPROTOCOL') return '这个地址和端口不像发信（SMTP）服务器，请核对';
  return '连不上服务器，请核对地址和端口，或稍后再试';
}

/** What a returned mail means. A delay is only a remark: the server goes on trying. */
export function bounceOutcome(answer: MailAnswer, isFinal: boolean): string {
  const meaning = meaningOf(answer);
  if (isFinal) return meaning === 'later' ? '几天都没有送到，发信服务器放弃了。请核对收件地址，或用自己的邮箱发送邮件草稿' : SENTENCES[meaning];
  return `还没有送到${meaning === 'full' ? '：对方邮箱满了' : ''}，发信服务器还在重试，先不用重发`;
}
