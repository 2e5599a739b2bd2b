/** Ways out of the app. The app's own list is no channel: every message is kept there. */
export const CHANNELS = ['wechat', 'sms', 'mail'] as const;
export type Channel = (typeof CHANNELS)[number];

/** Subscribe messages of WeChat: what each template is for. Its id is the operator's, from WeChat's console. */
export type WechatTemplate = 'review-result' | 'to-do' | 'progress';

/** The three fields every one of our templates has; WeChat refuses what is longer (thing 20 characters, phrase 5). */
interface WechatFields {
  thing1: string;
  phrase2: string;
  thing3: string;
}

/** What each channel is given. A channel a kind has no template for is not used for it. */
export interface ChannelTemplates<P> {
  wechat?: { template: WechatTemplate; fields(params: P): WechatFields };
  /** The number of the text message's template is the operator's; its blanks are filled in this order. */
  sms?: { template: string; blanks(params: P): string[] };
  mail?: { subject(params: P): string };
}

export interface MessageKind<P> extends ChannelTemplates<P> {
  /** The sentence in the app, and the body of a mail. */
  say(params: P): string;
}

export const kind = <P>(entry: MessageKind<P>): MessageKind<P> => entry;

const THING = 20;
const PHRASE = 5;

/** Cut to what a field holds, so that nothing is refused for its length. Characters as WeChat counts them. */
const cut = (text: string, most: number): string => ([...text].length > most ? `${[...text].slice(0, most - 1).join('')}…` : text);

export const wechat = <P extends { title: string }>(template: WechatTemplate, phrase: string, note: (params: P) => string): Required<ChannelTemplates<P>>['wechat'] => ({
  template,
  fields: (params) => ({ thing1: cut(params.title, THING), phrase2: [...phrase].slice(0, PHRASE).join(''), thing3: cut(note(params), THING) }),
});
