import type { Channel } from '@kepu/shared/domain/message-channels';
import type { ChannelContents } from '@kepu/shared/domain/message-kinds';

/** A person as a channel can reach them. */
export interface Addressee {
  phone: string;
  wechatOpenId: string | null;
}

export interface Outgoing<C extends Channel = Channel> {
  /** The same for every try: a channel that can tells repeats apart by it. */
  id: string;
  to: Addressee;
  workId: string | null;
  content: NonNullable<ChannelContents[C]>;
}

/** A way out besides the app itself: subscribe message, text message, mail. */
export interface MessageChannel<C extends Channel = Channel> {
  readonly channel: C;
  /** False: this person has no address on it, so nothing is kept waiting for them. */
  reaches(to: Addressee): boolean;
  /** What the gateway answered. Throws if the message could not be handed over; it is then tried again. */
  send(message: Outgoing<C>): Promise<string>;
}

export const MESSAGE_CHANNELS = Symbol('message-channels');
