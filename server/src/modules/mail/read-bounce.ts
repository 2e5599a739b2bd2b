import { simpleParser, type Attachment, type ParsedMail } from 'mailparser';
import { readAnswer, type MailAnswer } from './mail-outcome.js';

/** A returned mail, as far as it concerns whoever sent the first one. */
export interface Bounce {
  /** Which mail it may be about, the returned one's own id first. */
  messageIds: string[];
  /** False: not delivered yet, and still tried. */
  isFinal: boolean;
  answer: MailAnswer;
}

/** Nothing of it is shown as a page and what it encloses is not opened: little is read, and little can be made of it. */
const BOUNDS = { keepDeliveryStatus: true, ignoreEmbedded: true, skipHtmlToText: true, skipTextToHtml: true, skipTextLinks: true, skipImageLinks: true, keepCidLinks: true, checksumAlgo: false, maxHeadSize: 64 * 1024, maxChildNodes: 40 } as const;
const MOST_IDS = 20;
const RETURNED = /^(?:message\/(?:rfc822|global)|(?:text|message)\/(?:rfc822|global)-headers)$/u;

/** Reads a delivery status notification (RFC 3464); null: it is none, or one of success. */
export async function readBounce(raw: string | Buffer): Promise<Bounce | null> {
  // What cannot be read as a mail is no returned mail.
  const mail = await simpleParser(raw, BOUNDS).catch(() => null);
  const report = mail?.attachments.find(({ contentType }) => /^message\/(?:global-)?delivery-status$/u.test(contentType));
  if (!mail || !report) return null;
  const recipients = groupsOf(report.content.toString('utf8')).filter((fields) => fields.has('action'));
  const [failed, delayed] = ['failed', 'delayed'].map((action) => recipients.find((fields) => fields.get('action')?.toLowerCase() === action));
  const fields = failed ?? delayed;
  if (!fields) return null;
  return { messageIds: messageIdsOf(mail), isFinal: failed !== undefined, answer: answerOf(fields) };
}

function answerOf(fields: Map<string, string>): MailAnswer {
  const status = /\d\.\d{1,3}\.\d{1,3}/u.exec(fields.get('status') ?? '')?.[0];
  const said = (fields.get('diagnostic-code') ?? '').replace(/^[\w-]+;\s*/u, '');
  return readAnswer(said || `${fields.get('status') ?? ''} ${fields.get('final-recipient') ?? ''}`.trim(), status);
}

function messageIdsOf(mail: ParsedMail): string[] {
  const returned = mail.attachments.find(({ contentType }) => RETURNED.test(contentType));
  const named = [returned && headersOf(returned).get('message-id'), mail.headers.get('x-cm-original-message-id'), mail.inReplyTo, mail.references];
  return named.flat().filter((id): id is string => typeof id === 'string').slice(0, MOST_IDS);
}

const headersOf = ({ content }: Attachment) => groupsOf(content.subarray(0, BOUNDS.maxHeadSize).toString('utf8'))[0] ?? new Map<string, string>();

/** Groups of `Name: value` lines with an empty line between them; a line that begins with a space goes on. */
function groupsOf(text: string): Map<string, string>[] {
  return text.split(/\r?\n[ \t]*\r?\n/u).map((group) => {
    const lines = group.replace(/\r?\n[ \t]+/gu, ' ').split(/\r?\n/u);
    return new Map(lines.flatMap((line): [string, string][] => {
      const at = line.indexOf(':');
      return at > 0 ? [[line.slice(0, at).trim().toLowerCase(), line.slice(at + 1).trim()]] : [];
    }));
  });
}
