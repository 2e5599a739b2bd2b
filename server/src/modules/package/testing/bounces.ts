/** Returned mails as mail servers of these kinds write them, about the mail with this id. */

const lines = (...parts: string[]) => parts.join('\r\n');
const base64 = (text: string) => Buffer.from(text).toString('base64').replace(/(.{76})/gu, '$1\r\n');

const returned = (messageId: string) => lines(
  'Received: from kepu.example.cn (unknown [198.51.100.7])', '\tby smtp.example.cn (Postfix) with ESMTPSA id 4F2A91C0B3', '\tfor <kepu2025@126.com>; Wed, 26 Nov 2025 10:20:11 +0800 (CST)',
  'From: =?UTF-8?B?5YW05a6J55uf56eR5oqA5bGA?= <office@example.cn>', 'To: kepu2025@126.com', 'Subject: =?UTF-8?B?5YW05a6J55uf56eR5oqA5bGA5oql6YCB?=', `Message-ID: ${messageId}`, 'Date: Wed, 26 Nov 2025 02:20:10 +0000', 'MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary="b0"',
);

interface PostfixReport {
  action?: string;
  status?: string;
  said?: string;
}

/** Postfix: status and words of the other server, the returned mail's headers only. */
export function fromPostfix(messageId: string, { action = 'failed', status = '5.1.1', said = '550 5.1.1 <kepu2025@126.com>: Recipient address rejected: User unknown' }: PostfixReport = {}): string {
  return lines(
    'Return-Path: <>', 'Date: Wed, 26 Nov 2025 10:20:14 +0800 (CST)', 'From: MAILER-DAEMON@smtp.example.cn (Mail Delivery System)', 'Subject: Undelivered Mail Returned to Sender', 'To: office@example.cn', 'Auto-Submitted: auto-replied', 'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status;', '\tboundary="4F2A91C0B3.1764123614/smtp.example.cn"', 'Message-Id: <20251126022014.9D8E71C0B9@smtp.example.cn>', '',
    'This is a MIME-encapsulated message.', '', '--4F2A91C0B3.1764123614/smtp.example.cn', 'Content-Description: Notification', 'Content-Type: text/plain; charset=us-ascii', '',
    'I\'m sorry to have to inform you that your message could not', 'be delivered to one or more recipients.', '', `<kepu2025@126.com>: host 126mx.example.net[192.0.2.25] said: ${said}`, '    (in reply to RCPT TO command)', '',
    '--4F2A91C0B3.1764123614/smtp.example.cn', 'Content-Description: Delivery report', 'Content-Type: message/delivery-status', '',
    'Reporting-MTA: dns; smtp.example.cn', 'X-Postfix-Queue-ID: 4F2A91C0B3', 'X-Postfix-Sender: rfc822; office@example.cn', 'Arrival-Date: Wed, 26 Nov 2025 10:20:11 +0800 (CST)', '',
    'Final-Recipient: rfc822; kepu2025@126.com', 'Original-Recipient: rfc822;kepu2025@126.com', `Action: ${action}`, `Status: ${status}`, 'Remote-MTA: dns; 126mx.example.net', `Diagnostic-Code: smtp; ${said.replace(/: /u, ':\r\n    ')}`, '',
    '--4F2A91C0B3.1764123614/smtp.example.cn', 'Content-Description: Undelivered Message Headers', 'Content-Type: text/rfc822-headers', '', `Return-Path: <office@example.cn>\r\n${returned(messageId)}`, '', '--4F2A91C0B3.1764123614/smtp.example.cn--', '',
  );
}

/** NetEase (Coremail): capitals, GB2312, a status that says nothing, no empty line where a part ends, the whole mail behind it. */
export function fromNetease(messageId: string, said = 'SMTP error, RCPT TO: 550 5.2.2 <kepu2025@126.com>: Mailbox full'): string {
  return lines(
    'Received: from 163smtp.example.net (unknown [192.0.2.12])', '\tby mx.example.cn with SMTP id abc; Wed, 26 Nov 2025 10:21:00 +0800 (CST)', 'From: Postmaster@163.com', 'To: office@163.com', 'Subject: =?gb2312?B?z7XNs83L0MU=?=', 'MIME-Version: 1.0',
    'Content-Type: Multipart/report;', '  report-type=delivery-status;', '  boundary="------------Boundary-00=_182E1KSR955BHUC3LVC0"', 'Message-Id: <692664AA.92BF04.01244@163smtp.example.net>', 'Date: Wed, 26 Nov 2025 10:21:00 +0800 (CST)', `X-CM-Original-Message-ID: ${messageId}`, 'X-Mailer: Coremail MTA server', '', '', '',
    '--------------Boundary-00=_182E1KSR955BHUC3LVC0', 'MIME-Version: 1.0', 'Content-Type: Multipart/Alternative;', '  boundary="------------Boundary-00=_182ER60R955BHUC3LVC0"', '', '',
    '--------------Boundary-00=_182ER60R955BHUC3LVC0', 'Content-Type: Text/Plain;', '  charset="gb2312"', 'Content-Transfer-Encoding: base64', 'Content-Description: Notification', '', 'safHuKOsxPq1xNPKvP6xu83Lu9jAtMHLoa2hrQ0K', '',
    '--------------Boundary-00=_182ER60R955BHUC3LVC0', 'Content-Type: Text/HTML;', '  charset="gb2312"', 'Content-Transfer-Encoding: base64', '', 'PGgxPrGnx7ijrMT6tcTTyrz+sbvNy7vYwLTBy6Gtoa08L2gxPg0K', '', '--------------Boundary-00=_182ER60R955BHUC3LVC0--', '',
    '--------------Boundary-00=_182E1KSR955BHUC3LVC0', 'Content-Type: Message/delivery-status', 'Content-Description: Delivery error report', '', 'Final-Recipient: rfc822; kepu2025@126.com', 'Action: failed', 'Status: 5.0.0', `Diagnostic-Code: SMTP; ${said}`,
    '--------------Boundary-00=_182E1KSR955BHUC3LVC0', 'Content-Type: Message/Rfc822', 'Content-Description: Undelivered Message', 'Content-Transfer-Encoding: 8bit', '', returned(messageId).replace('Message-ID: ', 'Message-Id:'), '', '--b0', 'Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: base64', '', base64('现报送作品'), '--b0--', '',
    '--------------Boundary-00=_182E1KSR955BHUC3LVC0--', '',
  );
}

/** QQ: the reason is in Chinese, the id only in In-Reply-To, nothing of the mail itself. */
export function fromQq(messageId: string): string {
  return lines(
    'From: "PostMaster" <PostMaster@qq.com>', 'To: office@qq.com', 'Subject: =?gb2312?B?wLTX1HFxLmNvbbXEzcvQxQ==?=', `In-Reply-To: ${messageId}`, 'Mime-Version: 1.0', 'Content-Type: multipart/report; report-type="delivery-status"; boundary="----=_NextPart_6926_0C5B"', 'Date: Wed, 26 Nov 2025 10:22:30 +0800', 'X-QQ-MIME: TCMime 1.0 by Tencent', '',
    '------=_NextPart_6926_0C5B', 'Content-Type: text/html; charset="utf-8"', 'Content-Transfer-Encoding: base64', '', base64('<p>很抱歉您发送的邮件被退回</p><p>退信原因：该邮件内容涉嫌大量群发，并且被多数用户投诉为垃圾邮件</p>'), '',
    '------=_NextPart_6926_0C5B', 'Content-Type: message/delivery-status', 'Content-Transfer-Encoding: base64', '', base64(lines('Reporting-MTA: dns; qq.com', '', 'Final-Recipient: rfc822;kepu2025@126.com', 'Action: failed', 'Status: 5.0.0', 'Diagnostic-Code: smtp; 550 内容涉嫌大量群发，被投诉为垃圾邮件', '')), '', '------=_NextPart_6926_0C5B--', '',
  );
}

/** Still being tried after some hours. */
export const delayed = (messageId: string) => fromPostfix(messageId, { action: 'delayed', status: '4.2.2', said: '452 4.2.2 <kepu2025@126.com>: Mailbox full' });

/** The report that it arrived. */
export const delivered = (messageId: string) => fromPostfix(messageId, { action: 'delivered', status: '2.0.0', said: '250 2.0.0 Ok: queued' });
